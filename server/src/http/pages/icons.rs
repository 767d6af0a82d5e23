//! The app's icons and illustrations, inlined.

use latchkey_brand::icons;

/// The symbols. `templates/app/icons.svg` links to the app's file.
const SYMBOLS: &str = include_str!("../../../templates/app/icons.svg");

/// An icon of 24 units. Hidden from screen readers: the text beside it says the same.
pub(super) fn icon(id: &str, class: &str) -> String {
    format!(
        "<svg class=\"{}{class}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{}</svg>",
        icons::icon_class(id),
        symbol(id)
    )
}

/// An illustration of 48 units. `tone` is `amber`, or empty for the accent.
pub(super) fn illustration(id: &str, tone: &str) -> String {
    let class = icons::illustration_class(id, tone);
    format!("<svg class=\"{class}\" viewBox=\"0 0 48 48\" aria-hidden=\"true\">{}</svg>", symbol(id))
}

/// The tile of a brand without a logo.
pub(super) fn brand_tile() -> String {
    format!(
        "<svg class=\"{}\" viewBox=\"0 0 28 28\" aria-hidden=\"true\">{}</svg>",
        icons::TILE_CLASS,
        symbol("tile")
    )
}

/// The shapes of a symbol. Empty if there is none with this id.
fn symbol(id: &str) -> &'static str {
    icons::symbol(SYMBOLS, id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_of_the_pages_has_shapes_without_inline_styles() {
        let icons =
            ["alert", "check", "devices", "down", "eye", "eye-off", "globe", "key", "mail", "out", "warn"];
        let illustrations =
            ["broken", "clock", "device", "done", "key", "lock", "mail", "mails", "shield", "used"];
        let illustrations = illustrations.map(|illustration| format!("illustration-{illustration}"));
        for id in icons.into_iter().chain(illustrations.iter().map(String::as_str)).chain(["tile"]) {
            assert!(symbol(id).starts_with('<') && !symbol(id).contains("style"), "{id}");
        }
    }
}
