//! Sessions.

use super::retry::retry;
use super::{Account, Store};
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

/// The time ranges in which active sessions were opened and last used.
pub(crate) struct ActiveSessions {
    pub(crate) opened_after: UnixTime,
    /// Sessions that were opened later were opened with a clock that was ahead.
    pub(crate) opened_until: UnixTime,
    pub(crate) used_after: UnixTime,
}

impl Store {
    /// Opens a session. Returns `false` if the password has been changed or the account frozen since `account` was read, so
    /// that a concurrent sign-in with the old password does not survive a recovery.
    pub(crate) async fn create_session(
        &self,
        account: &Account,
        token_hash: &Sha256Hash,
        now: UnixTime,
    ) -> Result<bool, InternalError> {
        let (store, token_hash) = (self.clone(), *token_hash);
        let (account_id, password_hash) = (account.id, account.password_hash.clone());
        self.write(move |connection| {
            Box::pin(async move {
                store.lock_account(connection, account_id).await?;
                let insert = sqlx::query(
                    "INSERT INTO sessions (token_hash, account_id, created_at, used_at)
                     SELECT $1, id, $2, $2 FROM accounts
                     WHERE id = $3 AND password_hash = $4 AND frozen_at IS NULL",
                )
                .bind(token_hash.as_slice())
                .bind(now.0)
                .bind(account_id)
                .bind(password_hash);
                Ok(insert.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// The first address of the account of an active session, and when the session was last used.
    pub(crate) async fn session_email(
        &self,
        token_hash: &Sha256Hash,
        active: &ActiveSessions,
    ) -> Result<Option<(String, UnixTime)>, InternalError> {
        let found: Option<(String, i64)> = retry(|| {
            sqlx::query_as(
                "SELECT email, used_at FROM sessions JOIN addresses ON addresses.account_id = sessions.account_id
                 WHERE token_hash = $1 AND created_at > $2 AND used_at > $3 AND created_at <= $4
                 ORDER BY addresses.id LIMIT 1",
            )
            .bind(token_hash.as_slice())
            .bind(active.opened_after.0)
            .bind(active.used_after.0)
            .bind(active.opened_until.0)
            .fetch_optional(&self.reader)
        })
        .await?;
        Ok(found.map(|(email, used_at)| (email, UnixTime(used_at))))
    }

    /// Updates the last use of a session.
    pub(crate) async fn touch_session(
        &self,
        token_hash: &Sha256Hash,
        now: UnixTime,
    ) -> Result<(), InternalError> {
        let token_hash = *token_hash;
        self.execute(move || {
            sqlx::query("UPDATE sessions SET used_at = $1 WHERE token_hash = $2")
                .bind(now.0)
                .bind(token_hash.as_slice())
        })
        .await?;
        Ok(())
    }
}
