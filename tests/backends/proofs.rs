//! Proofs: from the text of an email, and forged ones.

use latchkey::link::{RecoveryLink, find_link};
use latchkey::secret::{CodeShape, RecoveryCode, RecoveryToken};
use latchkey::service::Proof;

use super::backend::Backend;
use super::configuration::{contract, rules};

/// The proof in the first link of a text, without verifier.
pub fn proof_in<B: Backend>(text: &str) -> Option<Proof> {
    let RecoveryLink { token, params, .. } = find_link(text, &rules::<B>())?.ok()?;
    Some(Proof::of_link(token, params))
}

/// This proof with a token or code that was never issued.
pub fn with_unissued_secret<B: Backend>(proof: &Proof) -> Proof {
    let mut forged = proof.clone();
    match &mut forged {
        Proof::Token { token, .. } => {
            *token = RecoveryToken::parse("never-issued-by-anybody-at-all").unwrap();
        }
        Proof::Code { code, .. } => {
            let shape = contract::<B>().capabilities().code.unwrap();
            let other: String = code.expose().chars().map(another).collect();
            *code = RecoveryCode::parse(&other, shape).unwrap();
        }
    }
    forged
}

/// A code of the right shape, if emails have only codes.
pub fn example_code<B: Backend>() -> Option<String> {
    let capabilities = contract::<B>().capabilities();
    match capabilities.code.filter(|_| capabilities.code_only)? {
        CodeShape::Digits(length) => Some("0".repeat(length.min)),
        CodeShape::Letters(letters) => Some("B".repeat(letters.length.min)),
        CodeShape::Long => Some("never-issued-by-anybody-at-all".to_owned()),
    }
}

/// Another character of the same kind.
fn another(c: char) -> char {
    match c {
        '0' => '1',
        '1'..='9' => '0',
        'B' => 'C',
        _ => 'B',
    }
}
