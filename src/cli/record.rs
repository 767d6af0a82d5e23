//! `latchkey service record` and `replay`: a recovery of a real account as a test of its contract.

use std::{
    error::Error,
    fs,
    io::{self, Write as _},
    path::Path,
};

use super::{
    check::{deciding_line, details},
    check_email::on_this_computer,
    terminal::{Label, Report, ask, ask_password},
};
use crate::{
    config::{Config, ContractSource},
    link::{LinkRules, RecoveryLink, find_link},
    secret::{EmailAddress, NewPassword, RecoveryCode, SecondFactorCode},
    service::{
        Capabilities, HttpRecoveryService, ResetError,
        recording::{Exchange, Recorder, Recording, replay},
        self_check::{UnknownAddressResponse, request_for_unknown_address},
    },
};

/// Maximum number of times that the person is asked for an input.
const MAX_TRIES: usize = 3;

/// Recovers the account of this address, and writes the exchanges to a new file.
pub(super) async fn record(
    address: &str,
    file: &Path,
    config: &Config,
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
    let recorded = walk(email, config, service, rules).await;
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
    config: &Config,
    service: &HttpRecoveryService,
    rules: &LinkRules,
) -> Result<Recording, Box<dyn Error>> {
    let (recorder, capabilities) = Recorder::start(service, rules, email)
        .await
        .map_err(|error| format!("the server does not say what it supports: {error}"))?;
    let source = config.service.backend.source.as_ref();
    let mut walk = Walk { recorder, report: Report::default(), source };
    let requested = walk.recorder.request().await;
    walk.show("request", requested.is_ok())?;
    requested.map_err(|_| "the request is refused")?;
    let mut rules = rules.clone();
    rules.set_lengths(capabilities.token_length, capabilities.flow_length);
    ask_proof(&mut walk.recorder, &capabilities, config, &rules).await?;
    let mut factor = None;
    if let Some(checked) = walk.recorder.check().await {
        if checked.is_err() || !walk.recorder.last_calls().is_empty() {
            walk.show("check", checked.is_ok())?;
        }
        if checked.map_err(|_| "the link or code is refused")?.second_factor {
            factor = Some(ask_second_factor().await?);
        }
    }
    let password = walk.reset(factor).await?;
    // Used up, or not: both are worth knowing.
    if walk.recorder.reset(&password, None).await.is_some() {
        walk.show("the same link or code once more", false)?;
    }
    let unknown = request_for_unknown_address(service).await?;
    let compared = compare(walk.recorder.request_shapes(), unknown.as_ref(), source);
    walk.report.line(Label::Note, compared)?;
    Ok(walk.recorder.finish())
}

/// A recovery that is recorded, and what is printed.
struct Walk<'a> {
    recorder: Recorder<'a>,
    report: Report,
    source: Option<&'a ContractSource>,
}

impl Walk<'_> {
    /// The outcome of the last operation, and what the server answered.
    fn show(&mut self, what: &str, is_good: bool) -> io::Result<()> {
        let label = if is_good { Label::Ok } else { Label::Note };
        // A value of the recovery can follow the first word.
        let outcome = self.recorder.last_outcome();
        let outcome = if is_good { outcome.split(',').next().unwrap_or_default() } else { outcome };
        self.report.line(label, format_args!("{what}: {outcome}"))?;
        for call in self.recorder.last_calls() {
            if let Some(source) = self.source {
                details(&mut self.report, source, call)?;
            }
        }
        Ok(())
    }

    /// Asks for passwords until one is accepted. Refusals are recorded too.
    async fn reset(&mut self, mut factor: Option<SecondFactorCode>) -> Result<NewPassword, Box<dyn Error>> {
        let mut password = None;
        for _ in 0..MAX_TRIES {
            let new = match password.take() {
                Some(password) => password,
                None => NewPassword::new(ask_password("The new password:").await?.as_str())
                    .map_err(|_| "there was no password")?,
            };
            let Some(outcome) = self.recorder.reset(&new, factor.as_ref()).await else { break };
            self.show("reset", outcome.is_ok())?;
            match outcome {
                Ok(_) => return Ok(new),
                Err(ResetError::SecondFactor) => {
                    factor = Some(ask_second_factor().await?);
                    password = Some(new);
                }
                Err(ResetError::PasswordRefused(_)) => {}
                Err(_) => return Err("the password is not changed".into()),
            }
        }
        Err("no password was accepted".into())
    }
}

