//! How an answer is told from others, and what it means.

use latchkey_core::password::Refusal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How an answer looks. Everything that is said must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// Its status, or one of several.
    #[serde(default)]
    pub status: Option<Statuses>,
    /// How its content type begins. A web page is no success unless this says so.
    #[serde(default)]
    pub content_type: Option<String>,
    /// Where in the body to look: a JSON pointer (RFC 6901) in which `*` is any member; empty for all of it.
    #[serde(default)]
    pub pointer: Option<String>,
    /// Something stands there, or nothing does.
    #[serde(default)]
    pub exists: Option<bool>,
    /// This stands there.
    #[serde(default)]
    pub equals: Option<Value>,
    /// A text that begins so stands there.
    #[serde(default)]
    pub prefix: Option<String>,
    /// A text with this in it stands there, or a list with this among its members.
    #[serde(default)]
    pub contains: Option<String>,
    /// Of an error: what it means.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Of a refused password: why.
    #[serde(default)]
    pub reason: Option<Refusal>,
}

/// A status, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Statuses {
    /// This one.
    One(u16),
    /// Any of these.
    Many(Vec<u16>),
}

impl Statuses {
    /// All of them.
    pub fn all(&self) -> &[u16] {
        match self {
            Self::One(status) => std::slice::from_ref(status),
            Self::Many(statuses) => statuses,
        }
    }
}

/// What a refusal means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Not an address.
    AddressRefused,
    /// No account has this address. Shown as success: existence is not ours to tell.
    UnknownAccount,
    /// Nothing is sent to this account: only one that exists can cause this answer, so it is shown as success too.
    KnownAccount,
    /// Too many requests.
    RateLimited,
    /// The link does not work.
    Invalid,
    /// Its time is over.
    Expired,
    /// A password was set with it.
    Used,
    /// Not the code that was mailed.
    WrongCode,
    /// The code is too old, or was guessed at too often.
    CodeExpired,
    /// A newer e-mail has replaced it.
    Superseded,
    /// It was asked for elsewhere.
    OtherDevice,
    /// The second factor is missing or wrong.
    SecondFactor,
    /// Another password is wanted.
    PasswordRefused,
    /// The server is in trouble.
    Down,
    /// The server is not set up for this.
    Misconfigured,
}
