//! What all pages know of the place they are at.

use std::sync::Arc;

use latchkey_core::link::pasted::OwnLinks;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;
use url::form_urlencoded::Serializer;

use super::visit::Visit;
use crate::config::{AppStore, Binding, Product};
use crate::core::Core;
use crate::routes::same_origin::Origins;
use crate::routes::web_app::FOLDER;
use crate::routes::{ASK_PAGE, FREEZE_PAGE, RESET_PAGE};
use crate::web_app::WebApp;

/// The place.
pub(crate) struct Site {
    pub(super) core: Arc<Core>,
    pub(super) product: Product,
    /// Where the page for a recovery link is.
    pub(super) reset_path: String,
    /// The app for browsers, which takes the place of some pages where it runs.
    pub(in crate::routes) web_app: Option<Arc<WebApp>>,
    /// The origins that this server is reached at.
    pub(in crate::routes) origins: Origins,
    /// Where mailed links lead: the schemes of apps and the hosts of pages.
    link_schemes: Vec<String>,
    link_hosts: Vec<String>,
}

/// The way into the app.
pub(super) struct WayToApp {
    /// The app's address, up to where token and flow belong.
    pub(super) base: String,
    /// The whole link, where the token is known without the script.
    pub(super) link: Option<String>,
}

impl Site {
    /// `origin` is where this server is reached from outside.
    pub(crate) fn new(core: Arc<Core>, product: Product, origin: &Url, web_app: Option<WebApp>) -> Self {
        let reset_path = reset_path(&core.link_base).to_owned();
        // An app's own scheme has no origin.
        let webs = [origin, &core.link_base].into_iter().filter(|address| is_web(address));
        let origins = webs.map(|address| address.origin().ascii_serialization()).collect();
        let links = || [Some(&core.link_base), core.apps.open.as_ref()].into_iter().flatten();
        let link_schemes =
            links().filter(|link| !is_web(link)).map(|link| link.scheme().to_owned()).collect();
        let web_links = links().chain([origin]).filter(|link| is_web(link));
        let link_hosts = web_links.filter_map(|link| link.host_str().map(str::to_owned)).collect();
        Self { product, reset_path, web_app: web_app.map(Arc::new), origins, link_schemes, link_hosts, core }
    }

    /// What a pasted link of a mail looks like.
    pub(super) fn own_links(&self) -> OwnLinks<'_> {
        OwnLinks { schemes: &self.link_schemes, hosts: &self.link_hosts, exact_lengths: true }
    }

    /// Whether a mail can be asked for from here: a page keeps no verifier.
    pub(super) fn can_ask(&self) -> bool {
        self.core.binding != Binding::Require
    }

    /// The way into the app for this visit.
    pub(super) fn way_to_app(&self, visit: &Visit) -> Option<WayToApp> {
        let own = Some(&self.core.link_base).filter(|base| !is_web(base));
        let app = self.core.apps.open.as_ref().or(own)?;
        // As in a mailed link: some platforms drop the fragment of an app's own scheme.
        let base = format!("{app}{}", if app.scheme() == "https" { '#' } else { '?' });
        let with = |token: &SecretString| {
            let mut parameters = Serializer::new(String::new());
            parameters.append_pair("token", token.expose_secret());
            if let Some(flow) = &visit.flow {
                parameters.append_pair("flow", flow);
            }
            format!("{base}{}", parameters.finish())
        };
        let link = visit.token.as_ref().map(with);
        Some(WayToApp { base, link })
    }

    /// Where the app can be had.
    pub(super) fn stores(&self) -> &[AppStore] {
        &self.core.apps.stores
    }
}

/// The path that web links lead to. Where mailed links lead into the app, a page is there all the same: for the link
/// to be pasted by people who have no app.
pub(in crate::routes) fn reset_path(link_base: &Url) -> &str {
    if is_web(link_base) { link_base.path() } else { RESET_PAGE }
}

fn is_web(address: &Url) -> bool {
    matches!(address.scheme(), "https" | "http")
}

/// Whether the page for a recovery link may be at this path: it is no pattern, and nothing else is there.
pub(crate) fn is_free_path(path: &str) -> bool {
    const TAKEN: [&str; 6] = ["/session", "/healthz", "/readyz", "/openapi.json", ASK_PAGE, FREEZE_PAGE];
    let plain = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte));
    plain
        && !TAKEN.contains(&path)
        && !path.starts_with("/account/")
        && !path.starts_with(FOLDER)
        && !path.starts_with("/.well-known/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_takes_no_path_of_the_api() {
        for path in ["/reset-password", "/", "/en/reset-password/"] {
            assert!(is_free_path(path), "{path}");
        }
        for path in [
            "/account/reset-password",
            "/session",
            "/not-me",
            "/{token}",
            "/a%20b",
            "/.well-known/x",
            "/app/x",
        ] {
            assert!(!is_free_path(path), "{path}");
        }
    }
}
