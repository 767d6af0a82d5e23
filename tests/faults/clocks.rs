//! Clock changes between the request and the link, and during the reset, of the device and of the server.

use std::sync::Arc;

use latchkey::flow::{Event, LinkFailure, Phase};
use latchkey_server::{Clock as _, ManualClock};

use super::call::{CHECK, RESET};
use super::support::fault_proxy::{FaultProxy, fault::Fault};
use super::support::headless_app::HeadlessApp;
use super::support::server::{ADA, NEW_PASSWORD, TestServer};

const HOUR: i64 = 3600;
const YEAR: i64 = 365 * 24 * HOUR;

/// A server, and an app with its own clock that starts with the same time.
async fn apart() -> (TestServer, HeadlessApp, Arc<ManualClock>) {
    let server = TestServer::start().await;
    let clock = Arc::new(ManualClock::at(server.clock.now()));
    let app = HeadlessApp::new(server.running.base_url().as_str(), &clock).await;
    (server, app, clock)
}

async fn link(server: &TestServer) -> String {
    server.running.mail_delivered().await.unwrap();
    server.mailbox.newest().link().into()
}

#[tokio::test]
async fn device_clock_change_after_the_request_keeps_link_and_remaining_time() {
    for moved in [-YEAR, -2 * HOUR, -30, 30, 2 * HOUR, YEAR] {
        let (server, mut app, clock) = apart().await;
        app.request_email(ADA).await;
        clock.shift(moved);
        app.open_link(&link(&server).await).await;
        // The remaining time comes from the server and is added to the device's clock.
        assert_eq!(app.reset().phase, Phase::Ready(Some(app.timestamp_in(3600))), "{moved}");
        app.set_password(NEW_PASSWORD).await;
        assert!(app.done(), "{moved}");
    }
}

#[tokio::test]
async fn device_clock_change_during_the_reset_does_not_break_it() {
    for moved in [-YEAR, -2 * HOUR, 2 * HOUR, YEAR] {
        let (server, app, clock) = apart().await;
        drop(app);
        let proxy = FaultProxy::start(server.running.addr()).await;
        let mut app = HeadlessApp::new(&proxy.base(), &clock).await;
        app.request_email(ADA).await;
        app.open_link(&link(&server).await).await;
        proxy.inject(Fault::ConnectionReset(0), RESET).await;
        app.set_password(NEW_PASSWORD).await;
        clock.shift(moved);
        proxy.clear();
        app.set_password(NEW_PASSWORD).await;
        assert!(app.done(), "{moved}");
    }
}

#[tokio::test]
async fn clock_set_back_does_not_delay_the_next_email() {
    let (server, mut app, clock) = apart().await;
    app.request_email(ADA).await;
    clock.shift(-YEAR);
    server.clock.advance(60);
    app.dispatch(Event::ResendPressed).await;
    assert!(app.check_email().resent);
    // The next wait is a minute of the changed clock.
    app.dispatch(Event::ResendPressed).await;
    assert_eq!(app.check_email().recovery.resend_at, app.timestamp_in(60));
    assert_eq!(app.check_email().problem, None);
}

#[tokio::test]
async fn only_a_large_clock_change_before_a_restart_loses_the_verifier() {
    for (moved, works) in [(-1800, true), (1800, true), (-2 * HOUR, false), (2 * HOUR, false)] {
        let (server, mut app, clock) = apart().await;
        app.request_email(ADA).await;
        clock.shift(moved);
        let mut app = app.restarted().await;
        app.open_link(&link(&server).await).await;
        if works {
            app.set_password(NEW_PASSWORD).await;
            assert!(app.done(), "{moved}");
        } else {
            assert_eq!(app.link_problem(), (LinkFailure::OtherDevice, None), "{moved}");
        }
    }
}

#[tokio::test]
async fn server_clock_set_forward_expires_the_link_and_set_back_does_not() {
    for (moved, works) in [(-2 * HOUR, true), (-30, true), (30, true), (2 * HOUR, false)] {
        let (server, mut app, _) = apart().await;
        app.request_email(ADA).await;
        let link = link(&server).await;
        server.clock.shift(moved);
        app.open_link(&link).await;
        if works {
            app.set_password(NEW_PASSWORD).await;
            assert!(app.done(), "{moved}");
        } else {
            assert_eq!(app.link_problem(), (LinkFailure::Expired, Some(ADA)), "{moved}");
        }
    }
}

/// The response to the reset is lost, and before the retry the server's clock is past the link's expiry: the change is
/// confirmed all the same.
#[tokio::test]
async fn lost_reset_response_is_confirmed_after_a_server_clock_change() {
    for moved in [-2 * HOUR, 2 * HOUR] {
        let (server, app, clock) = apart().await;
        drop(app);
        let proxy = FaultProxy::start(server.running.addr()).await;
        let mut app = HeadlessApp::new(&proxy.base(), &clock).await;
        app.request_email(ADA).await;
        app.open_link(&link(&server).await).await;
        proxy.inject(Fault::ConnectionReset(50), RESET).await;
        app.set_password(NEW_PASSWORD).await;
        server.clock.shift(moved);
        proxy.clear();
        app.set_password(NEW_PASSWORD).await;
        assert!(app.done(), "{moved}");
    }
}

/// A suspended laptop: both clocks advance, and the response to the earlier request never arrives.
#[tokio::test]
async fn suspended_device_continues_after_resume() {
    for (asleep, works) in [(20 * 60, true), (2 * HOUR, false)] {
        let (server, app, clock) = apart().await;
        drop(app);
        let proxy = FaultProxy::start(server.running.addr()).await;
        let mut app = HeadlessApp::with_short_timeout(&proxy.base(), &clock).await;
        app.request_email(ADA).await;
        proxy.inject(Fault::ResponseWithheld, CHECK).await;
        app.open_link(&link(&server).await).await;
        clock.shift(asleep);
        server.clock.shift(asleep);
        proxy.clear();
        app.dispatch(Event::CheckAgain).await;
        if works {
            assert_eq!(app.reset().phase, Phase::Ready(Some(app.timestamp_in(40 * 60))));
            app.set_password(NEW_PASSWORD).await;
            assert!(app.done());
        } else {
            assert_eq!(app.link_problem(), (LinkFailure::Expired, Some(ADA)));
        }
    }
}
