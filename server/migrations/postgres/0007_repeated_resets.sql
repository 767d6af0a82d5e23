-- The generation of the password that a redeemed recovery set. The reset can be repeated while it is still the account's.
ALTER TABLE recoveries ADD COLUMN spent_generation BIGINT;
-- How often a redeemed recovery was repeated with another password.
ALTER TABLE recoveries ADD COLUMN failed_repeats BIGINT NOT NULL DEFAULT 0;
