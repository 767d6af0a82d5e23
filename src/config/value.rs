//! Parses single values. Pure, except that `files` reads the files that a value names.

use latchkey_brand::contrast::{parse_dark_accent, parse_light_accent};
use url::Url;

use super::{Config, Logo, Support};
use crate::secret::EmailAddress;
use crate::service::BaseUrl;

/// Reads the file that `logo` or `contract` names. The error is the reason why it cannot be read.
pub type ReadFile<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// Maximum length of the product name, in characters: it must fit a heading on a narrow phone.
const NAME_MAX_CHARS: usize = 40;
/// Maximum length of the token parameter's name, in bytes.
const PARAMETER_MAX_BYTES: usize = 32;

/// Sets one value from any source. The error does not repeat the key.
pub(super) fn set(
    config: &mut Config,
    place: (&str, &str),
    text: &str,
    files: ReadFile<'_>,
) -> Result<(), String> {
    let Config { service, links, brand } = config;
    match place {
        ("service", "base_url") => service.base_url = Some(base_url(text)?),
        ("service", "breach_list") => service.breach_list = Some(base_url(text)?),
        #[cfg(not(target_arch = "wasm32"))]
        ("service", "backend") => service.backend.choose(text)?,
        #[cfg(not(target_arch = "wasm32"))]
        ("service", "contract") => service.backend.read(text, files)?,
        // See the module `backend` for why a page has no choice of backend.
        #[cfg(target_arch = "wasm32")]
        ("service", "backend" | "contract") => {}
        ("links", "token_parameter") => links.token_parameter = Some(token_parameter(text)?),
        ("brand", "name") => brand.name = brand_name(text)?,
        ("brand", "support") => brand.support = Some(support(text)?),
        ("brand", "accent") => brand.accent = Some(parse_light_accent(text)?),
        ("brand", "accent_dark") => brand.accent_dark = Some(parse_dark_accent(text)?),
        ("brand", "logo") => brand.logo = Some(logo(text, files)?),
        ("brand", "privacy") => brand.privacy = Some(page(text)?),
        ("brand", "terms") => brand.terms = Some(page(text)?),
        // parse::SECTIONS has no other keys; a test sets each of them.
        (section, key) => return Err(format!("unsupported key: `{key}` in [{section}]")),
    }
    Ok(())
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text).map_err(|why| format!("cannot be used: {why}"))
}

fn token_parameter(text: &str) -> Result<String, String> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
    if text.is_empty() || text.len() > PARAMETER_MAX_BYTES || !text.bytes().all(plain) {
        return Err("must be 1 to 32 letters, digits, `-` or `_`, such as \"token\"".into());
    }
    if text == "flow" {
        return Err(
            "cannot be \"flow\", which is the parameter of the recovery's id; choose another name, such as \"token\"".into()
        );
    }
    Ok(text.to_owned())
}

fn brand_name(text: &str) -> Result<String, String> {
    if text.chars().any(char::is_control) {
        return Err("must be one line without control characters".into());
    }
    match text.trim().chars().count() {
        0 => Err("must not be empty; remove the line to use the built-in name".into()),
        1..=NAME_MAX_CHARS => Ok(text.trim().to_owned()),
        count => Err(format!("must have at most 40 characters, but has {count}")),
    }
}

fn support(text: &str) -> Result<Support, String> {
    if let Some(page) = https_page(text) {
        return Ok(Support::Page(page));
    }
    let address = EmailAddress::parse(text);
    address
        .map(Support::Email)
        .map_err(|_| "must be an email address or a URL that begins with https://".to_owned())
}

fn page(text: &str) -> Result<Url, String> {
    https_page(text).ok_or_else(|| "must be a URL that begins with https://".to_owned())
}

fn https_page(text: &str) -> Option<Url> {
    let page = Url::parse(text).ok()?;
    (page.scheme() == "https" && page.username().is_empty() && page.password().is_none()).then_some(page)
}

fn logo(name: &str, files: ReadFile<'_>) -> Result<Logo, String> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    if name.starts_with('.') || !name.ends_with(".svg") || !name.bytes().all(plain) {
        return Err("must be the name of an SVG file in the same folder, such as \"logo.svg\"".into());
    }
    let svg = files(name).map_err(|why| format!("\"{name}\" cannot be read ({why})"))?;
    Logo::parse(svg).map_err(|problem| format!("\"{name}\" {problem}"))
}
