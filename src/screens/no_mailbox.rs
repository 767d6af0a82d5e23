//! For people who cannot open the mailbox that the e-mail goes to.

use dioxus::prelude::*;

use crate::{components::ExternalLink, context::Environment, words::use_words};

/// What can be done then, and who can help. There is no way around the mailbox: that would be one for strangers too.
#[component]
pub(super) fn NoMailbox() -> Element {
    let words = use_words();
    let support = use_context::<Environment>().brand.support;
    rsx! {
        details { class: "no-mailbox",
            summary { {words.say("no-mailbox")} }
            p { {words.say("no-mailbox-lead")} }
            ul {
                li { {words.say("no-mailbox-provider")} }
                li { {words.say("no-mailbox-other")} }
                if let Some(support) = support {
                    li {
                        {words.say("no-mailbox-support")}
                        " "
                        ExternalLink { href: support.href(), bdi { "{support.label()}" } }
                    }
                }
            }
        }
    }
}
