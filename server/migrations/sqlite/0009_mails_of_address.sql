-- Recoveries with a mail, for the limits on mails to an address.
CREATE INDEX recoveries_with_mail ON recoveries (address_key, requested_at) WHERE number IS NOT NULL;
-- Mails were counted here before.
DELETE FROM counters WHERE subject LIKE 'mail-%';
