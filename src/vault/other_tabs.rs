//! Shares the entry between the tabs of a browser, because each has its own session storage. A mailed link often opens a
//! new tab, and it needs the recovery of the tab that requested the email.
//!
//! Only pages of the same origin receive the messages. Nothing is stored by them.

use std::{rc::Rc, time::Duration};

use tokio::sync::Notify;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::clock;

/// The timeout for a response. Tabs respond within a few milliseconds; usually there is no other tab.
const RESPONSE_TIMEOUT: Duration = Duration::from_millis(100);

/// The other tabs. The message `null` requests their entry; a string is the entry of the sender, or empty if it has none.
pub(super) struct OtherTabs {
    channel: BroadcastChannel,
    received: Rc<Notify>,
    _listener: Closure<dyn Fn(MessageEvent)>,
}

impl OtherTabs {
    /// Listens on the channel `name`. `entry` returns the entry of this tab; `on_entry` is called with that of another.
    pub(super) fn listen(
        name: &str,
        entry: impl Fn() -> Option<String> + 'static,
        on_entry: impl Fn(&str) + 'static,
    ) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let received = Rc::new(Notify::new());
        let (replies, notify) = (channel.clone(), received.clone());
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            match message.data().as_string() {
                Some(text) => {
                    on_entry(&text);
                    notify.notify_one();
                }
                None => {
                    if let Some(text) = entry() {
                        drop(replies.post_message(&text.into()));
                    }
                }
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { channel, received, _listener: listener })
    }

    /// Requests their entry, and waits until one has responded, or for the timeout.
    pub(super) async fn request(&self) {
        if self.channel.post_message(&JsValue::NULL).is_ok() {
            clock::timeout(RESPONSE_TIMEOUT, self.received.notified()).await;
        }
    }

    /// Sends them the entry of this tab.
    pub(super) fn send(&self, text: &str) {
        drop(self.channel.post_message(&text.into()));
    }
}