/// Compares the responses to requests for an address with an account and for one without.
fn compare(
    account: &[String],
    unknown: Option<&UnknownAddressResponse>,
    source: Option<&ContractSource>,
) -> String {
    let Some(unknown) = unknown else {
        return "an address without an account was not answered, so it is unknown whether the server reveals who has one"
            .to_owned();
    };
    if unknown.is_unknown {
        let line = unknown.calls.last().zip(source).and_then(|(call, source)| {
            let (line, _) = deciding_line(source, call)?;
            Some(format!(" ({}:{line})", source.name))
        });
        let line = line.unwrap_or_default();
        return format!(
            "an address without an account: the server says that nobody has this address{line}, so it reveals who has \
             an account; the app does not show it"
        );
    }
    if unknown.shapes == account {
        return "an address without an account is answered alike: the server does not reveal who has an account".to_owned();
    }
    "an address without an account is answered differently: the server reveals who has an account; the app does not \
     show it"
        .to_owned()
}

/// Asks for the link or code until it is one.
async fn ask_proof(
    recorder: &mut Recorder<'_>,
    capabilities: &Capabilities,
    config: &Config,
    rules: &LinkRules,
) -> Result<(), Box<dyn Error>> {
    for _ in 0..MAX_TRIES {
        let text = ask("Paste the link of the email, or type its code:").await?;
        let link = find_link(&text, rules);
        if let Some(Ok(link)) = link {
            recorder.use_link(link);
            return Ok(());
        }
        if let Some(code) = capabilities.code.and_then(|shape| RecoveryCode::parse(&text, shape).ok()) {
            recorder.use_code(code);
            return Ok(());
        }
        let error = RecoveryLink::parse(&text, rules).err().or(link.and_then(Result::err));
        let advice = error.and_then(|error| on_this_computer(error, config, rules));
        let advice = advice.unwrap_or_else(|| "`latchkey service check --link` says why".to_owned());
        writeln!(io::stderr(), "This is neither a link nor a code that is taken; {advice}.")?;
    }
    Err("there was no link and no code".into())
}

async fn ask_second_factor() -> Result<SecondFactorCode, Box<dyn Error>> {
    let text = ask("The current code of the authenticator app:").await?;
    Ok(SecondFactorCode::parse(&text).map_err(|_| "this is not a code of an authenticator app")?)
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
                let but = match replayed.outcome == exchange.outcome {
                    true => "as in the file, but other calls are sent".to_owned(),
                    false => format!("but the file has: {}", exchange.outcome),
                };
                report.line(Label::Failed, format_args!("{what}, {but}"))?;
                differences(&mut report, exchange, &replayed.sent)?;
            }
        }
    }
    Ok(report)
}

fn differences(report: &mut Report, exchange: &Exchange, sent: &[String]) -> io::Result<()> {
    let both = exchange.sent.iter().flatten().zip(sent).enumerate();
    for (index, (expected, found)) in both.filter(|(_, (expected, found))| expected != found) {
        report.line(Label::Note, format_args!("call {}, sent: {found}", index + 1))?;
        report.line(Label::Note, format_args!("call {}, file: {expected}", index + 1))?;
    }
    let expected = exchange.sent.as_ref().map_or(sent.len(), Vec::len);
    if expected != sent.len() {
        report.line(Label::Note, format_args!("{} calls, but the file has {expected}", sent.len()))?;
    }
    Ok(())
}
