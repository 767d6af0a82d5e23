//! Photographs of the screens that the stories pass, for people to look at.

use std::path::Path;

use latchkey_tour::{Result, Window};

/// A computer's window, and a phone's.
const SIZES: [(u32, u32); 2] = [(1024, 768), (390, 844)];

/// Takes the screen in both sizes, `NAME-1024x768.png` and `NAME-390x844.png`, and leaves the window in the second.
///
/// # Panics
/// When one would have to scroll sideways to read it (WCAG 2.2, 1.4.10).
pub async fn shots(window: &Window<'_>, name: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("window-shots");
    for (width, height) in SIZES {
        window.resize(width, height).await?;
        assert_eq!(window.too_wide_by().await?, 0, "{name} is too wide for {width}x{height}");
        window.screenshot(&folder.join(format!("{name}-{width}x{height}.png"))).await?;
    }
    Ok(())
}
