//! The demo as an app: the recovery, an inbox and a sign-in, with a navigation bar.

use std::collections::HashSet;

use dioxus::prelude::*;

use super::{
    ACCOUNT, Demo,
    bar::Bar,
    inbox::{Inbox, ReadMails},
    sign_in::SignIn,
    view::View,
};
use crate::{
    app::{PAGE_STYLES, RecoveryProvider},
    context::{Callbacks, DemoHints, Environment, use_recovery},
    document::StyleSheet,
    layout::Layout,
    route::Route,
    screens::Screen,
};

/// The whole demo. A completed recovery leads to the sign-in.
#[component]
pub fn App(environment: Environment, demo: Demo) -> Element {
    use_context_provider(|| demo);
    let mut view = use_context_provider(|| Signal::new(View::Recovery));
    use_context_provider(|| ReadMails(Signal::new(HashSet::new())));
    let environment = use_hook(|| {
        let demo = DemoHints {
            account: ACCOUNT,
            use_account: "Use ",
            open_inbox: "Open inbox",
            on_open_inbox: EventHandler::new(move |()| view.set(View::Inbox)),
        };
        Environment { banner: Some(Bar), demo: Some(demo), ..environment }
    });
    let callbacks = use_hook(|| Callbacks {
        on_complete: Some(EventHandler::new(move |_| view.set(View::SignIn))),
        ..Callbacks::default()
    });
    rsx! {
        StyleSheet { rules: PAGE_STYLES }
        RecoveryProvider { environment, callbacks,
            Views {}
        }
    }
}

/// Renders the selected view. A new step of the recovery switches back to the recovery.
#[component]
fn Views() -> Element {
    let flow = use_recovery().signal();
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
        Layout {
            match view() {
                View::Recovery => rsx! { Screen {} },
                View::Inbox => rsx! { Inbox {} },
                View::SignIn => rsx! { SignIn {} },
            }
        }
    }
}
