//! The page that the screens are drawn in, before they are drawn: in the right colours, so that nothing flashes white.

/// Up to the title.
const HEAD: &str = concat!(
    "<!doctype html><html><head><meta charset=\"utf-8\">",
    // As wide as the screen, a phone's rounded corners included (`env(safe-area-inset-…)`); when the keyboard comes the
    // page becomes lower, so that a field can always be scrolled to; and it can be made larger with two fingers.
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover, \
     interactive-widget=resizes-content\">",
    "<meta name=\"color-scheme\" content=\"light dark\"><style>",
    include_str!("../../assets/tokens.css"),
    include_str!("../../assets/page.css"),
    "</style><title>",
);

/// From the title on. The screens take the place of `main`.
const REST: &str = "</title></head><body><div id=\"main\"></div></body></html>";

/// The page of a product. A screen reader reads its name as the page's.
pub(super) fn page(name: &str) -> String {
    let name = name.replace('&', "&amp;").replace('<', "&lt;");
    [HEAD, &name, REST].concat()
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_name_is_text_and_nothing_else() {
        let page = page("Nuts & Bolts <b></title>");
        assert!(page.contains("<title>Nuts &amp; Bolts &lt;b>&lt;/title></title>"), "{page}");
    }

    /// WCAG 2.2, 1.4.4 and 2.4.11: dioxus-desktop's own page can do neither.
    #[test]
    fn it_can_be_made_larger_and_makes_room_for_a_keyboard() {
        let page = page("Latchkey");
        assert!(!page.contains("user-scalable") && !page.contains("maximum-scale"));
        assert!(page.contains("interactive-widget=resizes-content") && page.contains("viewport-fit=cover"));
    }
}
