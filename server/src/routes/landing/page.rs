//! The frame of every page, and the headers that protect it.

use std::sync::LazyLock;

use askama::Template;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, RETRY_AFTER,
    VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

use super::ASK_PAGE;
use super::site::Site;
use super::visit::Visit;
use crate::fault::Fault;
use crate::languages::{Language, Sentence};
use crate::routes::problem::Problem;
use crate::routes::web_app::start_path;

/// The one script, as it stands in the pages.
const SCRIPT: &str = include_str!("../../../templates/landing/script.js");
/// The style, as it stands in the pages.
const STYLE: &str = include_str!("../../../templates/landing/style.css");

/// Nothing is loaded from anywhere; exactly this script and this style run; forms go here only; nobody frames a page.
static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| policy("", ""));

/// The same where a page loads the app: its files come from here, it asks nobody but this server, and its logo is in
/// itself.
static APP_POLICY: LazyLock<HeaderValue> =
    LazyLock::new(|| policy(" 'self' 'wasm-unsafe-eval'", "; connect-src 'self'; img-src data:"));

fn policy(scripts: &str, more: &str) -> HeaderValue {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'{scripts}; style-src 'sha256-{}'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'{more}",
        hash(SCRIPT),
        hash(STYLE)
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// Put on an answer whose page loads the app.
#[derive(Clone)]
struct WithApp;

const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Puts the protecting headers on whatever a page's path answers (TOK-11).
pub(super) async fn protect(mut response: Response) -> Response {
    let with_app = response.extensions().get::<WithApp>().is_some();
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, if with_app { APP_POLICY.clone() } else { POLICY.clone() });
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (OPENER_POLICY, "same-origin"),
        (ROBOTS, "noindex"),
        (VARY, "Accept-Language"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What stands around the content of a page.
pub(super) struct Frame<'a> {
    pub(super) language: &'static Language,
    pub(super) product: &'a str,
    pub(super) support: &'a str,
    pub(super) title: String,
    /// Where the reader begins: at the heading of an answer. A page that has slips to tell begins there instead.
    pub(super) begin_at_title: bool,
    /// The script of the app for browsers, on a page whose place it may take. Never on the answer to a form: there the
    /// person has decided to go on without it.
    pub(super) app: Option<String>,
    /// The page in other languages; none after a form was sent, whose answer cannot be asked for again.
    pub(super) others: &'static [Language],
}

impl<'a> Frame<'a> {
    /// Of a page that was looked up.
    pub(super) fn looked_up(site: &'a Site, visit: &Visit, title: Sentence) -> Self {
        Self { others: Language::all(), begin_at_title: false, ..Self::answered(site, visit, title) }
    }

    /// The same, of a page whose place the app may take.
    pub(super) fn with_app(self, site: &Site) -> Self {
        Self { app: site.web_app.as_ref().map(|_| start_path()), ..self }
    }

    /// Of the answer to a form.
    pub(super) fn answered(site: &'a Site, visit: &Visit, title: Sentence) -> Self {
        Self {
            language: visit.language,
            product: &site.product.name,
            support: &site.product.support,
            title: visit.language.say(title),
            begin_at_title: true,
            app: None,
            others: &[],
        }
    }

    /// A sentence in the page's language.
    pub(super) fn say(&self, text: Sentence) -> String {
        self.language.say(text)
    }

    /// The page's style.
    pub(super) fn style(&self) -> &'static str {
        STYLE
    }

    /// The page's script.
    pub(super) fn script(&self) -> &'static str {
        SCRIPT
    }
}

/// A page that says what became of a form.
#[derive(Template)]
#[template(path = "landing/message.html")]
pub(super) struct MessagePage<'a> {
    frame: Frame<'a>,
    paragraphs: Vec<String>,
    ask_here: bool,
    ask_page: &'static str,
    email: &'static str,
    slips: Slips,
}

impl<'a> MessagePage<'a> {
    /// A heading and what there is to say.
    pub(super) fn new(site: &'a Site, visit: &Visit, title: Sentence, paragraphs: Vec<String>) -> Self {
        let frame = Frame::answered(site, visit, title);
        Self { frame, paragraphs, ask_here: false, ask_page: ASK_PAGE, email: "", slips: Slips::default() }
    }

    /// The same, with the form to ask for a mail, where one can ask.
    pub(super) fn asking_here(self, site: &Site) -> Self {
        Self { ask_here: site.can_ask(), ..self }
    }
}

/// Something that a person can put right.
pub(super) struct Slip {
    /// The id of the field it is about, if it is about one.
    pub(super) field: Option<&'static str>,
    /// What is wrong, and how to put it right.
    pub(super) text: String,
}

impl Slip {
    /// About the field with this id.
    pub(super) fn at(field: &'static str, text: String) -> Self {
        Self { field: Some(field), text }
    }
}

/// What there is to put right; often nothing.
#[derive(Default)]
pub(super) struct Slips(Vec<Slip>);

impl Slips {
    /// In the order of the fields.
    pub(super) fn of(slips: Vec<Slip>) -> Self {
        Self(slips)
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Slip] {
        &self.0
    }

    /// Whether there is nothing to put right.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentences about one field, in one.
    pub(super) fn about(&self, field: &str) -> Option<String> {
        let of_field = self.0.iter().filter(|slip| slip.field == Some(field));
        let sentences: Vec<&str> = of_field.map(|slip| slip.text.as_str()).collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }
}

/// The page as an answer.
pub(super) fn answer(
    status: StatusCode,
    language: &Language,
    retry_after: Option<u64>,
    page: &impl Template,
) -> Response {
    let html = match page.render() {
        Ok(html) => html,
        Err(error) => return Problem::from(Fault::from(error)).into_response(),
    };
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(language.tag));
    if let Some(seconds) = retry_after {
        headers.insert(RETRY_AFTER, seconds.into());
    }
    response
}

/// The page as an answer, with a policy that lets the app in where there is one.
pub(super) fn let_app_in(site: &Site, mut response: Response) -> Response {
    if site.web_app.is_some() {
        response.extensions_mut().insert(WithApp);
    }
    response
}
