//! The window: its size, its colours before the first paint, and how it comes to the front.

use std::{sync::Arc, time::Duration};

#[cfg(feature = "desktop")]
use dioxus::desktop as shell;
#[cfg(not(feature = "desktop"))]
use dioxus::mobile as shell;
use dioxus::prelude::*;
use shell::{Config, LogicalSize, WindowBuilder, launch::launch_virtual_dom, use_window};
use tokio::sync::Notify;

use crate::{
    app::{App, Environment},
    clock,
    password::strength,
};

/// When the first screen has long been drawn.
const SETTLED: Duration = Duration::from_secs(2);

/// The page before the app has drawn anything: the right colours, so that nothing flashes white.
const HEAD: &str = concat!(
    "<meta name=\"color-scheme\" content=\"light dark\"><style>",
    include_str!("../assets/tokens.css"),
    include_str!("../assets/page.css"),
    "</style>"
);

/// The program's icon, in a title bar or where windows are switched.
#[cfg(feature = "desktop")]
const ICON: &[u8] = include_bytes!("../platform/linux/icons/64.png");

/// Opens the window and runs until it is closed. `to_front` brings it forward whenever it is notified.
pub fn open(environment: Environment, to_front: Arc<Notify>) -> ! {
    let window = WindowBuilder::new()
        .with_title(environment.brand.name.clone())
        .with_inner_size(LogicalSize::new(480.0, 800.0))
        .with_min_inner_size(LogicalSize::new(320.0, 480.0))
        // `Window` shows it. To a window that begins hidden, dioxus-desktop sends changes at once instead of with
        // the next frame. A minimized window has no next frame, and everything in the app would wait for it, a link
        // that wants to bring the window back included.
        .with_visible(false);
    let config = Config::new().with_window(window).with_menu(None).with_custom_head(HEAD.to_owned());
    // See `platform::draw_in_plain_memory_on_wayland`.
    #[cfg(feature = "desktop")]
    let config = config.with_disable_dma_buf_on_wayland(false);
    // Otherwise it is the framework's own.
    #[cfg(feature = "desktop")]
    let config = match shell::icon_from_memory(ICON) {
        Ok(icon) => config.with_icon(icon),
        Err(_) => config,
    };
    // Its entries are a browser's, "inspect" among them, and mean nothing here.
    #[cfg(not(debug_assertions))]
    let config = config.with_disable_context_menu(true);
    launch_virtual_dom(
        VirtualDom::new_with_props(Window, WindowProps { environment, to_front: ToFront(to_front) }),
        config,
    )
}

/// The bell that is rung when another start of the app has handed over its link.
#[derive(Clone)]
struct ToFront(Arc<Notify>);

impl PartialEq for ToFront {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
fn Window(environment: Environment, to_front: ToFront) -> Element {
    let window = use_window();
    let first_drawn = window.clone();
    let name = environment.brand.name.clone();
    // What a screen reader calls the page; dioxus-desktop calls every page its own.
    use_effect(move || {
        document::eval(&format!("document.title = {}", serde_json::Value::from(name.as_str())));
    });
    use_effect(move || first_drawn.set_visible(true));
    use_future(|| async {
        // Somebody reads a screen or two before typing a password: time enough to get ready for it, once this one shows.
        clock::sleep(SETTLED).await;
        strength::warm_up();
    });
    use_future(move || {
        let (window, bell) = (window.clone(), to_front.0.clone());
        async move {
            loop {
                bell.notified().await;
                window.set_minimized(false);
                window.set_visible(true);
                window.set_focus();
            }
        }
    });
    rsx! { App { environment } }
}
