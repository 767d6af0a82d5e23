//! The layout of the pages.

use askama::Template;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::icons;
use super::page_request::PageRequest;
use crate::config::Product;
use crate::http::page_context::PageContext;
use crate::http::page_style::SCRIPT;
use crate::http::problem::Problem;
use crate::http::web_app::script_path;
use crate::i18n::{Language, TextKey};
use crate::internal_error::InternalError;

/// What surrounds the content of a page.
pub(super) struct Layout<'a> {
    pub(super) language: &'static Language,
    pub(super) product: &'a Product,
    pub(super) style: &'a str,
    /// The logo as a data URL.
    pub(super) logo: Option<&'a str>,
    pub(super) title: String,
    /// Whether the heading gets the focus, on the response to a form. A page with errors focuses their summary instead.
    pub(super) focus_title: bool,
    /// The script of the web app, on a page that the web app may replace. The response to a form never has it, because the
    /// person has decided to continue without the web app.
    pub(super) web_app: Option<String>,
    /// Links to the page in other languages. The response to a form has none, because it cannot be requested again.
    pub(super) languages: &'static [Language],
}

impl<'a> Layout<'a> {
    /// The layout of a page.
    pub(super) fn of_page(context: &'a PageContext, request: &PageRequest, title: TextKey) -> Self {
        let layout = Self::of_form_response(context, request, title);
        Self { languages: Language::all(), focus_title: false, ..layout }
    }

    /// The layout of a page that the web app may replace.
    pub(super) fn of_web_app_page(context: &'a PageContext, request: &PageRequest, title: TextKey) -> Self {
        let web_app = context.has_web_app.then(script_path);
        Self { web_app, ..Self::of_page(context, request, title) }
    }

    /// The layout of the response to a form.
    pub(super) fn of_form_response(context: &'a PageContext, request: &PageRequest, title: TextKey) -> Self {
        Self {
            language: request.language,
            product: &context.product,
            style: &context.style.css,
            logo: context.style.logo.as_deref(),
            title: request.language.text(title),
            focus_title: true,
            web_app: None,
            languages: &[],
        }
    }

    /// A text in the language of the page.
    pub(super) fn text(&self, key: TextKey) -> String {
        self.language.text(key)
    }

    /// An icon.
    pub(super) fn icon(&self, id: &str) -> String {
        icons::icon(id, "")
    }

    /// A small icon, beside small text.
    pub(super) fn small_icon(&self, id: &str) -> String {
        icons::icon(id, " icon-small")
    }

    /// An illustration, above the title.
    pub(super) fn illustration(&self, id: &str, tone: &str) -> String {
        icons::illustration(id, tone)
    }

    /// The tile of a brand without a logo.
    pub(super) fn brand_tile(&self) -> String {
        icons::brand_tile()
    }

    /// The script of the page.
    pub(super) fn script(&self) -> &'static str {
        SCRIPT
    }
}

/// Renders a page.
pub(super) fn html_response(
    status: StatusCode,
    language: &Language,
    retry_after: Option<u64>,
    page: &impl Template,
) -> Response {
    let html = match page.render() {
        Ok(html) => html,
        Err(error) => return Problem::from(InternalError::from(error)).into_response(),
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
