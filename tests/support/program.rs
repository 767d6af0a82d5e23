//! Our own program, with the constants that were generated from `Dioxus.toml`.

use latchkey::identity::AppIdentity;
use latchkey::program::Program;

#[path = "../../src/built_in.rs"]
mod built_in;

pub fn program() -> Program {
    built_in::program().unwrap()
}

pub fn identity() -> AppIdentity {
    program().identity
}
