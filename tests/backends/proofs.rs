//! Proofs that nobody has issued.

use latchkey::link::{RecoveryLink, find_link};
use latchkey::secret::{CodeShape, RecoveryCode, RecoveryToken};
use latchkey::service::Proof;

use super::set_up::{contract, rules};
use super::site::Site;

/// What the first link of a text carries, on a device that did not ask for it.
pub fn of_link<S: Site>(text: &str) -> Option<Proof> {
    let RecoveryLink { token, params, .. } = find_link(text, &rules::<S>())?.ok()?;
    Some(Proof::Token { token, params, verifier: None })
}

/// This proof with another token or code.
pub fn never_issued<S: Site>(proof: &Proof) -> Proof {
    let mut forged = proof.clone();
    match &mut forged {
        Proof::Token { token, .. } => {
            *token = RecoveryToken::parse("never-issued-by-anybody-at-all").unwrap();
        }
        Proof::Code { code, .. } => {
            let shape = contract::<S>().capabilities().code.unwrap();
            let other: String = code.expose().chars().map(another).collect();
            *code = RecoveryCode::parse(&other, shape).unwrap();
        }
    }
    forged
}

/// What a code looks like here, where codes are all that the e-mail brings.
pub fn some_code<S: Site>() -> Option<String> {
    let capabilities = contract::<S>().capabilities();
    match capabilities.code.filter(|_| capabilities.code_only)? {
        CodeShape::Digits(length) => Some("0".repeat(length)),
        CodeShape::Letters(length) => Some("B".repeat(length)),
        CodeShape::Long => Some("never-issued-by-anybody-at-all".to_owned()),
    }
}

/// Of the same kind, so that the code has the same shape.
fn another(c: char) -> char {
    match c {
        '0' => '1',
        '1'..='9' => '0',
        'B' => 'C',
        _ => 'B',
    }
}
