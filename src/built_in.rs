//! What `build.rs` read from `Dioxus.toml` and `LATCHKEY_CONFIG`: constants, written nowhere else.

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));
