//! `latchkey service check`: what the service answers, compared with its contract.

use std::{
    error::Error,
    io::{self, Write as _},
};

use super::terminal::{Label, Report};
use crate::{
    config::{Config, ContractSource},
    service::{
        CallRecord, HttpRecoveryService,
        self_check::{CheckOutcome, CheckResult, run},
    },
};

/// Runs the self-check of the service, which changes no account, and prints the results.
pub(super) async fn check_service(
    config: &Config,
    service: &HttpRecoveryService,
) -> Result<(), Box<dyn Error>> {
    let contract = service.contract();
    let base = config.service.base_url.as_ref().map(|base| base.as_str()).unwrap_or_default();
    writeln!(io::stdout(), "{} at {base}", contract.name)?;
    let source = config.service.backend.source.as_ref();
    let results = run(service).await?;
    let mut report = Report::default();
    for CheckResult { check, calls, outcome } in &results {
        let label = match outcome {
            CheckOutcome::Passed(_) => Label::Ok,
            CheckOutcome::Failed(_) => Label::Failed,
            CheckOutcome::Skipped(_) => Label::Skipped,
        };
        let made: Vec<String> = calls.iter().map(ToString::to_string).collect();
        let made = if made.is_empty() { "no call".to_owned() } else { made.join(", ") };
        report.line(label, format_args!("{check}: {} ({made})", outcome.message()))?;
        for call in calls {
            if let Some(source) = source {
                details(&mut report, source, call)?;
            }
        }
    }
    if results.iter().any(|result| result.outcome.is_passed()) {
        report.line(Label::Note, unknown(service, source, &results))?;
    }
    report.finish()
}

/// What a call answered, and the line of the operator's own contract that decided what it means.
pub(super) fn details(report: &mut Report, source: &ContractSource, call: &CallRecord) -> io::Result<()> {
    let Some(details) = &call.details else { return Ok(()) };
    let kind = if details.content_type.is_empty() { "no content type" } else { &details.content_type };
    let target = details.redirect.as_ref().map(|to| format!(", redirect to {to}")).unwrap_or_default();
    let body = if details.excerpt.is_empty() { "(empty)" } else { &details.excerpt };
    report.line(Label::Note, format_args!("{call}{target}, {kind}: {body}"))?;
    if let Some((line, text)) = deciding_line(source, call) {
        return report.line(Label::Note, format_args!("decided by {}:{line}: {text}", source.name));
    }
    let line = details.path.as_ref().and_then(|path| path.line(&source.text));
    let path = line.map(|line| format!("; check `path` in {}:{line}, or add a match for it", source.name));
    report.line(
        Label::Note,
        format_args!("no line of {} describes this answer{}", source.name, path.unwrap_or_default()),
    )
}

/// The line of the rule that decided what an answer means, and its text.
pub(super) fn deciding_line<'a>(source: &'a ContractSource, call: &CallRecord) -> Option<(usize, &'a str)> {
    let line = call.details.as_ref()?.rule.as_ref()?.line(&source.text)?;
    Some((line, source.text.lines().nth(line - 1)?.trim()))
}

/// What the checks cannot show, and the lines of the operator's own contract that decided no answer.
fn unknown(
    service: &HttpRecoveryService,
    source: Option<&ContractSource>,
    results: &[CheckResult],
) -> String {
    // `latchkey service record` refuses a hosted contract.
    let general = if service.contract().reset.hosted().is_some() {
        "unknown: whether the email arrives, and whether the server's page sets a password; recover a test account in \
         the app to find that out"
    } else {
        "unknown: whether a real link or code works, and whether an address with an account is answered differently; \
         `latchkey service record` finds that out with a test account"
    };
    let Some(source) = source else { return general.to_owned() };
    let calls = results.iter().flat_map(|result| &result.calls);
    let seen: Vec<_> = calls.filter_map(|call| call.details.as_ref()?.rule.as_ref()).collect();
    let rules = service.contract().rule_paths();
    let unseen = rules.iter().filter(|rule| !seen.contains(rule));
    let mut lines: Vec<usize> = unseen.filter_map(|rule| rule.line(&source.text)).collect();
    lines.sort_unstable();
    lines.dedup();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    match &lines[..] {
        [] => general.to_owned(),
        _ => format!(
            "{general}; no answer was decided by these lines of {}: {}",
            source.name,
            lines.join(", ")
        ),
    }
}
