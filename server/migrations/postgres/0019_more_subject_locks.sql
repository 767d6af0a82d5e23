-- With 1024 rows, transactions that lock many addresses often waited for each other.
INSERT INTO subject_locks SELECT generate_series(1025, 16384);
