//! Clocks that are moved between the request and the link, and during the reset: this device's and the server's.

use std::sync::Arc;

use latchkey::flow::{Event, LinkFailure, Phase};
use latchkey_server::{Clock as _, ManualClock};

use super::call::{CHECK, RESET};
use super::support::device::Device;
use super::support::line::{Line, fault::Fault};
use super::support::server::{ADA, NEW_PASSWORD, TestServer};

const HOUR: i64 = 3600;
const YEAR: i64 = 365 * 24 * HOUR;

/// A server, and a device with a clock of its own that shows the same.
async fn apart() -> (TestServer, Device, Arc<ManualClock>) {
    let server = TestServer::start().await;
    let clock = Arc::new(ManualClock::at(server.clock.now()));
    let device = Device::new(server.running.base_url().as_str(), &clock).await;
    (server, device, clock)
}

async fn link(server: &TestServer) -> String {
    server.running.mail_delivered().await.unwrap();
    server.mailbox.newest().link().into()
}

#[tokio::test]
async fn a_device_s_clock_that_is_moved_after_the_request_costs_neither_link_nor_time() {
    for moved in [-YEAR, -2 * HOUR, -30, 30, 2 * HOUR, YEAR] {
        let (server, mut device, clock) = apart().await;
        device.ask_for(ADA).await;
        clock.shift(moved);
        device.open_link(&link(&server).await).await;
        // The time that is left is the server's, told by the clock that the person sees.
        assert_eq!(device.reset().phase, Phase::Ready(Some(device.in_seconds(3600))), "{moved}");
        device.set_password(NEW_PASSWORD).await;
        assert!(device.done(), "{moved}");
    }
}

#[tokio::test]
async fn a_device_s_clock_that_is_moved_during_the_reset_does_not_end_it() {
    for moved in [-YEAR, -2 * HOUR, 2 * HOUR, YEAR] {
        let (server, device, clock) = apart().await;
        drop(device);
        let line = Line::to(server.running.addr()).await;
        let mut device = Device::new(&line.base(), &clock).await;
        device.ask_for(ADA).await;
        device.open_link(&link(&server).await).await;
        line.break_with(Fault::Reset(0), RESET).await;
        device.set_password(NEW_PASSWORD).await;
        clock.shift(moved);
        line.mend();
        device.set_password(NEW_PASSWORD).await;
        assert!(device.done(), "{moved}");
    }
}

#[tokio::test]
async fn a_clock_that_was_set_back_does_not_hold_the_next_email_up_for_as_long() {
    let (server, mut device, clock) = apart().await;
    device.ask_for(ADA).await;
    clock.shift(-YEAR);
    server.clock.advance(60);
    device.on(Event::ResendPressed).await;
    assert!(device.check_email().resent);
    // By the new clock the next minute is a minute.
    device.on(Event::ResendPressed).await;
    assert_eq!(device.check_email().recovery.resend_after, device.in_seconds(60));
    assert_eq!(device.check_email().problem, None);
}

#[tokio::test]
async fn after_a_restart_a_small_move_of_the_clock_is_forgiven_and_a_large_one_costs_the_binding() {
    for (moved, works) in [(-1800, true), (1800, true), (-2 * HOUR, false), (2 * HOUR, false)] {
        let (server, mut device, clock) = apart().await;
        device.ask_for(ADA).await;
        clock.shift(moved);
        let mut device = device.restarted().await;
        device.open_link(&link(&server).await).await;
        if works {
            device.set_password(NEW_PASSWORD).await;
            assert!(device.done(), "{moved}");
        } else {
            assert_eq!(device.stuck(), (LinkFailure::OtherDevice, None), "{moved}");
        }
    }
}

#[tokio::test]
async fn a_server_s_clock_that_is_set_back_ends_no_link_and_one_set_forward_ends_it_in_words() {
    for (moved, works) in [(-2 * HOUR, true), (-30, true), (30, true), (2 * HOUR, false)] {
        let (server, mut device, _) = apart().await;
        device.ask_for(ADA).await;
        let link = link(&server).await;
        server.clock.shift(moved);
        device.open_link(&link).await;
        if works {
            device.set_password(NEW_PASSWORD).await;
            assert!(device.done(), "{moved}");
        } else {
            assert_eq!(device.stuck(), (LinkFailure::Expired, Some(ADA)), "{moved}");
        }
    }
}

/// The answer is lost, and before the person presses again the server's clock is past the link's end: what was set
/// stays confirmed.
#[tokio::test]
async fn a_reset_whose_answer_was_lost_is_confirmed_after_the_link_s_end_and_before_its_beginning() {
    for moved in [-2 * HOUR, 2 * HOUR] {
        let (server, device, clock) = apart().await;
        drop(device);
        let line = Line::to(server.running.addr()).await;
        let mut device = Device::new(&line.base(), &clock).await;
        device.ask_for(ADA).await;
        device.open_link(&link(&server).await).await;
        line.break_with(Fault::Reset(50), RESET).await;
        device.set_password(NEW_PASSWORD).await;
        server.clock.shift(moved);
        line.mend();
        device.set_password(NEW_PASSWORD).await;
        assert!(device.done(), "{moved}");
    }
}

/// A laptop that sleeps: both clocks go on, and the answer to what was asked before never comes.
#[tokio::test]
async fn a_device_that_sleeps_between_request_and_link_goes_on_where_it_was() {
    for (asleep, works) in [(20 * 60, true), (2 * HOUR, false)] {
        let (server, device, clock) = apart().await;
        drop(device);
        let line = Line::to(server.running.addr()).await;
        let mut device = Device::impatient(&line.base(), &clock).await;
        device.ask_for(ADA).await;
        line.break_with(Fault::Withheld, CHECK).await;
        device.open_link(&link(&server).await).await;
        clock.shift(asleep);
        server.clock.shift(asleep);
        line.mend();
        device.on(Event::CheckAgain).await;
        if works {
            assert_eq!(device.reset().phase, Phase::Ready(Some(device.in_seconds(40 * 60))));
            device.set_password(NEW_PASSWORD).await;
            assert!(device.done());
        } else {
            assert_eq!(device.stuck(), (LinkFailure::Expired, Some(ADA)));
        }
    }
}
