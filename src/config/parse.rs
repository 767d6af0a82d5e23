//! Parses a configuration file. Pure; every unknown key is an error.
//!
//! The table is walked by hand instead of with serde, because an error must report the exact position and suggest the
//! right key.

use std::ops::Range;

use latchkey_core::suggestion::nearest;

use super::value::{ReadFile, set};
use super::{Config, ConfigError, ConfigSource, Position};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The sections and their keys.
const SECTIONS: [(&str, &[&str]); 3] = [
    ("service", &["base_url", "breach_list", "backend", "contract", "vars"]),
    ("links", &["token_parameter"]),
    ("brand", &["name", "support", "accent", "accent_dark", "logo", "privacy", "terms"]),
];

/// The section whose keys the backend defines.
const VARS: (&str, &str) = ("service", "vars");

/// Parses a configuration. Missing keys keep their defaults; `files` reads the files that `logo` and `contract` name.
///
/// # Errors
/// The first problem found.
pub fn parse(text: &str, source: &ConfigSource, files: ReadFile<'_>) -> Result<Config, ConfigError> {
    let refuse = |span: Option<Range<usize>>, problem: String| ConfigError {
        source: source.clone(),
        position: span.map(|span| Position::of(text, &span)),
        problem,
    };
    let table =
        DeTable::parse(text).map_err(|e| refuse(e.span(), format!("not valid TOML: {}", e.message())))?;
    let mut config = Config::default();
    for (section, keys) in table.get_ref() {
        check_section(section, keys).map_err(|problem| refuse(Some(section.span()), problem))?;
        check_choice(keys).map_err(|(span, problem)| refuse(Some(span), problem))?;
        for (key, value) in keys.get_ref().as_table().into_iter().flatten() {
            let place = (section.get_ref().as_ref(), key.get_ref().as_ref());
            check_key(place).map_err(|problem| refuse(Some(key.span()), problem))?;
            if place == VARS {
                vars(&mut config, value).map_err(|(span, problem)| refuse(Some(span), problem))?;
                continue;
            }
            set_value(&mut config, place, value, files)
                .map_err(|problem| refuse(Some(value.span()), problem))?;
        }
    }
    Ok(config)
}

fn check_section(section: &Spanned<impl AsRef<str>>, content: &Spanned<DeValue<'_>>) -> Result<(), String> {
    let name = section.get_ref().as_ref();
    if !SECTIONS.iter().any(|(known, _)| *known == name) {
        // A key without its section is the more likely mistake.
        if let Some((known, _)) = SECTIONS.iter().find(|(_, keys)| keys.contains(&name)) {
            return Err(format!("`{name}` belongs in the section [{known}]; add that line above it"));
        }
        return Err(unknown("section", &format!("[{name}]"), name, SECTIONS.iter().map(|(known, _)| *known)));
    }
    if content.get_ref().is_table() {
        Ok(())
    } else {
        Err(format!("`{name}` is a section, not a value; write [{name}] on its own line"))
    }
}

/// `backend` and `contract` exclude each other.
fn check_choice(section: &Spanned<DeValue<'_>>) -> Result<(), (Range<usize>, String)> {
    let keys = section.get_ref().as_table();
    let [backend, contract] = ["backend", "contract"].map(|key| keys.and_then(|keys| keys.get(key)));
    match (backend, contract) {
        (Some(_), Some(second)) => Err((
            second.span(),
            "`backend` and `contract` both define the protocol; remove one of them".to_owned(),
        )),
        _ => Ok(()),
    }
}

fn check_key((section, key): (&str, &str)) -> Result<(), String> {
    let known = SECTIONS.iter().find(|(known, _)| *known == section).map_or(&[][..], |(_, keys)| keys);
    if known.contains(&key) {
        return Ok(());
    }
    Err(unknown("key", &format!("`{key}` in [{section}]"), key, known.iter().copied()))
}

/// `unknown key … ; did you mean …?`, or the list of known keys.
fn unknown<'a>(kind: &str, shown: &str, word: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(word, known.clone()) {
        Some(near) => format!("unknown {kind} {shown}; did you mean `{near}`?"),
        None => format!("unknown {kind} {shown}; known: `{}`", known.collect::<Vec<_>>().join("`, `")),
    }
}

fn set_value(
    config: &mut Config,
    (section, key): (&str, &str),
    value: &Spanned<DeValue<'_>>,
    files: ReadFile<'_>,
) -> Result<(), String> {
    let value = value.get_ref();
    let text =
        value.as_str().ok_or_else(|| format!("`{key}` must be a string in quotes, not {}", kind(value)))?;
    set(config, (section, key), text, files).map_err(|problem| format!("`{key}` {problem}"))
}

/// The keys of `[service.vars]`. They are checked later, when the backend is known.
fn vars(config: &mut Config, vars: &Spanned<DeValue<'_>>) -> Result<(), (Range<usize>, String)> {
    let table = vars.get_ref().as_table().ok_or_else(|| {
        (vars.span(), "`vars` is a section; write [service.vars] on its own line".to_owned())
    })?;
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let text = value.get_ref().as_str().ok_or_else(|| {
            (value.span(), format!("`{name}` must be a string in quotes, not {}", kind(value.get_ref())))
        })?;
        config.service.backend.vars.insert(name.to_owned(), text.to_owned());
    }
    Ok(())
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::Table(_) => "a table",
        DeValue::Array(_) => "a list",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::String(_) => "a string",
    }
}
