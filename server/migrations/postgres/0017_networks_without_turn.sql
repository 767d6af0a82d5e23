-- The first email without turn of each network, so that many emails of one network do not hide those of others.
CREATE INDEX outbox_networks_without_turn ON outbox (network, next_attempt_at, id)
    WHERE turn IS NULL AND claimed_until IS NULL;

-- A lock of its own for giving turns. Before, it was that of some addresses.
INSERT INTO subject_locks VALUES (1024);
