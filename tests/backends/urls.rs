//! Whether anything secret has stood in an URL.

use latchkey::service::Proof;
use percent_encoding::percent_decode_str;

use super::site::Site;
use super::witness::{Asked, Question};

pub fn no_secret_is_in_an_url<S: Site>(asked: &[Asked]) {
    for Asked { question, exchanges, .. } in asked {
        for exchange in exchanges {
            let target = percent_decode_str(&exchange.target).decode_utf8().unwrap();
            let (path, query) = target.split_once('?').unwrap_or((&target, ""));
            let (token, others) = secrets(question);
            assert!(!others.iter().any(|secret| target.contains(secret)), "a secret in {}", exchange.target);
            if let Some(token) = token {
                assert!(!query.contains(token), "the token in the query of {path}");
                assert_eq!(path.contains(token), S::TOKEN_IN_PATH, "the token in the path {path}");
            }
        }
    }
}

/// The token or code, and what else is secret in a question.
pub fn secrets(question: &Question) -> (Option<&str>, Vec<&str>) {
    match question {
        Question::Request(email, _) => (None, vec![email.as_str()]),
        Question::Check(proof) => of_proof(proof, vec![]),
        Question::Reset(proof, password) => of_proof(proof, vec![password.expose()]),
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
