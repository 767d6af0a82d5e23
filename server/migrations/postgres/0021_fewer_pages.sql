-- A request with an email changes one index less. The other one finds the recoveries with an email of an address, which are
-- few, and has their requesters.
DROP INDEX recoveries_of_requester;
DROP INDEX recoveries_with_mail;
CREATE INDEX recoveries_with_mail ON recoveries (address_key, requested_at, network, number, requester)
    WHERE number IS NOT NULL;
