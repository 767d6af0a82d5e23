-- Times are whole seconds since 1970-01-01 UTC. An `address_key` is the SHA-256 of a normalised e-mail address.
-- The tables of migrations/postgres are the same but for the names of the types.

CREATE TABLE accounts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    password_hash TEXT    NOT NULL,           -- PHC string
    created_at    INTEGER NOT NULL,
    frozen_at     INTEGER,                    -- somebody said "this was not me"; a new recovery thaws it
    totp_secret   BLOB,                       -- RFC 6238; present where a second factor is enrolled
    totp_step     INTEGER                     -- the last time step whose code was used: each is good once
);

-- An account has at least one address. Mail goes only to these, as they were registered.
CREATE TABLE addresses (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    email       TEXT    NOT NULL,
    address_key BLOB    NOT NULL UNIQUE
);
CREATE INDEX addresses_of_account ON addresses (account_id);

CREATE TABLE sessions (
    token_hash BLOB    PRIMARY KEY,           -- SHA-256 of the session token
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id);

-- When an address was last asked for, whether or not it has an account.
CREATE TABLE address_requests (
    address_key  BLOB    PRIMARY KEY,
    requested_at INTEGER NOT NULL
);

-- One row for each request, known address or not.
CREATE TABLE recoveries (
    flow            TEXT    PRIMARY KEY,
    address_key     BLOB    NOT NULL,
    account_id      INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
    challenge       BLOB,                     -- SHA-256 of the asking device's verifier
    requested_at    INTEGER NOT NULL,
    link_expires_at INTEGER NOT NULL,
    code_expires_at INTEGER NOT NULL,
    code_hash       TEXT,                     -- PHC string; absent until the mail is written, or without challenge
    code_tries      INTEGER NOT NULL DEFAULT 0,
    superseded_at   INTEGER,
    spent_at        INTEGER,
    spent_key_hash  BLOB                      -- SHA-256 of the Idempotency-Key of the change
);
CREATE INDEX recoveries_of_address ON recoveries (address_key);
CREATE INDEX recoveries_of_account ON recoveries (account_id);

-- A mail that is written anew after a failed sending gets a token of its own; all of a recovery's die together.
CREATE TABLE link_tokens (
    token_hash BLOB PRIMARY KEY,              -- SHA-256 of the token
    flow       TEXT NOT NULL REFERENCES recoveries (flow) ON DELETE CASCADE
);
CREATE INDEX link_tokens_of_recovery ON link_tokens (flow);

-- The "this was not me" links of change notices.
CREATE TABLE freeze_tokens (
    token_hash BLOB    PRIMARY KEY,           -- SHA-256 of the token
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
);
CREATE INDEX freeze_tokens_of_account ON freeze_tokens (account_id);

-- Mail that is still to be written and sent. It holds no secret: tokens and codes are made when a mail is written.
CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    flow            TEXT    REFERENCES recoveries (flow) ON DELETE CASCADE,    -- a recovery mail, or
    address_id      INTEGER REFERENCES addresses (id) ON DELETE CASCADE,       -- a change notice to this address
    queued_at       INTEGER NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    claimed_until   INTEGER,                  -- a process is at it; after this moment that process is taken for dead
    give_up_at      INTEGER NOT NULL,
    CHECK ((flow IS NULL) <> (address_id IS NULL))
);
CREATE INDEX outbox_by_time ON outbox (next_attempt_at);
CREATE INDEX outbox_of_recovery ON outbox (flow);
CREATE INDEX outbox_of_address ON outbox (address_id);

-- Counts in fixed windows: the requests of a client address, the tries at an account's second factor.
CREATE TABLE counters (
    subject      TEXT    NOT NULL,
    window_start INTEGER NOT NULL,
    window_end   INTEGER NOT NULL,
    counted      INTEGER NOT NULL,
    PRIMARY KEY (subject, window_start)
);
CREATE INDEX counters_by_end ON counters (window_end);
