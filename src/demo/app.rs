//! The demo as an app: the recovery, the mailbox and the sign-in, with a strip above that leads to each.

use dioxus::prelude::*;

use super::{Demo, bar::Bar, inbox::Inbox, sign_in::SignIn, view::View};
use crate::{
    app::{PAGE_STYLES, RecoveryProvider},
    context::{Environment, Exits, use_guide},
    document::StyleSheet,
    frame::Frame,
    route::Route,
    screens::Screen,
};

/// The whole demo. The end of the recovery leads to the sign-in.
#[component]
pub fn App(environment: Environment, demo: Demo) -> Element {
    use_context_provider(|| demo);
    let mut view = use_context_provider(|| Signal::new(View::Recovery));
    let environment = use_hook(|| Environment { banner: Some(Bar), ..environment });
    let exits = use_hook(|| Exits {
        on_complete: Some(EventHandler::new(move |_| view.set(View::SignIn))),
        ..Exits::default()
    });
    rsx! {
        StyleSheet { rules: PAGE_STYLES }
        RecoveryProvider { environment, exits,
            Views {}
        }
    }
}

/// The view that was chosen. Another step of the recovery leads back to it.
#[component]
fn Views() -> Element {
    let flow = use_guide().signal();
    let mut view = use_context::<Signal<View>>();
    let screen = use_memo(move || Route::of(flow.read().step()));
    let mut followed = use_signal(|| screen.peek().clone());
    use_effect(move || {
        let screen = screen();
        if *followed.peek() != screen {
            followed.set(screen);
            view.set(View::Recovery);
        }
    });
    rsx! {
        Frame {
            match view() {
                View::Recovery => rsx! { Screen {} },
                View::Inbox => rsx! { Inbox {} },
                View::SignIn => rsx! { SignIn {} },
            }
        }
    }
}
