//! Whether a link can carry what the calls need.

use crate::{CODE_LENGTHS, Contract, Kind, Link, ResponseField, Source, Template};
use latchkey_core::CodeShape;

use super::{Diagnostics, bad_name, key_path};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let link = &contract.link;
    if contract.hosted.is_some() {
        if *link != Link::default() {
            diagnostics.add(
                key_path("link"),
                "a link to a page of the server brings nothing here; leave [link] out",
            );
        }
        return;
    }
    if link.sources.is_empty() {
        diagnostics.add(
            key_path("link.sources"),
            "`sources` is missing: say where the proof stands, as in sources = [\"query\"]",
        );
    }
    let has = |source| link.sources.contains(&source);
    let in_parameters = has(Source::Query) || has(Source::Fragment);
    if in_parameters && !link.names.contains_key("token") {
        diagnostics
            .add(key_path("link.names"), "no parameter is named `token`; write names = { token = \"…\" }");
    }
    for (name, parameter) in &link.names {
        let place = vec!["link".into(), "names".into(), name.as_str().into()];
        if !["token", "email"].contains(&name.as_str())
            && let Some(problem) = bad_name(name)
        {
            diagnostics.add(place.clone(), problem);
        }
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
        if parameter.is_empty() || !parameter.bytes().all(plain) {
            diagnostics
                .add(place, format!("a parameter is letters, digits, `-` and `_`, unlike {parameter:?}"));
        }
    }
    if link.try_verifiers && !tells_of_wrong_verifiers(contract) {
        diagnostics.add(
            key_path("link.try_verifiers"),
            "no call says with kind = \"other_device\" that a verifier is wrong; leave `try_verifiers` out",
        );
    }
    pattern(contract, diagnostics);
    match (has(Source::Manual), &link.code) {
        (true, None) if !contract.is_reported(ResponseField::CodeDigits) => {
            diagnostics.add(key_path("link.sources"), "\"manual\" needs `code`, as in code = { digits = 6 }")
        }
        (false, Some(_)) => {
            diagnostics.add(key_path("link.code"), "a code is typed only with \"manual\" among the `sources`")
        }
        (_, Some(CodeShape::Digits(length) | CodeShape::Letters(length)))
            if !CODE_LENGTHS.contains(length) =>
        {
            diagnostics.add(
                key_path("link.code"),
                "a code that people type has 4 to 12 characters; a longer one is \"long\"",
            );
        }
        _ => {}
    }
}

fn tells_of_wrong_verifiers(contract: &Contract) -> bool {
    let steps = contract.check.iter().chain(&contract.reset).flat_map(|step| &step.errors);
    let mut errors = steps.chain(&contract.errors);
    contract.is_bound() && errors.any(|error| error.kind == Some(Kind::OtherDevice))
}

fn pattern(contract: &Contract, diagnostics: &mut Diagnostics) {
    let link = &contract.link;
    let in_path = link.sources.contains(&Source::Path) || link.sources.contains(&Source::FragmentPath);
    let Some(path) = &link.path else {
        if in_path {
            diagnostics.add(
                key_path("link"),
                "`path` is missing: the pattern of the link's end, as in path = \"/reset/{token}\"",
            );
        }
        return;
    };
    if !in_path {
        diagnostics.add(
            key_path("link.path"),
            "`path` is used only with \"path\" or \"fragment-path\" among the `sources`",
        );
    }
    let parsed = Template::parse(path);
    let whole = path.split('/').skip(1).all(|segment| {
        let braces = segment.contains(['{', '}']);
        !segment.is_empty() && (!braces || (segment.starts_with('{') && segment.ends_with('}')))
    });
    match parsed {
        Ok(template) if path.starts_with('/') && whole => {
            if !template.names().any(|name| name == "token") {
                diagnostics.add(key_path("link.path"), "the pattern has no {token}");
            }
            if path.split('/').skip_while(|segment| !segment.starts_with('{')).any(|segment| !segment.starts_with('{')) {
                diagnostics.add(key_path("link.path"), "the pattern's names must be its last segments, as in \"/reset/{uid}/{token}\"");
            }
        }
        _ => diagnostics.add(
            key_path("link.path"),
            "a pattern begins with `/`, does not end with one, and a name fills its segment, as in \"/reset/{token}\"",
        ),
    }
}
