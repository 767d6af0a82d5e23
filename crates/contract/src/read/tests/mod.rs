#![allow(clippy::unwrap_used)]

use latchkey_core::service::RecoveryMode;

use super::*;

mod formats;
mod links;
mod repeat;

const VALID: &str = r#"id = "my-server"
name = "My server"

[vars]
realm = "the realm"
redirect = { what = "where links lead", optional = true }

[headers]
X-Realm = "{realm}"

[link]
sources = ["query", "path", "manual"]
names = { token = "token", uid = "uid" }
path = "/reset/{uid}/{token}"
code = { digits = 6 }

[policy]
min_length = 8

[[request]]
method = "POST"
path = "/{realm}/forgot"
query = { to = "{redirect}" }
body = { email = "{email}" }
success = [{ status = 200 }]
errors = [{ status = 404, kind = "unknown_account" }]
capture = { session = "/session" }

[[reset]]
method = "POST"
path = "/{realm}/reset"
body = { uid = "{uid}", token = "{token}", password = "{new_password}" }
success = [{ status = 200, pointer = "/status", equals = "OK" }]
errors = [{ status = 400, pointer = "/code", equals = "weak", kind = "password_refused", reason = "too_short" }]
when = "link"

[[reset]]
when = "code"
method = "POST"
path = "/{realm}/code"
body = { email = "{email}", code = "{token}", password = "{new_password}", session = "{session}" }
success = [{ status = 200 }]
"#;

/// Reads the valid contract with one change. Returns the line and the text of the error.
fn refused(was: &str, is: &str) -> (usize, String) {
    assert!(VALID.contains(was), "{was}");
    let error = read(&VALID.replacen(was, is, 1)).unwrap_err();
    (error.position.unwrap().0, error.problem)
}

#[test]
fn valid_contract_is_read() {
    let contract = read(VALID).unwrap();
    assert_eq!(contract.carried_captures().into_iter().collect::<Vec<_>>(), ["session"]);
    assert!(!contract.is_bound());
}

const BODY: &str = "body = { email = \"{email}\" }";

