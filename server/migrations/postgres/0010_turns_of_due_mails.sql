-- A recovery mail gets its turn when it is due. Until then it is NULL, so that delayed mails do not affect other turns.
ALTER TABLE outbox ALTER COLUMN turn DROP NOT NULL;
UPDATE outbox SET turn = NULL WHERE network IS NOT NULL;
