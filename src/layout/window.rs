//! What the layout shares with our own window. An embedding app has neither.

use dioxus::prelude::*;

use crate::{
    context::Screens,
    flow::{Flow, Phase, Step},
    i18n::{I18n, use_i18n},
};

/// The title of the current step, for the title of the window.
#[derive(Clone, Copy, PartialEq)]
pub struct StepTitle(pub Signal<String>);

/// The text size in percent, shown for a moment after it was changed.
#[derive(Clone, Copy, PartialEq)]
pub struct TextSize(pub Signal<Option<u16>>);

/// The title of the step.
pub(super) fn step_title(flow: &Flow, i18n: &I18n) -> String {
    match flow.step() {
        Step::Opening | Step::Forgot(_) => i18n.text("forgot-title"),
        Step::CheckEmail(_) => i18n.text("check-title"),
        Step::Reset(_) => i18n.text("reset-title"),
        Step::Done(_) => i18n.text("done-title"),
        Step::InvalidLink(invalid) => i18n.link_failure(invalid.failure).0,
    }
}

/// The title of a step whose field takes the focus, and where the email was sent: they would not be read otherwise.
/// Empty for other steps, and for the screens of an embedding app.
pub(super) fn announced_title(flow: &Flow, screens: &Screens, i18n: &I18n) -> String {
    let replaced = match flow.step() {
        Step::Opening | Step::Forgot(_) => screens.forgot_password,
        Step::CheckEmail(_) => screens.check_email,
        Step::Reset(_) => screens.reset_password,
        Step::Done(_) | Step::InvalidLink(_) => None,
    };
    match flow.step() {
        _ if replaced.is_some() => String::new(),
        Step::CheckEmail(check) if !flow.is_hosted() => {
            let lead = I18n::check_lead(flow.announces_code(&check.recovery), flow.is_code_only());
            let lead = i18n.text_with(lead, "email", check.recovery.email.as_str());
            format!("{}. {lead}", step_title(flow, i18n))
        }
        Step::Reset(reset) if matches!(reset.phase, Phase::Ready(_)) => step_title(flow, i18n),
        Step::Forgot(_) => step_title(flow, i18n),
        _ => String::new(),
    }
}

/// Passes the title of the step to the window.
pub(super) fn use_step_title(title: String) {
    let shared = use_hook(try_consume_context::<StepTitle>);
    use_effect(use_reactive!(|title| {
        if let Some(StepTitle(mut shared)) = shared {
            shared.set(title);
        }
    }));
}

/// The text size, after it was changed.
#[component]
pub(super) fn TextSizeToast() -> Element {
    let i18n = use_i18n();
    let Some(TextSize(size)) = use_hook(try_consume_context::<TextSize>) else { return VNode::empty() };
    rsx! {
        // This is always rendered, because some screen readers skip a live region that is added together with its text.
        div { class: "toast", role: "status",
            if let Some(percent) = size() {
                span { {i18n.text_with("text-size", "percent", percent)} }
            }
        }
    }
}