const ERRORS: &[(&str, &str, usize, &str)] = &[
    // TOML and its keys.
    ("name = \"My server\"", "name = \"My", 2, "string"),
    ("name = \"My server\"", "nam = \"My server\"", 2, "unknown field `nam`; did you mean `name`?"),
    ("name = \"My server\"\n", "", 1, "missing field `name`"),
    ("method = \"POST\"", "method = \"FETCH\"", 21, "GET"),
    ("digits = 6", "figures = 6", 15, "digits"),
    ("kind = \"unknown_account\"", "kind = \"unknown\"", 26, "unknown_account"),
    // Names.
    ("name = \"My server\"", "name = \"My server\"\nbase_url = \"http://a.example\"", 3, "https://"),
    ("name = \"My server\"", "name = \"My server\"\nbase_url = \"https://{x}.example\"", 3, "{realm}"),
    ("id = \"my-server\"", "id = \"My Server\"", 1, "lower-case"),
    ("realm = \"the realm\"", "email = \"x\"\nrealm = \"the realm\"", 5, "choose another"),
    ("realm = \"the realm\"", "Realm = \"x\"\nrealm = \"the realm\"", 5, "lower-case"),
    ("realm = \"the realm\"", "uid = \"x\"\nrealm = \"the realm\"", 5, "choose another"),
    ("optional = true", "optional = true, default = \"x\"", 6, "leave one of them out"),
    ("capture = { session", "capture = { token", 27, "choose another"),
    // Links.
    ("sources = [\"query\", \"path\", \"manual\"]", "sources = []", 12, "sources = "),
    ("token = \"token\", ", "", 13, "token"),
    ("uid = \"uid\" }", "uid = \"u id\" }", 13, "letters"),
    ("path = \"/reset/{uid}/{token}\"\n", "", 11, "path = "),
    ("/reset/{uid}/{token}", "/reset/{uid}", 14, "{token}"),
    ("/reset/{uid}/{token}", "/reset/{token}/end", 14, "last segments"),
    ("/reset/{uid}/{token}", "/reset/x{token}", 14, "fills its segment"),
    ("\"path\", \"manual\"", "\"manual\"", 14, "fragment-path"),
    (", \"manual\"", "", 15, "manual"),
    ("digits = 6", "digits = 3", 15, "4 to 12"),
    // Errors in the calls (`[[request]]`, `[[reset]]`).
    ("\"/{realm}/forgot\"", "\"{realm}/forgot\"", 22, "begins with one `/`"),
    ("\"/{realm}/forgot\"", "\"/../forgot\"", 22, "`..`"),
    ("\"/{realm}/forgot\"", "\"/forgot?x\"", 22, "`query`"),
    ("\"/{realm}/forgot\"", "\"/{email}/forgot\"", 22, "URL"),
    ("to = \"{redirect}\"", "to = \"{email}\"", 23, "URL"),
    ("to = \"{redirect}\"", "to = \"{\"", 23, "{name}"),
    ("email = \"{email}\"", "email = \"{mail}\"", 24, "{email}"),
    ("email = \"{email}\"", "email = \"{new_password}\"", 24, "not known here"),
    ("success = [{ status = 200 }]", "success = []", 25, "success = "),
    ("success = [{ status = 200 }]", "success = [{}]", 25, "every response"),
    ("success = [{ status = 200 }]", "success = [{ status = 302 }]", 25, "never followed"),
    ("success = [{ status = 200 }]", "success = [{ status = 200, kind = \"down\" }]", 25, "errors"),
    ("status = 404, kind", "status = 40, kind", 26, "100 to 599"),
    ("status = 404, kind = \"unknown_account\"", "status = 404", 26, "kind"),
    ("kind = \"unknown_account\"", "kind = \"expired\"", 26, "[[request]]"),
    (
        "success = [{ status = 200 }]",
        "success = [{ status = 200 }]\notherwise = \"invalid\"",
        26,
        "[[reset]]",
    ),
    ("when = \"link\"", "when = \"link\"\notherwise = \"expired\"", 36, "`invalid`"),
    ("kind = \"unknown_account\"", "kind = \"down\", reason = \"common\"", 26, "password_refused"),
    ("\"/session\"", "\"session\"", 27, "begins with `/`"),
    ("{realm}/reset\"", "{token}/reset\"", 31, "URL"),
    ("\"{new_password}\"", "\"{token}\"", 30, "{new_password}"),
    (", equals = \"OK\"", "", 33, "exists"),
    ("pointer = \"/status\", equals", "equals", 33, "pointer"),
    ("[[reset]]\n", "[[reset]]\nearly = true\n", 30, "early"),
    ("[policy]\nmin_length = 8", "[policy]\nmin_length = 8\nmax_length = 7", 19, "less"),
    ("email = \"{email}\"", "email = \"{email}\", flow = \"{flow_id?}\"", 24, "{code_challenge}"),
    ("\"/{realm}/forgot\"", "\"/{realm?}/forgot\"", 22, "`?`"),
    ("\"/session\" }", "{ header = \"x y\" } }", 27, "name of a header"),
    ("capture = { session = \"/session\" }", "tells = { resend_after = \"x\" }", 27, "begins with `/`"),
    ("capture = { session = \"/session\" }", "tells = { tries_left = \"/x\" }", 27, "[[request]]"),
    ("capture = { session = \"/session\" }", "tells = { tries = \"/x\" }", 27, "tries_left"),
    ("capture = { session = \"/session\" }", "retry_after = [\"x y\"]", 27, "name of a header"),
    (
        "capture = { session = \"/session\" }",
        "encoding = \"form\"\nheaders = { \"x y\" = \"\" }",
        28,
        "name of a header",
    ),
    (
        "body = { email = \"{email}\" }",
        "encoding = \"form\"\nbody = { email = [\"{email}\"] }",
        25,
        "table of texts",
    ),
    // The second factor, and the keys for all calls.
    ("kind = \"password_refused\", reason = \"too_short\"", "kind = \"second_factor\"", 34, "no call sends"),
    ("[[reset]]", "[[second_factor]]\npath = \"/x\"\nsuccess = [{ status = 200 }]\n\n[[reset]]", 29, "sends"),
    ("\n[vars]", "errors = [{ status = 400 }]\n\n[vars]", 3, "kind"),
    ("\n[vars]", "errors = [{ kind = \"invalid\" }]\n\n[vars]", 3, "every response"),
    (
        "\n[vars]",
        "[capabilities_from]\npath = \"/{token}\"\nsuccess = [{ status = 200 }]\n\n[vars]",
        4,
        "not known",
    ),
    // Steps that run only under a condition, and steps after the password.
    (
        "session = \"/session\" }",
        "session = \"/session\" }\nwhen = { pointer = \"/s\", equals = 1 }",
        28,
        "there is none",
    ),
    ("when = \"link\"", "when = { proof = \"link\", status = 200 }", 35, "cannot depend"),
    ("when = \"link\"", "when = \"mail\"", 35, "`code`"),
    ("when = \"link\"", "when = { state = \"x\" }", 35, "unknown field"),
    ("when = \"link\"", "when = { proof = \"link\" }", 35, "every response"),
    ("session = \"/session\" }", "session = \"/session\" }\ncapture_each = { x = \"/x\" }", 28, "`capture`"),
    (
        "[[reset]]",
        "[[second_factor]]\npath = \"/x\"\nbody = { c = \"{second_factor}\" }\nsuccess = [{ status = 200 }]\n\
         capture_each = { f = \"/f\" }\n\n[[reset]]",
        33,
        "after it sends",
    ),
    (
        "[[reset]]",
        "[[sign_out]]\npath = \"/x\"\nbody = { p = \"{new_password}\" }\nsuccess = [{ status = 200 }]\n\n[[reset]]",
        31,
        "not known here",
    ),
    (
        "[[reset]]",
        "[[sign_out]]\npath = \"/x\"\nsuccess = [{ status = 200 }]\n\n[[sign_out]]\npath = \"/y\"\n\
         success = [{ status = 200 }]\nwhen = { pointer = \"/state\", equals = \"x\" }\n\n[[reset]]",
        36,
        "cannot depend on a response",
    ),
    (
        "[[reset]]",
        "[[sign_out]]\npath = \"/x\"\nsuccess = [{ status = 200 }]\n\
         errors = [{ status = 400, kind = \"expired\" }]\n\n[[reset]]",
        32,
        "[[sign_out]]",
    ),
    ("method = \"POST\"", "method = \"HEAD\"", 24, "has no body"),
    ("\n[vars]", "retry_after = [\"x y\"]\n\n[vars]", 3, "name of a header"),
    // Cookies, redirects and bodies.
    ("success = [{ status = 200 }]", "success = [{ redirect = \"done\" }]", 25, "below the base address"),
    ("success = [{ status = 200 }]", "success = [{ redirect = \"/x{uid}\" }]", 25, "whole segment"),
    ("success = [{ status = 200 }]", "success = [{ redirect = \"/{uid}/x\" }]", 25, "{uid} in `redirect`"),
    (
        "capture = { session = \"/session\" }",
        "capture = { session = { cookie = \"s\" } }",
        27,
        "cookies = true",
    ),
    ("\"/session\"", "{ query = \"s\" }", 27, "cookie_name"),
    (BODY, "encoding = \"text\"\nbody = { email = \"{email}\" }", 25, "one text"),
    (BODY, "encoding = \"text\"\nbody = \"{email?}\"", 25, "optional"),
    (BODY, "encoding = \"xml\"\nbody = \"<a b={email}/>\"", 25, "in quotes"),
    (BODY, "graphql = \" \"", 24, "operation"),
    (BODY, "graphql = \"{ a }\"\nbody = { email = \"{email}\" }", 25, "`variables`"),
    (BODY, "graphql = \"{ a }\"\nencoding = \"form\"", 25, "leave `encoding` out"),
    (BODY, "graphql = \"{ a }\"\nvariables = \"{email}\"", 25, "table"),
    (BODY, "graphql = \"{ a }\"\nvariables = { email = \"{mail}\" }", 25, "{email}"),
    (BODY, "variables = { email = \"{email}\" }", 24, "`graphql`"),
    ("\"/{realm}/forgot\"", "\"/{email}/forgot\"\nsecret_in_path = true", 22, "URL"),
    ("{realm}/reset\"", "{token}/reset\"\nemail_in_path = true", 31, "URL"),
    // Headers and secrets.
    ("X-Realm = \"{realm}\"", "authorization = \"Basic dXNlcjpwYXNz\"", 9, "`public`"),
    ("X-Realm = \"{realm}\"", "authorization = \"Bearer {realm}\"", 9, "public = [\"realm\"]"),
    ("X-Realm = \"{realm}\"", "X-Api-Key = \"abc\"", 9, "`public`"),
    ("email = \"{email}\"", "email = \"{email}\", client_secret = \"abc\"", 24, "server secret"),
    ("email = \"{email}\"", "email = \"{email}\", client_secret = \"{realm}\"", 24, "server secret"),
    ("optional = true", "default = \"Bearer abc\"", 6, "public = [\"redirect\"]"),
    ("optional = true", "default = \"sk_live_1\"", 6, "server secret"),
    ("\n[vars]", "public = [\"nope\"]\n\n[vars]", 3, "neither"),
    ("X-Realm = \"{realm}\"", "Host = \"{realm}\"", 9, "leave it out"),
    ("X-Realm = \"{realm}\"", "X-Appwrite-Key = \"{realm}\"", 9, "secret"),
    ("X-Realm = \"{realm}\"", "X-Realm = \"sk_live_1\"", 9, "secret"),
    ("realm = \"the realm\"", "client_secret = \"x\"\nrealm = \"the realm\"", 5, "secret"),
];

