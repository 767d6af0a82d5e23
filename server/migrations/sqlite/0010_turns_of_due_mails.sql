-- A recovery mail gets its turn when it is due. Until then it is NULL, so that delayed mails do not affect other turns.
DROP INDEX outbox_by_turn;
DROP INDEX outbox_of_network;
ALTER TABLE outbox DROP COLUMN turn;
ALTER TABLE outbox ADD COLUMN turn INTEGER DEFAULT 0;
UPDATE outbox SET turn = NULL WHERE network IS NOT NULL;
CREATE INDEX outbox_by_turn ON outbox (turn, id);
CREATE INDEX outbox_of_network ON outbox (network, turn);
