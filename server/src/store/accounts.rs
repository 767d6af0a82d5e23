//! Accounts and their sessions.

use super::Store;
use crate::clock::UnixTime;
use crate::secrets::Fingerprint;

/// An account as sign-in needs it.
#[derive(sqlx::FromRow)]
pub(crate) struct Account {
    pub(crate) id: i64,
    pub(crate) password_hash: String,
}

impl Store {
    /// Registers an account; false if its address already has one.
    pub(crate) async fn add_account(
        &self,
        email: &str,
        address_key: &Fingerprint,
        password_hash: &str,
        now: UnixTime,
    ) -> Result<bool, sqlx::Error> {
        let inserted = sqlx::query(
            "INSERT INTO accounts (email, address_key, password_hash, created_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (address_key) DO NOTHING",
        )
        .bind(email)
        .bind(address_key.as_slice())
        .bind(password_hash)
        .bind(now.0)
        .execute(&self.pool)
        .await?;
        Ok(inserted.rows_affected() == 1)
    }

    /// The account with this address, if there is one.
    pub(crate) async fn account_by_address(
        &self,
        address_key: &Fingerprint,
    ) -> Result<Option<Account>, sqlx::Error> {
        sqlx::query_as("SELECT id, password_hash FROM accounts WHERE address_key = $1")
            .bind(address_key.as_slice())
            .fetch_optional(&self.pool)
            .await
    }

    /// Opens a session, unless the password was changed since `account` was read: a sign-in with the old password
    /// that overlaps a recovery must not outlive it. False if so.
    pub(crate) async fn open_session(
        &self,
        account: &Account,
        token_hash: &Fingerprint,
        now: UnixTime,
    ) -> Result<bool, sqlx::Error> {
        let inserted = sqlx::query(
            "INSERT INTO sessions (token_hash, account_id, created_at)
             SELECT $1, id, $2 FROM accounts WHERE id = $3 AND password_hash = $4",
        )
        .bind(token_hash.as_slice())
        .bind(now.0)
        .bind(account.id)
        .bind(&account.password_hash)
        .execute(&self.pool)
        .await?;
        Ok(inserted.rows_affected() == 1)
    }

    /// The address of the account that a living session belongs to.
    pub(crate) async fn session_email(
        &self,
        token_hash: &Fingerprint,
    ) -> Result<Option<String>, sqlx::Error> {
        sqlx::query_scalar(
            "SELECT email FROM sessions JOIN accounts ON accounts.id = sessions.account_id WHERE token_hash = $1",
        )
        .bind(token_hash.as_slice())
        .fetch_optional(&self.pool)
        .await
    }
}
