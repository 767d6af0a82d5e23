//! What an app tells over the accessibility bus without being asked.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::StreamExt;
use tokio::task::AbortHandle;
use zbus::zvariant::{OwnedObjectPath, Structure, Value};
use zbus::{Connection, MatchRule, Message, MessageStream, Result, fdo::DBusProxy};

use super::object::{Object, Place};

/// Something that an app told without being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The keyboard has come to a thing of this role and name.
    Focus(String, String),
    /// A sentence for when there is time.
    Polite(String),
    /// A sentence to be said at once.
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

/// What was told and not yet listened to.
pub(super) struct Ears {
    heard: Arc<Mutex<Vec<Heard>>>,
    listening: AbortHandle,
}

impl Ears {
    /// Listens from now on at `bus`, which nothing else is to be asked on; asks at `questions` what is meant.
    pub(super) async fn open(bus: &Connection, questions: &Connection) -> Result<Self> {
        let registry = RegistryProxy::new(bus).await?;
        for event in ["object:children-changed", "object:state-changed:focused"] {
            registry.register_event(event).await?;
        }
        let rule = MatchRule::try_from("type='signal',interface='org.a11y.atspi.Event.Object'")?;
        DBusProxy::new(bus).await?.add_match_rule(rule).await?;
        let heard = Arc::<Mutex<Vec<Heard>>>::default();
        let (mut messages, questions, ears) = (MessageStream::from(bus), questions.clone(), heard.clone());
        let listening = tokio::spawn(async move {
            while let Some(message) = messages.next().await {
                let Ok(message) = message else { continue };
                // What has gone again before it could be asked was too short to be said.
                if let Ok(Some(news)) = understand(&questions, &message).await {
                    lock(&ears).push(news);
                }
            }
        });
        Ok(Self { heard, listening: listening.abort_handle() })
    }

    /// Whether this was told; then it is forgotten, and all that was told before it.
    pub(super) fn take_up_to(&self, wanted: &Heard) -> bool {
        let mut heard = lock(&self.heard);
        let place = heard.iter().position(|news| news == wanted);
        heard.drain(..place.map_or(0, |place| place + 1));
        place.is_some()
    }

    /// All that is left.
    pub(super) fn heard(&self) -> Vec<Heard> {
        lock(&self.heard).clone()
    }
}

impl Drop for Ears {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// What an event means to a listener, if anything.
async fn understand(questions: &Connection, message: &Message) -> Result<Option<Heard>> {
    let header = message.header();
    let (Some(member), Some(sender), Some(path)) = (header.member(), header.sender(), header.path()) else {
        return Ok(None);
    };
    let source = Object::at(questions, (sender.to_string(), OwnedObjectPath::from(path.to_owned())));
    // A kind, two numbers, a value, and more that nobody needs; of that, GTK and WebKit have each an own sort.
    let body = message.body();
    let told: Structure<'_> = body.deserialize()?;
    let [Value::Str(kind), Value::I32(number), _, Value::Value(value), ..] = told.fields() else {
        return Ok(None);
    };
    match (member.as_str(), kind.as_str()) {
        ("StateChanged", "focused") if *number == 1 => {
            Ok(Some(Heard::Focus(source.role().await?, source.name().await?)))
        }
        ("ChildrenChanged", "add") => {
            let politeness = source.politeness().await?;
            // Off the screen, it is for nobody.
            if !source.states().await?.1 {
                return Ok(None);
            }
            let said = Object::at(questions, Place::try_from(&**value)?).whole_text().await?;
            Ok(match politeness.as_deref() {
                Some("polite") => Some(Heard::Polite(said)),
                Some("assertive") => Some(Heard::Assertive(said)),
                _ => None,
            })
        }
        _ => Ok(None),
    }
}

fn lock(heard: &Mutex<Vec<Heard>>) -> MutexGuard<'_, Vec<Heard>> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}
