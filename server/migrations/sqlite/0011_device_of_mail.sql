-- Rough name of the device that requested a recovery or changed a password, which the mail names: a program and a system of
-- fixed lists, such as Firefox and Linux.
ALTER TABLE outbox ADD COLUMN device_program TEXT;
ALTER TABLE outbox ADD COLUMN device_system TEXT;
