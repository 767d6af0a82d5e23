//! Accounts and their addresses.

use super::Store;
use crate::clock::UnixTime;
use crate::secrets::Fingerprint;

/// An account as sign-in needs it.
#[derive(sqlx::FromRow)]
pub(crate) struct Account {
    pub(crate) id: i64,
    pub(crate) password_hash: String,
    pub(crate) totp_secret: Option<Vec<u8>>,
    frozen_at: Option<i64>,
}

impl Account {
    /// Whether nobody may sign in until a new recovery.
    pub(crate) fn is_frozen(&self) -> bool {
        self.frozen_at.is_some()
    }
}

/// One address of an account, as an operator sees it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AccountEntry {
    /// The account's number; the addresses of one account share it.
    pub account_id: i64,
    /// The address as it was registered.
    pub email: String,
    /// When somebody froze the account, in seconds since 1970; absent where it is in use.
    pub frozen_at: Option<i64>,
    /// 1 where a second factor is enrolled, else 0.
    pub second_factors: i64,
}

const SELECT_ACCOUNT: &str = "SELECT accounts.id, password_hash, totp_secret, frozen_at FROM accounts
     JOIN addresses ON addresses.account_id = accounts.id WHERE address_key = $1";

impl Store {
    /// Registers an account with its first address; false if the address already belongs to one.
    pub(crate) async fn add_account(
        &self,
        email: &str,
        address_key: &Fingerprint,
        password_hash: &str,
        now: UnixTime,
    ) -> Result<bool, sqlx::Error> {
        let mut transaction = self.begin().await?;
        let account_id: i64 = sqlx::query_scalar(
            "INSERT INTO accounts (password_hash, created_at) VALUES ($1, $2) RETURNING id",
        )
        .bind(password_hash)
        .bind(now.0)
        .fetch_one(&mut *transaction)
        .await?;
        let inserted = sqlx::query(INSERT_ADDRESS)
            .bind(account_id)
            .bind(email)
            .bind(address_key.as_slice())
            .execute(&mut *transaction)
            .await?;
        if inserted.rows_affected() == 0 {
            return Ok(false);
        }
        transaction.commit().await?;
        Ok(true)
    }

    /// Gives an account one more address; false if the address already belongs to one.
    pub(crate) async fn add_address(
        &self,
        account_id: i64,
        email: &str,
        address_key: &Fingerprint,
    ) -> Result<bool, sqlx::Error> {
        let inserted = sqlx::query(INSERT_ADDRESS)
            .bind(account_id)
            .bind(email)
            .bind(address_key.as_slice())
            .execute(&self.pool)
            .await?;
        Ok(inserted.rows_affected() == 1)
    }

    /// Brings stored keys up to date with how addresses are read now. Only addresses beyond ASCII can have an old key
    /// (`ａda@example.org` with a full-width letter has had one of its own). One whose new key another row already has is
    /// left as it is: it is the same mailbox, registered twice. Answers how many were left.
    pub(super) async fn update_address_keys(
        &self,
        key_of: impl Fn(&str) -> Option<Fingerprint>,
    ) -> Result<usize, sqlx::Error> {
        let stored: Vec<(i64, String, Vec<u8>)> = sqlx::query_as(
            "SELECT id, email, address_key FROM addresses WHERE octet_length(email) > length(email)",
        )
        .fetch_all(&self.pool)
        .await?;
        let mut left = 0;
        for (id, email, old_key) in stored {
            let Some(key) = key_of(&email).filter(|key| key.as_slice() != old_key) else { continue };
            let updated = sqlx::query(
                "UPDATE addresses SET address_key = $1
                 WHERE id = $2 AND NOT EXISTS (SELECT 1 FROM addresses WHERE address_key = $1)",
            )
            .bind(key.as_slice())
            .bind(id)
            .execute(&self.pool)
            .await?;
            left += usize::from(updated.rows_affected() == 0);
        }
        Ok(left)
    }

    /// The account with this address, if there is one.
    pub(crate) async fn account_by_address(
        &self,
        address_key: &Fingerprint,
    ) -> Result<Option<Account>, sqlx::Error> {
        sqlx::query_as(SELECT_ACCOUNT).bind(address_key.as_slice()).fetch_optional(&self.pool).await
    }

