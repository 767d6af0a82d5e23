//! Generates constants from `Dioxus.toml`: the app's name, identifier and deep links. Also embeds the configuration
//! that `LATCHKEY_CONFIG` names, with its logo and contract; phones have no other place for it. An invalid colour, logo
//! or contract fails the build.
//!
//! `dx` reads the same `Dioxus.toml`, so the link rules and the platform manifests cannot differ.

use std::path::{Path, PathBuf};
use std::{env, fs};

use latchkey_brand::{contrast, logo};
use serde::Deserialize;

const MANIFEST: &str = "Dioxus.toml";
const BUILT_IN_CONFIG: &str = "LATCHKEY_CONFIG";

#[derive(Deserialize)]
struct Manifest {
    application: Application,
    bundle: Bundle,
    deep_links: DeepLinks,
}

#[derive(Deserialize)]
struct Application {
    name: String,
}

#[derive(Deserialize)]
struct Bundle {
    identifier: String,
}

#[derive(Deserialize)]
struct DeepLinks {
    schemes: Vec<String>,
    hosts: Vec<String>,
    paths: Vec<String>,
}

fn main() {
    if let Err(problem) = run() {
        // Cargo prints these and fails the build.
        problem.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn run() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={MANIFEST}");
    println!("cargo::rerun-if-env-changed={BUILT_IN_CONFIG}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);

    let text = fs::read_to_string(root.join(MANIFEST)).map_err(|e| {
        format!("{MANIFEST} cannot be read ({e}): it must be in the same folder as Cargo.toml.")
    })?;
    let manifest: Manifest = toml::from_str(&text).map_err(|e| format!("{MANIFEST} is invalid: {e}"))?;
    check(&manifest).map_err(|problem| format!("{MANIFEST}: {problem}"))?;

    let config = built_in_config(&root)?;
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "android") {
        // Devices with 16 KiB pages, and Google Play, require this alignment.
        println!("cargo::rustc-link-arg-bins=-Wl,-z,max-page-size=16384");
    }
    fs::write(out.join("built_in.rs"), constants(&manifest, &config))
        .map_err(|e| format!("the built-in constants cannot be written: {e}"))
}

fn check(manifest: &Manifest) -> Result<(), String> {
    let Manifest { application, bundle, deep_links: DeepLinks { schemes, hosts, paths } } = manifest;
    if application.name.is_empty()
        || !application.name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    {
        return Err(format!(
            "[application] name = {:?} must be letters, digits, `-` and `_`.",
            application.name
        ));
    }
    let reversed_domain = |b: u8| b.is_ascii_alphanumeric() || b"-.".contains(&b);
    if !bundle.identifier.contains('.') || !bundle.identifier.bytes().all(reversed_domain) {
        return Err(format!(
            "[bundle] identifier = {:?} must be a reversed domain: app.example.Name.",
            bundle.identifier
        ));
    }
    if schemes.is_empty() || paths.is_empty() {
        return Err("[deep_links] needs at least one of `schemes` and one of `paths`.".into());
    }
    schemes.iter().try_for_each(|scheme| check_scheme(scheme))?;
    hosts.iter().try_for_each(|host| check_host(host))?;
    paths.iter().try_for_each(|path| check_path(path))
}

/// The grammar of RFC 3986, section 3.1, in lower case, without the schemes that browsers reserve.
fn check_scheme(scheme: &str) -> Result<(), String> {
    let grammar = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+-.".contains(&b));
    let taken =
        ["http", "https", "file", "ftp", "ws", "wss", "data", "javascript", "blob", "about", "mailto"];
    if grammar && !taken.contains(&scheme) {
        return Ok(());
    }
    Err(format!(
        "[deep_links] schemes: {scheme:?} cannot be used. A scheme starts with a lower-case letter, goes on with \
         letters, digits, `+`, `-` or `.`, has no `://`, and is not one of {taken:?}."
    ))
}

/// A DNS name in lower case, without scheme, port, wildcard, path and trailing dot.
fn check_host(host: &str) -> Result<(), String> {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if host.len() <= 253 && host.contains('.') && host.split('.').all(label) {
        return Ok(());
    }
    Err(format!(
        "[deep_links] hosts: {host:?} cannot be used. Write the bare name in lower case, as in \
         \"recover.example.org\": no https://, no port, no `*`, no path; an international name in its xn-- form."
    ))
}

/// An absolute path. It is compared byte by byte, so characters that could be encoded in two ways are not allowed.
fn check_path(path: &str) -> Result<(), String> {
    let segment = |s: &str| {
        !matches!(s, "" | "." | "..") && s.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
    };
    match path.strip_prefix('/') {
        Some(rest) if rest.split('/').all(segment) => Ok(()),
        _ => Err(format!(
            "[deep_links] paths: {path:?} cannot be used. A path begins with `/`, names at least one segment, does \
             not end with `/`, and has only letters, digits, `-`, `.`, `_` and `~`."
        )),
    }
}

/// The configuration that `LATCHKEY_CONFIG` names, with its logo and contract.
#[derive(Default)]
struct BuiltIn {
    config: Option<String>,
    logo: Option<String>,
    contract: Option<String>,
}

fn built_in_config(root: &Path) -> Result<BuiltIn, String> {
    let Ok(name) = env::var(BUILT_IN_CONFIG) else { return Ok(BuiltIn::default()) };
    if name.is_empty() {
        return Ok(BuiltIn::default());
    }
    // Relative paths start at the package's folder.
    let path = root.join(&name);
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(&path).map_err(|e| {
        format!(
            "{BUILT_IN_CONFIG}={name} cannot be read ({e}): set it to an existing latchkey.toml, or unset it."
        )
    })?;
    let table: toml::Table =
        text.parse().map_err(|e| format!("{BUILT_IN_CONFIG}={name} is not TOML: {e}"))?;
    let refuse = |problem: String| format!("{BUILT_IN_CONFIG}={name}: {problem}");
    let logo = check_brand(&table, &path).map_err(refuse)?;
    let contract = check_contract(&table, &path).map_err(refuse)?;
    Ok(BuiltIn { config: Some(text), logo, contract })
}

/// Checks the colours and the logo of `[brand]`, and returns the logo. Other keys are checked when the app starts.
fn check_brand(table: &toml::Table, config: &Path) -> Result<Option<String>, String> {
    let value = |key: &str| table.get("brand")?.get(key)?.as_str();
    let colours =
        [("accent", contrast::light_accent as fn(&str) -> _), ("accent_dark", contrast::dark_accent)];
    for (key, check) in colours {
        value(key).map_or(Ok(()), |text| check(text).map(drop)).map_err(|why| format!("`{key}` {why}"))?;
    }
    let Some(name) = value("logo") else { return Ok(None) };
    let path = config.with_file_name(name);
    println!("cargo::rerun-if-changed={}", path.display());
    let svg = fs::read_to_string(&path).map_err(|e| format!("`logo` {name:?} cannot be read ({e})"))?;
    logo::check(&svg).map_err(|problem| format!("`logo` {name:?} {problem}"))?;
    Ok(Some(svg))
}

/// Checks the contract that `[service]` names, and returns it.
fn check_contract(table: &toml::Table, config: &Path) -> Result<Option<String>, String> {
    let Some(name) = table.get("service").and_then(|service| service.get("contract")?.as_str()) else {
        return Ok(None);
    };
    let path = config.with_file_name(name);
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(&path).map_err(|e| format!("`contract` {name:?} cannot be read ({e})"))?;
    latchkey_contract::read(&text).map_err(|problem| format!("`contract` {name}:{problem}"))?;
    Ok(Some(text))
}

fn constants(manifest: &Manifest, BuiltIn { config, logo, contract }: &BuiltIn) -> String {
    let DeepLinks { schemes, hosts, paths } = &manifest.deep_links;
    format!(
        "/// `[application] name`: the program's name, and the window's class.\n\
         pub const APP_NAME: &str = {:?};\n\
         /// `[bundle] identifier`: reversed domain; used for the keyring entry, the socket and the desktop file.\n\
         pub const IDENTIFIER: &str = {:?};\n\
         /// `[deep_links] schemes`: lower case.\n\
         pub const SCHEMES: &[&str] = &{schemes:?};\n\
         /// `[deep_links] hosts`: lower case, without port.\n\
         pub const HOSTS: &[&str] = &{hosts:?};\n\
         /// `[deep_links] paths`: each begins with a slash.\n\
         pub const PATHS: &[&str] = &{paths:?};\n\
         /// The configuration that `LATCHKEY_CONFIG` named at compile time.\n\
         pub const BUILT_IN_CONFIG: Option<&str> = {config:?};\n\
         /// The logo of that configuration.\n\
         pub const BUILT_IN_LOGO: Option<&str> = {logo:?};\n\
         /// The contract of that configuration.\n\
         pub const BUILT_IN_CONTRACT: Option<&str> = {contract:?};\n",
        manifest.application.name, manifest.bundle.identifier,
    )
}
