-- The last turn at which a mail of a network was claimed, while it can still affect the turns of the network's next mails.
CREATE TABLE network_turns (
    network BYTEA PRIMARY KEY,
    turn BIGINT NOT NULL
);
