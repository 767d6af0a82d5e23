//! The apps of a session as a screen reader sees them: objects and events on the accessibility bus (AT-SPI 2), and nothing
//! else.

mod events;
mod object;

use std::time::Duration;

use zbus::Connection;
use zbus::connection::Builder;

use crate::desktop::DesktopSession;
use crate::error::{Error, Result};
use crate::poll::{TIMEOUT, wait_until};
pub use events::AccessibilityEvent;
use events::EventListener;
use object::{AccessibleObject, ObjectRef};

/// Maximum time of one call, after which the object counts as gone.
const CALL_TIMEOUT: Duration = Duration::from_secs(2);

#[zbus::proxy(
    interface = "org.a11y.Bus",
    default_service = "org.a11y.Bus",
    default_path = "/org/a11y/bus",
    gen_blocking = false
)]
trait Bus {
    fn get_address(&self) -> zbus::Result<String>;
}

/// An object in a window, as it was when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessibleNode {
    /// The role by its AT-SPI name, such as `heading`, `entry` or `push button`.
    pub role: String,
    /// The accessible name, or the text if there is no name.
    pub name: String,
    /// The text, or the value of a field. A password field has one placeholder for each character.
    pub text: String,
    /// The texts of the objects that describe it, joined by spaces.
    pub description: String,
    /// Whether its value is marked as invalid.
    pub invalid: bool,
    /// Whether it has keyboard focus.
    pub focused: bool,
    object: ObjectRef,
}

/// A screen reader in a session with an accessibility bus ([`DesktopSession::start_accessibility`]).
pub struct ScreenReader {
    bus: Connection,
    listener: EventListener,
}

impl ScreenReader {
    /// Connects to the accessibility bus and starts to collect events.
    ///
    /// # Errors
    /// The session has no accessibility bus.
    pub async fn connect(desktop: &DesktopSession) -> Result<Self> {
        Self::connect_to(&desktop.bus_address())
            .await
            .map_err(|error| bus_error("no accessibility bus", &error))
    }

    async fn connect_to(session_bus: &str) -> zbus::Result<Self> {
        let session_bus = Builder::address(session_bus)?.build().await?;
        let address = BusProxy::new(&session_bus).await?.get_address().await?;
        // An app that is starting or exiting may not answer, so calls need a timeout.
        let bus = Builder::address(&*address)?.method_timeout(CALL_TIMEOUT).build().await?;
        // A connection of its own for events, so that replies do not queue behind them.
        let listener = EventListener::start(&Builder::address(&*address)?.build().await?, &bus).await?;
        Ok(Self { bus, listener })
    }

    /// All objects in all windows, in reading order.
    ///
    /// # Errors
    /// The accessibility bus does not answer.
    pub async fn read(&self) -> Result<Vec<AccessibleNode>> {
        let desktop =
            AccessibleObject::desktop(&self.bus).await.map_err(|error| bus_error("no desktop", &error))?;
        let mut stack = desktop.children().await.map_err(|error| bus_error("no apps", &error))?;
        let mut nodes = Vec::new();
        while let Some(object) = stack.pop() {
            // Skip objects that disappear while they are read.
            let Ok(node) = read_node(&object).await else { continue };
            nodes.push(node);
            stack.extend(object.children().await.unwrap_or_default().into_iter().rev());
        }
        Ok(nodes)
    }

    /// Waits for the object with this role and name.
    ///
    /// # Errors
    /// There is none within [`TIMEOUT`](crate::TIMEOUT). The error lists all objects.
    pub async fn find(&self, role: &str, name: &str) -> Result<AccessibleNode> {
        let matches = |node: &AccessibleNode| node.role == role && node.name == name;
        self.find_where(&format!("{role} {name:?}"), matches).await
    }

    /// Waits for the first object that matches; `what` describes it in the error.
    ///
    /// # Errors
    /// The same as [`ScreenReader::find`].
    pub async fn find_where(
        &self,
        what: &str,
        matches: impl Fn(&AccessibleNode) -> bool,
    ) -> Result<AccessibleNode> {
        let mut nodes = Vec::new();
        let found = wait_until(async || {
            nodes = self.read().await.ok()?;
            nodes.iter().find(|node| matches(node)).cloned()
        });
        let found = found.await;
        found.ok_or_else(|| {
            let all: Vec<_> = nodes.iter().map(|node| format!("{} {:?}", node.role, node.name)).collect();
            Error::new(format!("after {TIMEOUT:?}: no {what}")).with_section("objects", &all.join("\n"))
        })
    }

    /// Activates an object, as a screen reader's key for it does.
    ///
    /// # Errors
    /// The same as [`ScreenReader::find`], or the object has no action.
    pub async fn press(&self, role: &str, name: &str) -> Result<()> {
        let node = self.find(role, name).await?;
        match AccessibleObject::new(&self.bus, node.object).do_action().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Error::new(format!("{role} {name:?} has no action"))),
            Err(error) => Err(bus_error(&format!("{role} {name:?} cannot be pressed"), &error)),
        }
    }

    /// Moves keyboard focus to an object, and waits until it has it.
    ///
    /// # Errors
    /// The same as [`ScreenReader::find`].
    pub async fn focus(&self, role: &str, name: &str) -> Result<()> {
        let node = self.find(role, name).await?;
        let grabbed = AccessibleObject::new(&self.bus, node.object).grab_focus().await;
        grabbed.map_err(|error| bus_error(&format!("{role} {name:?} cannot have focus"), &error))?;
        let has_focus = |node: &AccessibleNode| node.role == role && node.name == name && node.focused;
        self.find_where(&format!("focused {role} {name:?}"), has_focus).await.map(drop)
    }

    /// Waits for this event, and discards it and all events before it.
    ///
    /// # Errors
    /// It was not received within [`TIMEOUT`](crate::TIMEOUT). The error lists the events that were.
    pub async fn wait_for_event(&self, expected: &AccessibilityEvent) -> Result<()> {
        let received = wait_until(async || self.listener.consume_through(expected).then_some(())).await;
        received.ok_or_else(|| {
            let others: Vec<_> = self.listener.events().iter().map(|event| format!("{event:?}")).collect();
            Error::new(format!("after {TIMEOUT:?}: no event {expected:?}"))
                .with_section("events", &others.join("\n"))
        })
    }
}

async fn read_node(object: &AccessibleObject<'_>) -> zbus::Result<AccessibleNode> {
    let (role, name, text) = (object.role().await?, object.name().await?, object.text().await);
    let states = object.states().await?;
    let name = if name.is_empty() { text.clone() } else { name };
    let description = object.description().await?;
    Ok(AccessibleNode {
        role,
        name,
        text,
        description,
        invalid: states.invalid,
        focused: states.focused,
        object: object.object_ref(),
    })
}

fn bus_error(message: &str, error: &zbus::Error) -> Error {
    Error::new(format!("{message}: {error}"))
}
