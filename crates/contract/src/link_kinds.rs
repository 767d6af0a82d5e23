//! The kinds of links in a server's emails: `[link]` for one, `[[link]]` for several.

use std::fmt;

use latchkey_core::CodeShape;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};

use super::{
    code::Code,
    link_kind::{LinkKind, ProofSource},
};

/// The kinds of links, in the order in which a link is compared with them. Empty if passwords are set on a page of the
/// server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkKinds(Vec<LinkKind>);

impl LinkKinds {
    /// All of them.
    pub fn all(&self) -> &[LinkKind] {
        &self.0
    }

    /// The kinds that are links, and not only a code.
    pub fn of_links(&self) -> impl Iterator<Item = &LinkKind> {
        self.0.iter().filter(|link| link.has_link())
    }

    /// Whether the email has only a code.
    pub fn is_code_only(&self) -> bool {
        self.has_code() && self.of_links().next().is_none()
    }

    /// Whether the email has a code.
    pub fn has_code(&self) -> bool {
        self.0.iter().any(|link| link.sources.contains(&ProofSource::TypedCode))
    }

    /// The format of the code, if the contract has it.
    pub fn code(&self) -> Option<CodeShape> {
        self.0.iter().find_map(|link| link.code).map(|Code(shape)| shape)
    }

    /// Whether the app may try several verifiers, because a wrong one does not use up the link.
    pub fn allows_trying_verifiers(&self) -> bool {
        self.0.iter().any(|link| link.try_verifiers)
    }
}

impl Serialize for LinkKinds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0[..] {
            [only] => only.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}

/// This is not derived, because an untagged enum would lose the position of an error.
impl<'de> Deserialize<'de> for LinkKinds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LinkKindsVisitor)
    }
}

struct LinkKindsVisitor;

impl<'de> Visitor<'de> for LinkKindsVisitor {
    type Value = LinkKinds;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a [link], or one [[link]] for each kind of link")
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<LinkKinds, A::Error> {
        LinkKind::deserialize(MapAccessDeserializer::new(table)).map(|link| LinkKinds(vec![link]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<LinkKinds, A::Error> {
        let mut links = Vec::new();
        while let Some(link) = list.next_element()? {
            links.push(link);
        }
        Ok(LinkKinds(links))
    }
}
