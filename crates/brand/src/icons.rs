//! Reads the symbols of an SVG sprite, so that they can be inlined, and the rules that app and server share for them.

/// Classes of the icon with this id, which has 24 units. Icons that point into the reading direction are mirrored in
/// languages that are read from right to left.
pub fn icon_class(id: &str) -> &'static str {
    if matches!(id, "back" | "out") { "icon icon-mirrored" } else { "icon" }
}

/// Classes of the illustration with this id, which has 48 units. `tone` is `amber`, `red`, or empty for the accent.
pub fn illustration_class(id: &str, tone: &str) -> &'static str {
    match (id, tone) {
        ("illustration-done", _) => "illustration illustration-done",
        (_, "amber") => "illustration illustration-amber",
        (_, "red") => "illustration illustration-red",
        _ => "illustration",
    }
}

/// Class of the tile that a brand without a logo has. Its symbol is `tile`, with 28 units.
pub const TILE_CLASS: &str = "shell-brand-tile";

/// The shapes of the symbol with this id. Empty if the sprite has none.
pub fn symbol<'a>(sprite: &'a str, id: &str) -> &'a str {
    let shapes = || {
        let (_, rest) = sprite.split_once(&format!("<symbol id=\"{id}\""))?;
        let (_, rest) = rest.split_once('>')?;
        Some(rest.split_once("</symbol>")?.0)
    };
    shapes().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbol_is_found_by_its_whole_id() {
        let sprite = "<svg><symbol id=\"eye-off\" viewBox=\"0 0 24 24\"><path/></symbol><symbol id=\"eye\"><g/></symbol></svg>";
        assert_eq!(symbol(sprite, "eye"), "<g/>");
        assert_eq!(symbol(sprite, "eye-off"), "<path/>");
        assert_eq!(symbol(sprite, "ear"), "");
    }
}
