//! The apps that open this server's links.

use url::Url;

/// The apps that may open this server's links, in the form in which the platforms request them, and the stores that
/// distribute them.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Apps {
    /// The app's address for links, such as `latchkey://reset-password`. The button on the reset page opens it.
    pub open: Option<Url>,
    /// Apple's `TEAMID.bundle.id` of each app.
    pub apple_ids: Vec<String>,
    /// Android apps.
    pub android: Vec<AndroidApp>,
    /// App stores that the reset page links to.
    pub stores: Vec<AppStore>,
}

/// An Android app and its signing certificates.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AndroidApp {
    /// Package name.
    pub package: String,
    /// SHA-256 of each certificate, as pairs of hexadecimal digits separated by colons.
    pub certificates: Vec<String>,
}

/// An app store.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppStore {
    /// Text of the link, such as `App Store`.
    pub name: String,
    /// The app's page in the store.
    pub url: Url,
}
