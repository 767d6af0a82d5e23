//! An object on the accessibility bus, and what can be asked of it. The interfaces are AT-SPI 2's (`org.a11y.atspi`),
//! the numbers those of its `atspi-constants.h`.

use std::collections::HashMap;

use zbus::proxy::CacheProperties;
use zbus::zvariant::OwnedObjectPath;
use zbus::{Connection, Result};

/// Where an object is: a name on the bus, and a path.
pub(super) type Place = (String, OwnedObjectPath);

#[zbus::proxy(interface = "org.a11y.atspi.Accessible", gen_blocking = false)]
pub(super) trait Accessible {
    fn get_role(&self) -> Result<u32>;
    fn get_state(&self) -> Result<Vec<u32>>;
    fn get_attributes(&self) -> Result<HashMap<String, String>>;
    fn get_relation_set(&self) -> Result<Vec<(u32, Vec<Place>)>>;
    fn get_child_at_index(&self, index: i32) -> Result<Place>;
    #[zbus(property)]
    fn name(&self) -> Result<String>;
    #[zbus(property)]
    fn child_count(&self) -> Result<i32>;
}

#[zbus::proxy(interface = "org.a11y.atspi.Text", gen_blocking = false)]
trait Text {
    fn get_text(&self, start: i32, end: i32) -> Result<String>;
}

#[zbus::proxy(interface = "org.a11y.atspi.Action", gen_blocking = false)]
trait Action {
    fn do_action(&self, index: i32) -> Result<bool>;
}

#[zbus::proxy(interface = "org.a11y.atspi.Component", gen_blocking = false)]
trait Component {
    fn grab_focus(&self) -> Result<bool>;
}

/// What an object is, of those that a page is made of; the bus tells a number.
const ROLES: [(u32, &str); 19] = [
    (11, "combo box"),
    (23, "frame"),
    (29, "label"),
    (31, "list"),
    (32, "list item"),
    (39, "panel"),
    (40, "password text"),
    (43, "push button"),
    (54, "status bar"),
    (62, "toggle button"),
    (73, "paragraph"),
    (75, "application"),
    (79, "entry"),
    (83, "heading"),
    (85, "section"),
    (87, "form"),
    (88, "link"),
    (95, "document web"),
    (101, "notification"),
];
const FOCUSED: u32 = 12;
const SHOWING: u32 = 25;
const INVALID: u32 = 36;
const DESCRIBED_BY: u32 = 18;

/// An object, and the connection on which it is asked.
#[derive(Clone)]
pub(super) struct Object<'a> {
    bus: &'a Connection,
    place: Place,
}

impl<'a> Object<'a> {
    /// The object at this place.
    pub(super) fn at(bus: &'a Connection, place: Place) -> Self {
        Self { bus, place }
    }

    /// What all apps are below.
    pub(super) async fn desktop(bus: &'a Connection) -> Result<Self> {
        let path = OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root")?;
        Ok(Self { bus, place: ("org.a11y.atspi.Registry".to_owned(), path) })
    }

    /// What it is, in words, or the number of what is not among [`ROLES`].
    pub(super) async fn role(&self) -> Result<String> {
        let number = self.accessible().await?.get_role().await?;
        let role = ROLES.iter().find(|(it, _)| *it == number);
        Ok(role.map_or_else(|| number.to_string(), |(_, role)| (*role).to_owned()))
    }

    /// What it is called; often nothing.
    pub(super) async fn name(&self) -> Result<String> {
        self.accessible().await?.name().await
    }

    /// Whether it has the keyboard, is on the screen, and was refused.
    pub(super) async fn states(&self) -> Result<(bool, bool, bool)> {
        let words = self.accessible().await?.get_state().await?;
        let is =
            |state: u32| words.get(state as usize / 32).is_some_and(|word| word & (1 << (state % 32)) != 0);
        Ok((is(FOCUSED), is(SHOWING), is(INVALID)))
    }

    /// How what comes into it is told: `polite`, `assertive`, or not at all.
    pub(super) async fn politeness(&self) -> Result<Option<String>> {
        Ok(self.accessible().await?.get_attributes().await?.remove("container-live"))
    }

    /// One by one: asked for all at once, a window of GTK leaves out the page in its web view.
    pub(super) async fn children(&self) -> Result<Vec<Self>> {
        let accessible = self.accessible().await?;
        let mut children = Vec::new();
        for index in 0..accessible.child_count().await? {
            children.push(Self::at(self.bus, accessible.get_child_at_index(index).await?));
        }
        Ok(children)
    }

    /// What stands in it; nothing where it holds no text.
    pub(super) async fn text(&self) -> String {
        let text = async {
            let builder = TextProxy::builder(self.bus).destination(&*self.place.0)?.path(&self.place.1)?;
            builder.cache_properties(CacheProperties::No).build().await?.get_text(0, -1).await
        };
        text.await.unwrap_or_default()
    }

    /// Its text, and that of all inside it.
    pub(super) async fn whole_text(&self) -> Result<String> {
        /// Stands in a text for something inside it.
        const INSIDE: char = '\u{fffc}';
        let mut whole = self.text().await.replace(INSIDE, "");
        for child in self.children().await? {
            whole = format!("{whole} {}", Box::pin(child.whole_text()).await?).trim().to_owned();
        }
        Ok(whole)
    }

    /// The texts that it names as its description, one after the other.
    pub(super) async fn description(&self) -> Result<String> {
        let mut texts = Vec::new();
        for (relation, places) in self.accessible().await?.get_relation_set().await? {
            if relation == DESCRIBED_BY {
                for place in places {
                    texts.push(Self::at(self.bus, place).whole_text().await?);
                }
            }
        }
        Ok(texts.join(" "))
    }

    /// Does what it is for. `false` where it is for nothing.
    pub(super) async fn act(&self) -> Result<bool> {
        let builder = ActionProxy::builder(self.bus).destination(&*self.place.0)?.path(&self.place.1)?;
        builder.cache_properties(CacheProperties::No).build().await?.do_action(0).await
    }

    /// Gives it the keyboard. `false` where it takes none.
    pub(super) async fn take_keyboard(&self) -> Result<bool> {
        let builder = ComponentProxy::builder(self.bus).destination(&*self.place.0)?.path(&self.place.1)?;
        builder.cache_properties(CacheProperties::No).build().await?.grab_focus().await
    }

    /// Its address, to come back to it.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }

    async fn accessible(&self) -> Result<AccessibleProxy<'_>> {
        let builder = AccessibleProxy::builder(self.bus).destination(&*self.place.0)?.path(&self.place.1)?;
        builder.cache_properties(CacheProperties::No).build().await
    }
}
