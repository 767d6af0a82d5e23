//! Events that an app sends over the accessibility bus.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::StreamExt;
use tokio::task::AbortHandle;
use zbus::zvariant::{OwnedObjectPath, Structure, Value};
use zbus::{Connection, MatchRule, Message, MessageStream, Result, fdo::DBusProxy};

use super::object::{AccessibleObject, ObjectRef};

/// An event that a screen reader announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessibilityEvent {
    /// An object with this role and name has got keyboard focus.
    Focus(String, String),
    /// A text in a polite live region: announced when there is a pause.
    Polite(String),
    /// A text in an assertive live region: announced immediately.
    Assertive(String),
}

#[zbus::proxy(
    interface = "org.a11y.atspi.Registry",
    default_service = "org.a11y.atspi.Registry",
    default_path = "/org/a11y/atspi/registry",
    gen_blocking = false
)]
trait Registry {
    fn register_event(&self, event: &str) -> Result<()>;
}

/// Collects events until they are consumed.
pub(super) struct EventListener {
    events: Arc<Mutex<Vec<AccessibilityEvent>>>,
    task: AbortHandle,
}

impl EventListener {
    /// Starts to listen on `bus`, a connection for events only. Reads the details of an event through the
    /// connection `queries`.
    pub(super) async fn start(bus: &Connection, queries: &Connection) -> Result<Self> {
        let registry = RegistryProxy::new(bus).await?;
        for event in ["object:children-changed", "object:state-changed:focused"] {
            registry.register_event(event).await?;
        }
        let rule = MatchRule::try_from("type='signal',interface='org.a11y.atspi.Event.Object'")?;
        DBusProxy::new(bus).await?.add_match_rule(rule).await?;
        let events = Arc::<Mutex<Vec<AccessibilityEvent>>>::default();
        let (mut messages, queries, received) = (MessageStream::from(bus), queries.clone(), events.clone());
        let task = tokio::spawn(async move {
            while let Some(message) = messages.next().await {
                let Ok(message) = message else { continue };
                // An error mostly means that the object is gone: it was not there long enough to be announced. Events whose
                // body cannot be decoded are ignored too.
                if let Ok(Some(event)) = parse_event(&queries, &message).await {
                    lock(&received).push(event);
                }
            }
        });
        Ok(Self { events, task: task.abort_handle() })
    }

    /// Whether this event was received. If so, removes it and all events before it.
    pub(super) fn consume_through(&self, expected: &AccessibilityEvent) -> bool {
        let mut events = lock(&self.events);
        let index = events.iter().position(|event| event == expected);
        events.drain(..index.map_or(0, |index| index + 1));
        index.is_some()
    }

    /// All events that were not consumed.
    pub(super) fn events(&self) -> Vec<AccessibilityEvent> {
        lock(&self.events).clone()
    }
}

impl Drop for EventListener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The event in a bus message, if a screen reader announces it.
async fn parse_event(queries: &Connection, message: &Message) -> Result<Option<AccessibilityEvent>> {
    let header = message.header();
    let (Some(member), Some(sender), Some(path)) = (header.member(), header.sender(), header.path()) else {
        return Ok(None);
    };
    let source = AccessibleObject::new(queries, (sender.to_string(), OwnedObjectPath::from(path.to_owned())));
    // A kind, two numbers, a value, and fields that differ between GTK and WebKit and are not needed.
    let body = message.body();
    let fields: Structure<'_> = body.deserialize()?;
    let [Value::Str(kind), Value::I32(number), _, Value::Value(value), ..] = fields.fields() else {
        return Ok(None);
    };
    match (member.as_str(), kind.as_str()) {
        ("StateChanged", "focused") if *number == 1 => {
            Ok(Some(AccessibilityEvent::Focus(source.role().await?, source.name().await?)))
        }
        ("ChildrenChanged", "add") => {
            let politeness = source.politeness().await?;
            // A screen reader does not announce what is not shown.
            if !source.states().await?.showing {
                return Ok(None);
            }
            let text = AccessibleObject::new(queries, ObjectRef::try_from(&**value)?).full_text().await?;
            Ok(match politeness.as_deref() {
                Some("polite") => Some(AccessibilityEvent::Polite(text)),
                Some("assertive") => Some(AccessibilityEvent::Assertive(text)),
                _ => None,
            })
        }
        _ => Ok(None),
    }
}

fn lock(events: &Mutex<Vec<AccessibilityEvent>>) -> MutexGuard<'_, Vec<AccessibilityEvent>> {
    events.lock().unwrap_or_else(PoisonError::into_inner)
}
