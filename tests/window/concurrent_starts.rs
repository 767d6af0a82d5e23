//! Concurrent starts of the app.

use std::time::Duration;

use latchkey::single_instance::{Claim, InstancePaths, claim};
use latchkey_e2e::{DesktopSession, InspectorEndpoint, Result, Window, is_title_of, wait_until};
use latchkey_server::Limits;
use tokio::task::JoinSet;
use tokio::time::{interval, timeout};

use crate::service::{ADA, Service};
use crate::steps::{BINARY, NAME, WINDOW_BINARY, request_email, wait_for_reset_screen};

#[tokio::test]
async fn two_simultaneous_starts_open_one_window() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    for _ in 0..2 {
        let inspector = InspectorEndpoint::new(&desktop)?;
        let mut starts = JoinSet::new();
        for _ in 0..2 {
            let mut command = desktop.command(BINARY);
            command.env(Service::ADDRESS_VARIABLE, service.address());
            inspector.enable_for(&mut command)?;
            let mut child = command.spawn().unwrap();
            starts.spawn(async move { child.wait().await.unwrap() });
        }
        let window = Window::attach(&desktop, inspector, WINDOW_BINARY.as_ref()).await?;
        window.wait_for_heading("Forgot your password?").await?;
        let other = starts.join_next().await.unwrap().unwrap();
        assert!(other.success(), "{other}");
        assert_eq!(desktop.processes_of(WINDOW_BINARY.as_ref()), [window.process_id()]);
        // The other start raises the window, which is invisible for a moment.
        let alone = wait_until(async || match &desktop.window_titles().await.ok()?[..] {
            [only] => is_title_of(NAME, only).then_some(()),
            _ => None,
        });
        let alone = alone.await;
        assert!(alone.is_some(), "{:?}", desktop.window_titles().await?);
        window.close().await?;
        let first = starts.join_next().await.unwrap().unwrap();
        assert!(first.success(), "{first}");
    }
    Ok(())
}

/// A hundred links with unknown tokens in one second, then a valid one. They are forwarded as by starts of the app, without
/// starting it. Meanwhile the window responds within a second.
#[tokio::test(flavor = "multi_thread")]
async fn window_stays_responsive_under_a_hundred_links_per_second_and_shows_the_last() -> Result<()> {
    let limits = Limits { resend_after: 0, client_requests: 10_000, ..Limits::default() };
    let service = Service::start_with(limits).await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    let mail = service.mail_to(ADA).await;
    let place = InstancePaths::in_folder(desktop.runtime_dir().join("app.latchkey.Latchkey"));

    let mut starts = JoinSet::new();
    let mut pace = interval(Duration::from_millis(10));
    for number in 0..100 {
        pace.tick().await;
        let place = place.clone();
        let link = format!("latchkey://reset-password?token={number:0>43}");
        starts.spawn_blocking(move || claim(&[place], Some(&link), None).unwrap());
    }
    timeout(Duration::from_secs(1), window.heading()).await.expect("the window responds")?;
    for claim in starts.join_all().await {
        assert!(matches!(claim, Claim::Forwarded), "{claim:?}");
    }
    // Two starts at the same time have no order, so the last link begins when the others were taken.
    let last = claim(&[place], Some(mail.link().as_str()), None).unwrap();
    assert!(matches!(last, Claim::Forwarded), "{last:?}");
    wait_for_reset_screen(&window, ADA).await?;
    assert_eq!(desktop.processes_of(WINDOW_BINARY.as_ref()), [window.process_id()]);
    window.close().await
}
