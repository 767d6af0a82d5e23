-- Times are whole seconds since 1970-01-01 UTC. An `address_key` is the SHA-256 of a normalised e-mail address.

CREATE TABLE accounts (
    id            INTEGER PRIMARY KEY,
    email         TEXT    NOT NULL,           -- as it was registered: the only place mail goes to
    address_key   BLOB    NOT NULL UNIQUE,
    password_hash TEXT    NOT NULL,           -- PHC string
    created_at    INTEGER NOT NULL
);

CREATE TABLE sessions (
    token_hash BLOB    PRIMARY KEY,           -- SHA-256 of the session token
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id);

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
CREATE INDEX recoveries_of_address ON recoveries (address_key, requested_at);
CREATE INDEX recoveries_of_account ON recoveries (account_id);

-- A mail that is written anew after a failed sending gets a token of its own; all of a recovery's die together.
CREATE TABLE link_tokens (
    token_hash BLOB PRIMARY KEY,              -- SHA-256 of the token
    flow       TEXT NOT NULL REFERENCES recoveries (flow) ON DELETE CASCADE
);
CREATE INDEX link_tokens_of_recovery ON link_tokens (flow);

-- Mail that is still to be written and sent. It holds no secret: tokens and codes are made when a mail is written.
CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    flow            TEXT    REFERENCES recoveries (flow) ON DELETE CASCADE,    -- a recovery mail, or
    account_id      INTEGER REFERENCES accounts (id) ON DELETE CASCADE,        -- a change notice
    queued_at       INTEGER NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    give_up_at      INTEGER NOT NULL,
    CHECK ((flow IS NULL) <> (account_id IS NULL))
);

CREATE TABLE client_windows (
    client       TEXT    NOT NULL,
    window_start INTEGER NOT NULL,
    requests     INTEGER NOT NULL,
    PRIMARY KEY (client, window_start)
);
