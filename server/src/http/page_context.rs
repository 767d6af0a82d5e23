//! The data of the server that all pages use.

use latchkey_core::link::pasted::OwnLinks;
use url::Url;

use super::page_style::PageStyle;
use crate::config::{AppStore, Binding, Config, Product};
use crate::domain::page_paths;
use crate::domain::urls::is_web;

/// The data of the server that all pages use.
pub(super) struct PageContext {
    pub(super) product: Product,
    /// What the pages look like.
    pub(super) style: PageStyle,
    /// Path of the reset page.
    pub(super) reset_path: String,
    /// Minimum length of a new password.
    pub(super) min_password_length: u64,
    /// Whether pages load the web app.
    pub(super) has_web_app: bool,
    /// Whether an email can be requested from a page, which keeps no verifier.
    pub(super) can_request_mail: bool,
    /// App stores that the pages link to.
    pub(super) stores: Vec<AppStore>,
    /// The app's address for links.
    pub(super) app: Option<Url>,
    /// Schemes of the app's links and hosts of web links.
    link_schemes: Vec<String>,
    link_hosts: Vec<String>,
}

impl PageContext {
    /// `origin` is the public origin of this server.
    pub(super) fn new(config: &Config, origin: &Url, has_web_app: bool) -> Self {
        let (link_base, open) = (&config.link_base, config.apps.open.as_ref());
        let links = || [Some(link_base), open].into_iter().flatten();
        let link_schemes =
            links().filter(|link| !is_web(link)).map(|link| link.scheme().to_owned()).collect();
        let web_links = links().chain([origin]).filter(|link| is_web(link));
        let link_hosts = web_links.filter_map(|link| link.host_str().map(str::to_owned)).collect();
        Self {
            product: config.product.clone(),
            style: PageStyle::new(&config.product.brand),
            reset_path: page_paths::reset_page(link_base).to_owned(),
            min_password_length: config.new_passwords.min_length,
            has_web_app,
            can_request_mail: config.binding != Binding::Require,
            stores: config.apps.stores.clone(),
            app: open.or(Some(link_base).filter(|base| !is_web(base))).cloned(),
            link_schemes,
            link_hosts,
        }
    }

    /// The links of this server, for recognizing a pasted link.
    pub(super) fn own_links(&self) -> OwnLinks<'_> {
        OwnLinks { schemes: &self.link_schemes, hosts: &self.link_hosts, exact_lengths: true }
    }
}
