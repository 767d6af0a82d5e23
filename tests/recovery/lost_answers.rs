//! The password was changed, and the answer never came: the person must not hear that the link was used.

use latchkey::flow::ResetProblem;
use latchkey::service::CallError;

use super::newest_mail;
use super::support::device::Device;
use super::support::line::{Line, Loses};
use super::support::server::{ADA, NEW_PASSWORD, TestServer};

async fn ready_to_choose(server: &TestServer, mut device: Device) -> Device {
    device.ask_for(ADA).await;
    let link = newest_mail(server).await.link();
    device.open_link(link.as_str()).await;
    device.reset();
    device
}

/// Both resets said the same under one name, and the server answered both with success.
fn assert_one_attempt(line: &Line) {
    let resets = line.resets();
    let [(first, first_answer), (second, second_answer)] = resets.as_slice() else {
        panic!("{}", resets.len())
    };
    assert!(first.header("idempotency-key").is_some());
    assert_eq!(first.header("idempotency-key"), second.header("idempotency-key"));
    assert_eq!(first.body, second.body);
    for answer in [first_answer, second_answer] {
        assert_eq!(answer.line(), "HTTP/1.1 200", "{}", answer.body);
    }
}

#[tokio::test]
async fn a_reset_whose_answer_was_cut_off_is_repeated_and_succeeds() {
    let server = TestServer::start().await;
    let line = Line::to(server.running.addr(), Loses::ByCutting).await;
    let device = Device::new(&line.base(), &server.clock).await;
    let mut device = ready_to_choose(&server, device).await;
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done(), "signed out everywhere");
    assert_one_attempt(&line);
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    newest_mail(&server).await;
    assert_eq!(server.mailbox.files().len(), 2, "one mail for the link and one notice of one change");
}

#[tokio::test]
async fn a_person_who_presses_again_after_a_silence_is_told_of_the_success() {
    let server = TestServer::start().await;
    let line = Line::to(server.running.addr(), Loses::ByKeeping).await;
    let device = Device::impatient(&line.base(), &server.clock).await;
    let mut device = ready_to_choose(&server, device).await;
    device.set_password(NEW_PASSWORD).await;
    assert_eq!(device.reset().problem, Some(ResetProblem::Call(CallError::TimedOut)));
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
    assert_one_attempt(&line);
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}
