//! Checks that a link has what the calls need.

use latchkey_core::{
    code::{CodeShape, Hyphens, LetterCode},
    secret::{LONGEST_TOKEN, SHORTEST_TOKEN},
};

use super::bad_name;
use crate::{
    code::{CODE_LENGTHS, Code},
    contract::Contract,
    diagnostic::{Diagnostics, key_path},
    link::{Link, Source},
    matching::Kind,
    response_field::ResponseField,
};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let link = &contract.link;
    if contract.reset.hosted().is_some() {
        if *link != Link::default() {
            let problem = "with [hosted], links lead to a page of the server; leave [link] out";
            diagnostics.add(key_path("link"), problem);
        }
        return;
    }
    if link.sources.is_empty() {
        let problem = "`sources` is missing: where the proof is, as in sources = [\"query\"]";
        diagnostics.add(key_path("link.sources"), problem);
    }
    let has = |source| link.sources.contains(&source);
    let in_parameters = has(Source::Query) || has(Source::Fragment);
    if in_parameters && !link.names.contains_key("token") {
        let problem = "no parameter is named `token`; write names = { token = \"…\" }";
        diagnostics.add(key_path("link.names"), problem);
    }
    names(link, diagnostics);
    if link.try_verifiers && !reports_wrong_verifiers(contract) {
        let problem =
            "no error with kind = \"other_device\" reports a wrong verifier; leave `try_verifiers` out";
        diagnostics.add(key_path("link.try_verifiers"), problem);
    }
    path(link, diagnostics);
    token(link, diagnostics);
    code(contract, diagnostics);
}

fn token(link: &Link, diagnostics: &mut Diagnostics) {
    let (min, max) = (link.token.min, link.token.max);
    if min < SHORTEST_TOKEN {
        let problem = format!("a token has at least {SHORTEST_TOKEN} characters; a shorter one is a `code`");
        diagnostics.add(key_path("link.token.min"), problem);
    }
    if max > LONGEST_TOKEN {
        let problem = format!("a token has at most {LONGEST_TOKEN} characters");
        diagnostics.add(key_path("link.token.max"), problem);
    }
    if max < min {
        diagnostics.add(key_path("link.token"), format!("`max`, {max}, is less than `min`, {min}"));
    }
}

fn names(link: &Link, diagnostics: &mut Diagnostics) {
    for (name, parameter) in &link.names {
        let place = vec!["link".into(), "names".into(), name.as_str().into()];
        if !["token", "email"].contains(&name.as_str())
            && let Some(problem) = bad_name(name)
        {
            diagnostics.add(place.clone(), problem);
        }
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
        if parameter.is_empty() || !parameter.bytes().all(is_plain) {
            let problem = format!("a parameter has letters, digits, `-` and `_`, unlike {parameter:?}");
            diagnostics.add(place, problem);
        }
    }
}

fn reports_wrong_verifiers(contract: &Contract) -> bool {
    let steps = contract.check.iter().chain(contract.reset.steps()).flat_map(|step| &step.errors);
    let mut errors = steps.chain(&contract.errors);
    contract.is_bound() && errors.any(|error| error.kind == Kind::OtherDevice)
}

fn path(link: &Link, diagnostics: &mut Diagnostics) {
    let in_path = link.sources.contains(&Source::Path) || link.sources.contains(&Source::FragmentPath);
    match &link.path {
        None if in_path => {
            let problem =
                "`path` is missing: the pattern of the link's path, as in path = \"/reset/{token}\"";
            diagnostics.add(key_path("link"), problem);
        }
        Some(_) if !in_path => {
            let problem = "`path` is used only with \"path\" or \"fragment-path\" among the `sources`";
            diagnostics.add(key_path("link.path"), problem);
        }
        _ => {}
    }
}

fn code(contract: &Contract, diagnostics: &mut Diagnostics) {
    let link = &contract.link;
    match (link.sources.contains(&Source::Manual), link.code) {
        (true, None) if !contract.is_reported(ResponseField::CodeDigits) => {
            let problem = "\"manual\" needs `code`, as in code = { digits = 6 }";
            diagnostics.add(key_path("link.sources"), problem);
        }
        (false, Some(_)) => {
            let problem = "`code` is used only with \"manual\" among the `sources`";
            diagnostics.add(key_path("link.code"), problem);
        }
        (_, Some(Code(shape))) => lengths(shape, diagnostics),
        (_, None) => {}
    }
}

fn lengths(shape: CodeShape, diagnostics: &mut Diagnostics) {
    let (CodeShape::Digits(length) | CodeShape::Letters(LetterCode { length, .. })) = shape else { return };
    if ![length.min, length.max].iter().all(|length| CODE_LENGTHS.contains(length)) {
        let problem = "a code that is typed has 4 to 12 characters; a longer one is \"long\"";
        diagnostics.add(key_path("link.code"), problem);
    } else if length.max < length.min {
        diagnostics.add(key_path("link.code"), "`max` is less than `min`");
    }
    if let CodeShape::Letters(LetterCode { hyphens: Hyphens::Every(count), .. }) = shape
        && count >= length.max
    {
        diagnostics.add(
            key_path("link.code"),
            "`groups` is as long as the code, so there is no hyphen; leave it out",
        );
    }
}
