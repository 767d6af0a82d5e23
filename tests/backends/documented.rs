//! Answers that a server here cannot be brought to give: what its documentation shows of them is said in its place.

use latchkey::secret::{EmailAddress, NewPassword, RecoveryCode, RecoveryToken};
use latchkey::service::Proof;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};

use super::harness::{ADA, Exchange, NEW_PASSWORD, Replay};
use super::set_up::{contract, service};
use super::site::{Documented, Operation, Site};
use super::witness::{Asked, Question, Record};

pub async fn what_it_would_say_is_understood<S: Site>(record: &Record) {
    let replay = Replay::start().await;
    let service = service::<S>(contract::<S>(), &replay.base());
    for documented in S::DOCUMENTED {
        let (question, exchanges) = (question::<S>(documented.to), vec![exchange(documented)]);
        replay.will_say(&exchanges);
        let outcome = question.ask(&service).await;
        assert_eq!(outcome, documented.outcome, "{}", documented.body);
        record.borrow_mut().push(Asked { question, exchanges, outcome });
    }
}

fn question<S: Site>(operation: Operation) -> Question {
    match operation {
        Operation::Request => Question::Request(EmailAddress::parse(ADA).unwrap(), None),
        Operation::Check => Question::Check(proof::<S>()),
        Operation::Reset => Question::Reset(proof::<S>(), NewPassword::new(NEW_PASSWORD).unwrap()),
    }
}

fn proof<S: Site>() -> Proof {
    match contract::<S>().capabilities().code {
        None => Proof::of_token(RecoveryToken::parse("issued-but-only-on-paper").unwrap()),
        Some(shape) => Proof::Code {
            email: EmailAddress::parse(ADA).unwrap(),
            code: RecoveryCode::parse("123456", shape).unwrap(),
            flow: None,
            verifier: None,
            session: None,
        },
    }
}

fn exchange(documented: &Documented) -> Exchange {
    let json = (CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Exchange {
        // What is sent to it nobody sees: a live server has seen the same calls.
        target: String::new(),
        status: documented.status.try_into().unwrap(),
        answer_headers: HeaderMap::from_iter([json]),
        answer: documented.body.to_owned(),
    }
}