    /// All addresses of an account, the first one first.
    pub(crate) async fn addresses_of(&self, account_id: i64) -> Result<Vec<String>, sqlx::Error> {
        sqlx::query_scalar("SELECT email FROM addresses WHERE account_id = $1 ORDER BY id")
            .bind(account_id)
            .fetch_all(&self.pool)
            .await
    }

    /// Every address of every account.
    pub(crate) async fn list_accounts(&self) -> Result<Vec<AccountEntry>, sqlx::Error> {
        sqlx::query_as(
            "SELECT account_id, email, frozen_at, CASE WHEN totp_secret IS NULL THEN 0 ELSE 1 END AS second_factors
             FROM accounts JOIN addresses ON addresses.account_id = accounts.id ORDER BY account_id, addresses.id",
        )
        .fetch_all(&self.pool)
        .await
    }

    /// One password hash for each set of parameters that there is.
    pub(crate) async fn hash_of_each_cost(&self) -> Result<Vec<String>, sqlx::Error> {
        sqlx::query_scalar(self.engine.hash_of_each_cost()).fetch_all(&self.pool).await
    }

    /// Replaces a hash by a stronger one of the same password, unless the password was changed meanwhile.
    pub(crate) async fn replace_hash(
        &self,
        account_id: i64,
        old_hash: &str,
        new_hash: &str,
    ) -> Result<bool, sqlx::Error> {
        let updated =
            sqlx::query("UPDATE accounts SET password_hash = $1 WHERE id = $2 AND password_hash = $3")
                .bind(new_hash)
                .bind(account_id)
                .bind(old_hash)
                .execute(&self.pool)
                .await?;
        Ok(updated.rows_affected() == 1)
    }

    /// Enrols a second factor, or with `None` takes it away.
    pub(crate) async fn set_totp_secret(
        &self,
        account_id: i64,
        secret: Option<&[u8]>,
    ) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE accounts SET totp_secret = $1, totp_step = NULL WHERE id = $2")
            .bind(secret)
            .bind(account_id)
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// Replaces a sealed secret by the same one, sealed anew, unless another was enrolled meanwhile.
    pub(crate) async fn replace_totp_secret(
        &self,
        account_id: i64,
        old: &[u8],
        new: &[u8],
    ) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE accounts SET totp_secret = $1 WHERE id = $2 AND totp_secret = $3")
            .bind(new)
            .bind(account_id)
            .bind(old)
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// Uses up the code of a time step: each step is good once, and none before it any more (RFC 6238 §5.2). A used
    /// step after `latest` was used while the clock ran ahead, and holds nobody up. False if it was used before.
    pub(crate) async fn use_totp_step(
        &self,
        account_id: i64,
        step: i64,
        latest: i64,
    ) -> Result<bool, sqlx::Error> {
        let updated = sqlx::query(
            "UPDATE accounts SET totp_step = $1
             WHERE id = $2 AND (totp_step IS NULL OR totp_step < $1 OR totp_step > $3)",
        )
        .bind(step)
        .bind(account_id)
        .bind(latest)
        .execute(&self.pool)
        .await?;
        Ok(updated.rows_affected() == 1)
    }
}

const INSERT_ADDRESS: &str = "INSERT INTO addresses (account_id, email, address_key) VALUES ($1, $2, $3)
     ON CONFLICT (address_key) DO NOTHING";

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::address::EmailAddress;
    use crate::secrets::fingerprint;
    use crate::store::Database;

    /// A database of an earlier version: the key of the first was made of the full-width letter.
    #[tokio::test]
    async fn an_account_with_an_old_address_key_is_found_after_an_update() {
        let store = Store::open(&Database::Memory).await.unwrap();
        let key = |email: &str| EmailAddress::parse(email).unwrap().key();
        let now = UnixTime(1_795_437_240);
        for (email, stored) in [
            ("ａda@example.org", fingerprint("ａda@example.org".as_bytes())),
            ("jörg@example.org", key("jörg@example.org")),
            ("ｂob@example.org", fingerprint("ｂob@example.org".as_bytes())),
            ("bob@example.org", key("bob@example.org")),
        ] {
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
