#![allow(clippy::unwrap_used)]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;

mod backend;
mod brand;
mod contrast;
mod tokens;

/// A minimal SVG file.
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

/// A folder with a good and a bad logo in it.
fn read_logo(name: &str) -> Result<String, String> {
    match name {
        "logo.svg" => Ok(LOGO.to_owned()),
        "bad.svg" => Ok(LOGO.replace("/>", " onload=\"f()\"/>")),
        _ => Err("no such file".to_owned()),
    }
}

fn read(text: &str) -> Result<Config, String> {
    parse(text, &ConfigSource::File("latchkey.toml".into()), &read_logo).map_err(|e| e.to_string())
}

/// A built-in configuration with this text.
fn built_in(text: &'static str) -> BuiltInConfig {
    BuiltInConfig { text: Some(text), ..BuiltInConfig::default() }
}

#[test]
fn empty_file_is_the_default() {
    let config = read("").unwrap();
    assert_eq!(config, Config::default());
    assert_eq!(config.brand.style(), "");
    assert_eq!((config.links.token_parameter.as_deref(), config.brand.name.as_str()), (None, "Latchkey"));
    assert_eq!(
        (config.service.base_url, config.service.breach_list, config.brand.support),
        (None, None, None)
    );
}

#[test]
fn all_keys_are_read() {
    let config = read(
        "[service]\nbase_url = \"https://id.example.org/auth\" # prefix kept\n\
         [links]\ntoken_parameter = \"reset_key\"\n\
         [brand]\nname = \" Größe & Co \"\nsupport = \"help@example.org\"\n",
    )
    .unwrap();
    assert_eq!(config.service.base_url.unwrap().as_str(), "https://id.example.org/auth");
    assert_eq!(config.links.token_parameter.as_deref(), Some("reset_key"));
    assert_eq!(config.brand.name, "Größe & Co");
    assert_eq!(config.brand.support.as_ref().map(Support::label), Some("help@example.org"));
    assert_eq!(
        config.brand.support.map(|support| support.href()).as_deref(),
        Some("mailto:help@example.org")
    );
    let page =
        read("[brand]\nsupport = \"https://example.org/help?from=app\"").unwrap().brand.support.unwrap();
    assert_eq!(page.href(), "https://example.org/help?from=app");
}

#[test]
fn errors_report_position_problem_and_fix() {
    let forty_one = format!("[brand]\nname = \"{}\"", "x".repeat(41));
    for (text, message) in [
        ("[service]\nbase_ulr = \"x\"", "2:1: unknown key `base_ulr` in [service]; did you mean `base_url`?"),
        (
            "[brand]\ncolour = \"x\"",
            "2:1: unknown key `colour` in [brand]; known: `name`, `support`, `accent`, `accent_dark`, `logo`, \
             `privacy`, `terms`",
        ),
        ("\n[servce]\n", "2:2: unknown section [servce]; did you mean `service`?"),
        ("[theme]", "1:2: unknown section [theme]; known: `service`, `links`, `brand`"),
        (
            "base_url = \"https://a\"",
            "1:1: `base_url` belongs in the section [service]; add that line above it",
        ),
        (
            "service = \"https://a\"",
            "1:1: `service` is a section, not a value; write [service] on its own line",
        ),
        ("[brand]\nname = 7", "2:8: `name` must be a string in quotes, not a number"),
        ("[brand]\n  name = true", "2:10: `name` must be a string in quotes, not true or false"),
        ("[brand]\nname = [\"a\"]", "2:8: `name` must be a string in quotes, not a list"),
        ("[brand.name]", "1:1: `name` must be a string in quotes, not a table"),
        ("[brand]\nname = 2026-01-01", "2:8: `name` must be a string in quotes, not a date"),
        ("[brand]\nname = \"\"", "2:8: `name` must not be empty; remove the line to use the built-in name"),
        ("[brand]\nname = \"a\\nb\"", "2:8: `name` must be one line without control characters"),
        (&forty_one, "2:8: `name` must have at most 40 characters, but has 41"),
        (
            "[brand]\nsupport = \"http://example.org\"",
            "2:11: `support` must be an email address or a URL that begins with https://",
        ),
        (
            "[brand]\nsupport = \"javascript:alert(1)\"",
            "2:11: `support` must be an email address or a URL that begins with https://",
        ),
        (
            "[links]\ntoken_parameter = \"to ken\"",
            "2:19: `token_parameter` must be 1 to 32 letters, digits, `-` or `_`, such as \"token\"",
        ),
        (
            "[links]\ntoken_parameter = \"flow\"",
            "2:19: `token_parameter` cannot be \"flow\", which is the parameter of the recovery's id; choose another name, \
             such as \"token\"",
        ),
        (
            "[service]\nbase_url = \"id.example.org\"",
            "2:12: `base_url` cannot be used: not an absolute https address, such as https://accounts.example.org",
        ),
        (
            "[service]\nbase_url = \"http://example.org\"",
            "2:12: `base_url` cannot be used: http is only for loopback (127.0.0.1, localhost); use https",
        ),
    ] {
        assert_eq!(read(text), Err(format!("latchkey.toml:{message}")), "{text}");
    }
}

#[test]
fn syntax_error_column_counts_characters() {
    for (text, place) in [
        ("[brand]\nname = \"Größe\" x", "2:16"),
        ("[brand", "1:7"),
        ("[brand]\nname = \"a\"\nname = \"b\"", "3:1"),
    ] {
        let message = read(text).unwrap_err();
        assert!(message.starts_with(&format!("latchkey.toml:{place}: not valid TOML: ")), "{message}");
    }
}

