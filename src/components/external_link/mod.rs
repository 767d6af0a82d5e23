//! Links that leave the app: web pages and email addresses.

use dioxus::prelude::*;

use super::{Icon, IconName, Notice};
use crate::{
    document::focus_and_select,
    i18n::{I18n, use_i18n},
};

const ADDRESS: &str = "unopened-address";

/// A link that leaves the app. In a window the system opens it, because not every web view does. If that fails, the
/// address is shown so that it can be copied. In a browser the link works by itself. `onopened` is called after it was
/// opened.
#[component]
pub fn ExternalLink(
    href: String,
    #[props(default)] class: &'static str,
    /// An icon at the end.
    #[props(default)]
    icon: Option<IconName>,
    /// Called before it is opened.
    #[props(default)]
    onpressed: Option<EventHandler<()>>,
    /// Called after it was opened.
    #[props(default)]
    onopened: Option<EventHandler<()>>,
    /// Called with the address if it could not be opened, instead of showing the address below the link.
    #[props(default)]
    onunopened: Option<EventHandler<String>>,
    children: Element,
) -> Element {
    let mut open_failed = use_signal(|| false);
    let address = href.clone();
    let shown = open_failed().then(|| href.clone());
    rsx! {
        a {
            class,
            href: "{href}",
            rel: "noopener noreferrer",
            target: "_blank",
            onclick: move |event| {
                if let Some(onpressed) = onpressed {
                    onpressed.call(());
                }
                if cfg!(target_arch = "wasm32") {
                    if let Some(onopened) = onopened {
                        onopened.call(());
                    }
                    return;
                }
                event.prevent_default();
                let address = address.clone();
                spawn(async move {
                    let failed = crate::platform::open_link(&address).await.is_err();
                    match onunopened {
                        Some(onunopened) if failed => onunopened.call(address),
                        _ => open_failed.set(failed),
                    }
                    if let (Some(onopened), false) = (onopened, failed) {
                        onopened.call(());
                    }
                });
            },
            {children}
            if let Some(name) = icon {
                Icon { name }
            }
        }
        if onunopened.is_none() {
            OpenFailed { href: shown }
        }
    }
}

/// The message and address of a link that could not be opened. The region is always rendered: some screen readers skip
/// a live region that is added together with its text.
#[component]
fn OpenFailed(href: Option<String>) -> Element {
    let i18n = use_i18n();
    rsx! {
        span { class: "open-failed", role: "alert",
            if let Some(href) = href {
                span { {message(&i18n, &href)} }
                Address { href }
            }
        }
    }
}

/// A notice with the address of a link that could not be opened. The address takes the focus and is selected.
#[component]
pub fn UnopenedLink(href: String, ondismiss: EventHandler<()>) -> Element {
    let i18n = use_i18n();
    use_effect(|| focus_and_select(ADDRESS));
    rsx! {
        Notice { icon: IconName::Info, text: message(&i18n, &href), ondismiss,
            Address { href, id: ADDRESS }
        }
    }
}

fn message(i18n: &I18n, href: &str) -> String {
    i18n.text(if href.starts_with("mailto:") { "mail-open-failed" } else { "page-open-failed" })
}

#[component]
fn Address(href: String, #[props(default)] id: Option<&'static str>) -> Element {
    let i18n = use_i18n();
    let (message, address) = (message(&i18n, &href), display_address(&href));
    rsx! {
        input { class: "open-failed-address", id, r#type: "text", readonly: true, dir: "ltr", aria_label: "{message}", initial_value: "{address}" }
    }
}

/// The address as a person would type it into a mail program.
fn display_address(href: &str) -> &str {
    let address = href.strip_prefix("mailto:").unwrap_or(href);
    if address.len() == href.len() { href } else { address.split('?').next().unwrap_or(address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_address_is_shown_without_scheme_and_query() {
        for (href, shown) in [
            ("https://example.org/help?from=app", "https://example.org/help?from=app"),
            ("mailto:help@example.org", "help@example.org"),
            ("mailto:help@example.org?subject=Help", "help@example.org"),
        ] {
            assert_eq!(display_address(href), shown);
        }
    }
}
