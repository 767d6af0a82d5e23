-- Several recoveries of an address are open at once; limits are by requester, client network and address.

-- Codes under a keyed MAC. Codes of the older form are no longer accepted: they were good for ten minutes.
ALTER TABLE recoveries DROP COLUMN code_hash;
ALTER TABLE recoveries ADD COLUMN code_salt BYTEA;
ALTER TABLE recoveries ADD COLUMN code_mac BYTEA;      -- HMAC-SHA-256; absent until the mail is written
-- SHA-256 of the challenge if there is one, else of the client's network.
ALTER TABLE recoveries ADD COLUMN requester BYTEA;
ALTER TABLE recoveries ADD COLUMN network BYTEA;
-- Counts the mails of one requester for the address; absent where no mail goes out. Those far behind are superseded.
ALTER TABLE recoveries ADD COLUMN number BIGINT;
-- A recovery of the same account succeeded, or the account was frozen.
ALTER TABLE recoveries ADD COLUMN ended_at BIGINT;
ALTER TABLE recoveries ADD COLUMN second_factor_tries BIGINT NOT NULL DEFAULT 0;
CREATE INDEX recoveries_of_requester ON recoveries (address_key, requester);

-- When mails for an address were due, for each requester and each client network; forgotten a day after the last.
CREATE TABLE mail_schedules (
    subject    BYTEA PRIMARY KEY,                      -- SHA-256 of the address and the requester or network
    sent       BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    due_at     BIGINT NOT NULL
);
DROP TABLE address_requests;

-- Failed tries at codes, passwords and second factors, by client network.
CREATE TABLE failures (
    subject   BYTEA NOT NULL,                          -- SHA-256 of what is tried and of the address or account
    network   BYTEA NOT NULL,                          -- empty: of networks that have succeeded since
    in_a_row  BIGINT NOT NULL,
    counted   BIGINT NOT NULL,
    failed_at BIGINT NOT NULL,
    PRIMARY KEY (subject, network)
);
CREATE INDEX failures_by_time ON failures (failed_at);

-- Random keys made once, where no pepper is configured.
CREATE TABLE server_keys (
    name TEXT PRIMARY KEY,
    key  BYTEA NOT NULL
);
