//! Tests of the backend settings.

use super::*;

/// A configuration with an address and these other lines in `[service]`.
fn with(lines: &str) -> ConfigSources {
    let text = format!("[service]\nbase_url = \"https://id.example.org\"\n{lines}");
    ConfigSources { built_in: built_in(text.leak()), ..ConfigSources::default() }
}

fn error(lines: &str) -> String {
    with(lines).load().unwrap_err().to_string()
}

#[test]
fn backend_key_selects_a_contract() {
    let backend = |lines| with(lines).load().unwrap().service.backend;
    assert_eq!(backend(""), Backend::default());
    assert_eq!(backend("backend = \"latchkey\""), Backend::default());
    assert_eq!(backend("backend = \"directus\"").contract.unwrap().id, "directus");
    let supabase = backend("backend = \"supabase\"\n[service.vars]\nanon_key = \"sb_publishable_1\"");
    assert_eq!(
        (supabase.contract.unwrap().id.as_str(), supabase.vars["anon_key"].as_str()),
        ("supabase", "sb_publishable_1")
    );
}

#[test]
fn mismatched_backend_settings_are_reported() {
    for (lines, message) in [
        ("backend = \"directsu\"", "3:11: `backend` is not a built-in backend; did you mean `directus`?"),
        ("backend = \"zzz\"", "the built-in backends are `"),
        ("backend = \"supabase\"", "`anon_key` is missing in [service.vars]: the project's anon"),
        (
            "backend = \"directus\"\n[service.vars]\nkey = \"x\"",
            "`key` in [service.vars] is not a variable of this backend, which has `redirect`",
        ),
        ("backend = \"strapi\"\n[service.vars]\nkey = \"x\"", "which has none"),
        ("[service.vars]\nkey = \"x\"", "choose one with `backend`"),
        ("backend = \"directus\"\ncontract = \"my.toml\"", "remove one of them"),
        ("backend = \"directus\"\nvars = \"x\"", "write [service.vars]"),
        (
            "backend = \"directus\"\n[service.vars]\nredirect = 7",
            "5:12: `redirect` must be a string in quotes, not a number",
        ),
        ("backend = \"supabase\"\n[service.vars]\nanon_key = \"sb_secret_1\"", "is a server secret"),
        ("backend = \"supabase\"\n[service.vars]\nanon_key = \"a\\nb\"", "cannot be sent"),
    ] {
        assert!(error(lines).contains(message), "{lines}: {}", error(lines));
    }
    let nowhere =
        ConfigSources { built_in: built_in("[service]\nbackend = \"directus\""), ..ConfigSources::default() };
    assert!(nowhere.load().unwrap_err().to_string().contains("set `base_url`"));
}

/// Some services have one address for all customers, or one that depends on a variable.
#[test]
fn backend_with_known_address_needs_no_base_url() {
    let address = |lines: &str| {
        let text = format!("[service]\n{lines}");
        let loaded = ConfigSources { built_in: built_in(text.leak()), ..ConfigSources::default() }.load();
        loaded
            .map(|config| config.service.base_url.unwrap().as_str().to_owned())
            .map_err(|error| error.to_string())
    };
    let cognito = |more| format!("{more}backend = \"cognito\"\n[service.vars]\nclient_id = \"c\"\n");
    let region = |region| format!("{}region = \"{region}\"", cognito(""));
    for (lines, found) in [
        (
            "backend = \"firebase\"\n[service.vars]\napi_key = \"k\"".to_owned(),
            Some("https://identitytoolkit.googleapis.com/"),
        ),
        (region("eu-central-1"), Some("https://cognito-idp.eu-central-1.amazonaws.com/")),
        (cognito("base_url = \"http://127.0.0.1:9229\"\n"), Some("http://127.0.0.1:9229/")),
        (cognito(""), None),
        (region("no such place"), None),
    ] {
        let address = address(&lines);
        assert_eq!(address.as_deref().ok(), found, "{lines}");
        assert!(found.is_some() || address.unwrap_err().contains("set `base_url`"));
    }
}

#[test]
fn variables_override_backend_settings() {
    let variables =
        [("LATCHKEY_BACKEND", "supabase"), ("LATCHKEY_VAR_ANON_KEY", "anon"), ("LATCHKEY_VAR_REDIRECT", "")];
    let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE_NAME);
    fs::write(&file, "[service]\nbase_url = \"https://id.example.org\"\nbackend = \"strapi\"").unwrap();
    let lookup = ConfigSources { variables, user_folder: Some(file), ..ConfigSources::default() };
    let backend = lookup.load().unwrap().service.backend;
    assert_eq!(backend.contract.unwrap().id, "supabase");
    assert_eq!(backend.vars, [("anon_key".to_owned(), "anon".to_owned())].into());
}

const OWN: &str = r#"id = "own"
name = "Own"
[link]
sources = ["query"]
names = { token = "t" }
[[request]]
method = "POST"
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]
[[reset]]
method = "POST"
path = "/reset"
body = { token = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
"#;

#[test]
fn contract_file_is_read_beside_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE_NAME);
    fs::write(&file, "[service]\nbase_url = \"https://id.example.org\"\ncontract = \"own.toml\"").unwrap();
    let lookup = ConfigSources { argument: Some(file), ..ConfigSources::default() };
    let absent = lookup.load().unwrap_err().to_string();
    assert!(absent.contains("3:12: `contract` \"own.toml\" cannot be read"), "{absent}");
    fs::write(folder.path().join("own.toml"), OWN).unwrap();
    assert_eq!(lookup.load().unwrap().service.backend.contract.unwrap().id, "own");
    fs::write(folder.path().join("own.toml"), OWN.replace("{email}", "{mail}")).unwrap();
    let wrong = lookup.load().unwrap_err().to_string();
    assert!(wrong.contains("`contract` own.toml:9:18: {mail} is not known here"), "{wrong}");
}

#[test]
fn built_in_contract_needs_no_file() {
    let contract = "contract = \"own.toml\"";
    let mut lookup = with(contract);
    lookup.built_in.contract = Some(OWN);
    assert_eq!(lookup.load().unwrap().service.backend.contract.unwrap().id, "own");
    assert!(error(contract).contains("was not compiled in"));
    assert!(error("contract = \"../own.toml\"").contains("in the same folder"));
}
