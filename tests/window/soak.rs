//! Many recoveries through one window, one keyring and one server: the memory of the app stays within bounds, and no file
//! descriptor leaks. The memory of the web view is reported only: WebKit decides what it keeps. `scripts/soak` runs it.
//!
//! The keyboard operates the window, and its title tells the step. WebDriver would keep something of every element that it
//! finds.

use std::io::Write as _;

use latchkey_e2e::{DesktopSession, Error, ResourceUsage, Result, Window, wait_until};

use crate::service::{ADA, Service};
use crate::steps::open_link_in_running_app;

/// Maximum growth of memory after the warm-up, in percent.
const MAX_GROWTH: u64 = 5;
/// Milliseconds after each key.
const KEY_DELAY: u32 = 5;

fn recoveries() -> usize {
    std::env::var("LATCHKEY_TEST_RECOVERIES").map_or(500, |count| count.parse().unwrap())
}

#[tokio::test]
#[ignore = "takes half an hour; run by scripts/soak"]
async fn repeated_recoveries_in_one_window_leak_neither_memory_nor_descriptors() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    let count = recoveries();
    let mut usages = Vec::new();
    for number in 0..count {
        recover(&desktop, &service, &format!("umbrella {number} in the rain")).await?;
        usages.push(window.resource_usage()?);
    }
    // Compare the time after the warm-up with the end.
    let part = count / 5;
    let (early, late) = (&usages[part..2 * part], &usages[count - part..]);
    let (before, after) = (median(early, |usage| usage.memory), median(late, |usage| usage.memory));
    let web_view = [early, late].map(|part| median(part, |usage| usage.web_view_memory));
    let most = early.iter().map(|usage| usage.descriptors).max().unwrap();
    let least = late.iter().map(|usage| usage.descriptors).min().unwrap();
    let report = format!(
        "{count} recoveries in a window: {before} KiB and {most} descriptors after {}, {after} KiB and {least} at the end; \
         web view: {web_view:?} KiB",
        2 * part
    );
    writeln!(std::io::stderr(), "{report}").unwrap();
    assert!(after * 100 <= before * (100 + MAX_GROWTH), "{report}: {usages:?}");
    assert!(least <= most, "{report}");
    window.close().await
}

/// One recovery, from the first screen to the last and back.
async fn recover(desktop: &DesktopSession, service: &Service, password: &str) -> Result<()> {
    wait_for_title(desktop, "Forgot your password?").await?;
    // The field has the focus, and perhaps the address of the last recovery.
    desktop.press_key("ctrl+a").await?;
    desktop.type_keys(ADA, KEY_DELAY).await?;
    desktop.press_key("Return").await?;
    wait_for_title(desktop, "Check your email").await?;
    open_link_in_running_app(desktop, service.mail_to(ADA).await.link().as_str()).await;
    wait_for_title(desktop, "Choose a new password").await?;
    desktop.type_keys(password, KEY_DELAY).await?;
    // Past the button that shows the password.
    desktop.press_key("Tab").await?;
    desktop.press_key("Tab").await?;
    desktop.type_keys(password, KEY_DELAY).await?;
    desktop.press_key("Return").await?;
    wait_for_title(desktop, "Password changed").await?;
    assert!(service.can_sign_in(ADA, password).await);
    // Leads back to the first screen.
    open_link_in_running_app(desktop, "latchkey://reset-password?token=short").await;
    wait_for_title(desktop, "This link is incomplete").await?;
    desktop.press_key("Tab").await?;
    desktop.press_key("Return").await?;
    // The next day: the limits begin anew.
    service.clock().advance(86_400);
    service.prune().await;
    Ok(())
}

async fn wait_for_title(desktop: &DesktopSession, heading: &str) -> Result<()> {
    let title = format!("{heading} – Latchkey");
    let is_shown =
        wait_until(async || (desktop.active_window_title().await.ok()?? == title).then_some(())).await;
    let actual = desktop.active_window_title().await?;
    is_shown.ok_or_else(|| Error::new(format!("the title is {actual:?} instead of {title:?}")))
}

fn median(usages: &[ResourceUsage], memory: fn(&ResourceUsage) -> u64) -> u64 {
    let mut memory: Vec<u64> = usages.iter().map(memory).collect();
    memory.sort_unstable();
    memory[memory.len() / 2]
}
