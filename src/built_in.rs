//! What `build.rs` read from `Dioxus.toml` and `LATCHKEY_CONFIG`, for our own program alone: this is no part of the
//! library. An app that embeds it gives an identity of its own.

use latchkey::config::BuiltInConfig;
use latchkey::identity::{AppIdentity, DeepLinks, IdentityError};
use latchkey::program::Program;

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// Our own program.
///
/// # Errors
/// Never: `build.rs` has checked the identity.
pub fn program() -> Result<Program, IdentityError> {
    let list = |list: &[&str]| list.iter().map(|&entry| entry.to_owned()).collect();
    let links = DeepLinks { schemes: list(SCHEMES), hosts: list(HOSTS), paths: list(PATHS) };
    Ok(Program {
        identity: AppIdentity::new(IDENTIFIER, links)?,
        name: NAME,
        config: BuiltInConfig { text: CONFIG, logo: LOGO, contract: CONTRACT },
    })
}
