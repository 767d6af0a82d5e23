//! A complete recovery with one server, and its failures.

use latchkey::flow::{CheckEmail, CheckEmailProblem, ForgotProblem, LinkFailure, Phase, Step};
use latchkey::secret::{EmailAddress, NewPassword};
use latchkey::service::{
    CallError, Changed, CheckError, IdempotencyKey, Proof, ProofError, RecoveryService, RequestError,
    ResetError,
};

use super::backend::Backend;
use super::harness::{ADA, NEW_PASSWORD, NOBODY, OLD_PASSWORD};
use super::log_capture::LogCapture;
use super::mutations::every_match_is_needed;
use super::proofs::{example_code, proof_in, with_unissued_secret};
use super::recording_service::OperationLog;
use super::recordings::recordings_match_live_responses;
use super::scenario::{Scenario, link, open_email};
use super::self_check::self_check_passes;
use super::support::headless_app::HeadlessApp;
use super::urls::no_secret_is_in_a_url;

/// More requests than any of these servers allows in a minute.
const MAX_ATTEMPTS: usize = 30;

pub async fn journey<B: Backend>() {
    let logs = LogCapture::start();
    let log = OperationLog::default();
    let mut scenario = Scenario::<B>::start(&log, &[]).await;
    unknown_address_gets_the_same_answer_as_a_known_one(&mut scenario).await;
    invalid_address_is_refused(&scenario).await;
    self_check_passes(&scenario).await;
    unissued_token_is_refused(&mut scenario).await;
    weak_passwords_are_refused_and_a_good_one_is_set(&mut scenario).await;
    drop(scenario);
    for options in B::VARIANTS {
        weak_passwords_are_refused_and_a_good_one_is_set(&mut Scenario::<B>::start(&log, options).await)
            .await;
    }
    if B::HAS_EXPIRY {
        expired_link_is_refused::<B>(&log).await;
    }
    rate_limit_is_reported::<B>(&log).await;
    account_existence_is_not_revealed::<B>(&log).await;
    B::own_cases(&log).await;

    let operations = log.take();
    logs.assert_no_secrets(&operations);
    no_secret_is_in_a_url::<B>(&operations);
    recordings_match_live_responses::<B>(&operations);
    every_match_is_needed::<B>(&operations).await;
}

async fn unknown_address_gets_the_same_answer_as_a_known_one<B: Backend>(scenario: &mut Scenario<B>) {
    let mut seen = Vec::new();
    for address in [ADA, NOBODY] {
        let mut app = scenario.app().await;
        app.request_email(address).await;
        let CheckEmail { recovery, problem, .. } = app.check_email();
        assert_eq!(*problem, None);
        let looks = (recovery.session.is_some(), recovery.resend_at);
        let request_outcome = scenario.last_outcome();
        let mut refused = None;
        if let Some(code) = example_code::<B>() {
            app.type_code(&code).await;
            app.set_password(NEW_PASSWORD).await;
            refused = Some(refusal(&app));
        }
        seen.push((looks, request_outcome, scenario.last_outcome(), refused));
    }
    assert_eq!(seen[0], seen[1]);
    // Consume the email, so that later steps do not wait for it.
    scenario.live.mail_to(ADA).await;
}

/// The error of a code, reported immediately or after the password.
fn refusal(app: &HeadlessApp) -> LinkFailure {
    match app.flow.step() {
        Step::CheckEmail(CheckEmail { problem: Some(CheckEmailProblem::Code(error)), .. }) => (*error).into(),
        _ => app.link_problem().0,
    }
}

async fn invalid_address_is_refused<B: Backend>(scenario: &Scenario<B>) {
    let Some(address) = B::INVALID_ADDRESS else { return };
    let mut app = scenario.app().await;
    app.request_email(address).await;
    let Step::Forgot(forgot) = app.flow.step() else { panic!("{:?}", app.flow) };
    assert_eq!(forgot.problem, Some(ForgotProblem::Refused));
}