fn config_with_name(name: &str) -> String {
    format!("[brand]\nname = \"{name}\"")
}

#[test]
fn first_existing_source_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str| {
        let path = folder.path().join(name);
        fs::write(&path, config_with_name(name)).unwrap();
        path
    };
    let variables =
        HashMap::from([("LATCHKEY_CONFIG_FILE".to_owned(), write("variable").display().to_string())]);
    let mut lookup = ConfigSources {
        argument: Some(write("argument")),
        built_in: built_in("[brand]\nname = \"built in\""),
        variables,
        beside_executable: Some(write("beside")),
        user_folder: Some(write("user")),
    };
    let name = |lookup: &ConfigSources| lookup.load().unwrap().brand.name;
    assert_eq!(name(&lookup), "argument");
    lookup.argument = None;
    assert_eq!(name(&lookup), "built in");
    lookup.built_in = BuiltInConfig::default();
    assert_eq!(name(&lookup), "variable");
    lookup.variables.clear();
    assert_eq!(name(&lookup), "beside");
    fs::remove_file(folder.path().join("beside")).unwrap();
    assert_eq!(name(&lookup), "user");
    fs::remove_file(folder.path().join("user")).unwrap();
    assert_eq!(lookup.load().unwrap(), Config::default());
}

#[cfg(unix)]
#[test]
fn file_next_to_the_executable_counts_only_in_an_install_folder() {
    let downloads = tempfile::tempdir().unwrap();
    fs::write(downloads.path().join(FILE_NAME), "[service]\nbase_url = \"https://evil.example\"").unwrap();
    assert_eq!(sources::config_next_to(&downloads.path().join("latchkey")), None);
    assert_eq!(
        sources::config_next_to(Path::new("/usr/bin/latchkey")),
        Some(PathBuf::from("/usr/bin/latchkey.toml"))
    );
}

/// B11: the server that passwords are sent to is fixed at compile time.
#[test]
fn only_the_argument_overrides_a_built_in_configuration() {
    const BUILT_IN: &str = "[service]\nbase_url = \"https://accounts.example.org\"\n[brand]\nname = \"Kept\"\nsupport = \"help@example.org\"";
    let folder = tempfile::tempdir().unwrap();
    let planted = folder.path().join("latchkey.toml");
    fs::write(&planted, "[service]\nbase_url = \"https://evil.example\"").unwrap();
    let variables = [
        ("LATCHKEY_CONFIG_FILE", planted.display().to_string()),
        ("LATCHKEY_BASE_URL", "https://evil.example".to_owned()),
        ("LATCHKEY_BACKEND", "supabase".to_owned()),
        ("LATCHKEY_VAR_ANON_KEY", "evil".to_owned()),
        ("LATCHKEY_BRAND_NAME", "Evil".to_owned()),
        ("LATCHKEY_SUPPORT", "https://evil.example".to_owned()),
    ];
    let mut lookup = ConfigSources {
        built_in: built_in(BUILT_IN),
        variables: variables.map(|(name, value)| (name.to_owned(), value)).into(),
        beside_executable: Some(planted.clone()),
        user_folder: Some(planted.clone()),
        ..ConfigSources::default()
    };
    let alone = ConfigSources { built_in: built_in(BUILT_IN), ..ConfigSources::default() };
    assert_eq!(lookup.load().unwrap(), alone.load().unwrap());

    fs::write(&planted, "[service]\nbase_url = \"https://test.example.org\"").unwrap();
    lookup.variables.clear();
    lookup.argument = Some(planted);
    assert_eq!(lookup.load().unwrap().service.base_url.unwrap().as_str(), "https://test.example.org/");
}

#[test]
fn named_file_must_exist() {
    let lookup = ConfigSources {
        argument: Some("no-such-folder/latchkey.toml".into()),
        built_in: built_in(""),
        ..ConfigSources::default()
    };
    let message = lookup.load().unwrap_err().to_string();
    assert!(message.starts_with("no-such-folder/latchkey.toml: cannot be read ("), "{message}");
    assert!(message.ends_with("); name an existing file, or remove the setting"), "{message}");
}

#[test]
fn variables_override_single_values() {
    let variable = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE_NAME);
    fs::write(&file, "[service]\nbase_url = \"https://example.org\"\n[brand]\nname = \"Kept\"").unwrap();
    let mut lookup = ConfigSources {
        variables: HashMap::from([
            variable("LATCHKEY_BASE_URL", "http://127.0.0.1:4000"),
            variable("LATCHKEY_SUPPORT", "https://example.org/help"),
            variable("LATCHKEY_BRAND_NAME", ""),
        ]),
        user_folder: Some(file),
        ..ConfigSources::default()
    };
    let config = lookup.load().unwrap();
    assert_eq!(config.service.base_url.unwrap().as_str(), "http://127.0.0.1:4000/");
    assert_eq!(
        (config.brand.name.as_str(), config.brand.support.unwrap().label()),
        ("Kept", "https://example.org/help")
    );

    lookup.variables.insert("LATCHKEY_BASE_URL".into(), "http://example.org".into());
    assert_eq!(
        lookup.load().unwrap_err().to_string(),
        "environment variable LATCHKEY_BASE_URL: cannot be used: http is only for loopback (127.0.0.1, localhost); \
         use https"
    );
}

#[test]
fn invalid_built_in_configuration_is_reported() {
    let lookup = ConfigSources { built_in: built_in("[brand]\nnam = \"x\""), ..ConfigSources::default() };
    assert_eq!(
        lookup.load().unwrap_err().to_string(),
        "the built-in configuration:2:1: unknown key `nam` in [brand]; did you mean `name`?"
    );
}
