//! What the tabs of one browser tell each other, since each has a session storage of its own: a mailed link often opens
//! a new one, and it should find there what the tab that asked for the mail has kept.
//!
//! Only pages of the same origin can hear it. It lives as long as a tab does, and nothing is written anywhere.

use std::{rc::Rc, time::Duration};

use tokio::sync::Notify;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::clock;

/// How long an answer is waited for. Tabs answer within a few milliseconds; mostly there is none.
const PATIENCE: Duration = Duration::from_millis(100);

/// The other tabs. `null` asks them what they keep, a text is what one keeps, the empty text that it keeps nothing.
pub(super) struct OtherTabs {
    channel: BroadcastChannel,
    heard: Rc<Notify>,
    _listener: Closure<dyn Fn(MessageEvent)>,
}

impl OtherTabs {
    /// Listens under a name. `kept` is asked for what this tab keeps, `told` hears what another does.
    pub(super) fn listen(
        name: &str,
        kept: impl Fn() -> Option<String> + 'static,
        told: impl Fn(&str) + 'static,
    ) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let heard = Rc::new(Notify::new());
        let (answers, hears) = (channel.clone(), heard.clone());
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            match message.data().as_string() {
                Some(text) => {
                    told(&text);
                    hears.notify_one();
                }
                None => {
                    if let Some(text) = kept() {
                        drop(answers.post_message(&text.into()));
                    }
                }
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { channel, heard, _listener: listener })
    }

    /// Asks what they keep, and waits until one has told it, or none will.
    pub(super) async fn ask(&self) {
        if self.channel.post_message(&JsValue::NULL).is_ok() {
            clock::within(PATIENCE, self.heard.notified()).await;
        }
    }

    /// Tells them what this tab keeps now.
    pub(super) fn tell(&self, text: &str) {
        drop(self.channel.post_message(&text.into()));
    }
}