async fn unissued_token_is_refused<B: Backend>(scenario: &mut Scenario<B>) {
    let (mut app, mail) = scenario.request_email().await;
    for (is, instead, error) in B::FORGED {
        let forged = mail.text.replace(is, instead);
        assert_ne!(forged, mail.text, "the email has {is}");
        let forged = proof_in::<B>(&forged).expect("a link");
        assert_refused::<B>(&*app.service, &forged, *error).await;
    }
    open_email::<B>(&mut app, &mail).await;
    let forged = with_unissued_secret::<B>(&app.reset().proof);
    assert_refused::<B>(&*app.service, &forged, B::UNISSUED_ERROR).await;
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

async fn weak_passwords_are_refused_and_a_good_one_is_set<B: Backend>(scenario: &mut Scenario<B>) {
    let session = B::sign_in(&scenario.live, OLD_PASSWORD).await.expect("the old password works");
    assert!(B::is_signed_in(&scenario.live, &session).await);
    let (app, mail) = scenario.request_email().await;
    // What the app needs after a restart is in the keyring.
    let mut app = app.restarted().await;
    open_email::<B>(&mut app, &mail).await;
    assert_eq!(app.reset().phase, Phase::Ready(B::EXPIRES_IN.map(|seconds| app.timestamp_in(seconds))));
    let proof = app.reset().proof.clone();
    for (weak, reasons) in B::WEAK_PASSWORDS {
        let refused = reset(&*app.service, &proof, weak).await;
        assert_eq!(refused, Err(ResetError::PasswordRefused(reasons.to_vec())), "{weak}");
    }
    app.set_password(NEW_PASSWORD).await;
    let reports_sign_out = app.done();
    assert!(app.vault_is_empty().await);
    let is_signed_out = !B::is_signed_in(&scenario.live, &session).await;
    assert_eq!(reports_sign_out && !B::KEEPS_SESSIONS, is_signed_out, "Done reports the truth");
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some(), "the new password works");
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_none(), "the old one does not");
    if !B::IS_USED_UP {
        reset(&*app.service, &proof, OLD_PASSWORD).await.unwrap();
        return assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_some(), "the link works again");
    }
    assert_refused::<B>(&*app.service, &proof, B::USED_ERROR).await;
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some(), "nothing was changed");
}

async fn expired_link_is_refused<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, B::EXPIRY_OPTIONS).await;
    let (mut app, mail) = scenario.request_email().await;
    B::expire_tokens(&scenario.live).await;
    let proof = match link::<B>(&mail) {
        Some(link) => proof_in::<B>(link).unwrap(),
        None => {
            open_email::<B>(&mut app, &mail).await;
            app.reset().proof.clone()
        }
    };
    assert_refused::<B>(&*app.service, &proof, B::EXPIRED_ERROR).await;
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

async fn rate_limit_is_reported<B: Backend>(log: &OperationLog) {
    let Some(limit) = B::RATE_LIMIT else { return };
    let mut scenario = Scenario::<B>::start(log, limit.options).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    let proof = with_unissued_secret::<B>(&app.reset().proof);
    let mut refusals = vec![request_until_limited(&*app.service).await];
    if B::LIMITS_RESETS {
        refusals.push(reset_until_limited(&*app.service, &proof).await);
    }
    for refusal in refusals {
        let CallError::RateLimited { wait } = refusal else { panic!("{refusal:?}") };
        assert_eq!(wait.is_some(), limit.has_retry_after);
    }
}

/// Requests emails until there is an error, and returns it.
pub async fn request_until_limited(service: &dyn RecoveryService) -> CallError {
    let email = EmailAddress::parse(ADA).unwrap();
    for _ in 0..MAX_ATTEMPTS {
        match service.send_account_recovery_email(&email).await {
            Ok(_) => {}
            Err(RequestError::Call(error)) => return error,
            Err(other) => panic!("{other}"),
        }
    }
    panic!("there is no limit")
}

async fn reset_until_limited(service: &dyn RecoveryService, proof: &Proof) -> CallError {
    for _ in 0..MAX_ATTEMPTS {
        match reset(service, proof, NEW_PASSWORD).await {
            Err(ResetError::Proof(_)) => {}
            Err(ResetError::Call(error)) => return error,
            other => panic!("{other:?}"),
        }
    }
    panic!("there is no limit")
}

async fn account_existence_is_not_revealed<B: Backend>(log: &OperationLog) {
    let Some(options) = B::REVEALING_OPTIONS else { return };
    let mut scenario = Scenario::<B>::start(log, options).await;
    unknown_address_gets_the_same_answer_as_a_known_one(&mut scenario).await;
}

pub async fn reset(
    service: &dyn RecoveryService,
    proof: &Proof,
    password: &str,
) -> Result<Changed, ResetError> {
    let password = NewPassword::new(password).unwrap();
    service.reset_with_proof(proof, &password, &IdempotencyKey::generate(), None).await
}

/// Asserts that a reset with a good password is refused, and the check too if the server has one.
async fn assert_refused<B: Backend>(service: &dyn RecoveryService, proof: &Proof, error: ProofError) {
    if service.capabilities().await.unwrap().check {
        assert_eq!(service.check(proof).await, Err(CheckError::Proof(error)));
    }
    assert_eq!(reset(service, proof, NEW_PASSWORD).await, Err(ResetError::Proof(error)));
}
