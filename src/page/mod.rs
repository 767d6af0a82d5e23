//! The screens in a browser. They replace a page that works without them.
//!
//! `latchkey-server` serves that page (`web_app`). It contains an empty element with the id `latchkey`, whose
//! attributes describe the product, and loads this program. The program replaces the page only once it runs; if it
//! cannot start, or has nothing to add, the page stays.

#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod address;
mod fragment;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod mount;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod open;

pub use fragment::{OpenedLink, parse as parse_fragment};
#[cfg(all(target_arch = "wasm32", feature = "web"))]
pub use open::open;
