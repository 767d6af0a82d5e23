-- PostgreSQL plans a statement once, often while the tables are almost empty and all indexes seem equally cheap. It then chose
-- indexes that made it read all emails that wait, or all recoveries of a day. So each of these has a condition, always true,
-- that only the statements for which the index is made repeat. No other statement can use it.
DROP INDEX outbox_of_domain;
DROP INDEX outbox_without_turn;
DROP INDEX outbox_scheduled;
DROP INDEX recoveries_by_time;
CREATE INDEX outbox_of_domain ON outbox (domain_key, turn, id)
    WHERE domain_key IS NOT NULL AND turn IS NOT NULL AND claimed_until IS NULL;
CREATE INDEX outbox_without_turn ON outbox (next_attempt_at, id)
    WHERE turn IS NULL AND claimed_until IS NULL AND next_attempt_at >= 0;
CREATE INDEX outbox_scheduled ON outbox (scheduled_at)
    WHERE turn IS NULL AND claimed_until IS NULL AND scheduled_at >= 0;
CREATE INDEX recoveries_by_time ON recoveries (requested_at) WHERE link_expires_at >= 0;
