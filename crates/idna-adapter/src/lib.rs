//! The tables of Unicode for host names (UTS 46). `idna` takes them from a crate of this name, so that a program can choose
//! another one. This one takes them from the browser in a page, where they would be a tenth of the download. Elsewhere it is
//! the published crate: `icu.rs`, with LICENSE-MIT. An app that embeds the recovery does not get this patch, and has the
//! tables in its page.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
#[allow(deprecated, missing_docs)]
mod icu;
#[cfg(any(target_arch = "wasm32", test))]
mod punycode;

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use icu::*;
