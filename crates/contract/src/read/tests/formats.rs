//! The formats of tokens and codes, and places of the token.

use super::*;

#[test]
fn wrong_format_of_a_code_or_token_has_its_line_and_what_to_write_instead() {
    for (was, is, line, fix) in [
        ("digits = 6", "digits = { min = 6, max = 13 }", 15, "4 to 12"),
        ("digits = 6", "digits = { min = 8, max = 6 }", 15, "less"),
        ("digits = 6", "digits = { min = 8 }", 15, "max"),
        ("digits = 6", "digits = \"six\"", 15, "{ min = 6, max = 10 }"),
        ("digits = 6", "digits = 6, case = \"upper\"", 15, "`letters`"),
        ("digits = 6", "letters = 6, groups = 6", 15, "no hyphen"),
        ("digits = 6", "letters = 6, groups = 3, hyphens = true", 15, "leave `hyphens` out"),
        ("{ digits = 6 }", "\"short\"", 15, "long"),
        // Tokens.
        ("code = {", "token = { min = 5 }\ncode = {", 15, "at least 6"),
        ("code = {", "token = { max = 8193 }\ncode = {", 15, "at most 8192"),
        ("code = {", "token = { min = 20, max = 19 }\ncode = {", 15, "less"),
        ("code = {", "token = { alphabet = \"A-Z%\" }\ncode = {", 15, "'%' cannot be in a token"),
        ("code = {", "token = { alphabet = \"A-z\" }\ncode = {", 15, "not a range"),
        ("code = {", "token = { alphabet = \"\" }\ncode = {", 15, "A-Za-z0-9+/="),
        ("code = {", "token = { length = 8 }\ncode = {", 15, "alphabet"),
        ("code = {", "token = \"base64\"\ncode = {", 15, "invalid type"),
        // Tries of a code.
        ("[policy]", "[capabilities]\ncode_tries = 0\n[policy]", 18, "1 to 10"),
        ("[policy]", "[capabilities]\ncode_tries = 11\n[policy]", 18, "1 to 10"),
    ] {
        let (found, problem) = refused(was, is);
        assert_eq!(found, line, "{is}: {problem}");
        assert!(problem.contains(fix), "{is}: {problem}");
    }
}

#[test]
fn token_in_a_path_needs_secret_in_path() {
    let in_path = VALID.replace("/{realm}/reset", "/reset/{token}");
    assert!(read(&in_path).is_err());
    assert!(
        read(&in_path.replace(
            "path = \"/reset/{token}\"\nbody",
            "path = \"/reset/{token}\"\nsecret_in_path = true\nbody"
        ))
        .is_ok()
    );
    let password =
        in_path.replace("/reset/{token}\"\nbody", "/reset/{new_password}\"\nsecret_in_path = true\nbody");
    assert!(read(&password).is_err());
}

const HOSTED: &str = r#"id = "my-server"
name = "My server"

[hosted]
page = "/forgot"
query = { state = "{state}", hint = "{email?}", locale = "{language?}", challenge = "{code_challenge}" }
issuer = "/issuer"
success = [{ status = 200, content_type = "text/html" }]
"#;

#[test]
fn page_of_the_server_leads_back_with_a_state() {
    let leads_back = |text: &str| match read(text).unwrap().mode(Some("https://a.example".into())) {
        RecoveryMode::Hosted(page_return) => page_return.map(|expected| expected.issuer),
        RecoveryMode::Native(_) => panic!("the password is chosen on a page"),
    };
    assert_eq!(leads_back(HOSTED), Some(Some("https://a.example".to_owned())));
    let without = HOSTED.replace("state = \"{state}\", ", "").replace("issuer = \"/issuer\"\n", "");
    assert_eq!(leads_back(&without), None);
    for (was, is, problem) in [
        ("state = \"{state}\", ", "", "`issuer` is used only with {state}"),
        ("{email?}", "{email}", "{email} is not known here"),
        ("{language?}", "{language}", "{language} is not known here"),
        ("{email?}", "{token?}", "{token} is not known here"),
        ("/issuer", "/{state}", "{state} is not known here"),
        ("/forgot", "/{email}", "{email} is not known here"),
        ("[hosted]", "[vars]\nstate = \"a state\"\n[hosted]", "`state`"),
    ] {
        let error = read(&HOSTED.replacen(was, is, 1)).unwrap_err();
        assert!(error.problem.contains(problem), "{is}: {error}");
    }
}

/// Such a response to a request would reveal who has an account.
#[test]
fn request_cannot_fail_with_an_error_of_an_account() {
    for kind in ["account_closed", "unsupported_factor", "invalid_or_expired"] {
        let (line, problem) = refused("unknown_account", kind);
        assert_eq!((line, problem), (26, "a [[request]] cannot fail with this `kind`".to_owned()), "{kind}");
    }
    let (_, problem) =
        refused("kind = \"password_refused\", reason = \"too_short\"", "kind = \"quota_exceeded\"");
    assert_eq!(problem, "a [[reset]] cannot fail with this `kind`");
}
