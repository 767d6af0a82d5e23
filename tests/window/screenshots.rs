//! Screenshots of the screens that the tests visit, for people to look at.

use std::path::Path;

use latchkey_e2e::{Result, Window};
use serde_json::json;

/// A desktop window and a phone.
const SIZES: [(u32, u32); 2] = [(1024, 768), (390, 844)];

/// The narrowest window that the app allows, 320 CSS pixels, the same as a page of 1280 pixels at 400 % zoom
/// (WCAG 2.2, 1.4.10).
pub const NARROWEST: (u32, u32) = (320, 800);

/// Takes screenshots in both sizes, `NAME-1024x768.png` and `NAME-390x844.png`. The window keeps the second size.
///
/// # Panics
/// If the page needs horizontal scrolling (WCAG 2.2, 1.4.10).
pub async fn screenshots(window: &Window<'_>, name: &str) -> Result<()> {
    for size in SIZES {
        screenshot(window, name, size).await?;
    }
    Ok(())
}

/// Takes a screenshot in the narrowest window, `NAME-320x800.png`. Panics as [`screenshots`].
pub async fn narrow_screenshot(window: &Window<'_>, name: &str) -> Result<()> {
    screenshot(window, name, NARROWEST).await
}

/// What touches the edge of the card. Plain buttons come nearest to it: their ground is outside the column.
const AT_EDGE_OF_CARD: &str = "const card = visibleElements('.card')[0]?.getBoundingClientRect();
    return visibleElements('.card :is(h1, p, li, label, button, a.button)').filter(part => {
        const { left, right } = part.getBoundingClientRect();
        return left < card.left + 8 || right > card.right - 8;
    }).map(nameOf)";

/// The texts that are partly outside of the window, at its sides. The page clips what is there.
const CUT_OFF: &str =
    "return visibleElements('h1, h2, p, td, a, b, button, label, input').filter(element => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
    }).map(element => clean(element.innerText))";

async fn screenshot(window: &Window<'_>, name: &str, (width, height): (u32, u32)) -> Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("window-screenshots");
    window.resize(width, height).await?;
    assert_eq!(window.horizontal_overflow().await?, 0, "{name} is too wide for {width}x{height}");
    let at_edge = window.evaluate(AT_EDGE_OF_CARD, vec![]).await?;
    assert_eq!(at_edge, json!([]), "{name} has parts at the edge of its card, in {width}x{height}");
    let cut_off = window.evaluate(CUT_OFF, vec![]).await?;
    assert_eq!(cut_off, json!([]), "{name} has text outside of the window, in {width}x{height}");
    window.screenshot(&folder.join(format!("{name}-{width}x{height}.png"))).await
}
