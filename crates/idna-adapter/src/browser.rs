//! Host names by the browser's own parser for URLs. It applies all rules of UTS 46 to a label, so the rules that `idna`
//! applies afterwards (marks, joiners, directions) find nothing to refuse. A label in Punycode is not checked: it is an
//! address that already is in ASCII.

use super::punycode::decode;

/// The joining type of a character. `idna` asks only for joiners that [`Adapter::is_virama`] does not allow.
#[derive(Clone, Copy)]
pub struct JoiningType;

impl JoiningType {
    /// The mask with this type alone.
    pub fn to_mask(self) -> JoiningTypeMask {
        JoiningTypeMask
    }

    /// Whether the character is skipped.
    pub fn is_transparent(self) -> bool {
        false
    }
}

/// A set of joining types.
#[derive(Clone, Copy)]
pub struct JoiningTypeMask;

impl JoiningTypeMask {
    /// Whether the sets have a type in common.
    pub fn intersects(self, _: Self) -> bool {
        true
    }
}

/// Before a joiner.
pub const LEFT_OR_DUAL_JOINING_MASK: JoiningTypeMask = JoiningTypeMask;
/// After a joiner.
pub const RIGHT_OR_DUAL_JOINING_MASK: JoiningTypeMask = JoiningTypeMask;

/// The direction of a character: from left to right, so that `idna` finds no label to check.
#[derive(Clone, Copy)]
pub struct BidiClass;

impl BidiClass {
    /// The mask with this class alone.
    pub fn to_mask(self) -> BidiClassMask {
        BidiClassMask(true)
    }

    /// Whether it is Left_To_Right.
    pub fn is_ltr(self) -> bool {
        true
    }

    /// Whether it is Nonspacing_Mark.
    pub fn is_nonspacing_mark(self) -> bool {
        false
    }

    /// Whether it is European_Number.
    pub fn is_european_number(self) -> bool {
        false
    }

    /// Whether it is Arabic_Number.
    pub fn is_arabic_number(self) -> bool {
        false
    }
}

/// A set of directions: whether Left_To_Right is in it.
#[derive(Clone, Copy)]
pub struct BidiClassMask(bool);

impl BidiClassMask {
    /// Whether the sets have a class in common.
    pub fn intersects(self, other: Self) -> bool {
        self.0 && other.0
    }
}

/// The directions that make a name bidirectional.
pub const RTL_MASK: BidiClassMask = BidiClassMask(false);
/// The directions of a label's first character.
pub const FIRST_BC_MASK: BidiClassMask = BidiClassMask(true);
/// The directions of the last character of a label from left to right.
pub const LAST_LTR_MASK: BidiClassMask = BidiClassMask(true);
/// The directions of the last character of a label from right to left.
pub const LAST_RTL_MASK: BidiClassMask = BidiClassMask(false);
/// The directions inside a label from left to right.
pub const MIDDLE_LTR_MASK: BidiClassMask = BidiClassMask(true);
/// The directions inside a label from right to left.
pub const MIDDLE_RTL_MASK: BidiClassMask = BidiClassMask(false);

/// What `idna` asks.
#[derive(Default)]
pub struct Adapter;

impl Adapter {
    /// The adapter.
    pub const fn new() -> Self {
        Self
    }

    /// Whether a joiner may follow. The browser has decided that.
    pub fn is_virama(&self, _: char) -> bool {
        true
    }

    /// Whether a label must not begin with the character. The browser has decided that.
    pub fn is_mark(&self, _: char) -> bool {
        false
    }

    /// The direction of a character.
    pub fn bidi_class(&self, _: char) -> BidiClass {
        BidiClass
    }

    /// The joining type of a character.
    pub fn joining_type(&self, _: char) -> JoiningType {
        JoiningType
    }

    /// Maps and normalizes the end of a label that is not ASCII. An error becomes U+FFFD.
    pub fn map_normalize<'a>(
        &'a self,
        text: impl Iterator<Item = char> + 'a,
    ) -> impl Iterator<Item = char> + 'a {
        let text: String = text.collect();
        let mapped = if text.is_empty() { Some(text) } else { map(&text) };
        let mapped = mapped.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.into());
        mapped.chars().collect::<Vec<_>>().into_iter()
    }

    /// Would check a label that was in Punycode.
    pub fn normalize_validate<'a>(
        &'a self,
        text: impl Iterator<Item = char> + 'a,
    ) -> impl Iterator<Item = char> + 'a {
        text
    }
}

/// The labels of the browser's Punycode, decoded.
fn map(text: &str) -> Option<String> {
    let labels = to_ascii(text)?;
    let labels = labels.split('.').map(|label| match label.strip_prefix("xn--") {
        Some(punycode) => decode(punycode),
        None => Some(label.to_owned()),
    });
    Some(labels.collect::<Option<Vec<_>>>()?.join("."))
}

/// The name with its labels in Punycode.
#[cfg(target_arch = "wasm32")]
fn to_ascii(text: &str) -> Option<String> {
    // Other characters would end the name in a URL.
    let is_name = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "-_.".contains(c);
    // With a last label of letters, the name is not an IP address.
    let url = text.chars().all(is_name).then(|| web_sys::Url::new(&format!("https://{text}.a")).ok())??;
    Some(url.hostname().strip_suffix(".a")?.to_owned())
}

/// Refuses the name: a build script has no browser.
#[cfg(not(target_arch = "wasm32"))]
fn to_ascii(_: &str) -> Option<String> {
    None
}
