//! Style sheet, script and logo of the pages, and the security policy that allows them.

use axum::http::HeaderValue;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

use crate::config::Brand;
use crate::theme::{TOKENS, Theme};

/// The inline script of all pages.
pub(super) const SCRIPT: &str = include_str!("../../templates/pages/script.js");

/// The style sheets of the app, in the order of the app. `templates/app` links to the app's files.
const STYLE_SHEETS: [&str; 9] = [
    include_str!("../../templates/app/base.css"),
    include_str!("../../templates/app/page.css"),
    include_str!("../../templates/app/shell.css"),
    include_str!("../../templates/app/card.css"),
    include_str!("../../templates/app/button.css"),
    include_str!("../../templates/app/text_field.css"),
    include_str!("../../templates/app/password_field.css"),
    include_str!("../../templates/app/notice.css"),
    include_str!("../../templates/app/icon.css"),
];
const PAGE_STYLE: &str = include_str!("../../templates/pages/style.css");

/// What all pages of a brand look like.
pub(super) struct PageStyle {
    /// The inline style sheet of all pages.
    pub(super) css: String,
    /// The logo as a data URL, if the brand has one.
    pub(super) logo: Option<String>,
    /// `Content-Security-Policy`: nothing is loaded; only this script and this style sheet are allowed; forms are sent only
    /// to this server; and no other page may embed the page.
    pub(super) policy: HeaderValue,
    /// The policy of pages that load the web app: files of this server may be loaded, requests go only to this server, and
    /// the logo is a data URL.
    pub(super) web_app_policy: HeaderValue,
}

impl PageStyle {
    /// The style of a brand.
    pub(super) fn new(brand: &Brand) -> Self {
        let css =
            format!("{TOKENS}{}{}{PAGE_STYLE}", Theme::new(brand).accent_style(), STYLE_SHEETS.concat());
        let logo =
            brand.logo.as_ref().map(|svg| format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg)));
        let images = if logo.is_some() { "; img-src data:" } else { "" };
        let policy_of = |scripts, directives| policy(&css, scripts, directives);
        Self {
            policy: policy_of("", images),
            web_app_policy: policy_of(" 'self' 'wasm-unsafe-eval'", "; connect-src 'self'; img-src data:"),
            css,
            logo,
        }
    }
}

fn policy(css: &str, scripts: &str, directives: &str) -> HeaderValue {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'{scripts}; style-src 'sha256-{}'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'{directives}",
        hash(SCRIPT),
        hash(css)
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_uses_only_defined_custom_properties_and_loads_nothing() {
        let PageStyle { css, .. } = PageStyle::new(&Brand::default());
        for used in css.split("var(--").skip(1) {
            let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
            assert!(css.contains(&format!("--{name}:")), "--{name} is not defined");
        }
        assert!(!css.contains("url(") && !css.contains("@import"));
        assert!(css.starts_with("/*"), "a text instead of a style sheet: {}", &css[..40]);
    }
}
