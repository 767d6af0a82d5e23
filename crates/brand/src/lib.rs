//! Checks a brand: the contrast of its colours ([`contrast`]) and the content of its logo ([`logo`]); and derives the colours
//! of its theme from the accent ([`accents`]), and reads its icons ([`icons`]). Without dependencies, because the app's build script uses it too.

pub mod accents;
pub mod contrast;
pub mod icons;
pub mod logo;
