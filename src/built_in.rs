//! What `build.rs` read from `Dioxus.toml` and `LATCHKEY_CONFIG`: constants, written nowhere else.

use latchkey_core::link::{LinkRules, LinkShape};

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The rules of this build's links: `[deep_links]` of `Dioxus.toml`, and the parameter `token`.
pub fn link_rules() -> LinkRules {
    let owned = |list: &[&str]| list.iter().map(|&entry| entry.to_owned()).collect();
    LinkRules {
        schemes: owned(SCHEMES),
        hosts: owned(HOSTS),
        paths: owned(PATHS),
        token_parameter: "token".to_owned(),
        shape: LinkShape::default(),
    }
}
