//! Freeze links ("this was not me") of change notices.

use sqlx::AnyConnection;

use super::Store;
use super::from_row::from_row;
use super::recoveries::end_recoveries;
use super::retry::retry;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

/// The token of a new freeze link.
#[derive(Clone)]
pub(crate) struct NewFreezeToken {
    pub(crate) token_hash: Sha256Hash,
    pub(crate) account_id: i64,
    /// Generation of the password that the notice is about.
    pub(crate) password_generation: i64,
    pub(crate) expires_at: UnixTime,
}

/// The account that a freeze link belongs to.
pub(crate) struct FreezeTarget {
    pub(crate) account_id: i64,
    /// Generation of the password that the notice is about.
    pub(crate) password_generation: i64,
    expires_at: i64,
    current_generation: i64,
}

from_row!(FreezeTarget { account_id, password_generation, expires_at, current_generation });

impl FreezeTarget {
    /// When the link expires.
    pub(crate) fn expires_at(&self) -> UnixTime {
        UnixTime(self.expires_at)
    }

    /// Whether the account still has the password that the notice was about.
    pub(crate) fn is_current(&self) -> bool {
        self.current_generation == self.password_generation
    }
}

impl Store {
    /// Stores the token of a freeze link before its email is sent.
    pub(crate) async fn insert_freeze_token(&self, new: NewFreezeToken) -> Result<(), InternalError> {
        self.execute(move || {
            sqlx::query(
                "INSERT INTO freeze_tokens (token_hash, account_id, password_generation, expires_at)
                 VALUES ($1, $2, $3, $4)",
            )
            .bind(new.token_hash.as_slice())
            .bind(new.account_id)
            .bind(new.password_generation)
            .bind(new.expires_at.0)
        })
        .await?;
        Ok(())
    }

    /// The account that a freeze link belongs to.
    pub(crate) async fn freeze_target(
        &self,
        token_hash: &Sha256Hash,
    ) -> Result<Option<FreezeTarget>, InternalError> {
        retry(|| {
            sqlx::query_as(
                "SELECT account_id, freeze_tokens.password_generation, expires_at,
                        accounts.password_generation AS current_generation
                 FROM freeze_tokens JOIN accounts ON accounts.id = freeze_tokens.account_id
                 WHERE token_hash = $1",
            )
            .bind(token_hash.as_slice())
            .fetch_optional(&self.reader)
        })
        .await
    }

    /// Freezes an account until the next recovery that is requested from now on, and ends its sessions and open recoveries.
    /// With a password generation, only while the account still has that password; the result is `false` if it has not.
    ///
    /// Freezing a frozen account changes nothing: a second click on the same link must not end the recovery that the person
    /// has requested since.
    pub(crate) async fn freeze(
        &self,
        account_id: i64,
        password_generation: Option<i64>,
        now: UnixTime,
    ) -> Result<bool, InternalError> {
        let store = self.clone();
        self.write(move |connection| {
            Box::pin(async move { store.freeze_in(connection, account_id, password_generation, now).await })
        })
        .await
    }

    async fn freeze_in(
        &self,
        connection: &mut AnyConnection,
        account_id: i64,
        password_generation: Option<i64>,
        now: UnixTime,
    ) -> Result<bool, InternalError> {
        self.lock_account(connection, account_id).await?;
        let (generation, frozen_at): (i64, Option<i64>) =
            sqlx::query_as("SELECT password_generation, frozen_at FROM accounts WHERE id = $1")
                .bind(account_id)
                .fetch_one(&mut *connection)
                .await?;
        if password_generation.is_some_and(|expected| expected != generation) {
            return Ok(false);
        }
        if frozen_at.is_some() {
            return Ok(true);
        }
        sqlx::query("UPDATE accounts SET frozen_at = $1 WHERE id = $2")
            .bind(now.0)
            .bind(account_id)
            .execute(&mut *connection)
            .await?;
        sqlx::query("DELETE FROM sessions WHERE account_id = $1")
            .bind(account_id)
            .execute(&mut *connection)
            .await?;
        end_recoveries(connection, account_id, now).await?;
        Ok(true)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::Database;
    use crate::crypto::secrets::sha256;

    const NOW: UnixTime = UnixTime(1_000_000);

    /// The password is changed after the link was looked up and before the account is frozen.
    #[tokio::test]
    async fn notice_of_an_earlier_password_does_not_freeze_the_account() {
        let store = Store::open(&Database::Memory).await.unwrap();
        let key = sha256(b"ada@example.org");
        assert!(store.add_account("ada@example.org", &key, "hash", NOW).await.unwrap());
        let account = store.account_by_address(&key).await.unwrap().unwrap().id;
        let frozen_at = async || -> Option<i64> {
            sqlx::query_scalar("SELECT frozen_at FROM accounts").fetch_one(&store.pool).await.unwrap()
        };
        let generation: i64 = sqlx::query_scalar("SELECT password_generation FROM accounts")
            .fetch_one(&store.pool)
            .await
            .unwrap();

        assert!(!store.freeze(account, Some(generation - 1), NOW).await.unwrap());
        assert_eq!(frozen_at().await, None);
        assert!(store.freeze(account, Some(generation), NOW).await.unwrap());
        assert_eq!(frozen_at().await, Some(NOW.0));
    }
}
