-- Only recoveries with an email are looked up by address. Anybody can add many rows without one, which must not slow down
-- the owner of the address.
DROP INDEX recoveries_of_address;
DROP INDEX recoveries_of_requester;
CREATE INDEX recoveries_of_requester ON recoveries (address_key, requester, number) WHERE number IS NOT NULL;

-- The newest failures of a subject decide.
CREATE INDEX failures_of_subject ON failures (subject, failed_at);
