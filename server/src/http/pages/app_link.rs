//! The link from a page into the app.

use secrecy::ExposeSecret as _;
use url::form_urlencoded::Serializer;

use super::submitted_link::SubmittedLink;
use crate::http::page_context::PageContext;

/// A link into the app.
pub(super) struct AppLink {
    /// The app's address, up to the parameters.
    pub(super) base: String,
    /// The whole link, if the token is known without the script.
    pub(super) link: Option<String>,
}

impl AppLink {
    /// The link with the token and flow that were submitted. `None` if no app opens links.
    pub(super) fn new(context: &PageContext, submitted: &SubmittedLink) -> Option<Self> {
        let app = context.app.as_ref()?;
        // The same choice as for mailed links: some platforms drop the fragment of an app's own scheme.
        let base = format!("{app}{}", if app.scheme() == "https" { '#' } else { '?' });
        let link = submitted.token.as_ref().map(|token| {
            let mut parameters = Serializer::new(String::new());
            parameters.append_pair("token", token.expose_secret());
            if let Some(flow) = &submitted.flow {
                parameters.append_pair("flow", flow);
            }
            format!("{base}{}", parameters.finish())
        });
        Some(Self { base, link })
    }
}