#[test]
fn every_error_has_its_line_and_what_to_write_instead() {
    for &(was, is, line, fix) in ERRORS {
        let (found, problem) = refused(was, is);
        assert_eq!(found, line, "{is}: {problem}");
        assert!(problem.contains(fix), "{is}: {problem}");
    }
}

#[test]
fn optional_values_are_accepted_with_a_question_mark() {
    let contract = VALID
        .replace("email = \"{email}\" }", "email = \"{email}\", code_challenge = \"{code_challenge?}\" }")
        .replace("X-Realm = \"{realm}\"", "authorization = \"Bearer {token?}\"")
        .replacen(
            "[[reset]]",
            "[[second_factor]]\npath = \"/totp\"\nbody = { code = \"{second_factor}\" }\n\
             success = [{ status = 200 }]\ncapture = { token = \"/token\" }\n\n[[reset]]",
            1,
        )
        .replace(
            "token = \"{token}\", password",
            "token = \"{link_token?}\", attempt = \"{attempt?}\", password",
        );
    let contract = read(&contract).unwrap();
    assert!(contract.is_bound() && !contract.binds_codes());
}

#[test]
fn step_has_only_the_values_of_its_proof() {
    for (was, is, line, name) in
        [("when = \"link\"", "", 32, "{uid}"), ("code = \"{token}\"", "uid = \"{uid}\"", 41, "{uid}")]
    {
        let (found, problem) = refused(was, is);
        assert_eq!((found, problem.contains(name)), (line, true), "{is}: {problem}");
    }
    let link_alone = read(&VALID[..VALID.rfind("[[reset]]").unwrap()]).unwrap_err();
    assert!(link_alone.problem.contains("no [[reset]] is for a code"), "{link_alone}");
}

