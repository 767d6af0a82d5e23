//! The window: size, page, system events, and how it is brought to the front.

mod page;
#[cfg(feature = "desktop")]
mod placement;
#[cfg(feature = "desktop")]
mod settings;
#[cfg(feature = "desktop")]
mod shortcuts;

use std::{path::PathBuf, sync::Arc, time::Duration};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
#[cfg(feature = "desktop")]
use dioxus::desktop as shell;
#[cfg(not(feature = "desktop"))]
use dioxus::mobile as shell;
use dioxus::prelude::*;
use shell::{
    Config, LogicalSize, WindowBuilder,
    launch::launch,
    tao::event::{Event, WindowEvent},
    use_window,
};
use tokio::sync::Notify;
use url::Url;

#[cfg(target_os = "ios")]
use crate::platform;
use crate::{
    app::{Environment, PAGE_STYLES, WindowContent},
    clock,
    components::STYLES,
    layout::StepTitle,
    link::{IncomingLink, LinkInbox},
    password::strength,
};

/// Delay before [`strength::warm_up`], long after the first render.
const WARM_UP_DELAY: Duration = Duration::from_secs(2);

/// The pixels of the icon for the title bar and the task switcher, which `build.rs` has decoded.
#[cfg(feature = "desktop")]
const ICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/icon.rgba"));
/// Width and height of the icon.
#[cfg(feature = "desktop")]
const ICON_SIZE: u32 = 64;

/// Opens the window and runs until it is closed. Each notification of `focus_requests` brings it to the front. Its size
/// and place are kept in `settings`, a file.
pub fn open(
    environment: &Environment,
    content: WindowContent,
    focus_requests: Arc<Notify>,
    settings: Option<PathBuf>,
) -> ! {
    let brand = environment.brand.name.clone();
    let window = WindowBuilder::new()
        .with_title(environment.brand.name.clone())
        .with_inner_size(LogicalSize::new(520.0, 740.0))
        .with_min_inner_size(LogicalSize::new(320.0, 480.0))
        // `Window` shows it. If the window starts hidden, dioxus-desktop sends changes at once instead of with the next
        // frame. A minimized window has no next frame: the app would wait for it, and could not handle the link that
        // should restore the window.
        .with_visible(false);
    #[cfg(feature = "desktop")]
    let (window, placement) = placement::restore(window, settings);
    #[cfg(not(feature = "desktop"))]
    let _ = settings;
    let (inbox, notify) = (environment.inbox.clone(), focus_requests.clone());
    let config = Config::new()
        .with_window(window)
        .with_menu(None)
        .with_custom_index(page(environment, &content.styles))
        // Nothing may replace the page, such as a dropped file. Links that leave the app use `ExternalLink` instead.
        .with_navigation_handler(|_| false)
        // This is not in a component, because the link that started the app may arrive before the first component exists.
        .with_custom_event_handler(move |event, _| handle_event(event, &inbox, &notify));
    #[cfg(target_os = "ios")]
    let config = adopt_scene(config, environment.inbox.clone(), focus_requests.clone());
    // See `platform::prepare_webkit_environment`.
    #[cfg(feature = "desktop")]
    let config = config.with_disable_dma_buf_on_wayland(false);
    // The default icon is the framework's.
    #[cfg(feature = "desktop")]
    let config = match shell::tao::window::Icon::from_rgba(ICON.to_vec(), ICON_SIZE, ICON_SIZE) {
        Ok(icon) => config.with_icon(icon),
        Err(_) => config,
    };
    // Fields have a context menu, without a browser's entries (`platform::limit_context_menu`).
    #[cfg(feature = "desktop")]
    let config = config.with_disable_context_menu(false);
    let shown = Shown { content, brand, focus_requests };
    // The window provides what it shows, because `launch` takes a component without properties.
    let config = config.with_on_window(move |window, page| {
        page.provide_root_context(shown.clone());
        #[cfg(feature = "desktop")]
        page.provide_root_context(placement.clone());
        show_in_scene(&window);
    });
    launch(Window, Vec::new(), vec![Box::new(config)])
}

/// Receives links from the scene of iOS.
#[cfg(target_os = "ios")]
fn adopt_scene(config: Config, inbox: LinkInbox, focus_requests: Arc<Notify>) -> Config {
    #[cfg(dioxus_0_8)]
    let config = config.with_event_loop(shell::tao::event_loop::EventLoopBuilder::with_user_event().build());
    platform::adopt_scene(move |link| receive_links([link], &inbox, &focus_requests));
    config
}

/// With Dioxus 0.7 on iOS: see `platform::scene`. Elsewhere the window library shows its window.
fn show_in_scene(window: &shell::tao::window::Window) {
    #[cfg(all(target_os = "ios", not(dioxus_0_8)))]
    platform::show_in_scene(window);
    #[cfg(not(all(target_os = "ios", not(dioxus_0_8))))]
    let _ = window;
}

/// The page for this environment. Its policy lists the hashes of all style sheets.
fn page(environment: &Environment, further: &[&str]) -> String {
    let brand = environment.brand.style();
    let sheets = [&[PAGE_STYLES, STYLES, &brand], further].concat();
    page::page(&environment.brand.name, &sheets, &nonce())
}

