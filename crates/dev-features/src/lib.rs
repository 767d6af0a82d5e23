//! Has no code: its `Cargo.toml` turns on the features of our own program.
