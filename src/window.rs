//! The window: its size, its page, what the system tells it, and how it comes to the front.

mod page;

use std::{sync::Arc, time::Duration};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
#[cfg(feature = "desktop")]
use dioxus::desktop as shell;
#[cfg(not(feature = "desktop"))]
use dioxus::mobile as shell;
use dioxus::prelude::*;
use shell::{
    Config, LogicalSize, WindowBuilder,
    launch::launch_virtual_dom,
    tao::event::{Event, WindowEvent},
    use_window,
};
use tokio::sync::Notify;

use crate::{
    app::{Contents, Environment, PAGE_STYLES},
    clock,
    components::STYLES,
    link::{IncomingLink, LinkInbox},
    password::strength,
    platform,
};

/// When the first screen has long been drawn.
const SETTLED: Duration = Duration::from_secs(2);

/// The program's icon, in a title bar or where windows are switched.
#[cfg(feature = "desktop")]
const ICON: &[u8] = include_bytes!("../platform/linux/icons/64.png");

/// Opens the window and runs until it is closed. `to_front` brings it forward whenever it is notified.
pub fn open(environment: &Environment, contents: Contents, to_front: Arc<Notify>) -> ! {
    let window = WindowBuilder::new()
        .with_title(environment.brand.name.clone())
        .with_inner_size(LogicalSize::new(480.0, 800.0))
        .with_min_inner_size(LogicalSize::new(320.0, 480.0))
        // `Window` shows it. To a window that begins hidden, dioxus-desktop sends changes at once instead of with
        // the next frame. A minimized window has no next frame, and everything in the app would wait for it, a link
        // that wants to bring the window back included.
        .with_visible(false);
    let (inbox, bell) = (environment.inbox.clone(), to_front.clone());
    let config = Config::new()
        .with_window(window)
        .with_menu(None)
        .with_custom_index(page(environment, &contents.styles))
        // Neither a file nor anything else takes the place of the page. Links out of the app do not come here: see
        // `ExternalLink`.
        .with_navigation_handler(|_| false)
        // Here and not in a component: the link that started the app may come before there is one.
        .with_custom_event_handler(move |event, _| follow(event, &inbox, &bell));
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
        VirtualDom::new_with_props(Window, WindowProps { contents, to_front: ToFront(to_front) }),
        config,
    )
}

/// The page for this environment; its policy names the style sheets that the app will show.
fn page(environment: &Environment, further: &[&str]) -> String {
    let brand = environment.brand.style();
    let sheets = [&[PAGE_STYLES, STYLES, &brand], further].concat();
    page::page(&environment.brand.name, &sheets, &nonce())
}

/// Sixteen random bytes.
///
/// # Panics
/// When the operating system has no randomness to give: nothing safe can be done then.
#[allow(clippy::expect_used)]
fn nonce() -> String {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Does what the system asks of the app as a whole.
///
/// On macOS and iOS that is how links come, by scheme and by https, to a running app as to one that they started. They
/// have been through the system and tao, which both repair an address before they hand it on; what they cannot read
/// never comes here, and what comes is read as strictly as everywhere.
fn follow<T>(event: &Event<'_, T>, inbox: &LinkInbox, to_front: &Notify) {
    match event {
        Event::Opened { urls } => {
            for url in urls {
                inbox.put(IncomingLink::new(url.as_str()));
            }
            to_front.notify_one();
        }
        // Before the window goes: a link that comes now finds no screen any more, and opens a window of its own.
        Event::WindowEvent { event: WindowEvent::CloseRequested, .. } | Event::LoopDestroyed => inbox.close(),
        Event::Suspended => platform::cover(true),
        Event::Resumed => platform::cover(false),
        _ => {}
    }
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
fn Window(contents: Contents, to_front: ToFront) -> Element {
    let window = use_window();
    let first_drawn = window.clone();
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
    contents.draw()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use url::Url;

    use super::*;
    use crate::built_in;
    use crate::link::{LinkError, RecoveryLink};

    const TOKEN: &str = "c2l4dGVlbi1ieXRlcy1hdC1sZWFzdA";

    fn opened(urls: &[&str]) -> LinkInbox {
        let (inbox, bell) = (LinkInbox::new(), Notify::new());
        let urls = urls.iter().map(|url| Url::parse(url).unwrap()).collect();
        follow::<()>(&Event::Opened { urls }, &inbox, &bell);
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(bell.notified());
        inbox
    }

    fn read(url: &str) -> Result<RecoveryLink, LinkError> {
        RecoveryLink::parse(opened(&[url]).try_take().unwrap().expose(), &built_in::link_rules())
    }

    /// PLT-3.
    #[test]
    fn every_form_of_our_links_arrives_whole() {
        for link in [
            "latchkey://reset-password?token=",
            "latchkey:///reset-password?token=",
            "latchkey://reset-password#token=",
            "https://recover.latchkey.example/reset-password?token=",
            "https://recover.latchkey.example/reset-password#token=",
        ] {
            let link = format!("{link}{TOKEN}");
            assert_eq!(opened(&[&link]).try_take().unwrap().expose(), link);
            assert!(read(&link).is_ok(), "{link}");
        }
    }

    #[test]
    fn a_foreign_link_is_still_foreign_after_the_repairs() {
        for (link, why) in [
            ("latchkey://evil.example/reset-password?token=", LinkError::OtherPath),
            ("latchkey://someone@reset-password?token=", LinkError::UserInfo),
            ("https://recover.latchkey.example.evil.example/reset-password?token=", LinkError::OtherHost),
            ("https://recover.latchkey.example@evil.example/reset-password?token=", LinkError::UserInfo),
            ("https://recover.latchkey.example:8443/reset-password?token=", LinkError::Port),
            ("https://recover.latchkey.example/reset-password/../else?token=", LinkError::OtherPath),
            ("file:///reset-password?token=", LinkError::OtherScheme),
        ] {
            assert_eq!(read(&format!("{link}{TOKEN}")), Err(why), "{link}");
        }
    }

    #[test]
    fn an_app_that_ends_takes_no_more_links() {
        let inbox = opened(&["latchkey://reset-password?token=a"]);
        follow::<()>(&Event::LoopDestroyed, &inbox, &Notify::new());
        inbox.put(IncomingLink::new("too late"));
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn of_several_links_the_last_is_kept_and_the_person_can_be_told() {
        let inbox = opened(&["latchkey://reset-password?token=a", "latchkey://reset-password?token=b"]);
        let link = inbox.try_take().unwrap();
        assert!(link.expose().ends_with("token=b") && link.replaced_another());
    }
}
