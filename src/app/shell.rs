//! The frame as the layout of a router.

use dioxus::prelude::*;

use super::{frame::Frame, use_guide};
use crate::route::Route;

/// The layout of all routes. It also moves the router after the flow: the flow decides where we are.
#[component]
pub fn Shell() -> Element {
    let flow = use_guide().signal();
    let place = use_memo(move || Route::of(flow.read().step()));
    let mut followed = use_signal(|| place.peek().clone());
    use_effect(move || {
        let place = place();
        // `replace`, not `push`: there is no going back to a screen whose time is over.
        if *followed.peek() != place {
            followed.set(place.clone());
            navigator().replace(place);
        }
    });
    rsx! {
        Frame { Outlet::<Route> {} }
    }
}