/// Sixteen random bytes.
///
/// # Panics
/// If the operating system has no randomness. There is no safe fallback.
#[allow(clippy::expect_used)]
fn nonce() -> String {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Handles events of the whole app.
///
/// macOS delivers links here, both custom schemes and https, whether the app was running or not. The system and tao have
/// normalized the address; links that they cannot parse never arrive.
fn handle_event<T>(event: &Event<'_, T>, inbox: &LinkInbox, focus_requests: &Notify) {
    match event {
        Event::Opened { urls } => receive_links(urls.iter().map(Url::as_str), inbox, focus_requests),
        // The inbox is closed before the window: a link that arrives now finds no screen, so the later start opens its own
        // window.
        Event::WindowEvent { event: WindowEvent::CloseRequested, .. } | Event::LoopDestroyed => inbox.close(),
        // With Dioxus 0.7, these events do not arrive, and the delegate in `platform::scene` does this.
        #[cfg(all(target_os = "ios", dioxus_0_8))]
        Event::WindowEvent { event: WindowEvent::Suspended, .. } => platform::show_cover(),
        #[cfg(all(target_os = "ios", dioxus_0_8))]
        Event::WindowEvent { event: WindowEvent::Focused(true), .. } => platform::hide_cover(),
        _ => {}
    }
}

/// Stores links that the system opened the app with, and brings the window to the front. On iOS a link is as another app
/// wrote it, and need not be a valid URL. It is parsed as strictly as any other link.
fn receive_links(
    links: impl IntoIterator<Item = impl Into<Box<str>>>,
    inbox: &LinkInbox,
    focus_requests: &Notify,
) {
    for link in links {
        inbox.put(IncomingLink::new(link));
    }
    focus_requests.notify_one();
}

/// What the window shows.
#[derive(Clone)]
struct Shown {
    content: WindowContent,
    brand: String,
    /// Notified by each later start of the app.
    focus_requests: Arc<Notify>,
}

#[component]
fn Window() -> Element {
    let Shown { content, brand, focus_requests } = use_context();
    let window = use_window();
    let StepTitle(title) = use_context_provider(|| StepTitle(Signal::new(String::new())));
    let titled = window.clone();
    use_effect(move || match &*title.read() {
        step if step.is_empty() => titled.set_title(&brand),
        step => titled.set_title(&format!("{step} – {brand}")),
    });
    #[cfg(feature = "desktop")]
    placement::use_placement();
    let first_drawn = window.clone();
    use_effect(move || first_drawn.set_visible(true));
    use_future(|| async {
        // Prepares the strength meter after the first render: it takes a while until a person types a password.
        clock::sleep(WARM_UP_DELAY).await;
        strength::warm_up();
    });
    use_future(move || {
        let (window, notify) = (window.clone(), focus_requests.clone());
        async move {
            loop {
                notify.notified().await;
                window.set_minimized(false);
                window.set_visible(true);
                window.set_focus();
            }
        }
    });
    content.render()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::link::{LinkError, LinkRules, LinkShape, RecoveryLink};

    const TOKEN: &str = "c2l4dGVlbi1ieXRlcy1hdC1sZWFzdA";

    fn opened(urls: &[&str]) -> LinkInbox {
        let (inbox, notify) = (LinkInbox::new(), Notify::new());
        let urls = urls.iter().map(|url| Url::parse(url).unwrap()).collect();
        handle_event::<()>(&Event::Opened { urls }, &inbox, &notify);
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(notify.notified());
        inbox
    }

    fn rules() -> LinkRules {
        LinkRules {
            schemes: vec!["latchkey".into()],
            hosts: vec!["recover.latchkey.example".into()],
            paths: vec!["/reset-password".into()],
            kinds: vec![LinkShape::default()],
        }
    }

    fn read(url: &str) -> Result<RecoveryLink, LinkError> {
        RecoveryLink::parse(opened(&[url]).try_take().unwrap().expose(), &rules())
    }

    /// PLT-3.
    #[test]
    fn all_link_forms_arrive_unchanged() {
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
    fn foreign_link_is_refused_after_normalization() {
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

    /// iOS delivers such a link as text.
    #[test]
    fn link_that_is_no_valid_url_is_refused() {
        let (inbox, notify) = (LinkInbox::new(), Notify::new());
        let link = format!("latchkey://reset-password:99999/?token={TOKEN}");
        assert!(Url::parse(&link).is_err());
        receive_links([link.as_str()], &inbox, &notify);
        let received = inbox.try_take().unwrap();
        assert_eq!(RecoveryLink::parse(received.expose(), &rules()), Err(LinkError::Port));
    }

    #[test]
    fn closed_app_accepts_no_links() {
        let inbox = opened(&["latchkey://reset-password?token=a"]);
        handle_event::<()>(&Event::LoopDestroyed, &inbox, &Notify::new());
        inbox.put(IncomingLink::new("too late"));
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn last_of_several_links_is_kept_and_marked_as_replacing() {
        let inbox = opened(&["latchkey://reset-password?token=a", "latchkey://reset-password?token=b"]);
        let link = inbox.try_take().unwrap();
        assert!(link.expose().ends_with("token=b") && link.replaced_another());
    }
}
