//! Accounts and their addresses.

use sqlx::AnyConnection;

use super::Store;
use super::from_row::from_row;
use super::retry::retry;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

/// An account, as sign-in needs it.
pub(crate) struct Account {
    pub(crate) id: i64,
    pub(crate) password_hash: String,
    pub(crate) totp_secret: Option<Vec<u8>>,
    frozen_at: Option<i64>,
}

from_row!(Account { id, password_hash, totp_secret, frozen_at });

impl Account {
    /// Whether signing in is blocked until the next recovery.
    pub(crate) fn is_frozen(&self) -> bool {
        self.frozen_at.is_some()
    }
}

/// An address of an account, for operators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEntry {
    /// Id of the account, shared by all its addresses.
    pub account_id: i64,
    /// The registered address.
    pub email: String,
    /// When the account was frozen, in seconds since 1970; `None` if it is not frozen.
    pub frozen_at: Option<i64>,
    /// 1 if a second factor is enrolled, otherwise 0.
    pub second_factors: i64,
}

from_row!(AccountEntry { account_id, email, frozen_at, second_factors });

const SELECT_ACCOUNT: &str = "SELECT accounts.id, password_hash, totp_secret, frozen_at FROM accounts
     JOIN addresses ON addresses.account_id = accounts.id WHERE address_key = $1";

impl Store {
    /// Registers an account with its first address. Returns `false` if the address already has an account.
    pub(crate) async fn add_account(
        &self,
        email: &str,
        address_key: &Sha256Hash,
        password_hash: &str,
        now: UnixTime,
    ) -> Result<bool, InternalError> {
        let (store, address_key) = (self.clone(), *address_key);
        let (email, password_hash) = (email.to_owned(), password_hash.to_owned());
        self.write_subject(&address_key, move |connection| {
            Box::pin(async move {
                if store.account_in(connection, &address_key).await?.is_some() {
                    return Ok(false);
                }
                let account_id: i64 = sqlx::query_scalar(
                    "INSERT INTO accounts (password_hash, created_at) VALUES ($1, $2) RETURNING id",
                )
                .bind(password_hash)
                .bind(now.0)
                .fetch_one(&mut *connection)
                .await?;
                sqlx::query(INSERT_ADDRESS)
                    .bind(account_id)
                    .bind(email)
                    .bind(address_key.as_slice())
                    .execute(connection)
                    .await?;
                Ok(true)
            })
        })
        .await
    }

    /// Adds an address to an account. Returns `false` if the address already has an account.
    pub(crate) async fn add_address(
        &self,
        account_id: i64,
        email: &str,
        address_key: &Sha256Hash,
    ) -> Result<bool, InternalError> {
        let (email, address_key) = (email.to_owned(), *address_key);
        let insert =
            move || sqlx::query(INSERT_ADDRESS).bind(account_id).bind(email).bind(address_key.as_slice());
        let inserted = self.execute(insert).await?;
        Ok(inserted == 1)
    }

    /// Updates address keys that an earlier version computed by other rules. Only addresses that are not ASCII can have one
    /// (`ａda@example.org` with a full-width letter used to have its own key). An address whose new key already exists is
    /// skipped: the same mailbox is registered twice. Returns the number of skipped addresses.
    pub(super) async fn update_address_keys(
        &self,
        key_of: impl Fn(&str) -> Option<Sha256Hash>,
    ) -> Result<usize, InternalError> {
        let stored: Vec<(i64, String, Vec<u8>)> = retry(|| {
            sqlx::query_as(
                "SELECT id, email, address_key FROM addresses WHERE octet_length(email) > length(email)",
            )
            .fetch_all(&self.reader)
        })
        .await?;
        let mut skipped = 0;
        for (id, email, old_key) in stored {
            let Some(key) = key_of(&email).filter(|key| key.as_slice() != old_key) else { continue };
            let updated = self
                .execute(move || {
                    sqlx::query(
                        "UPDATE addresses SET address_key = $1
                         WHERE id = $2 AND NOT EXISTS (SELECT 1 FROM addresses WHERE address_key = $1)",
                    )
                    .bind(key.as_slice())
                    .bind(id)
                })
                .await?;
            skipped += usize::from(updated == 0);
        }
        Ok(skipped)
    }

    /// The account with this address.
    pub(crate) async fn account_by_address(
        &self,
        address_key: &Sha256Hash,
    ) -> Result<Option<Account>, InternalError> {
        retry(|| sqlx::query_as(SELECT_ACCOUNT).bind(address_key.as_slice()).fetch_optional(&self.reader))
            .await
    }

    async fn account_in(
        &self,
        connection: &mut AnyConnection,
        address_key: &Sha256Hash,
    ) -> Result<Option<Account>, InternalError> {
        Ok(sqlx::query_as(SELECT_ACCOUNT).bind(address_key.as_slice()).fetch_optional(connection).await?)
    }

