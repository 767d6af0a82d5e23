//! The ways out of the app: a page for the system's browser, an address for its mail program.

use dioxus::prelude::*;

use crate::words::use_words;

/// A link that leads out of the app. In a window the system is asked to open it, as no web view does that by itself
/// everywhere; where that fails the address is shown, to be copied. A browser follows its links itself.
#[component]
pub fn ExternalLink(href: String, #[props(default)] class: &'static str, children: Element) -> Element {
    let mut unopened = use_signal(|| false);
    let address = href.clone();
    let shown = unopened().then(|| href.clone());
    rsx! {
        a {
            class,
            href: "{href}",
            rel: "noopener noreferrer",
            target: "_blank",
            onclick: move |event| {
                if cfg!(target_arch = "wasm32") {
                    return;
                }
                event.prevent_default();
                let address = address.clone();
                spawn(async move { unopened.set(crate::platform::open_link(&address).await.is_err()) });
            },
            {children}
        }
        Unopened { href: shown }
    }
}

/// What could not be opened, said by role and shown so that it can be copied. The region is there before its text: one
/// that appears together with it is not read out by every reader.
#[component]
fn Unopened(href: Option<String>) -> Element {
    let words = use_words();
    rsx! {
        span { class: "unopened", role: "alert",
            if let Some(href) = href {
                UnopenedAddress {
                    says: words.say(if href.starts_with("mailto:") { "mail-unopened" } else { "page-unopened" }),
                    address: without_scheme_of_mail(&href).to_owned(),
                }
            }
        }
    }
}

#[component]
fn UnopenedAddress(says: String, address: String) -> Element {
    rsx! {
        span { "{says}" }
        input { class: "unopened-address", r#type: "text", readonly: true, dir: "ltr", aria_label: "{says}", initial_value: "{address}" }
    }
}

/// As one would type it into a mail program.
fn without_scheme_of_mail(href: &str) -> &str {
    let address = href.strip_prefix("mailto:").unwrap_or(href);
    if address.len() == href.len() { href } else { address.split('?').next().unwrap_or(address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_as_it_is_typed() {
        for (href, shown) in [
            ("https://example.org/help?from=app", "https://example.org/help?from=app"),
            ("mailto:help@example.org", "help@example.org"),
            ("mailto:help@example.org?subject=Help", "help@example.org"),
        ] {
            assert_eq!(without_scheme_of_mail(href), shown);
        }
    }
}
