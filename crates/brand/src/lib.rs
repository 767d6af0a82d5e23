//! Contrast and logo checks of a brand ([`contrast`], [`logo`]), the colours derived from its accent ([`accents`]), and
//! access to the symbols of the app's sprite ([`icons`]). It has no dependencies, because the app's build script uses it
//! too.

pub mod accents;
pub mod contrast;
pub mod icons;
pub mod logo;
