//! A server that speaks the two calls of the plain contract and nothing else.

use std::sync::Arc;

use latchkey::flow::{LinkFailure, Phase, ResetProblem};
use latchkey::password::PasswordPolicy;
use latchkey::secret::EmailAddress;
use latchkey::service::CallError;
use latchkey_server::{ManualClock, UnixTime};

use super::support::device::Device;
use super::support::scripted::{Act, Scripted, answer, not_found};
use super::support::server::{ADA, NEW_PASSWORD};

const TOKEN: &str = "4f1d0c7e2b9a4f1d0c7e2b9a";
const RESET: &str = "POST /account/reset-password";

/// Takes every request, and does with a reset what `reset` says.
async fn plain(reset: impl Fn(usize) -> Act + Send + Sync + 'static) -> Scripted {
    Scripted::start(move |request, nth| match request.line() {
        "POST /account/recovery" => answer(200, &["Content-Type: text/plain"], "OK"),
        RESET => reset(nth),
        _ => not_found(),
    })
    .await
}

/// A device whose person has asked, and opened the link of the mail.
async fn opened_at(server: &Scripted) -> Device {
    let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
    let mut device = Device::new(server.base().as_str(), &clock).await;
    device.ask_for(ADA).await;
    assert_eq!(device.check_email().recovery.resend_after, device.in_seconds(60));
    assert_eq!(device.flow.code(&device.check_email().recovery), None);
    device.open_link(&format!("latchkey://reset-password?token={TOKEN}")).await;
    device
}

#[tokio::test]
async fn the_whole_way_works_with_the_two_calls_alone() {
    let server = plain(|_| answer(200, &[], "")).await;
    let mut device = opened_at(&server).await;
    assert_eq!(device.reset().phase, Phase::Ready(None));
    assert_eq!(device.flow.email().map(EmailAddress::as_str), Some(ADA));
    assert_eq!(device.flow.policy(), PasswordPolicy::unknown());
    device.set_password(NEW_PASSWORD).await;
    assert!(!device.done(), "it did not say that it ended the sessions");
    assert!(device.remembers_nothing().await);

    let seen = server.seen();
    let lines: Vec<_> = seen.iter().map(|request| request.line()).collect();
    assert_eq!(lines, ["GET /account/recovery/capabilities", "POST /account/recovery", RESET]);
    assert_eq!(seen[1].body, "email=Ada%40example.org");
    assert_eq!(seen[2].body, format!("new_password={}&token={TOKEN}", NEW_PASSWORD.replace(' ', "+")));
    assert_eq!(seen[2].header("idempotency-key"), None);
}

#[tokio::test]
async fn its_refusals_are_understood_by_their_status() {
    for (status, headers, problem) in [
        (422, &[][..], ResetProblem::Refused(vec![])),
        (503, &[], ResetProblem::Call(CallError::Down)),
        (429, &[], ResetProblem::Wait(latchkey::clock::Timestamp(1_795_437_300))),
        (429, &["Retry-After: 7"], ResetProblem::Wait(latchkey::clock::Timestamp(1_795_437_247))),
    ] {
        let server =
            plain(move |nth| if nth == 0 { answer(status, headers, "") } else { answer(200, &[], "") }).await;
        let mut device = opened_at(&server).await;
        device.set_password(NEW_PASSWORD).await;
        assert_eq!(device.reset().problem, Some(problem), "{status}");
        device.set_password(NEW_PASSWORD).await;
        device.done();
    }
    for status in [400, 401, 403, 410] {
        let server = plain(move |_| answer(status, &["Content-Type: text/html"], "<h1>No</h1>")).await;
        let mut device = opened_at(&server).await;
        device.set_password(NEW_PASSWORD).await;
        assert_eq!(device.stuck(), (LinkFailure::Damaged, Some(ADA)), "{status}");
    }
}

#[tokio::test]
async fn a_reset_whose_answer_was_lost_is_not_repeated_behind_the_person_s_back() {
    let server = plain(|nth| if nth == 0 { Act::Reset(Vec::new()) } else { answer(410, &[], "") }).await;
    let mut device = opened_at(&server).await;
    device.set_password(NEW_PASSWORD).await;
    assert_eq!(device.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    assert_eq!(server.count(RESET), 1);
}
