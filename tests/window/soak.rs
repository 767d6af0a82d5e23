//! Many recoveries through one window, one keyring and one server: the memory of the app and its web view stays within
//! bounds, and no file descriptor leaks. `scripts/soak` runs it.

use std::io::Write as _;

use latchkey_e2e::{DesktopSession, ResourceUsage, Result, Window};

use crate::service::{ADA, Service};
use crate::steps::{open_link_in_running_app, request_email, type_password, wait_for_reset_screen};

/// Maximum growth of memory after the warm-up, in percent.
const MAX_GROWTH: u64 = 5;

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
        request_email(&window, ADA).await?;
        open_link_in_running_app(&desktop, service.mail_to(ADA).await.link().as_str()).await;
        wait_for_reset_screen(&window, ADA).await?;
        let password = format!("umbrella {number} in the rain");
        type_password(&window, &password, &password).await?;
        window.press("Change password").await?;
        window.wait_for_heading("Password changed").await?;
        assert!(service.can_sign_in(ADA, &password).await);
        // Leads back to the first screen.
        open_link_in_running_app(&desktop, "latchkey://reset-password?token=short").await;
        window.wait_for_heading("This link is incomplete").await?;
        window.press("Get a new link").await?;
        // The next day: the limits begin anew.
        service.clock().advance(86_400);
        service.prune().await;
        usages.push(window.resource_usage()?);
    }
    // Compare the time after the warm-up with the end.
    let part = count / 5;
    let (early, late) = (&usages[part..2 * part], &usages[count - part..]);
    let (before, after) = (median_memory(early), median_memory(late));
    let most = early.iter().map(|usage| usage.descriptors).max().unwrap();
    let least = late.iter().map(|usage| usage.descriptors).min().unwrap();
    let report = format!(
        "{count} recoveries in a window: {before} KiB and {most} descriptors after {}, {after} KiB and {least} at the end",
        2 * part
    );
    writeln!(std::io::stderr(), "{report}").unwrap();
    assert!(after * 100 <= before * (100 + MAX_GROWTH), "{report}: {usages:?}");
    assert!(least <= most, "{report}");
    window.close().await
}

fn median_memory(usages: &[ResourceUsage]) -> u64 {
    let mut memory: Vec<u64> = usages.iter().map(|usage| usage.memory).collect();
    memory.sort_unstable();
    memory[memory.len() / 2]
}
