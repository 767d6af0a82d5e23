//! The pages behind the links of mails, for people without the app at hand. They work without a script; the one that
//! they have reads the link's fragment, which no server is sent.

mod words;

use std::sync::LazyLock;

use askama::Template;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::config::AppStore;
pub(crate) use words::{Words, words_for};

const STYLE: &str = include_str!("../../templates/page/style.css");
const SCRIPT: &str = include_str!("../../templates/page/fragment.js");

/// Nothing is loaded, nothing runs but what is written here, and forms go nowhere else (TOK-11).
pub(crate) static CONTENT_SECURITY_POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
});

/// The page that sets a password.
#[derive(Template)]
#[template(path = "page/reset.html")]
pub(crate) struct ResetPage<'a> {
    pub(crate) words: &'static Words,
    pub(crate) product: &'a str,
    pub(crate) reset_page: &'static str,
    pub(crate) ask_page: &'static str,
    /// The app's own address for links.
    pub(crate) open: Option<&'a Url>,
    pub(crate) stores: &'a [AppStore],
    /// The token that came with the form, so that the password alone is typed again.
    pub(crate) token: &'a str,
    pub(crate) problems: Vec<String>,
    pub(crate) password_hint: String,
    pub(crate) second_factors: bool,
    /// Whether a mail can be asked for from here.
    pub(crate) ask: bool,
    pub(crate) sent: bool,
    pub(crate) done: bool,
    pub(crate) style: &'static str,
    pub(crate) script: &'static str,
}

/// The page that freezes an account.
#[derive(Template)]
#[template(path = "page/freeze.html")]
pub(crate) struct FreezePage<'a> {
    pub(crate) words: &'static Words,
    pub(crate) product: &'a str,
    pub(crate) freeze_page: &'static str,
    pub(crate) ask_page: &'static str,
    pub(crate) problems: Vec<String>,
    pub(crate) ask: bool,
    pub(crate) done: bool,
    pub(crate) style: &'static str,
    pub(crate) script: &'static str,
}

/// The style that all pages share.
pub(crate) fn style() -> &'static str {
    STYLE
}

/// The script that all pages share.
pub(crate) fn script() -> &'static str {
    SCRIPT
}

/// A sentence with its number.
pub(crate) fn with_number(sentence: &str, number: impl ToString) -> String {
    sentence.replace("{n}", &number.to_string())
}
