-- The index has all columns that count the emails to an address, so that none of the rows is read.
DROP INDEX recoveries_with_mail;
CREATE INDEX recoveries_with_mail ON recoveries (address_key, requested_at, network, number) WHERE number IS NOT NULL;

-- A table that is sorted by its key needs one tree instead of two.
CREATE TABLE sorted_mail_schedules (
    subject    BLOB PRIMARY KEY,
    sent       INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    due_at     INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO sorted_mail_schedules SELECT subject, sent, decided_at, due_at FROM mail_schedules;
DROP TABLE mail_schedules;
ALTER TABLE sorted_mail_schedules RENAME TO mail_schedules;
CREATE INDEX mail_schedules_by_time ON mail_schedules (due_at);
