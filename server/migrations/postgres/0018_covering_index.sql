-- The index has all columns that count the emails to an address, so that none of the rows is read.
DROP INDEX recoveries_with_mail;
CREATE INDEX recoveries_with_mail ON recoveries (address_key, requested_at, network, number) WHERE number IS NOT NULL;
