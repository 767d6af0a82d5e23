//! `latchkey service record` and `replay`: a recovery of a real account as a test of its contract.

use std::{
    error::Error,
    fs,
    io::{self, Write as _},
    path::Path,
};

use super::terminal::{Label, Report, ask, ask_password};
use crate::{
    link::{LinkRules, find_link},
    secret::{EmailAddress, NewPassword, RecoveryCode, SecondFactorCode},
    service::{
        Capabilities, HttpRecoveryService, ResetError,
        recording::{Exchange, Recorder, Recording, replay},
        self_check::request_for_nobody,
    },
};

/// Maximum number of times that the person is asked for an input.
const MAX_TRIES: usize = 3;

/// Recovers the account of this address, and writes the exchanges to a new file.
pub(super) async fn record(
    address: &str,
    file: &Path,
    service: &HttpRecoveryService,
    rules: &LinkRules,
) -> Result<(), Box<dyn Error>> {
    if service.contract().reset.hosted().is_some() {
        return Err(
            "with this contract, a page of the server sets the password, so there is nothing to record"
                .into(),
        );
    }
    let email = EmailAddress::parse(address).map_err(|_| "this is not an email address")?;
    // Before the account is changed.
    let mut output = fs::File::create_new(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let recorded = walk(email, service, rules).await;
    let recording = match recorded {
        Ok(recording) => recording,
        Err(error) => {
            drop(output);
            fs::remove_file(file)?;
            return Err(error);
        }
    };
    let text = format!(
        "# Recorded with `latchkey service record` from {}. Secrets are masked.\n{}",
        service.contract().name,
        toml::to_string(&recording)?
    );
    output.write_all(text.as_bytes())?;
    writeln!(io::stdout(), "{} is written; the recording is replayed:", file.display())?;
    let report = replay_all(&recording, service, rules).await?;
    report.finish()
}

async fn walk(
    email: EmailAddress,
    service: &HttpRecoveryService,
    rules: &LinkRules,
) -> Result<Recording, Box<dyn Error>> {
    let (mut recorder, capabilities) = Recorder::start(service, rules, email)
        .await
        .map_err(|error| format!("the server does not answer: {error:?}"))?;
    let mut report = Report::default();
    recorder.request().await.map_err(|error| format!("the request is refused: {error:?}"))?;
    report.line(Label::Ok, "request: accepted")?;
    let mut rules = rules.clone();
    rules.set_lengths(capabilities.token_length, capabilities.flow_length);
    ask_proof(&mut recorder, &capabilities, &rules)?;
    let mut factor = None;
    match recorder.check().await {
        Some(Ok(checked)) if checked.second_factor => factor = Some(ask_second_factor()?),
        Some(Err(error)) => return Err(format!("the link or code is refused: {error:?}").into()),
        _ => {}
    }
    let password = reset(&mut recorder, &mut report, factor).await?;
    // Used up, or not: both are worth knowing.
    if let Some(again) = recorder.reset(&password, None).await {
        let outcome =
            again.map_or_else(|error| format!("refused, {error:?}"), |_| "accepted again".to_owned());
        report.line(Label::Note, format_args!("the same link or code once more: {outcome}"))?;
    }
    let nobody = request_for_nobody(service).await?;
    report.line(Label::Note, compare(&recorder, nobody.as_deref()))?;
    Ok(recorder.finish())
}

/// Compares the responses to requests for an address with an account and for one without.
fn compare(recorder: &Recorder<'_>, nobody: Option<&[String]>) -> &'static str {
    match nobody.map(|answers| answers == recorder.request_shapes()) {
        Some(true) => {
            "an address without an account is answered alike: the server does not reveal who has an account"
        }
        Some(false) => {
            "an address without an account is answered differently: the server reveals who has an account; the app \
             does not show it"
        }
        None => {
            "an address without an account was not answered, so it is unknown whether the server reveals who has one"
        }
    }
}

/// Asks for the link or code until it is one.
fn ask_proof(
    recorder: &mut Recorder<'_>,
    capabilities: &Capabilities,
    rules: &LinkRules,
) -> Result<(), Box<dyn Error>> {
    for _ in 0..MAX_TRIES {
        let text = ask("Paste the link of the email, or type its code:")?;
        if let Some(Ok(link)) = find_link(&text, rules) {
            recorder.use_link(link);
            return Ok(());
        }
        if let Some(code) = capabilities.code.and_then(|shape| RecoveryCode::parse(&text, shape).ok()) {
            recorder.use_code(code);
            return Ok(());
        }
        writeln!(
            io::stderr(),
            "This is neither a link nor a code; `latchkey service check --link` says why."
        )?;
    }
    Err("there was no link and no code".into())
}

fn ask_second_factor() -> Result<SecondFactorCode, Box<dyn Error>> {
    let text = ask("The current code of the authenticator app:")?;
    Ok(SecondFactorCode::parse(&text).map_err(|_| "this is not a code of an authenticator app")?)
}

/// Asks for passwords until one is accepted. Refusals are recorded too.
async fn reset(
    recorder: &mut Recorder<'_>,
    report: &mut Report,
    mut factor: Option<SecondFactorCode>,
) -> Result<NewPassword, Box<dyn Error>> {
    let mut password = None;
    for _ in 0..MAX_TRIES {
        let new = match password.take() {
            Some(password) => password,
            None => NewPassword::new(ask_password("The new password:")?.as_str())
                .map_err(|_| "there was no password")?,
        };
        match recorder.reset(&new, factor.as_ref()).await {
            Some(Ok(_)) => {
                report.line(Label::Ok, "reset: the password is changed")?;
                return Ok(new);
            }
            Some(Err(ResetError::SecondFactor)) => {
                factor = Some(ask_second_factor()?);
                password = Some(new);
            }
            Some(Err(ResetError::PasswordRefused(reasons))) => {
                report.line(Label::Note, format_args!("reset: the password is refused: {reasons:?}"))?;
            }
            Some(Err(error)) => return Err(format!("the password is not changed: {error:?}").into()),
            None => break,
        }
    }
    Err("no password was accepted".into())
}

/// Replays a file.
pub(super) async fn replay_file(
    file: &Path,
    service: &HttpRecoveryService,
    rules: &LinkRules,
) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let recording: Recording =
        toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    replay_all(&recording, service, rules).await?.finish()
}

async fn replay_all(
    recording: &Recording,
    service: &HttpRecoveryService,
    rules: &LinkRules,
) -> Result<Report, Box<dyn Error>> {
    let mut report = Report::default();
    for (operation, exchanges) in recording.operations() {
        for (index, exchange) in exchanges.iter().enumerate() {
            let replayed = replay(service.contract(), recording, rules, operation, exchange).await?;
            let what = format!("{operation} {}: {}", index + 1, replayed.outcome);
            if replayed.matches(exchange) {
                report.line(Label::Ok, what)?;
            } else {
                report.line(Label::Failed, format_args!("{what}, but the file has: {}", exchange.outcome))?;
                differences(&mut report, exchange, &replayed.sent)?;
            }
        }
    }
    Ok(report)
}

fn differences(report: &mut Report, exchange: &Exchange, sent: &[String]) -> io::Result<()> {
    for (expected, found) in
        exchange.sent.iter().flatten().zip(sent).filter(|(expected, found)| expected != found)
    {
        report.line(Label::Note, format_args!("sent: {found}"))?;
        report.line(Label::Note, format_args!("file: {expected}"))?;
    }
    let expected = exchange.sent.as_ref().map_or(sent.len(), Vec::len);
    if expected != sent.len() {
        report.line(Label::Note, format_args!("{} calls, but the file has {expected}", sent.len()))?;
    }
    Ok(())
}
