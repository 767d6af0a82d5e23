//! Checks one kind of link.

use latchkey_core::{
    code::{CodeShape, Hyphens, LetterCode},
    secret::{MAX_TOKEN_LENGTH, MIN_TOKEN_LENGTH},
};

use super::name_problem;
use crate::{
    code::{CODE_LENGTHS, Code},
    diagnostic::{Diagnostics, join},
    link_kind::{LinkKind, ProofSource},
    span::Key,
};

pub(super) fn check(place: &[Key], link: &LinkKind, diagnostics: &mut Diagnostics) {
    if link.sources.is_empty() {
        let problem = "`sources` is missing: where the proof is, as in sources = [\"query\"]";
        diagnostics.add(join(place, "sources"), problem);
    }
    let has = |source| link.sources.contains(&source);
    let in_parameters = has(ProofSource::Query) || has(ProofSource::Fragment);
    if in_parameters && !link.names.contains_key("token") {
        let problem = "no parameter is named `token`; write names = { token = \"…\" }";
        diagnostics.add(join(place, "names"), problem);
    }
    check_names(place, link, diagnostics);
    decoded(place, link, diagnostics);
    fixed(place, link, diagnostics);
    check_path(place, link, diagnostics);
    token(place, link, diagnostics);
    check_code(place, link, diagnostics);
}

fn check_names(place: &[Key], link: &LinkKind, diagnostics: &mut Diagnostics) {
    for (name, parameter) in &link.names {
        let place = join(&join(place, "names"), name);
        if !["token", "email"].contains(&name.as_str())
            && let Some(problem) = name_problem(name)
        {
            diagnostics.add(place.clone(), problem);
        }
        if !is_plain(parameter) {
            let problem = format!("a parameter has letters, digits, `-` and `_`, unlike {parameter:?}");
            diagnostics.add(place, problem);
        }
    }
}

/// The token and the address have formats of their own.
fn decoded(place: &[Key], link: &LinkKind, diagnostics: &mut Diagnostics) {
    for (index, name) in link.decoded.iter().enumerate() {
        let is_value = link.value_names().any(|known| known == name);
        if !is_value || ["token", "email"].contains(&name.as_str()) {
            let problem = format!("`{name}` is no value of the link other than `token` and `email`");
            diagnostics.add([&join(place, "decoded")[..], &[index.into()]].concat(), problem);
        }
    }
}

fn is_plain(parameter: &str) -> bool {
    !parameter.is_empty() && parameter.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
}

fn fixed(place: &[Key], link: &LinkKind, diagnostics: &mut Diagnostics) {
    for (parameter, value) in &link.fixed {
        let place = join(&join(place, "fixed"), parameter);
        if !is_plain(parameter) || !is_plain(value) {
            let problem = "a fixed parameter and its value have letters, digits, `-` and `_`";
            diagnostics.add(place, problem);
        } else if link.names.values().any(|known| known == parameter) {
            let problem = format!("`{parameter}` is already one of the `names`, so its value is not fixed");
            diagnostics.add(place, problem);
        }
    }
}

fn check_path(place: &[Key], link: &LinkKind, diagnostics: &mut Diagnostics) {
    match &link.path {
        None if link.has_path_values() => {
            let problem =
                "`path` is missing: the pattern of the link's path, as in path = \"/reset/{token}\"";
            diagnostics.add(place.to_vec(), problem);
        }
        Some(path) if !link.has_path_values() && !path.names().is_empty() => {
            let problem =
                "values in the `path` are read only with \"path\" or \"fragment-path\" among the `sources`";
            diagnostics.add(join(place, "path"), problem);
        }
        Some(path) if link.has_path_values() && path.names().is_empty() => {
            let problem = "the pattern has no {token}";
            diagnostics.add(join(place, "path"), problem);
        }
        Some(_) if !link.has_link() => {
            diagnostics.add(join(place, "path"), "a code is not in a path; leave `path` out");
        }
        _ => {}
    }
}

fn token(place: &[Key], link: &LinkKind, diagnostics: &mut Diagnostics) {
    let (min, max) = (link.token.min, link.token.max);
    let place = join(place, "token");
    if min < MIN_TOKEN_LENGTH {
        let problem =
            format!("a token has at least {MIN_TOKEN_LENGTH} characters; a shorter one is a `code`");
        diagnostics.add(join(&place, "min"), problem);
    }
    if max > MAX_TOKEN_LENGTH {
        diagnostics.add(join(&place, "max"), format!("a token has at most {MAX_TOKEN_LENGTH} characters"));
    }
    if max < min {
        diagnostics.add(place, format!("`max`, {max}, is less than `min`, {min}"));
    }
}

fn check_code(place: &[Key], link: &LinkKind, diagnostics: &mut Diagnostics) {
    let Some(Code(shape)) = link.code else { return };
    let place = join(place, "code");
    if !link.sources.contains(&ProofSource::TypedCode) {
        let problem = "`code` is used only with \"manual\" among the `sources`";
        diagnostics.add(place.clone(), problem);
    }
    let (CodeShape::Digits(length) | CodeShape::Letters(LetterCode { length, .. })) = shape else { return };
    if ![length.min, length.max].iter().all(|length| CODE_LENGTHS.contains(length)) {
        let problem = "a code that is typed has 4 to 12 characters; a longer one is \"long\"";
        diagnostics.add(place.clone(), problem);
    } else if length.max < length.min {
        diagnostics.add(place.clone(), "`max` is less than `min`");
    }
    if let CodeShape::Letters(LetterCode { hyphens: Hyphens::Every(count), .. }) = shape
        && count >= length.max
    {
        diagnostics.add(place, "`groups` is as long as the code, so there is no hyphen; leave it out");
    }
}
