//! The whole way of a person at one server, and everything that can go wrong on it.

use latchkey::flow::{CheckEmail, CheckEmailProblem, ForgotProblem, LinkFailure, Phase, Step};
use latchkey::secret::{EmailAddress, NewPassword};
use latchkey::service::{
    CallError, Changed, CheckError, IdempotencyKey, Proof, ProofError, RecoveryService, RequestError,
    ResetError,
};

use super::check::the_set_up_can_be_checked;
use super::harness::{ADA, NEW_PASSWORD, NOBODY, OLD_PASSWORD};
use super::logs::Logs;
use super::mutations::every_match_is_needed;
use super::proofs::{never_issued, of_link, some_code};
use super::recorded::what_is_recorded_was_said;
use super::site::Site;
use super::story::{Story, bring, link};
use super::support::device::Device;
use super::urls::no_secret_is_in_an_url;
use super::witness::Record;

/// More than any of these servers takes in a minute.
const TOO_OFTEN: usize = 30;

pub async fn journey<S: Site>() {
    let logs = Logs::read_along();
    let record = Record::default();
    let mut story = Story::<S>::begin(&record, &[]).await;
    an_unknown_address_looks_like_a_known_one(&mut story).await;
    what_the_server_takes_for_no_address_is_refused(&story).await;
    the_set_up_can_be_checked(&story).await;
    what_was_never_issued_does_not_work(&mut story).await;
    a_password_is_refused_and_then_one_is_set(&mut story).await;
    drop(story);
    for options in S::VARIANTS {
        a_password_is_refused_and_then_one_is_set(&mut Story::<S>::begin(&record, options).await).await;
    }
    if S::EXPIRES {
        what_is_too_old_does_not_work::<S>(&record).await;
    }
    who_asks_too_often_has_to_wait::<S>(&record).await;
    a_server_that_tells_who_has_an_account_is_not_repeated::<S>(&record).await;

    let asked = record.take();
    logs.have_no_secret(&asked);
    no_secret_is_in_an_url::<S>(&asked);
    what_is_recorded_was_said::<S>(&asked);
    every_match_is_needed::<S>(&asked).await;
}

async fn an_unknown_address_looks_like_a_known_one<S: Site>(story: &mut Story<S>) {
    let mut seen = Vec::new();
    for address in [ADA, NOBODY] {
        let mut device = story.device().await;
        device.ask_for(address).await;
        let CheckEmail { recovery, problem, .. } = device.check_email();
        assert_eq!(*problem, None);
        let looks = (recovery.session.is_some(), recovery.resend_after);
        let asked = story.last_outcome();
        let mut refused = None;
        if let Some(code) = some_code::<S>() {
            device.type_code(&code).await;
            device.set_password(NEW_PASSWORD).await;
            refused = Some(refusal(&device));
        }
        seen.push((looks, asked, story.last_outcome(), refused));
    }
    assert_eq!(seen[0], seen[1]);
    // It is not the one that later stories wait for.
    story.live.mail_to(ADA).await;
}

/// What is said of a code, at once or after the password.
fn refusal(device: &Device) -> LinkFailure {
    match device.flow.step() {
        Step::CheckEmail(CheckEmail { problem: Some(CheckEmailProblem::Code(error)), .. }) => (*error).into(),
        _ => device.stuck().0,
    }
}

async fn what_the_server_takes_for_no_address_is_refused<S: Site>(story: &Story<S>) {
    let Some(address) = S::REFUSED_ADDRESS else { return };
    let mut device = story.device().await;
    device.ask_for(address).await;
    let Step::Forgot(forgot) = device.flow.step() else { panic!("{:?}", device.flow) };
    assert_eq!(forgot.problem, Some(ForgotProblem::Refused));
}

