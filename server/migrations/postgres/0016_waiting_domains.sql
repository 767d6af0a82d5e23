-- The next email is found through the domains, so that many emails to a domain that takes no more do not slow it down.
-- An email has a turn while it waits to be claimed and while it is being sent. All that are due get one again.
DROP INDEX outbox_by_time;
DROP INDEX outbox_by_turn;
DROP INDEX outbox_of_network;
ALTER TABLE outbox ALTER COLUMN turn DROP DEFAULT;
UPDATE outbox SET turn = NULL;
DELETE FROM network_turns;

-- For each domain with emails that wait, the first one. An email that does not wait any more may still be named here.
CREATE TABLE waiting_domains (
    domain_key BYTEA  PRIMARY KEY,
    turn       BIGINT NOT NULL,
    mail_id    BIGINT NOT NULL
);
CREATE INDEX waiting_domains_by_turn ON waiting_domains (turn, mail_id);

-- Emails that wait: the next one of a domain, the one that waits for the longest time, and the lowest turn.
CREATE INDEX outbox_of_domain ON outbox (domain_key, turn, id) WHERE turn IS NOT NULL AND claimed_until IS NULL;
CREATE INDEX outbox_waiting_by_time ON outbox (next_attempt_at, id)
    WHERE network IS NOT NULL AND turn IS NOT NULL AND claimed_until IS NULL;
CREATE INDEX outbox_waiting_by_turn ON outbox (turn) WHERE turn > 0 AND claimed_until IS NULL;
-- Emails without turn, by the time when they are due, and by the time when that was decided.
CREATE INDEX outbox_without_turn ON outbox (next_attempt_at, id) WHERE turn IS NULL AND claimed_until IS NULL;
CREATE INDEX outbox_scheduled ON outbox (scheduled_at) WHERE turn IS NULL AND claimed_until IS NULL;
-- Emails that are being sent.
CREATE INDEX outbox_claimed ON outbox (claimed_until) WHERE claimed_until IS NOT NULL;
