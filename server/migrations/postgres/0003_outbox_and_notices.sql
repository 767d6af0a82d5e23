-- SHA-256 of the recipient's domain, so that one slow domain does not hold up others; absent in mail queued before.
ALTER TABLE outbox ADD COLUMN domain_key BYTEA;
-- When next_attempt_at was decided: if that lies in the future, the clock has been set back since.
ALTER TABLE outbox ADD COLUMN scheduled_at BIGINT;
-- Of a notice: the generation of the password that it tells of.
ALTER TABLE outbox ADD COLUMN password_generation BIGINT NOT NULL DEFAULT 0;
-- How often the password was set by a recovery.
ALTER TABLE accounts ADD COLUMN password_generation BIGINT NOT NULL DEFAULT 0;
-- A "this was not me" link works while the account's password is of this generation.
ALTER TABLE freeze_tokens ADD COLUMN password_generation BIGINT NOT NULL DEFAULT 0;
