//! The page that the screens are drawn in, before they are drawn: in the right colours, so that nothing flashes white, and
//! with a policy that lets it fetch, run and be styled by nothing but what the program itself brings.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// The style of the page before the screens bring theirs.
const STYLE: &str = concat!(include_str!("../../assets/tokens.css"), include_str!("../../assets/page.css"));

/// Where dioxus-desktop tells Rust of events. Everything else below its scheme is a file of this computer.
const EVENTS: &str = if cfg!(target_os = "android") {
    "https://dioxus.index.html//__events"
} else if cfg!(windows) {
    "http://dioxus.index.html//__events"
} else {
    "dioxus://index.html//__events"
};

/// dioxus-desktop puts its two scripts in front of the first `</body>`, without a nonce and with a key that is another at
/// each start, so that no policy could name them. Here the first one is inside of a template, where nothing runs, and a
/// script that the policy does name takes them out of it.
const LOADER: &str = r#"<template id="loader"></body></template>"#;
const RUN_LOADER: &str = r#"
const { nonce } = document.currentScript;
const loader = document.getElementById("loader");
for (const { textContent } of loader.content.querySelectorAll("script")) {
  document.body.append(Object.assign(document.createElement("script"), { type: "module", nonce, textContent }));
}
loader.remove();
document.currentScript.remove();
// A middle click would open another window on some systems, past the links out of the app.
addEventListener("auxclick", (event) => { if (event.target.closest?.("a")) event.preventDefault(); }, true);
"#;

/// The page of a product that shows these style sheets. A screen reader reads its name as the page's. `nonce` is another
/// at each start.
pub(super) fn page(name: &str, sheets: &[&str], nonce: &str) -> String {
    let name = name.replace('&', "&amp;").replace('<', "&lt;");
    let policy = policy(sheets, nonce);
    // As wide as the screen, a phone's rounded corners included (`env(safe-area-inset-…)`); when the keyboard comes the
    // page becomes lower, so that a field can always be scrolled to; and it can be made larger with two fingers.
    format!(
        "<!doctype html><html><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover, \
         interactive-widget=resizes-content\">\
         <meta name=\"color-scheme\" content=\"light dark\"><style>{STYLE}</style><title>{name}</title></head>\
         <body><div id=\"main\"></div>{LOADER}<script nonce=\"{nonce}\">{RUN_LOADER}</script></body></html>"
    )
}

/// `'unsafe-eval'` and the loopback socket are what dioxus-desktop works with.
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
    fn a_name_is_text_and_nothing_else() {
        let page = page("Nuts & Bolts <b></title>", &[], "n");
        assert!(page.contains("<title>Nuts &amp; Bolts &lt;b>&lt;/title></title>"), "{page}");
    }

    /// WCAG 2.2, 1.4.4 and 2.4.11: dioxus-desktop's own page can do neither.
    #[test]
    fn it_can_be_made_larger_and_makes_room_for_a_keyboard() {
        let page = page("Latchkey", &[], "n");
        assert!(!page.contains("user-scalable") && !page.contains("maximum-scale"));
        assert!(page.contains("interactive-widget=resizes-content") && page.contains("viewport-fit=cover"));
    }

    #[test]
    fn what_dioxus_puts_into_it_runs_only_through_the_script_that_the_policy_names() {
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
