//! The frame of every screen: the name above, a notice if there is one, help below, the live regions.

use dioxus::prelude::*;

use super::{Environment, use_guide};
use crate::{
    components::{LiveRegion, NoticeBar},
    flow::{Event, Flow, Step, Waiting},
    route::Route,
    words,
};

/// The layout of all routes. It also moves the router after the flow: the flow decides where we are.
#[component]
pub fn Shell() -> Element {
    let guide = use_guide();
    let environment = use_context::<Environment>();
    let flow = guide.signal();
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
    let (status, alert) = announcement(&guide.flow());
    let notice = guide.flow().notice();
    rsx! {
        div { class: "shell",
            LiveRegion { status, alert }
            DemoBar {}
            div { class: "shell-brand", Mark {} "{environment.brand.name}" }
            if let Some(notice) = notice {
                NoticeBar { text: words::notice(notice), ondismiss: move |()| guide.tell(Event::NoticeDismissed) }
            }
            Outlet::<Route> {}
            if let Some(support) = &environment.brand.support {
                p { class: "shell-support quiet", "{words::SUPPORT} " a { href: support.href(), "{support.label()}" } }
            }
        }
    }
}

#[component]
fn DemoBar() -> Element {
    #[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
    if let Some(demo) = use_context::<Environment>().demo {
        return rsx! { crate::demo::Bar { demo } };
    }
    rsx! {}
}

/// A key seen from the side.
#[component]
fn Mark() -> Element {
    rsx! {
        svg { view_box: "0 0 24 24", fill: "none", stroke: "currentColor", stroke_width: "2.2", stroke_linecap: "round", stroke_linejoin: "round", "aria-hidden": "true",
            circle { cx: "7.5", cy: "12", r: "4.5" }
            path { d: "M12 12h10v4M17.5 12v3" }
        }
    }
}

/// What a screen reader is told of the present state: politely, and at once.
fn announcement(flow: &Flow) -> (String, String) {
    let quiet = |text: &str| (text.to_owned(), String::new());
    let loud = |text: String| (String::new(), text);
    match flow.step() {
        Step::Opening => quiet(words::OPENING),
        Step::Forgot(forgot) if forgot.sending => quiet(words::SENDING),
        Step::Forgot(forgot) => {
            forgot.problem.as_ref().map_or_else(Default::default, |it| loud(words::forgot_problem(it)))
        }
        Step::CheckEmail(check) => match (&check.problem, check.waiting) {
            (_, Waiting::Resending) => quiet(words::SENDING),
            (_, Waiting::CheckingCode) => quiet(words::CHECKING),
            (Some(problem), _) => loud(words::check_email_problem(problem)),
            (None, Waiting::No) if check.resent => quiet(words::RESENT),
            (None, Waiting::No) => Default::default(),
        },
        Step::Reset(reset) => crate::screens::reset_announcement(reset),
        Step::Done(_) => quiet(words::DONE_TITLE),
        Step::Stuck(_) => Default::default(),
    }
}
