//! Reads colours from the app's design tokens.

use latchkey_brand::contrast::Colour;

/// The app's design tokens (CSS): custom properties for the light scheme, and in a media query those for the dark one.
pub(crate) const TOKENS: &str = include_str!("../../templates/app/tokens.css");

/// A colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    Light,
    Dark,
}

/// The colour of a token.
///
/// # Panics
/// There is no such token. The names and the style sheet are part of the program, and a test reads every one.
pub(super) fn colour(scheme: Scheme, name: &str) -> Colour {
    find(scheme, name).unwrap_or_else(|| panic!("tokens.css has no --{name} for {scheme:?}"))
}

fn find(scheme: Scheme, name: &str) -> Option<Colour> {
    let (light, rest) = TOKENS.split_once("@media (prefers-color-scheme: dark)")?;
    let dark = rest.split("@media").next()?;
    let block = if scheme == Scheme::Light { light } else { dark };
    let (_, value) = block.split_once(&format!("--{name}: "))?;
    Colour::parse(value.split_once(';')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_of_emails_is_found_in_both_schemes() {
        for name in ["paper", "sheet", "sunk", "ink", "quiet", "hair", "accent", "on-accent", "red", "on-red"]
        {
            for scheme in [Scheme::Light, Scheme::Dark] {
                assert!(find(scheme, name).is_some(), "{scheme:?} --{name}");
            }
        }
        assert_eq!(find(Scheme::Light, "no-such-token"), None);
    }
}
