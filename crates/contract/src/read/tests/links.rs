//! Several kinds of links in one contract, and what a request captured for links.

use latchkey_core::{
    secret::{LinkParams, RecoveryToken},
    service::Proof,
};

use super::*;

/// The valid contract with a second kind of link, and a step that only the first has.
fn with_kinds() -> String {
    let contract = VALID.replacen("[link]\n", "[[link]]\nid = \"app\"\n", 1).replacen(
        "[policy]",
        "[[link]]\nid = \"mail\"\nsources = [\"query\"]\npath = \"/verify\"\nnames = { token = \"key\" }\n\
         fixed = { type = \"recovery\" }\n\n[policy]",
        1,
    );
    let mail = "[[reset]]\nwhen = { link = \"mail\" }\npath = \"/verify\"\nbody = { key = \"{token}\", password = \"{new_password}\" }\n\
                success = [{ status = 200 }]\n";
    format!("{}\n{mail}", contract.replace("when = \"link\"", "when = { link = \"app\" }"))
}

#[test]
fn contract_with_several_kinds_of_links_is_read() {
    let contract = read(&with_kinds()).unwrap();
    let shapes = contract.link_shapes();
    let ids: Vec<_> =
        shapes.iter().map(|shape| (shape.id.as_deref(), shape.token_parameter.as_deref())).collect();
    assert_eq!(ids, [(Some("app"), Some("token")), (Some("mail"), Some("key"))]);
    assert_eq!(shapes[1].fixed, [("type".to_owned(), "recovery".to_owned())]);
    let steps = |link: &str| {
        let token = RecoveryToken::parse("0123456789abcdef").unwrap();
        let params = LinkParams::of_kind(Some(link.to_owned()));
        let proof = Proof::of_link(token, params);
        contract
            .for_proof(contract.reset.steps(), &proof)
            .map(|step| step.path.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(steps("app"), ["/{realm}/reset"]);
    assert_eq!(steps("mail"), ["/verify"]);
    assert_eq!(steps("other"), [""; 0]);
    // This is the form that a build script writes.
    let json = serde_json::to_string(&contract).unwrap();
    assert_eq!(serde_json::from_str::<Contract>(&json).unwrap(), contract);
}

#[test]
fn kinds_of_links_are_told_apart() {
    for (was, is, line, fix) in [
        ("id = \"mail\"\n", "", 18, "`id` is missing"),
        ("id = \"mail\"", "id = \"app\"", 19, "already"),
        ("id = \"mail\"", "id = \"Mail\"", 19, "lower-case"),
        ("id = \"mail\"", "id = \"token\"", 19, "reserved"),
        (
            "sources = [\"query\"]",
            "sources = [\"query\", \"manual\"]\ncode = { digits = 6 }",
            20,
            "only one [[link]]",
        ),
        ("sources = [\"query\"]", "sources = [\"path\"]", 21, "{token}"),
        ("path = \"/verify\"\n", "path = \"/verify/{token}\"\n", 21, "fragment-path"),
        (
            "path = \"/verify\"\nnames = { token = \"key\" }",
            "path = \"/reset/{uid}/{token}\"\nnames = { token = \"token\" }",
            21,
            "fragment-path",
        ),
        ("fixed = { type = \"recovery\" }", "fixed = { type = \"re covery\" }", 23, "letters"),
        ("fixed = { type = \"recovery\" }", "fixed = { key = \"recovery\" }", 23, "not fixed"),
        ("fixed = { type = \"recovery\" }", "fixd = { type = \"recovery\" }", 23, "unknown field"),
        ("{ link = \"app\" }", "{ link = \"web\" }", 43, "no [[link]]"),
        ("when = { link = \"app\" }", "", 40, "{uid}"),
    ] {
        let contract = with_kinds();
        assert!(contract.contains(was), "{was}");
        let error = read(&contract.replacen(was, is, 1)).unwrap_err();
        assert_eq!(error.position.map(|at| at.0), Some(line), "{is}: {error}");
        assert!(error.problem.contains(fix), "{is}: {error}");
    }
    // A kind of link without a step for it cannot be used.
    let contract = with_kinds();
    let without = read(&contract[..contract.rfind("[[reset]]").unwrap()]).unwrap_err();
    assert!(without.problem.contains("no [[reset]] is for a link `mail`"), "{without}");
    let alike = VALID.replacen("[link]\n", "[[link]]\nid = \"one\"\nsources = [\"query\"]\nnames = { token = \"token\" }\n\n[[link]]\nid = \"two\"\n", 1);
    let alike = alike.replace("\"path\", ", "").replace("path = \"/reset/{uid}/{token}\"\n", "");
    let alike = read(&alike).unwrap_err();
    assert_eq!(
        (alike.position.unwrap().0, alike.problem.contains("also one of `one`")),
        (16, true),
        "{alike}"
    );
}

#[test]
fn only_values_of_the_link_are_decoded() {
    let decoded = |names: &str| VALID.replacen("names = {", &format!("decoded = [{names}]\nnames = {{"), 1);
    let shapes = read(&decoded("\"uid\"")).unwrap().link_shapes();
    assert_eq!(shapes[0].decoded, ["uid"]);
    for name in ["token", "email", "login"] {
        let error = read(&decoded(&format!("\"uid\", \"{name}\""))).unwrap_err();
        assert_eq!((error.position.unwrap().0, error.problem.contains(name)), (13, true), "{error}");
    }
}

/// A link that is opened on the device that requested it has the address, and what the request captured.
#[test]
fn captures_of_the_request_are_for_links_and_codes() {
    for (was, is, carried) in [
        ("uid = \"{uid}\", token", "session = \"{session}\", email = \"{email}\", token", vec!["session"]),
        ("when = \"code\"\n", "", vec!["session"]),
        (
            "capture = { session = \"/session\" }",
            "capture = { session = { header = \"X-Session\" }, ticket = \"/ticket\" }",
            vec!["session"],
        ),
    ] {
        assert!(VALID.contains(was), "{was}");
        let contract = read(&VALID.replacen(was, is, 1)).unwrap();
        assert_eq!(contract.carried_captures().into_iter().collect::<Vec<_>>(), carried, "{is}");
    }
    let several = VALID.replace("session = \"/session\"", "session = \"/session\", ticket = \"/ticket\"");
    let several =
        several.replace("session = \"{session}\"", "session = \"{session}\", ticket = \"{ticket}\"");
    assert_eq!(
        read(&several).unwrap().carried_captures().into_iter().collect::<Vec<_>>(),
        ["session", "ticket"]
    );
}
