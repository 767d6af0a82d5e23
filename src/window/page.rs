//! The HTML page of the window. It has the right background from the start, and a policy that allows only the program's
//! own scripts and styles.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// The styles of the page before the screens are rendered.
#[cfg(not(target_os = "linux"))]
const STYLE: &str = concat!(include_str!("../../assets/tokens.css"), include_str!("../../assets/page.css"));
#[cfg(target_os = "linux")]
const STYLE: &str = concat!(
    include_str!("../../assets/tokens.css"),
    include_str!("../../assets/fonts_linux.css"),
    include_str!("../../assets/page.css")
);

/// The address of dioxus-desktop's events. All other addresses of its scheme are local files.
const EVENTS: &str = if cfg!(target_os = "android") {
    "https://dioxus.index.html//__events"
} else if cfg!(windows) {
    "http://dioxus.index.html//__events"
} else {
    "dioxus://index.html//__events"
};

/// dioxus-desktop inserts its two scripts before the first `</body>`, without a nonce and with a key that changes at
/// each start, so no policy can list them. Here the first `</body>` is inside a template, where nothing runs, and a
/// script with a nonce takes them out.
const LOADER: &str = r#"<template id="loader"></body></template>"#;
const RUN_LOADER: &str = r#"
const { nonce } = document.currentScript;
const loader = document.getElementById("loader");
for (const { textContent } of loader.content.querySelectorAll("script")) {
  document.body.append(Object.assign(document.createElement("script"), { type: "module", nonce, textContent }));
}
loader.remove();
document.currentScript.remove();
// A middle click would open a window on some systems, instead of the browser.
addEventListener("auxclick", (event) => { if (event.target.closest?.("a")) event.preventDefault(); }, true);
"#;

/// The page of a product with these style sheets. Its title is `name`, which screen readers announce. `nonce` must be
/// different at each start.
pub(super) fn page(name: &str, sheets: &[&str], nonce: &str) -> String {
    let name = name.replace('&', "&amp;").replace('<', "&lt;");
    let policy = policy(sheets, nonce);
    // The viewport covers rounded corners (`env(safe-area-inset-…)`), shrinks when the keyboard opens so that every
    // field can be scrolled to, and can be zoomed.
    format!(
        "<!doctype html><html><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover, \
         interactive-widget=resizes-content\">\
         <meta name=\"color-scheme\" content=\"light dark\"><style>{STYLE}</style><title>{name}</title></head>\
         <body><div id=\"main\"></div>{LOADER}<script nonce=\"{nonce}\">{RUN_LOADER}</script></body></html>"
    )
}

/// dioxus-desktop needs `'unsafe-eval'` and the loopback socket.
fn policy(sheets: &[&str], nonce: &str) -> String {
    let hash = |sheet: &&str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(sheet)));
    let styles: String = [STYLE].iter().chain(sheets).map(hash).collect();
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'unsafe-eval'; style-src{styles}; img-src data:; \
         connect-src {EVENTS} ws://127.0.0.1:*; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn product_name_is_escaped() {
        let page = page("Nuts & Bolts <b></title>", &[], "n");
        assert!(page.contains("<title>Nuts &amp; Bolts &lt;b>&lt;/title></title>"), "{page}");
    }

    /// WCAG 2.2, 1.4.4 and 2.4.11: dioxus-desktop's default page fails both.
    #[test]
    fn viewport_allows_zoom_and_resizes_for_the_keyboard() {
        let page = page("Latchkey", &[], "n");
        assert!(!page.contains("user-scalable") && !page.contains("maximum-scale"));
        assert!(page.contains("interactive-widget=resizes-content") && page.contains("viewport-fit=cover"));
    }

    #[test]
    fn dioxus_scripts_run_only_through_the_nonce_script() {
        let page = page("Latchkey", &[".a {}"], "n0nce");
        let (before, after) = page.split_once("</body>").unwrap_or_default();
        assert!(before.ends_with("<template id=\"loader\">"), "{before}");
        assert!(after.starts_with("</template><script nonce=\"n0nce\">"), "{after}");
        assert!(
            before.contains("script-src 'nonce-n0nce' 'unsafe-eval';") && !before.contains("unsafe-inline")
        );
        assert_eq!(before.matches("'sha256-").count(), 2);
    }
}
