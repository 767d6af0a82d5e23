//! Photographs of the screens that the stories pass, for people to look at.

use std::path::Path;

use latchkey_tour::{Result, Window};

/// A computer's window, and a phone's.
const SIZES: [(u32, u32); 2] = [(1024, 768), (390, 844)];

/// The narrowest window that the app allows, 320 CSS pixels: also what a page of 1280 is at 400 % (WCAG 2.2, 1.4.10).
pub const NARROWEST: (u32, u32) = (320, 800);

/// Takes the screen in both sizes, `NAME-1024x768.png` and `NAME-390x844.png`, and leaves the window in the second.
///
/// # Panics
/// When one would have to scroll sideways to read it (WCAG 2.2, 1.4.10).
pub async fn shots(window: &Window<'_>, name: &str) -> Result<()> {
    for size in SIZES {
        shot(window, name, size).await?;
    }
    Ok(())
}

/// Takes the screen in the narrowest window, as `NAME-320x800.png`. Panics as [`shots`].
pub async fn narrow_shot(window: &Window<'_>, name: &str) -> Result<()> {
    shot(window, name, NARROWEST).await
}

async fn shot(window: &Window<'_>, name: &str, (width, height): (u32, u32)) -> Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("window-shots");
    window.resize(width, height).await?;
    assert_eq!(window.too_wide_by().await?, 0, "{name} is too wide for {width}x{height}");
    window.screenshot(&folder.join(format!("{name}-{width}x{height}.png"))).await
}
