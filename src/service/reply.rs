//! What an answer means: from status, headers and body to the terms of the service. Pure, no I/O.

use std::time::Duration;

use serde::Deserialize;

use super::{
    Accepted, CallError, Capabilities, Changed, CheckError, Checked, Misconfiguration, ProofError,
    RequestError, ResetError,
};
use crate::{
    password::{PasswordPolicy, Refusal},
    secret::{CodeShape, FlowId},
};

/// An answer, whole.
pub(super) struct Reply {
    pub status: u16,
    pub content_type: String,
    pub retry_after: Option<Duration>,
    pub body: Vec<u8>,
}

/// The members of a problem (RFC 9457) that this client acts on. Its texts are never read.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Problem {
    code: String,
    reasons: Vec<String>,
    tries_left: Option<u32>,
    min_length: Option<u64>,
    max_length: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CapabilitiesBody {
    challenge_methods: Vec<String>,
    code_digits: Option<usize>,
    check: bool,
    password_policy: bool,
    idempotency: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AcceptedBody {
    flow: Option<FlowId>,
    resend_after: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CheckedBody {
    expires_in: Option<u64>,
    second_factor: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ChangedBody {
    signed_out_everywhere: bool,
}

#[derive(Debug, Deserialize)]
struct PolicyBody {
    min_length: u64,
    max_length: Option<u64>,
}

impl Reply {
    fn misconfigured(&self, what: Misconfiguration) -> CallError {
        CallError::Misconfigured(what)
    }

    pub fn is_html(&self) -> bool {
        let kind = self.content_type.split(';').next().unwrap_or_default().trim();
        ["text/html", "application/xhtml+xml"].iter().any(|html| kind.eq_ignore_ascii_case(html))
    }

    /// The body as JSON; a body that is none (a plain service may send "OK") is the default.
    fn json<T: for<'de> Deserialize<'de> + Default>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// 200 with something else than a web page.
    fn succeeded(&self) -> Result<(), CallError> {
        match self.status {
            200 if self.is_html() => Err(self.misconfigured(Misconfiguration::WebPage)),
            200 => Ok(()),
            300..=399 => Err(self.misconfigured(Misconfiguration::Redirect)),
            404 | 405 => Err(self.misconfigured(Misconfiguration::NoSuchEndpoint)),
            429 => Err(CallError::RateLimited { wait: self.retry_after }),
            500..=599 => Err(CallError::Down),
            _ => Err(self.misconfigured(Misconfiguration::Unexpected)),
        }
    }

    /// What an answer means that no contract has a place for.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn outside_of_contract(&self) -> CallError {
        self.succeeded().err().unwrap_or_else(|| self.misconfigured(Misconfiguration::Unexpected))
    }

    /// Whether the service itself has spoken, and not trouble or a stranger's page in its place.
    pub fn is_of_the_service(&self) -> bool {
        use Misconfiguration::{Redirect, WebPage};
        !matches!(
            self.succeeded(),
            Err(CallError::Down
                | CallError::RateLimited { .. }
                | CallError::Misconfigured(Redirect | WebPage))
        )
    }

    pub fn capabilities(&self) -> Capabilities {
        if self.succeeded().is_err() {
            return Capabilities::default();
        }
        let body: CapabilitiesBody = self.json();
        Capabilities {
            challenge: body.challenge_methods.iter().any(|method| method == "S256"),
            code: body.code_digits.filter(|digits| (4..=12).contains(digits)).map(CodeShape::Digits),
            free_code: false,
            no_link: false,
            hosted: false,
            check: body.check,
            password_policy: body.password_policy,
            idempotency: body.idempotency,
        }
    }

    pub fn accepted(&self) -> Result<Accepted, RequestError> {
        if matches!(self.status, 400 | 422) {
            return Err(RequestError::AddressRefused);
        }
        self.succeeded()?;
        let AcceptedBody { flow, resend_after } = self.json();
        Ok(Accepted { flow, resend_after, session: None })
    }

    pub fn checked(&self) -> Result<Checked, CheckError> {
        if let Some(proof) = self.proof_error() {
            return Err(proof.into());
        }
        self.succeeded()?;
        let CheckedBody { expires_in, second_factor } = self.json();
        Ok(Checked { expires_in, second_factor })
    }

    pub fn changed(&self) -> Result<Changed, ResetError> {
        if self.status == 422 {
            return Err(ResetError::PasswordRefused(self.refusals()));
        }
        if matches!(self.status, 400 | 403) {
            let problem: Problem = self.json();
            if matches!(problem.code.as_str(), "second_factor_required" | "second_factor_invalid") {
                return Err(ResetError::SecondFactor);
            }
        }
        if let Some(proof) = self.proof_error() {
            return Err(proof.into());
        }
        self.succeeded()?;
        let ChangedBody { signed_out_everywhere } = self.json();
        Ok(Changed { signed_out_everywhere })
    }

    pub fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        self.succeeded()?;
        let body: PolicyBody = serde_json::from_slice(&self.body)
            .map_err(|_| self.misconfigured(Misconfiguration::Unexpected))?;
        Ok(PasswordPolicy { min_length: body.min_length, max_length: body.max_length, stated: true })
    }

    /// The four statuses with which a service may refuse a token or code; its `code`, if any, tells which way.
    fn proof_error(&self) -> Option<ProofError> {
        if !matches!(self.status, 400 | 401 | 403 | 410) {
            return None;
        }
        let problem: Problem = self.json();
        Some(match problem.code.as_str() {
            "token_expired" => ProofError::Expired,
            "token_used" => ProofError::Used,
            "token_superseded" => ProofError::Superseded,
            "verifier_required" => ProofError::OtherDevice,
            // The try that was the last.
            "code_invalid" if problem.tries_left == Some(0) => ProofError::CodeExpired,
            "code_invalid" => ProofError::WrongCode { tries_left: problem.tries_left },
            "code_expired" => ProofError::CodeExpired,
            _ => ProofError::Invalid,
        })
    }

    fn refusals(&self) -> Vec<Refusal> {
        let problem: Problem = self.json();
        let refusal = |reason: &String| match reason.as_str() {
            "too_short" => Refusal::TooShort { min: problem.min_length },
            "too_long" => Refusal::TooLong { max: problem.max_length },
            "common" => Refusal::Common,
            "breached" => Refusal::Breached,
            "personal" => Refusal::Personal,
            "product_name" => Refusal::ProductName,
            "same_as_before" => Refusal::SameAsBefore,
            _ => Refusal::Other,
        };
        problem.reasons.iter().map(refusal).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, content_type: &str, body: &str) -> Reply {
        Reply { status, content_type: content_type.into(), retry_after: None, body: body.into() }
    }

    #[test]
    fn a_plain_service_is_understood_by_its_status_alone() {
        use {CallError::*, Misconfiguration::*};
        let reset = |status, kind: &str, body: &str| reply(status, kind, body).changed();
        assert_eq!(reset(200, "", ""), Ok(Changed::default()));
        assert_eq!(reset(200, "text/plain", "OK"), Ok(Changed::default()));
        assert_eq!(reset(200, "Text/HTML; charset=utf-8", "<p>hi"), Err(Misconfigured(WebPage).into()));
        assert_eq!(reset(204, "", ""), Err(Misconfigured(Unexpected).into()));
        assert_eq!(reset(302, "", ""), Err(Misconfigured(Redirect).into()));
        for status in [400, 401, 403, 410] {
            assert_eq!(reset(status, "text/html", "<h1>no"), Err(ProofError::Invalid.into()), "{status}");
        }
        assert_eq!(reset(404, "", ""), Err(Misconfigured(NoSuchEndpoint).into()));
        assert_eq!(reset(422, "", ""), Err(ResetError::PasswordRefused(vec![])));
        assert_eq!(reset(429, "", ""), Err(RateLimited { wait: None }.into()));
        assert_eq!(reset(503, "", ""), Err(Down.into()));
        assert_eq!(reply(400, "", "").accepted(), Err(RequestError::AddressRefused));
    }

    #[test]
    fn problem_codes_tell_the_refusals_apart() {
        let check = |status, code: &str| {
            reply(
                status,
                "application/problem+json",
                &format!(r#"{{"code":"{code}","tries_left":3,"detail":"x"}}"#),
            )
            .checked()
        };
        for (status, code, error) in [
            (400, "token_invalid", ProofError::Invalid),
            (410, "token_expired", ProofError::Expired),
            (410, "token_used", ProofError::Used),
            (410, "token_superseded", ProofError::Superseded),
            (403, "verifier_required", ProofError::OtherDevice),
            (400, "code_invalid", ProofError::WrongCode { tries_left: Some(3) }),
            (410, "code_expired", ProofError::CodeExpired),
            (410, "a_code_of_tomorrow", ProofError::Invalid),
        ] {
            assert_eq!(check(status, code), Err(error.into()), "{code}");
        }
        let last_try = r#"{"code":"code_invalid","tries_left":0}"#;
        let refused = reply(400, "application/problem+json", last_try).checked();
        assert_eq!(refused, Err(ProofError::CodeExpired.into()));
    }

    #[test]
    fn reasons_for_a_refused_password_are_data() {
        let body =
            r#"{"code":"password_refused","reasons":["too_short","personal","of_tomorrow"],"min_length":15}"#;
        assert_eq!(
            reply(422, "application/problem+json", body).changed(),
            Err(ResetError::PasswordRefused(vec![
                Refusal::TooShort { min: Some(15) },
                Refusal::Personal,
                Refusal::Other
            ]))
        );
    }

    #[test]
    fn capabilities_are_what_is_said_and_nothing_where_nothing_is_said() {
        let all = r#"{"challenge_methods":["S256"],"code_digits":8,"check":true,"password_policy":true,"idempotency":true,"new":1}"#;
        let known = Capabilities {
            challenge: true,
            code: Some(CodeShape::Digits(8)),
            free_code: false,
            no_link: false,
            hosted: false,
            check: true,
            password_policy: true,
            idempotency: true,
        };
        assert_eq!(reply(200, "application/json", all).capabilities(), known);
        for (status, kind, body) in [
            (404, "", ""),
            (200, "text/html", "<p>"),
            (200, "application/json", "[]"),
            (200, "", "{\"check\":7}"),
        ] {
            assert_eq!(reply(status, kind, body).capabilities(), Capabilities::default(), "{status} {body}");
        }
        assert!(!reply(200, "", r#"{"challenge_methods":["plain"]}"#).capabilities().challenge);
    }
}