/// A secret that the server, the email or this device creates may have any name, and so may a public key.
#[test]
fn secrets_are_recognized_by_their_value() {
    for (was, is) in [
        ("code = \"{token}\"", "code = \"{token}\", client_secret = \"{session}\""),
        (
            "{ email = \"{email}\" }",
            "{ email = \"{email}\", client_secret = \"{code_challenge?}\", api_key = \"{email}\" }",
        ),
        ("X-Realm = \"{realm}\"", "authorization = \"Bearer {token?}\""),
        ("\n[vars]", "public = [\"realm\"]\nquery = { key = \"{realm}\" }\n\n[vars]"),
        (
            "optional = true }\n\n[headers]\nX-Realm = \"{realm}\"",
            "default = \"Bearer anon\" }\n\n[headers]\nauthorization = \"{redirect}\"",
        ),
    ] {
        assert!(VALID.contains(was), "{was}");
        let text = VALID.replacen(was, is, 1);
        let text = if is.contains("Bearer anon") { format!("public = [\"redirect\"]\n{text}") } else { text };
        assert_eq!(read(&text).err(), None, "{is}");
    }
}

#[test]
fn address_in_a_path_needs_email_in_path() {
    let in_path = VALID.replace("\"/{realm}/forgot\"", "\"/{email}/forgot\"\nemail_in_path = true");
    assert_eq!(read(&in_path).err(), None);
    let in_query = in_path.replace("to = \"{redirect}\"", "to = \"{email}\"");
    assert!(read(&in_query).unwrap_err().problem.contains("URL"));
}

