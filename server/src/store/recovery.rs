//! A stored recovery.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row as _};

use super::from_row::from_row;
use crate::crypto::secrets::Challenge;
use crate::domain::clock::UnixTime;
use crate::domain::lifetimes::LINK_LIFETIME;
use crate::domain::mail_schedule::MAX_DELAY;

/// Whether a recovery can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecoveryStatus {
    Open,
    Redeemed,
    Superseded,
    Expired,
}

/// A recovery and its account, if its address has one.
#[derive(Clone)]
pub(crate) struct Recovery {
    pub(crate) flow: String,
    pub(crate) account_id: Option<i64>,
    pub(crate) password_hash: Option<String>,
    pub(crate) totp_secret: Option<Vec<u8>>,
    pub(crate) address_key: Vec<u8>,
    pub(super) challenge: Option<Vec<u8>>,
    requested_at: i64,
    link_expires_at: i64,
    code_expires_at: i64,
    pub(crate) code_salt: Option<Vec<u8>>,
    pub(crate) code_mac: Option<Vec<u8>>,
    pub(crate) code_tries: i64,
    superseded_at: Option<i64>,
    ended_at: Option<i64>,
    spent_at: Option<i64>,
    pub(crate) spent_key_hash: Option<Vec<u8>>,
    spent_generation: Option<i64>,
    password_generation: Option<i64>,
}

from_row!(Recovery {
    flow,
    account_id,
    password_hash,
    totp_secret,
    address_key,
    challenge,
    requested_at,
    link_expires_at,
    code_expires_at,
    code_salt,
    code_mac,
    code_tries,
    superseded_at,
    ended_at,
    spent_at,
    spent_key_hash,
    spent_generation,
    password_generation
});

impl Recovery {
    /// The challenge of the requesting device, if it sent one.
    pub(crate) fn challenge(&self) -> Option<Challenge> {
        self.challenge.as_deref().and_then(|bytes| bytes.try_into().ok()).map(Challenge)
    }

    /// Whether it can be used. If several reasons prevent that, the most helpful one is returned.
    pub(crate) fn status(&self, now: UnixTime) -> RecoveryStatus {
        if self.spent_at.is_some() {
            RecoveryStatus::Redeemed
        } else if self.superseded_at.is_some() || self.ended_at.is_some() {
            RecoveryStatus::Superseded
        } else if now >= self.link_expires_at(now) {
            RecoveryStatus::Expired
        } else {
            RecoveryStatus::Open
        }
    }

    /// Whether the password that it set is still the account's.
    pub(crate) fn password_is_current(&self) -> bool {
        self.spent_generation.is_some() && self.spent_generation == self.password_generation
    }

    /// When the link expires.
    pub(crate) fn link_expires_at(&self, now: UnixTime) -> UnixTime {
        UnixTime(self.link_expires_at).corrected(UnixTime(self.requested_at), now)
    }

    /// When a requester who does not know the code gets the error that the recovery has expired: when its link expires,
    /// whether or not its email was delayed. It depends on the time of the request only, because the link's expiry
    /// would reveal whether other networks' requests prevented the email.
    pub(crate) fn unknown_code_expires_at(&self, now: UnixTime) -> UnixTime {
        let requested_at = UnixTime(self.requested_at);
        requested_at.plus(LINK_LIFETIME + MAX_DELAY).corrected(requested_at, now)
    }

    /// When the code expires.
    pub(crate) fn code_expires_at(&self, now: UnixTime) -> UnixTime {
        UnixTime(self.code_expires_at).corrected(UnixTime(self.requested_at), now)
    }
}

/// A recovery that was found by a token.
pub(super) struct RecoveryOfToken {
    pub(super) token_hash: Vec<u8>,
    pub(super) recovery: Recovery,
}

impl<'r> FromRow<'r, AnyRow> for RecoveryOfToken {
    fn from_row(row: &'r AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self { token_hash: row.try_get("token_hash")?, recovery: Recovery::from_row(row)? })
    }
}
