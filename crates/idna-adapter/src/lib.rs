//! The rules of Unicode for host names (UTS 46), from the browser. `idna` takes them from a crate of this name, so that a
//! program can choose another one. Only `scripts/web` uses this one, and only if it compiles the standard library too,
//! because then it uses unstable options of cargo anyway. Everything else has the published crate: the programs, the
//! server, and the page of an app that embeds the recovery. In a page, Unicode's tables would be a tenth of the download.
//!
//! Differences from the published crate. A page only shows what it accepts and sends it to the server, which decides:
//! - `idna` passes a label from its first character that is not ASCII, so the browser checks directions only from there.
//!   `1אב` is accepted here, and refused by the published crate.
//! - A label that is already in Punycode is not checked.
//! - Outside of a browser, a name that is not in ASCII is refused. The build scripts, which get this crate too, read none.

mod browser;
mod punycode;

pub use browser::*;