/// A step that depends on a response may not run, so what it captures may be missing.
#[test]
fn capture_of_a_step_in_a_state_is_optional() {
    let with = |value: &str| {
        let steps = format!(
            "[[request]]\nwhen = {{ status = 202 }}\npath = \"/x\"\nsuccess = [{{ status = 200 }}]\ncapture = {{ x = \"/x\" }}\n\n\
             [[request]]\npath = \"/y\"\nbody = {{ x = \"{value}\" }}\nsuccess = [{{ status = 200 }}]\n\n[[reset]]"
        );
        read(&VALID.replacen("[[reset]]", &steps, 1))
    };
    assert_eq!(with("{x?}").err(), None);
    let error = with("{x}").unwrap_err();
    assert_eq!((error.position, error.problem.contains("{x?}")), (Some((37, 14)), true), "{error}");
}

#[test]
fn variable_is_a_segment_of_a_redirect() {
    let redirect = "success = [{ status = 302, redirect = \"/{realm}/done\" }]";
    assert_eq!(read(&VALID.replacen("success = [{ status = 200 }]", redirect, 1)).err(), None);
}

#[test]
fn documented_contracts_are_read() {
    let text = include_str!("../../../../../docs/contracts.md");
    let examples = text.split("```toml\n").skip(1).filter_map(|part| part.split("```").next());
    // The other examples are parts of a contract.
    let mut whole = examples.filter(|example| example.starts_with("id = ")).peekable();
    assert!(whole.peek().is_some_and(|first| first.contains("my-server")));
    for example in whole {
        assert_eq!(read(example).err(), None, "{example}");
    }
}

#[test]
fn missing_operation_is_reported() {
    let without = |from: &str, to: &str| {
        let (start, end) = (VALID.find(from).unwrap(), VALID.find(to).unwrap_or(VALID.len()));
        read(&format!("{}{}", &VALID[..start], &VALID[end..])).unwrap_err().problem
    };
    assert!(without("[[reset]]", "\0").contains("[[reset]]"));
    assert!(without("[[request]]", "[[reset]]").contains("[[request]]"));
}

#[test]
fn contract_has_either_reset_calls_or_a_hosted_page() {
    for text in [format!("{VALID}\n[hosted]\n"), VALID[..VALID.find("[[reset]]").unwrap()].to_owned()] {
        let error = read(&text).unwrap_err();
        assert_eq!(
            (error.position, error.problem.starts_with("either [[reset]]")),
            (Some((1, 6)), true),
            "{error}"
        );
    }
}
