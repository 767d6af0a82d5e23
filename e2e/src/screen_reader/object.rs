//! An object on the accessibility bus. The interfaces are AT-SPI 2's (`org.a11y.atspi`), the numbers those of its
//! `atspi-constants.h`.

use std::collections::HashMap;

use zbus::proxy::CacheProperties;
use zbus::zvariant::OwnedObjectPath;
use zbus::{Connection, Result};

/// Reference to an object: a bus name and a path.
pub(super) type ObjectRef = (String, OwnedObjectPath);

#[zbus::proxy(interface = "org.a11y.atspi.Accessible", gen_blocking = false)]
pub(super) trait Accessible {
    fn get_role(&self) -> Result<u32>;
    fn get_state(&self) -> Result<Vec<u32>>;
    fn get_attributes(&self) -> Result<HashMap<String, String>>;
    fn get_relation_set(&self) -> Result<Vec<(u32, Vec<ObjectRef>)>>;
    fn get_child_at_index(&self, index: i32) -> Result<ObjectRef>;
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

/// The roles that occur in a page, with their numbers on the bus.
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

/// The states of an object that matter here.
pub(super) struct States {
    pub(super) focused: bool,
    pub(super) showing: bool,
    pub(super) invalid: bool,
}

/// An object, and the connection for calls to it.
#[derive(Clone)]
pub(super) struct AccessibleObject<'a> {
    bus: &'a Connection,
    object: ObjectRef,
}

impl<'a> AccessibleObject<'a> {
    pub(super) fn new(bus: &'a Connection, object: ObjectRef) -> Self {
        Self { bus, object }
    }

    /// The root object, whose children are the apps.
    pub(super) async fn desktop(bus: &'a Connection) -> Result<Self> {
        let path = OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root")?;
        Ok(Self { bus, object: ("org.a11y.atspi.Registry".to_owned(), path) })
    }

    /// The name of its role, or its number if it is not in [`ROLES`].
    pub(super) async fn role(&self) -> Result<String> {
        let number = self.accessible().await?.get_role().await?;
        let role = ROLES.iter().find(|(known, _)| *known == number);
        Ok(role.map_or_else(|| number.to_string(), |(_, role)| (*role).to_owned()))
    }

    /// The accessible name; often empty.
    pub(super) async fn name(&self) -> Result<String> {
        self.accessible().await?.name().await
    }

    pub(super) async fn states(&self) -> Result<States> {
        let words = self.accessible().await?.get_state().await?;
        let has =
            |state: u32| words.get(state as usize / 32).is_some_and(|word| word & (1 << (state % 32)) != 0);
        Ok(States { focused: has(FOCUSED), showing: has(SHOWING), invalid: has(INVALID) })
    }

    /// The politeness of the live region that it is in: `polite`, `assertive` or none.
    pub(super) async fn politeness(&self) -> Result<Option<String>> {
        Ok(self.accessible().await?.get_attributes().await?.remove("container-live"))
    }

    /// The children. They are fetched one by one: the call for all of them omits the page in a GTK window's web view.
    pub(super) async fn children(&self) -> Result<Vec<Self>> {
        let accessible = self.accessible().await?;
        let mut children = Vec::new();
        for index in 0..accessible.child_count().await? {
            children.push(Self::new(self.bus, accessible.get_child_at_index(index).await?));
        }
        Ok(children)
    }

    /// The text of the object itself; empty if it has none.
    pub(super) async fn text(&self) -> String {
        let text = async {
            let builder = TextProxy::builder(self.bus).destination(&*self.object.0)?.path(&self.object.1)?;
            builder.cache_properties(CacheProperties::No).build().await?.get_text(0, -1).await
        };
        text.await.unwrap_or_default()
    }

    /// The text of the object and of its descendants.
    pub(super) async fn full_text(&self) -> Result<String> {
        /// Marks the position of a child in a text (U+FFFC).
        const CHILD: char = '\u{fffc}';
        let mut text = self.text().await.replace(CHILD, "");
        for child in self.children().await? {
            text = format!("{text} {}", Box::pin(child.full_text()).await?).trim().to_owned();
        }
        Ok(text)
    }

    /// The texts of the objects that describe it, joined by spaces.
    pub(super) async fn description(&self) -> Result<String> {
        let mut texts = Vec::new();
        for (relation, objects) in self.accessible().await?.get_relation_set().await? {
            if relation == DESCRIBED_BY {
                for object in objects {
                    texts.push(Self::new(self.bus, object).full_text().await?);
                }
            }
        }
        Ok(texts.join(" "))
    }

    /// Performs its default action. Returns `false` if it has none.
    pub(super) async fn do_action(&self) -> Result<bool> {
        let builder = ActionProxy::builder(self.bus).destination(&*self.object.0)?.path(&self.object.1)?;
        builder.cache_properties(CacheProperties::No).build().await?.do_action(0).await
    }

    /// Moves keyboard focus to the object. Returns `false` if it cannot have focus.
    pub(super) async fn grab_focus(&self) -> Result<bool> {
        let builder = ComponentProxy::builder(self.bus).destination(&*self.object.0)?.path(&self.object.1)?;
        builder.cache_properties(CacheProperties::No).build().await?.grab_focus().await
    }

    pub(super) fn object_ref(&self) -> ObjectRef {
        self.object.clone()
    }

    async fn accessible(&self) -> Result<AccessibleProxy<'_>> {
        let builder =
            AccessibleProxy::builder(self.bus).destination(&*self.object.0)?.path(&self.object.1)?;
        builder.cache_properties(CacheProperties::No).build().await
    }
}
