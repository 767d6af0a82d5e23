//! Sessions.

use super::{Account, Store};
use crate::clock::UnixTime;
use crate::secrets::Fingerprint;

/// When sessions that still live were opened and used.
pub(crate) struct LivingSessions {
    pub(crate) opened_after: UnixTime,
    /// Later ones are of a clock that ran ahead.
    pub(crate) opened_until: UnixTime,
    pub(crate) used_after: UnixTime,
}

impl Store {
    /// Opens a session, unless the password was changed or the account frozen since `account` was read: a sign-in
    /// with the old password that overlaps a recovery must not outlive it. False if so.
    pub(crate) async fn open_session(
        &self,
        account: &Account,
        token_hash: &Fingerprint,
        now: UnixTime,
    ) -> Result<bool, sqlx::Error> {
        let mut transaction = self.begin().await?;
        self.lock_account(&mut transaction, account.id).await?;
        let inserted = sqlx::query(
            "INSERT INTO sessions (token_hash, account_id, created_at, used_at)
             SELECT $1, id, $2, $2 FROM accounts WHERE id = $3 AND password_hash = $4 AND frozen_at IS NULL",
        )
        .bind(token_hash.as_slice())
        .bind(now.0)
        .bind(account.id)
        .bind(&account.password_hash)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(inserted.rows_affected() == 1)
    }

    /// The first address of the account that a session belongs to, if it was opened and last used in those times; and
    /// when it was last used.
    pub(crate) async fn session_email(
        &self,
        token_hash: &Fingerprint,
        living: &LivingSessions,
    ) -> Result<Option<(String, UnixTime)>, sqlx::Error> {
        let found: Option<(String, i64)> = sqlx::query_as(
            "SELECT email, used_at FROM sessions JOIN addresses ON addresses.account_id = sessions.account_id
             WHERE token_hash = $1 AND created_at > $2 AND used_at > $3 AND created_at <= $4 ORDER BY addresses.id LIMIT 1",
        )
        .bind(token_hash.as_slice())
        .bind(living.opened_after.0)
        .bind(living.used_after.0)
        .bind(living.opened_until.0)
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(|(email, used_at)| (email, UnixTime(used_at))))
    }

    /// Writes down that a session is in use.
    pub(crate) async fn use_session(
        &self,
        token_hash: &Fingerprint,
        now: UnixTime,
    ) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE sessions SET used_at = $1 WHERE token_hash = $2")
            .bind(now.0)
            .bind(token_hash.as_slice())
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// Deletes all other sessions.
    pub(crate) async fn prune_sessions(&self, living: &LivingSessions) -> Result<(), sqlx::Error> {
        sqlx::query("DELETE FROM sessions WHERE created_at <= $1 OR used_at <= $2 OR created_at > $3")
            .bind(living.opened_after.0)
            .bind(living.used_after.0)
            .bind(living.opened_until.0)
            .execute(&self.pool)
            .await
            .map(drop)
    }
}
