//! Checks that no secret was in a URL.

use latchkey::secret::SecondFactorCode;
use latchkey::service::Proof;
use percent_encoding::percent_decode_str;

use super::backend::Backend;
use super::recording_service::{Operation, RecordedOperation};

pub fn no_secret_is_in_a_url<B: Backend>(log: &[RecordedOperation]) {
    for RecordedOperation { operation, exchanges, .. } in log {
        for exchange in exchanges {
            let target = percent_decode_str(&exchange.target).decode_utf8().unwrap();
            let (path, query) = target.split_once('?').unwrap_or((&target, ""));
            let (token, others) = secrets(operation);
            assert!(!others.iter().any(|secret| target.contains(secret)), "a secret in {}", exchange.target);
            if let Some(token) = token {
                assert!(!query.contains(token), "the token in the query of {path}");
                assert!(B::TOKEN_IN_PATH || !path.contains(token), "the token in the path {path}");
            }
        }
    }
}

/// The token or code, and the other secrets of an operation.
pub fn secrets(operation: &Operation) -> (Option<&str>, Vec<&str>) {
    match operation {
        Operation::Request(email, _) => (None, vec![email.as_str()]),
        Operation::Check(proof) => of_proof(proof, vec![]),
        Operation::Reset(proof, password, _, factor) => {
            let factor = factor.as_ref().map(SecondFactorCode::expose);
            of_proof(proof, factor.into_iter().chain([password.expose()]).collect())
        }
    }
}

fn of_proof<'a>(proof: &'a Proof, mut others: Vec<&'a str>) -> (Option<&'a str>, Vec<&'a str>) {
    match proof {
        Proof::Token { token, .. } => (Some(token.expose()), others),
        Proof::Code { code, email, .. } => {
            others.push(email.as_str());
            (Some(code.expose()), others)
        }
    }
}
