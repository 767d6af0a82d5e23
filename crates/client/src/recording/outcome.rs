//! The outcome of an operation in words, as recordings have it.

use std::fmt;

use latchkey_core::{
    password::{PasswordPolicy, PasswordRejection},
    secret::CodeShape,
    service::{
        Accepted, CallError, Capabilities, Changed, CheckError, Checked, ProofError, RequestError, ResetError,
    },
};

pub(super) fn capabilities(found: Result<Capabilities, CallError>) -> String {
    let found = match found {
        Ok(found) => found,
        Err(error) => return call(&error),
    };
    let code = found.code.map(|code| match code {
        CodeShape::Digits(length) => {
            format!("a {} code of {length} digits", if found.unbound_code { "free" } else { "bound" })
        }
        CodeShape::Letters(letters) => format!("a code of {} letters and digits", letters.length),
        CodeShape::Long => "a code of 16 to 1,024 characters".to_owned(),
    });
    let named = [
        found.challenge.then(|| "challenge".to_owned()),
        code,
        found.check.then(|| "check".to_owned()),
        found.password_policy.then(|| "policy".to_owned()),
        found.idempotency.then(|| "idempotency".to_owned()),
        found.token_length.map(|length| format!("tokens of {length} characters")),
        found.flow_length.map(|length| format!("flow ids of {length} characters")),
    ];
    let named: Vec<String> = named.into_iter().flatten().collect();
    if named.is_empty() { "nothing".to_owned() } else { named.join(", ") }
}

pub(super) fn policy(found: Result<PasswordPolicy, CallError>) -> String {
    match found {
        Ok(PasswordPolicy { min_length, max_length: Some(max), .. }) => format!("{min_length} to {max}"),
        Ok(PasswordPolicy { min_length, .. }) => format!("{min_length} or more"),
        Err(error) => call(&error),
    }
}

pub(super) fn requested(outcome: &Result<Accepted, RequestError>) -> String {
    match outcome {
        Ok(Accepted { session: Some(session), .. }) => format!("accepted, session {}", session.expose()),
        Ok(Accepted { flow: Some(flow), resend_after, .. }) => {
            let again = resend_after.map(|seconds| format!(", again after {seconds} s")).unwrap_or_default();
            format!("accepted, flow {}{again}", flow.as_str())
        }
        Ok(_) => "accepted".to_owned(),
        Err(RequestError::AddressRefused) => "address refused".to_owned(),
        Err(RequestError::Call(error)) => call(error),
    }
}

pub(super) fn checked(outcome: Result<Checked, CheckError>) -> String {
    match outcome {
        Ok(Checked { expires_in, second_factor }) => {
            let time = expires_in.map(|seconds| format!(" for {seconds} s")).unwrap_or_default();
            format!("good{time}{}", if second_factor { ", second factor" } else { "" })
        }
        Err(error) => reset_error(&error.into()),
    }
}

pub(super) fn changed(outcome: &Result<Changed, ResetError>) -> String {
    match outcome {
        Ok(changed) if changed.signed_out_everywhere => "changed, signed out".to_owned(),
        Ok(_) => "changed".to_owned(),
        Err(error) => reset_error(error),
    }
}

fn reset_error(error: &ResetError) -> String {
    match error {
        ResetError::Call(error) => call(error),
        ResetError::Proof(ProofError::WrongCode { tries_left }) => {
            format!("wrong code{}", tries_left.map(|tries| format!(", {tries} left")).unwrap_or_default())
        }
        ResetError::Proof(proof) => words(proof),
        ResetError::SecondFactor => "second factor".to_owned(),
        ResetError::PasswordRefused(reasons) if reasons.is_empty() => "password refused".to_owned(),
        ResetError::PasswordRefused(reasons) => reasons.iter().map(rejection).collect::<Vec<_>>().join(", "),
    }
}

fn rejection(reason: &PasswordRejection) -> String {
    let length = |length: &Option<u64>| length.map(|length| format!(" ({length})")).unwrap_or_default();
    match reason {
        PasswordRejection::TooShort { min } => format!("too short{}", length(min)),
        PasswordRejection::TooLong { max } => format!("too long{}", length(max)),
        other => words(other),
    }
}

/// A variant's name in words: `InvalidOrExpired` is "invalid or expired".
fn words(variant: &impl fmt::Debug) -> String {
    let name = format!("{variant:?}");
    let mut words = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
    }
    words
}

fn call(error: &CallError) -> String {
    match error {
        CallError::RateLimited { wait } => {
            format!("wait{}", wait.map(|wait| format!(" {} s", wait.as_secs())).unwrap_or_default())
        }
        CallError::Misconfigured(what) => words(what),
        CallError::UnexpectedResponse(answer) => {
            format!("not understood: {answer}").trim_end_matches(": ").to_owned()
        }
        other => words(other),
    }
}
