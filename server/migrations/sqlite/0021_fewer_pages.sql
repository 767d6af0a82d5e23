-- A request changes one index less. The other one finds all recoveries of an address, of which few get an email.
DROP INDEX recoveries_of_requester;
DROP INDEX recoveries_with_mail;
CREATE INDEX recoveries_with_mail ON recoveries (address_key, requested_at, network, number, requester)
    WHERE number IS NOT NULL;
