//! The layout of the pages.

use askama::Template;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::error_summary::ErrorSummary;
use super::page_request::PageRequest;
use crate::domain::page_paths::REQUEST_PAGE;
use crate::http::page_context::PageContext;
use crate::http::problem::Problem;
use crate::http::web_app::script_path;
use crate::i18n::{Language, TextKey};
use crate::internal_error::InternalError;

/// The inline script of all pages.
pub(super) const SCRIPT: &str = include_str!("../../../templates/pages/script.js");
/// The inline style sheet of all pages.
pub(super) const STYLE: &str = include_str!("../../../templates/pages/style.css");

/// What surrounds the content of a page.
pub(super) struct Layout<'a> {
    pub(super) language: &'static Language,
    pub(super) product: &'a str,
    pub(super) support: &'a str,
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
            product: &context.product.name,
            support: &context.product.support,
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

    /// The style sheet of the page.
    pub(super) fn style(&self) -> &'static str {
        STYLE
    }

    /// The script of the page.
    pub(super) fn script(&self) -> &'static str {
        SCRIPT
    }
}

/// A page that reports the result of a form.
#[derive(Template)]
#[template(path = "pages/message.html")]
pub(super) struct MessagePage<'a> {
    layout: Layout<'a>,
    paragraphs: Vec<String>,
    shows_request_form: bool,
    request_page: &'static str,
    email: &'static str,
    errors: ErrorSummary,
}

impl<'a> MessagePage<'a> {
    /// A page with a heading and paragraphs.
    pub(super) fn new(
        context: &'a PageContext,
        request: &PageRequest,
        title: TextKey,
        paragraphs: Vec<String>,
    ) -> Self {
        Self {
            layout: Layout::of_form_response(context, request, title),
            paragraphs,
            shows_request_form: false,
            request_page: REQUEST_PAGE,
            email: "",
            errors: ErrorSummary::default(),
        }
    }

    /// Adds the form for requesting a mail, if pages may request one.
    pub(super) fn with_request_form(self, context: &PageContext) -> Self {
        Self { shows_request_form: context.can_request_mail, ..self }
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
