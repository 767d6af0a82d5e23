//! Paths of the pages that emails link to, and which paths the reset page may have.

use url::Url;

use super::urls::is_web;

/// The page for setting a new password, if `link_base` is an app's own scheme.
const RESET_PAGE: &str = "/reset-password";
/// The page for requesting a recovery email.
pub(crate) const REQUEST_PAGE: &str = "/reset-password/ask";
/// The page for freezing an account ("this was not me").
pub(crate) const FREEZE_PAGE: &str = "/not-me";
/// Prefix of all files of the web app.
pub(crate) const WEB_APP_PREFIX: &str = "/app/";

/// The path of the reset page: that of `link_base` if it is a web address. Otherwise mailed links open the app, and the
/// page has a fixed path for people without the app, who paste their link there.
pub(crate) fn reset_page(link_base: &Url) -> &str {
    if is_web(link_base) { link_base.path() } else { RESET_PAGE }
}

/// Whether the reset page may have this path: it is no route pattern, and no other route uses it.
pub(crate) fn is_free(path: &str) -> bool {
    const USED_PATHS: [&str; 6] =
        ["/session", "/healthz", "/readyz", "/openapi.json", REQUEST_PAGE, FREEZE_PAGE];
    let plain = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte));
    plain
        && !USED_PATHS.contains(&path)
        && !path.starts_with("/account/")
        && !path.starts_with(WEB_APP_PREFIX)
        && !path.starts_with("/.well-known/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reset_page_cannot_have_the_path_of_another_route() {
        for path in ["/reset-password", "/", "/en/reset-password/"] {
            assert!(is_free(path), "{path}");
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
            assert!(!is_free(path), "{path}");
        }
    }
}
