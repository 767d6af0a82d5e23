//! The page with the form for a recovery email.

use askama::Template;

use super::error_summary::ErrorSummary;
use super::layout::Layout;
use super::page_request::PageRequest;
use crate::domain::page_paths::REQUEST_PAGE;
use crate::http::page_context::PageContext;
use crate::i18n::TextKey;

/// The page with the form.
#[derive(Template)]
#[template(path = "pages/request_mail.html")]
pub(super) struct RequestPage<'a> {
    layout: Layout<'a>,
    can_request_mail: bool,
    request_page: &'static str,
    /// The address that was typed before.
    email: String,
    errors: ErrorSummary,
}

impl<'a> RequestPage<'a> {
    /// The form in the response to a form, with its errors.
    pub(super) fn new(context: &'a PageContext, request: &PageRequest, errors: ErrorSummary) -> Self {
        let layout = Layout {
            focus_title: errors.is_empty(),
            ..Layout::of_form_response(context, request, TextKey::RequestTitle)
        };
        Self {
            layout,
            can_request_mail: context.can_request_mail,
            request_page: REQUEST_PAGE,
            email: String::new(),
            errors,
        }
    }

    /// Sets another layout.
    pub(super) fn with_layout(self, layout: Layout<'a>) -> Self {
        Self { layout, ..self }
    }

    /// Fills in the address that was typed before.
    pub(super) fn with_email(self, email: &str) -> Self {
        Self { email: email.to_owned(), ..self }
    }
}
