//! The window is closed: while another start hands over a link, and while threads of libraries run.

use std::fs;
use std::time::Duration;

use latchkey_e2e::{App, DesktopSession, Error, InspectorEndpoint, Result, Window, wait_until};
use latchkey_server::Limits;

use crate::service::{ADA, Service};
use crate::steps::{BINARY, WINDOW_BINARY, text};

/// Rounds with increasing delays.
const DELAYED_ROUNDS: u32 = 20;
/// Rounds in which the app is stopped while both happen.
const STOPPED_ROUNDS: u32 = 6;
/// The name of the thread that sends a link.
const SENDER: &str = "forward link";
/// In each round the window is closed this much later: in even rounds after the start, before or while the link arrives;
/// in odd rounds after the window has begun to check the link.
const STEP: Duration = Duration::from_millis(12);

/// Either the closing window takes the link and checks it, or the start opens a window of its own with it.
#[tokio::test]
async fn link_opened_while_the_window_closes_is_shown_exactly_once() -> Result<()> {
    let service =
        Service::start_with(Limits { resend_after: 0, client_requests: 10_000, ..Limits::default() }).await;
    let desktop = DesktopSession::start().await?;
    let mut window = open_and_load(&desktop, &service).await?;
    let mail = service.request_from_other_client(ADA).await;
    let mut reopened = 0;
    for round in 0..DELAYED_ROUNDS {
        // The service does not know the token, so that each round has its own.
        let token = format!("{round:0>43}");
        let link = mail.link().as_str().replace(&mail.token(), &token);
        let inspector = InspectorEndpoint::new(&desktop)?;
        let mut start = desktop.command(BINARY);
        start.arg(link).env(Service::ADDRESS_VARIABLE, service.address());
        inspector.enable_for(&mut start)?;
        let mut start = start.spawn().unwrap();
        if round % 2 == 1 {
            let checks = wait_until(async || (service.proxy.count_text(&token) == 1).then_some(())).await;
            assert!(checks.is_some(), "round {round}: the window does not check the link");
        }
        // A fixed time, because the moment of the close is what varies.
        tokio::time::sleep(STEP * round).await;
        window.close().await?;
        let start_outcome = wait_until(async || match start.try_wait().unwrap() {
            Some(status) => Some(Some(status)),
            None => inspector.is_listening().await.then_some(None),
        });
        window = match start_outcome.await {
            Some(Some(status)) => {
                assert!(status.success(), "round {round}: {status}");
                // The proxy may be slow to read it.
                let checked =
                    wait_until(async || (service.proxy.count_text(&token) == 1).then_some(())).await;
                assert!(
                    checked.is_some(),
                    "round {round}: the closed window took the link and did not check it"
                );
                open_and_load(&desktop, &service).await?
            }
            Some(None) => {
                reopened += 1;
                let window = Window::attach(&desktop, inspector, WINDOW_BINARY.as_ref()).await?;
                window.wait_for_heading(&text("damaged-title")).await?;
                assert!(
                    service.proxy.count_text(&token) <= 2,
                    "round {round}: both windows checked the link"
                );
                window
            }
            None => panic!("round {round}: the start neither handed the link over nor opened a window"),
        };
    }
    assert!(reopened > 0, "every link was taken by a window that was not closing yet");
    window.close().await
}

/// The app is stopped when the close is requested, so that the request and the link wait for it together.
#[tokio::test]
async fn link_opened_after_the_close_was_requested_opens_a_new_window() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let mail = service.request_from_other_client(ADA).await;
    let mut window = open_and_load(&desktop, &service).await?;
    for round in 0..STOPPED_ROUNDS {
        let inspector = InspectorEndpoint::new(&desktop)?;
        let mut start = desktop.command(BINARY);
        start.arg(mail.link().as_str()).env(Service::ADDRESS_VARIABLE, service.address());
        inspector.enable_for(&mut start)?;
        let mut child = None;
        let sends = async || {
            let start = child.insert(start.spawn().unwrap());
            let sends = wait_until(async || sends_link(start.id()?).then_some(())).await;
            sends.ok_or_else(|| Error::new("the start does not send its link"))
        };
        window.close_while_suspended(sends).await?;
        window = Window::attach(&desktop, inspector, WINDOW_BINARY.as_ref()).await?;
        window.wait_for_heading(&text("reset-title")).await?;
        assert!(
            child.unwrap().try_wait().unwrap().is_none(),
            "round {round}: another process has the window"
        );
    }
    window.close().await
}

/// A library's thread can still use what its destructor frees: see `platform::skip_library_destructors`. The dynamic loader
/// writes down which it calls.
#[tokio::test]
async fn closed_app_exits_without_library_destructors() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let log = desktop.folder().join("loader");
    let app = service.app().env("LD_DEBUG", "files").env("LD_DEBUG_OUTPUT", &log);
    let window = open_and_load_app(&desktop, &service, &app).await?;
    let log = log.with_extension(window.process_id().to_string());
    window.close().await?;
    let calls = fs::read_to_string(log).unwrap();
    let of_library =
        |call: &str| calls.lines().any(|line| line.contains(call) && line.contains("/libX11.so"));
    assert!(of_library("calling init:"), "the loader reports no constructor");
    assert!(!of_library("calling fini:"), "a destructor ran");
    Ok(())
}

/// Whether the thread that sends a link to the running app is there.
fn sends_link(process: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    threads
        .filter_map(|thread| fs::read_to_string(thread.path().join("comm")).ok())
        .any(|name| name.trim() == SENDER)
}

/// Opens a window, and waits until it can check a link: before it has the service's capabilities, a link waits.
async fn open_and_load<'desktop>(
    desktop: &'desktop DesktopSession,
    service: &Service,
) -> Result<Window<'desktop>> {
    open_and_load_app(desktop, service, &service.app()).await
}

async fn open_and_load_app<'desktop>(
    desktop: &'desktop DesktopSession,
    service: &Service,
    app: &App,
) -> Result<Window<'desktop>> {
    let before = service.proxy.responses();
    let window = Window::open(desktop, app).await?;
    window.wait_for_heading(&text("forgot-title")).await?;
    let loaded = wait_until(async || (service.proxy.responses() > before).then_some(()));
    assert!(loaded.await.is_some(), "the app did not ask for the capabilities");
    Ok(window)
}