async fn what_was_never_issued_does_not_work<S: Site>(story: &mut Story<S>) {
    let (mut device, mail) = story.asked().await;
    for (is, instead, error) in S::FORGED {
        let forged = mail.text.replace(is, instead);
        assert_ne!(forged, mail.text, "the mail has {is}");
        let forged = of_link::<S>(&forged).expect("a link all the same");
        assert_refused::<S>(&*device.service, &forged, *error).await;
    }
    bring::<S>(&mut device, &mail).await;
    let forged = never_issued::<S>(&device.reset().proof);
    assert_refused::<S>(&*device.service, &forged, S::NEVER_ISSUED).await;
    assert!(S::sign_in(&story.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

async fn a_password_is_refused_and_then_one_is_set<S: Site>(story: &mut Story<S>) {
    let session = S::sign_in(&story.live, OLD_PASSWORD).await.expect("the old password works");
    assert!(S::is_signed_in(&story.live, &session).await);
    let (device, mail) = story.asked().await;
    // What a person has to come back to after the mail was read is in the keyring.
    let mut device = device.restarted().await;
    bring::<S>(&mut device, &mail).await;
    assert_eq!(device.reset().phase, Phase::Ready(None));
    let proof = device.reset().proof.clone();
    for (weak, reasons) in S::WEAK {
        let refused = reset(&*device.service, &proof, weak).await;
        assert_eq!(refused, Err(ResetError::PasswordRefused(reasons.to_vec())), "{weak}");
    }
    device.set_password(NEW_PASSWORD).await;
    let told_of_signing_out = device.done();
    assert!(device.remembers_nothing().await);
    let is_signed_out = !S::is_signed_in(&story.live, &session).await;
    assert_eq!(told_of_signing_out && !S::KEEPS_SESSIONS, is_signed_out, "what Done says is true");
    assert!(S::sign_in(&story.live, NEW_PASSWORD).await.is_some(), "the new password works");
    assert!(S::sign_in(&story.live, OLD_PASSWORD).await.is_none(), "the old one does not");
    assert_refused::<S>(&*device.service, &proof, S::USED).await;
    assert!(S::sign_in(&story.live, NEW_PASSWORD).await.is_some(), "and nothing has changed since");
}

async fn what_is_too_old_does_not_work<S: Site>(record: &Record) {
    let mut story = Story::<S>::begin(record, S::EXPIRING).await;
    let (mut device, mail) = story.asked().await;
    S::let_time_pass(&story.live).await;
    let proof = match link::<S>(&mail) {
        Some(link) => of_link::<S>(link).unwrap(),
        None => {
            bring::<S>(&mut device, &mail).await;
            device.reset().proof.clone()
        }
    };
    assert_refused::<S>(&*device.service, &proof, S::EXPIRED).await;
    assert!(S::sign_in(&story.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

async fn who_asks_too_often_has_to_wait<S: Site>(record: &Record) {
    let Some(limit) = S::LIMIT else { return };
    let mut story = Story::<S>::begin(record, limit.options).await;
    let (mut device, mail) = story.asked().await;
    bring::<S>(&mut device, &mail).await;
    let proof = never_issued::<S>(&device.reset().proof);
    let mut refusals = vec![request_too_often(&*device.service).await];
    if S::LIMITS_RESETS {
        refusals.push(reset_too_often(&*device.service, &proof).await);
    }
    for refusal in refusals {
        let CallError::RateLimited { wait } = refusal else { panic!("{refusal:?}") };
        assert_eq!(wait.is_some(), limit.says_how_long);
    }
}

/// What is said in the end.
async fn request_too_often(service: &dyn RecoveryService) -> CallError {
    let email = EmailAddress::parse(ADA).unwrap();
    for _ in 0..TOO_OFTEN {
        match service.send_account_recovery_email(&email).await {
            Ok(_) => {}
            Err(RequestError::Call(error)) => return error,
            Err(other) => panic!("{other}"),
        }
    }
    panic!("there is no limit")
}

async fn reset_too_often(service: &dyn RecoveryService, proof: &Proof) -> CallError {
    for _ in 0..TOO_OFTEN {
        match reset(service, proof, NEW_PASSWORD).await {
            Err(ResetError::Proof(_)) => {}
            Err(ResetError::Call(error)) => return error,
            other => panic!("{other:?}"),
        }
    }
    panic!("there is no limit")
}

async fn a_server_that_tells_who_has_an_account_is_not_repeated<S: Site>(record: &Record) {
    let Some(options) = S::TELLING else { return };
    let mut story = Story::<S>::begin(record, options).await;
    an_unknown_address_looks_like_a_known_one(&mut story).await;
}

async fn reset(service: &dyn RecoveryService, proof: &Proof, password: &str) -> Result<Changed, ResetError> {
    let password = NewPassword::new(password).unwrap();
    service.reset_with_proof(proof, &password, &IdempotencyKey::generate(), None).await
}

/// Refused with a good password, and before one is typed where the server can be asked.
async fn assert_refused<S: Site>(service: &dyn RecoveryService, proof: &Proof, error: ProofError) {
    if service.capabilities().await.unwrap().check {
        assert_eq!(service.check(proof).await, Err(CheckError::Proof(error)));
    }
    assert_eq!(reset(service, proof, NEW_PASSWORD).await, Err(ResetError::Proof(error)));
}
