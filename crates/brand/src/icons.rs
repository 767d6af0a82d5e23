//! Reads the symbols of an SVG sprite, so that they can be inlined.

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
