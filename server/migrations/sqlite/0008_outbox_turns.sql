-- Mail is sent in the order of turns. Change notices have turn 0. The recovery mails that one client network requested have
-- different turns, so that a network with many requests delays only its own mails.
ALTER TABLE outbox ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN network BLOB;
CREATE INDEX outbox_by_turn ON outbox (turn, id);
CREATE INDEX outbox_of_network ON outbox (network, turn);