    /// All addresses of an account, oldest first.
    pub(crate) async fn addresses_of(&self, account_id: i64) -> Result<Vec<String>, InternalError> {
        retry(|| {
            sqlx::query_scalar("SELECT email FROM addresses WHERE account_id = $1 ORDER BY id")
                .bind(account_id)
                .fetch_all(&self.reader)
        })
        .await
    }

    /// All addresses of all accounts.
    pub(crate) async fn list_accounts(&self) -> Result<Vec<AccountEntry>, InternalError> {
        retry(|| {
            sqlx::query_as(
                "SELECT account_id, email, frozen_at,
                        CASE WHEN totp_secret IS NULL THEN 0 ELSE 1 END AS second_factors
                 FROM accounts JOIN addresses ON addresses.account_id = accounts.id
                 ORDER BY account_id, addresses.id",
            )
            .fetch_all(&self.reader)
        })
        .await
    }

    /// One password hash for each set of parameters in the database.
    pub(crate) async fn hash_of_each_cost(&self) -> Result<Vec<String>, InternalError> {
        retry(|| sqlx::query_scalar(self.engine.hash_of_each_cost()).fetch_all(&self.reader)).await
    }

    /// Replaces a hash by a new one of the same password, unless the password has been changed meanwhile.
    pub(crate) async fn replace_hash(
        &self,
        account_id: i64,
        old_hash: &str,
        new_hash: &str,
    ) -> Result<bool, InternalError> {
        let (old_hash, new_hash) = (old_hash.to_owned(), new_hash.to_owned());
        let updated = self
            .execute(move || {
                sqlx::query("UPDATE accounts SET password_hash = $1 WHERE id = $2 AND password_hash = $3")
                    .bind(new_hash)
                    .bind(account_id)
                    .bind(old_hash)
            })
            .await?;
        Ok(updated == 1)
    }

    /// Enrolls a second factor, or removes it with `None`.
    pub(crate) async fn set_totp_secret(
        &self,
        account_id: i64,
        secret: Option<&[u8]>,
    ) -> Result<(), InternalError> {
        let secret = secret.map(<[u8]>::to_vec);
        self.execute(move || {
            sqlx::query("UPDATE accounts SET totp_secret = $1, totp_step = NULL WHERE id = $2")
                .bind(secret)
                .bind(account_id)
        })
        .await?;
        Ok(())
    }

    /// Replaces a sealed secret by the same secret, resealed, unless another one has been enrolled meanwhile.
    pub(crate) async fn replace_totp_secret(
        &self,
        account_id: i64,
        old: &[u8],
        new: &[u8],
    ) -> Result<(), InternalError> {
        let (old, new) = (old.to_vec(), new.to_vec());
        self.execute(move || {
            sqlx::query("UPDATE accounts SET totp_secret = $1 WHERE id = $2 AND totp_secret = $3")
                .bind(new)
                .bind(account_id)
                .bind(old)
        })
        .await?;
        Ok(())
    }

    /// Marks a time step as used (RFC 6238 §5.2). Each step can be used once, and no earlier step afterwards. A used step
    /// after `latest` was recorded while the clock was ahead, and is ignored. Returns `false` if the step was used before.
    pub(crate) async fn use_totp_step(
        &self,
        account_id: i64,
        step: i64,
        latest: i64,
    ) -> Result<bool, InternalError> {
        let updated = self
            .execute(move || {
                sqlx::query(
                    "UPDATE accounts SET totp_step = $1
                     WHERE id = $2 AND (totp_step IS NULL OR totp_step < $1 OR totp_step > $3)",
                )
                .bind(step)
                .bind(account_id)
                .bind(latest)
            })
            .await?;
        Ok(updated == 1)
    }
}

const INSERT_ADDRESS: &str = "INSERT INTO addresses (account_id, email, address_key) VALUES ($1, $2, $3)
     ON CONFLICT (address_key) DO NOTHING";

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::Database;
    use crate::crypto::secrets::sha256;
    use crate::domain::email_address::EmailAddress;

    #[tokio::test]
    async fn account_with_an_old_address_key_is_found_after_the_update() {
        let store = Store::open(&Database::Memory).await.unwrap();
        let key = |email: &str| EmailAddress::parse(email).unwrap().key();
        let now = UnixTime(1_795_437_240);
        for (email, stored) in [
            ("ａda@example.org", sha256("ａda@example.org".as_bytes())),
            ("jörg@example.org", key("jörg@example.org")),
            ("ｂob@example.org", sha256("ｂob@example.org".as_bytes())),
            ("bob@example.org", key("bob@example.org")),
        ] {
            // An earlier version computed keys from the full-width letter.
            assert!(store.add_account(email, &stored, "hash", now).await.unwrap());
        }
        assert!(store.account_by_address(&key("ada@example.org")).await.unwrap().is_none());
        let key_of = |email: &str| EmailAddress::parse(email).map(|address| address.key());
        assert_eq!(store.update_address_keys(key_of).await.unwrap(), 1, "bob is registered twice");
        for email in ["ａda@example.org", "ada@example.org", "jörg@example.org", "bob@example.org"] {
            assert!(store.account_by_address(&key(email)).await.unwrap().is_some(), "{email}");
        }
    }
}
