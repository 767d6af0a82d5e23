//! The password was changed, and the answer never came: the person must not hear that the link was used.

use latchkey::flow::{CheckEmailProblem, ResetProblem};
use latchkey::service::{CallError, ProofError};

use super::newest_mail;
use super::support::device::Device;
use super::support::line::{Line, fault::Fault};
use super::support::server::second_factor::start_with_second_factor;
use super::support::server::{ADA, NEW_PASSWORD, TestServer, other_code};

const CHECK: &str = "POST /account/reset-password/check";
const RESET: &str = "POST /account/reset-password";

async fn ready_to_choose(server: &TestServer, mut device: Device) -> Device {
    device.ask_for(ADA).await;
    let link = newest_mail(server).await.link();
    device.open_link(link.as_str()).await;
    device.reset();
    device
}

/// Both resets said the same under one name, and the server answered both with success.
fn assert_one_attempt(line: &Line) {
    let resets = line.passed(RESET);
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
    let line = Line::to(server.running.addr()).await;
    line.break_times(Fault::Reset(0), RESET, 1).await;
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
    let line = Line::to(server.running.addr()).await;
    line.break_times(Fault::Withheld, RESET, 1).await;
    let device = Device::impatient(&line.base(), &server.clock).await;
    let mut device = ready_to_choose(&server, device).await;
    device.set_password(NEW_PASSWORD).await;
    assert_eq!(device.reset().problem, Some(ResetProblem::Call(CallError::TimedOut)));
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
    assert_one_attempt(&line);
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

/// TOK-7: each look at a code is a guess, so a lost answer to one costs one.
#[tokio::test]
async fn a_wrong_code_whose_answer_is_lost_costs_one_try() {
    let server = TestServer::start().await;
    let line = Line::to(server.running.addr()).await;
    let mut device = Device::new(&line.base(), &server.clock).await;
    device.ask_for(ADA).await;
    let wrong = other_code(&newest_mail(&server).await.code().unwrap());
    line.break_with(Fault::Reset(0), CHECK).await;
    device.type_code(&wrong).await;
    assert_eq!(device.check_email().problem, Some(CheckEmailProblem::CheckFailed(CallError::Down)));
    line.mend();
    device.type_code(&wrong).await;
    let left = ProofError::WrongCode { tries_left: Some(3) };
    assert_eq!(device.check_email().problem, Some(CheckEmailProblem::Code(left)));
}

/// The code of an authenticator app is a guess too.
#[tokio::test]
async fn a_wrong_second_factor_whose_answer_is_lost_costs_one_try() {
    let (server, totp) = start_with_second_factor(|_| ()).await;
    let line = Line::to(server.running.addr()).await;
    let device = Device::new(&line.base(), &server.clock).await;
    let mut device = ready_to_choose(&server, device).await;
    let wrong = other_code(&totp.generate(device.in_seconds(0).0).to_string());
    line.break_with(Fault::Reset(0), RESET).await;
    device.set_password_with(NEW_PASSWORD, &wrong).await;
    assert_eq!(device.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    assert_eq!(line.passed(RESET).len(), 1);
}
