-- Rows that transactions lock to exclude each other, for addresses and others that have no row of their own yet. A lock is
-- chosen by a hash. SQLite needs none, because it has one writer.
CREATE TABLE subject_locks (id BIGINT PRIMARY KEY);
INSERT INTO subject_locks SELECT generate_series(0, 1023);
