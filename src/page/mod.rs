//! The screens in a browser, in the place of a page that is there already and works without them.
//!
//! The page belongs to whoever serves it (`latchkey-server`: `web_app`). It has an empty element with the id `latchkey`,
//! whose attributes name the product, and loads this program. The program puts itself in the page's place once it
//! runs, and only then; where it cannot start, or has nothing to add, the page stays.

#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod address;
mod fragment;
#[cfg(all(target_arch = "wasm32", any(feature = "web", feature = "strength")))]
// What measures passwords only looks for the element.
#[cfg_attr(not(feature = "web"), allow(dead_code))]
mod mount;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
mod open;
#[cfg(all(
    target_arch = "wasm32",
    any(all(feature = "web", not(feature = "measure")), feature = "strength")
))]
mod strength;

pub use fragment::{Arrived, read};
#[cfg(all(target_arch = "wasm32", feature = "web"))]
pub use open::open;
#[cfg(all(target_arch = "wasm32", feature = "web", not(feature = "measure")))]
pub use strength::ask as ask_strength;
#[cfg(all(target_arch = "wasm32", feature = "strength"))]
pub use strength::offer as offer_strength;
