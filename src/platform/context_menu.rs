//! The context menu of fields and links.

use dioxus::desktop::DesktopService;

/// Leaves only what concerns text and addresses in the context menu: Cut, Copy, Paste, Select All and Copy Link. The web
/// view's own menu has a browser's entries too, such as opening a link in another window.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn limit_context_menu(window: &DesktopService) {
    use dioxus::desktop::wry::WebViewExtUnix as _;
    use webkit2gtk::{
        ContextMenuAction as Action, ContextMenuExt as _, ContextMenuItemExt as _, WebViewExt as _,
    };

    let kept = |action| {
        matches!(
            action,
            Action::Cut | Action::Copy | Action::Paste | Action::SelectAll | Action::CopyLinkToClipboard
        )
    };
    window.webview.webview().connect_context_menu(move |_, menu, _, _| {
        for item in menu.items() {
            if !kept(item.stock_action()) {
                menu.remove(&item);
            }
        }
        // An empty menu is not shown.
        menu.n_items() == 0
    });
}

/// Does nothing: on other systems the menu of a field has no entries of a browser.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn limit_context_menu(_: &DesktopService) {}
