//! Tokens, codes and keys. Nothing here does I/O, except for reading the system's random number generator.

pub(crate) mod code_key;
pub(crate) mod pepper;
pub(crate) mod secrets;
