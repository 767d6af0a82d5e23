//! Checks a brand: the contrast of its colours ([`contrast`]) and the content of its logo ([`logo`]). Without dependencies,
//! because the app's build script uses it too.

pub mod contrast;
pub mod logo;
