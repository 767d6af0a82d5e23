//! What a brand may look like: colours whose text can be read ([`contrast`]), and a logo that only draws ([`logo`]).
//! Needs nothing but the standard library: the app's build script uses it too.

pub mod contrast;
pub mod logo;
