//! What a screen reader has of the apps on a desk: the accessibility bus (AT-SPI 2), what stands on it, and what is
//! told over it. Nothing else is asked, so what works here works without eyes.

mod ears;
mod object;

use std::time::Duration;

use zbus::Connection;
use zbus::connection::Builder;

use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::poll::until;
use ears::Ears;
pub use ears::Heard;
use object::{Object, Place};

/// How long one answer may take before the thing that was asked counts as gone.
const PATIENCE_FOR_ONE: Duration = Duration::from_secs(2);

#[zbus::proxy(
    interface = "org.a11y.Bus",
    default_service = "org.a11y.Bus",
    default_path = "/org/a11y/bus",
    gen_blocking = false
)]
trait Bus {
    fn get_address(&self) -> zbus::Result<String>;
}

/// One thing in a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// AT-SPI's name for what it is: `heading`, `entry`, `push button`.
    pub role: String,
    /// What it is called, else what stands in it.
    pub name: String,
    /// What stands in it, of a field what was typed; of a password only as many characters.
    pub text: String,
    /// The texts that it names as its description, one after the other.
    pub description: String,
    /// Whether what stands in it was refused.
    pub invalid: bool,
    /// Whether it has the keyboard.
    pub focused: bool,
    place: Place,
}

/// A screen reader on a desk whose accessibility was started ([`Desk::start_accessibility`]).
pub struct Reader {
    bus: Connection,
    ears: Ears,
}

impl Reader {
    /// Begins to listen.
    ///
    /// # Errors
    /// The desk has no accessibility bus.
    pub async fn on(desk: &Desk) -> Result<Self> {
        Self::connect(&desk.bus_address()).await.map_err(|error| told("no accessibility bus", &error))
    }

    async fn connect(session: &str) -> zbus::Result<Self> {
        let session = Builder::address(session)?.build().await?;
        let address = BusProxy::new(&session).await?.get_address().await?;
        // An app that is just starting, or ending, leaves questions unanswered.
        let bus = Builder::address(&*address)?.method_timeout(PATIENCE_FOR_ONE).build().await?;
        // Answers must not have to wait behind all that is told.
        let ears = Ears::open(&Builder::address(&*address)?.build().await?, &bus).await?;
        Ok(Self { bus, ears })
    }

    /// Everything in all windows, in the order in which it is read.
    ///
    /// # Errors
    /// The accessibility bus does not answer.
    pub async fn read(&self) -> Result<Vec<Thing>> {
        let desktop = Object::desktop(&self.bus).await.map_err(|error| told("no desktop", &error))?;
        let mut open = desktop.children().await.map_err(|error| told("no apps", &error))?;
        let mut things = Vec::new();
        while let Some(object) = open.pop() {
            // What goes while it is looked at is left out.
            let Ok(thing) = look(&object).await else { continue };
            things.push(thing);
            open.extend(object.children().await.unwrap_or_default().into_iter().rev());
        }
        Ok(things)
    }

    /// The thing of this role and name, once it is there.
    ///
    /// # Errors
    /// It is not there within 15 seconds, with all that is.
    pub async fn find(&self, role: &str, name: &str) -> Result<Thing> {
        let is_it = |thing: &Thing| thing.role == role && thing.name == name;
        self.find_where(&format!("{role} {name:?}"), is_it).await
    }

    /// The first thing of which this is true; `what` is for the failure. Errors as [`Reader::find`].
    pub async fn find_where(&self, what: &str, is_it: impl Fn(&Thing) -> bool) -> Result<Thing> {
        let mut seen = Vec::new();
        let found = until(async || {
            seen = self.read().await.ok()?;
            seen.iter().find(|thing| is_it(thing)).cloned()
        });
        let found = found.await;
        found.ok_or_else(|| {
            let there: Vec<_> = seen.iter().map(|it| format!("{} {:?}", it.role, it.name)).collect();
            Failure::new(format!("after 15 s: no {what}")).with("there is", &there.join("\n"))
        })
    }

    /// Does what this thing is for, as a screen reader's key for it does. Errors as [`Reader::find`], or it can do
    /// nothing.
    pub async fn press(&self, role: &str, name: &str) -> Result<()> {
        let thing = self.find(role, name).await?;
        match Object::at(&self.bus, thing.place).act().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::new(format!("{role} {name:?} does nothing"))),
            Err(error) => Err(told(&format!("{role} {name:?} cannot be pressed"), &error)),
        }
    }

    /// Gives the keyboard to this thing, and waits until it has it. Errors as [`Reader::find`].
    pub async fn focus(&self, role: &str, name: &str) -> Result<()> {
        let thing = self.find(role, name).await?;
        let taken = Object::at(&self.bus, thing.place).take_keyboard().await;
        taken.map_err(|error| told(&format!("{role} {name:?} takes no keyboard"), &error))?;
        let has_it = |thing: &Thing| thing.role == role && thing.name == name && thing.focused;
        self.find_where(&format!("{role} {name:?} with the keyboard"), has_it).await.map(drop)
    }

    /// Waits until this was told, and forgets it and all that was told before.
    ///
    /// # Errors
    /// It was not told within 15 seconds, with what was.
    pub async fn wait_to_hear(&self, wanted: &Heard) -> Result<()> {
        let heard = until(async || self.ears.take_up_to(wanted).then_some(())).await;
        heard.ok_or_else(|| {
            let others: Vec<_> = self.ears.heard().iter().map(|news| format!("{news:?}")).collect();
            Failure::new(format!("after 15 s: never told {wanted:?}")).with("it told", &others.join("\n"))
        })
    }
}

async fn look(object: &Object<'_>) -> zbus::Result<Thing> {
    let (role, name, text) = (object.role().await?, object.name().await?, object.text().await);
    let (focused, _, invalid) = object.states().await?;
    let name = if name.is_empty() { text.clone() } else { name };
    let description = object.description().await?;
    Ok(Thing { role, name, text, description, invalid, focused, place: object.place() })
}

fn told(sentence: &str, error: &zbus::Error) -> Failure {
    Failure::new(format!("{sentence}: {error}"))
}
