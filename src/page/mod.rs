//! The screens in a browser, in the place of a page that is there already and works without them.
//!
//! The page belongs to whoever serves it (`latchkey-server`: `web_app`). It has an empty element with the id `latchkey`,
//! whose attributes name the product, and loads this program. The program puts itself in the page's place once it
//! runs, and only then; where it cannot start, or has nothing to add, the page stays.

#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod address;
mod fragment;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod mount;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod open;

pub use fragment::{Arrived, read};
#[cfg(all(target_arch = "wasm32", feature = "web"))]
pub use open::open;
