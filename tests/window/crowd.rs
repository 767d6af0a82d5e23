//! Many starts at once.

use std::time::Duration;

use latchkey::single_instance::{Claim, SocketPlace, claim};
use latchkey_server::Limits;
use latchkey_tour::{Desk, Remote, Result, Window, until};
use tokio::task::JoinSet;
use tokio::time::interval;

use crate::service::{ADA, Service};
use crate::steps::{BINARY, NAME, ask_for, start_with_link, wait_for_reset_of};

#[tokio::test]
async fn of_two_apps_started_in_one_instant_one_opens_a_window() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    for _ in 0..2 {
        let remote = Remote::new(&desk)?;
        let mut starts = JoinSet::new();
        for _ in 0..2 {
            let mut command = desk.command(BINARY);
            command.env(Service::ADDRESS_VARIABLE, service.address());
            remote.allow(&mut command)?;
            let mut child = command.spawn().unwrap();
            starts.spawn(async move { child.wait().await.unwrap() });
        }
        let window = Window::attach(&desk, remote, BINARY.as_ref()).await?;
        window.wait_for_heading("Forgot your password?").await?;
        let other = starts.join_next().await.unwrap().unwrap();
        assert!(other.success(), "{other}");
        assert_eq!(desk.processes_of(BINARY.as_ref()), [window.process_id()]);
        // It comes to the front for the other one, and is not to be seen for a moment then.
        let alone = until(async || (desk.window_titles().await.ok()? == [NAME]).then_some(())).await;
        assert!(alone.is_some(), "{:?}", desk.window_titles().await?);
        window.close().await?;
        assert!(starts.join_next().await.unwrap().unwrap().success());
    }
    Ok(())
}

/// Links that work nowhere, a hundred in a second, and then one that works. They come as from starts of the app, without
/// the time that starting takes.
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_links_a_second_leave_the_window_awake_and_on_the_last_one() -> Result<()> {
    let limits = Limits { resend_after: 0, client_requests: 10_000, ..Limits::default() };
    let service = Service::start_with(limits).await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    let place = SocketPlace::in_folder(desk.runtime_dir().join("app.latchkey.Latchkey"));

    let mut starts = JoinSet::new();
    let mut pace = interval(Duration::from_millis(10));
    for number in 0..100 {
        pace.tick().await;
        let (place, link) = (place.clone(), format!("latchkey://reset-password?token={number:0>43}"));
        starts.spawn_blocking(move || claim(&[place], Some(&link)).unwrap());
    }
    // It answers while they are handed over.
    window.heading().await?;
    for claim in starts.join_all().await {
        assert!(matches!(claim, Claim::HandedOver), "{claim:?}");
    }
    start_with_link(&desk, service.letter_to(ADA).await.link().as_str()).await;
    wait_for_reset_of(&window, ADA).await?;
    assert_eq!(desk.processes_of(BINARY.as_ref()), [window.process_id()]);
    window.close().await
}
