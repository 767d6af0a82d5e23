//! Generates constants from `Dioxus.toml`: the app's name, identifier and deep links. Also embeds the configuration
//! that `LATCHKEY_CONFIG` names, with its logo and contract; phones have no other place for it. An invalid colour, logo
//! or contract fails the build.
//!
//! Decodes the window's icon, so that the program needs no decoder. Removes the comments of the messages, and compresses
//! those of each language but English.
//! Sets `dioxus_0_8` if `Cargo.toml` requires that version (`scripts/targets`).
//!
//! `dx` reads the same `Dioxus.toml`, so the link rules and the platform manifests cannot differ.

use std::path::{Path, PathBuf};
use std::{env, fs};

use latchkey_brand::{contrast, logo};
use latchkey_core::identity::{AppIdentity, DeepLinks};
use serde::Deserialize;

const MANIFEST: &str = "Dioxus.toml";
const BUILT_IN_CONFIG: &str = "LATCHKEY_CONFIG";
const LOCALES: &str = "assets/locales";
const ICON: &str = "platform/linux/icons/64.png";

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

    select_dioxus(&root.join("Cargo.toml"))?;
    let text = fs::read_to_string(root.join(MANIFEST)).map_err(|e| {
        format!("{MANIFEST} cannot be read ({e}): it must be in the same folder as Cargo.toml.")
    })?;
    let manifest: Manifest = toml::from_str(&text).map_err(|e| format!("{MANIFEST} is invalid: {e}"))?;
    check(&manifest).map_err(|problem| format!("{MANIFEST}: {problem}"))?;

    // For the launcher, which needs nothing else.
    println!("cargo::rustc-env=LATCHKEY_IDENTIFIER={}", manifest.bundle.identifier);

    let config = built_in_config(&root)?;
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "android") {
        // Devices with 16 KiB pages, and Google Play, require this alignment.
        println!("cargo::rustc-link-arg-bins=-Wl,-z,max-page-size=16384");
    }
    compress_messages(&root.join(LOCALES), &out).map_err(|e| format!("{LOCALES}: {e}"))?;
    fs::write(out.join("icon.rgba"), icon(&root.join(ICON)).map_err(|e| format!("{ICON}: {e}"))?)
        .map_err(|e| format!("the icon's pixels cannot be written: {e}"))?;
    fs::write(out.join("built_in.rs"), constants(&manifest, &config))
        .map_err(|e| format!("the built-in constants cannot be written: {e}"))
}

/// Sets `dioxus_0_8` for the code of `src/platform` and `src/window` that differs between the versions of Dioxus.
fn select_dioxus(manifest: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", manifest.display());
    println!("cargo::rustc-check-cfg=cfg(dioxus_0_8)");
    let text = fs::read_to_string(manifest).map_err(|e| format!("Cargo.toml cannot be read ({e})"))?;
    let manifest: toml::Table = text.parse().map_err(|e| format!("Cargo.toml is not TOML: {e}"))?;
    let version = manifest.get("dependencies").and_then(|d| d.get("dioxus")?.get("version")?.as_str());
    let version = version.ok_or("Cargo.toml has no version of dioxus in [dependencies].")?;
    if version.trim_start_matches('=').starts_with("0.8") {
        println!("cargo::rustc-cfg=dioxus_0_8");
    }
    Ok(())
}

/// Writes the messages of each language without comments, compressed unless they are English.
fn compress_messages(folder: &Path, out: &Path) -> std::io::Result<()> {
    const BEST: u8 = 10;
    println!("cargo::rerun-if-changed={}", folder.display());
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if !name.ends_with(".ftl") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let messages: String = text.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
        if name == "en.ftl" {
            fs::write(out.join(name), messages)?;
            continue;
        }
        let compressed = miniz_oxide::deflate::compress_to_vec(messages.as_bytes(), BEST);
        fs::write(out.join(format!("{name}.deflate")), compressed)?;
    }
    Ok(())
}

/// The pixels of the window's icon, four bytes each.
fn icon(file: &Path) -> Result<Vec<u8>, String> {
    println!("cargo::rerun-if-changed={}", file.display());
    let file = fs::File::open(file).map_err(|e| e.to_string())?;
    let mut image = png::Decoder::new(file).read_info().map_err(|e| e.to_string())?;
    let mut pixels = vec![0; image.output_buffer_size()];
    let frame = image.next_frame(&mut pixels).map_err(|e| e.to_string())?;
    let found = (frame.width, frame.height, frame.color_type, frame.bit_depth);
    if found != (64, 64, png::ColorType::Rgba, png::BitDepth::Eight) {
        return Err(format!("it must have 64 by 64 pixels of red, green, blue and alpha, and not {found:?}"));
    }
    Ok(pixels)
}

fn check(Manifest { application, bundle, deep_links }: &Manifest) -> Result<(), String> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
    if application.name.is_empty() || !application.name.bytes().all(plain) {
        return Err(format!(
            "[application] name = {:?} must be letters, digits, `-` and `_`.",
            application.name
        ));
    }
    // The demo's emails have links of a scheme.
    if deep_links.schemes.is_empty() {
        return Err("[deep_links] needs at least one of `schemes`.".into());
    }
    let identity = AppIdentity::new(bundle.identifier.as_str(), deep_links.clone());
    identity.map(drop).map_err(|problem| format!("[bundle], [deep_links]: {problem}"))
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
    let colours = [
        ("accent", contrast::parse_light_accent as fn(&str) -> _),
        ("accent_dark", contrast::parse_dark_accent),
    ];
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
        "/// `[application] name`.\n\
         const NAME: &str = {:?};\n\
         /// `[bundle] identifier`.\n\
         const IDENTIFIER: &str = {:?};\n\
         /// `[deep_links] schemes`.\n\
         const SCHEMES: &[&str] = &{schemes:?};\n\
         /// `[deep_links] hosts`.\n\
         const HOSTS: &[&str] = &{hosts:?};\n\
         /// `[deep_links] paths`.\n\
         const PATHS: &[&str] = &{paths:?};\n\
         /// The text of the file that `LATCHKEY_CONFIG` named at compile time.\n\
         const CONFIG: Option<&str> = {config:?};\n\
         /// The text of the logo that it names.\n\
         const LOGO: Option<&str> = {logo:?};\n\
         /// The text of the contract that it names.\n\
         const CONTRACT: Option<&str> = {contract:?};\n",
        manifest.application.name, manifest.bundle.identifier,
    )
}
