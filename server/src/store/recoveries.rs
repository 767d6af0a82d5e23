//! Recoveries, from the request to their redemption.

use sqlx::{AnyConnection, AnyPool, AssertSqlSafe};

use super::Store;
use super::recovery::{Recovery, RecoveryOfToken};
use super::retry::retry;
use super::rows::parameters;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::domain::device::Device;
use crate::domain::email_address::EmailAddress;
use crate::i18n::Language;
use crate::internal_error::InternalError;

/// A password change by a recovery.
#[derive(Clone)]
pub(crate) struct Redemption {
    pub(crate) flow: String,
    pub(crate) account_id: i64,
    pub(crate) password_hash: String,
    pub(crate) key_hash: Option<Sha256Hash>,
    pub(crate) now: UnixTime,
    /// Language of the notice.
    pub(crate) language: &'static Language,
    /// The device that the notice names.
    pub(crate) device: Device,
    /// When sending the notice is given up.
    pub(crate) notice_until: UnixTime,
}

macro_rules! recovery_columns {
    () => {
        "recoveries.flow, recoveries.account_id, password_hash, totp_secret, address_key, challenge, \
         requested_at, link_expires_at, code_expires_at, code_salt, code_mac, code_tries, superseded_at, \
         ended_at, spent_at, spent_key_hash, spent_generation, password_generation"
    };
}
macro_rules! select_recovery {
    ($where:literal) => {
        concat!(
            "SELECT ",
            recovery_columns!(),
            " FROM recoveries LEFT JOIN accounts ON accounts.id = recoveries.account_id ",
            $where
        )
    };
}

/// Selects the recoveries of tokens. The hashes of the tokens follow in parentheses.
pub(super) const SELECT_BY_TOKENS: &str = concat!(
    "SELECT token_hash, ",
    recovery_columns!(),
    " FROM link_tokens JOIN recoveries ON recoveries.flow = link_tokens.flow
      LEFT JOIN accounts ON accounts.id = recoveries.account_id
      WHERE token_hash IN "
);

/// Selects the recoveries of an address and device whose codes are accepted.
pub(super) const SELECT_CODE_CANDIDATES: &str = select_recovery!(
    "WHERE address_key = $1 AND challenge = $2 AND number IS NOT NULL AND code_mac IS NOT NULL
       AND (superseded_at IS NULL OR recoveries.flow = $3)"
);

/// Ends the open recoveries of an account.
pub(super) const END_RECOVERIES: &str = "
    UPDATE recoveries SET ended_at = $1
    WHERE address_key IN (SELECT address_key FROM addresses WHERE account_id = $2)
      AND number IS NOT NULL AND ended_at IS NULL AND spent_at IS NULL";

/// Finds the recoveries of tokens with these hashes.
pub(super) async fn find_by_tokens(
    reader: AnyPool,
    token_hashes: Vec<Sha256Hash>,
) -> Result<Vec<(Sha256Hash, Recovery)>, sqlx::Error> {
    let statement = format!("{SELECT_BY_TOKENS} {}", parameters(1, token_hashes.len()));
    let mut select = sqlx::query_as(AssertSqlSafe(statement));
    for token_hash in &token_hashes {
        select = select.bind(token_hash.as_slice());
    }
    let found: Vec<RecoveryOfToken> = select.fetch_all(&reader).await?;
    let with_key = |found: RecoveryOfToken| Some((found.token_hash.try_into().ok()?, found.recovery));
    Ok(found.into_iter().filter_map(with_key).collect())
}

impl Store {
    /// The recovery with this link token.
    pub(crate) async fn recovery_by_token(
        &self,
        token_hash: &Sha256Hash,
    ) -> Result<Option<Recovery>, InternalError> {
        self.recoveries_by_token.find(*token_hash).await
    }

    /// The recovery with this flow id.
    pub(crate) async fn recovery_by_flow(&self, flow: &str) -> Result<Option<Recovery>, InternalError> {
        retry(|| {
            sqlx::query_as(select_recovery!("WHERE recoveries.flow = $1"))
                .bind(flow)
                .fetch_optional(&self.reader)
        })
        .await
    }

    /// The recoveries whose codes are accepted for `recovery`: itself, and those of the same address and device that are not
    /// superseded.
    pub(crate) async fn code_candidates(&self, recovery: &Recovery) -> Result<Vec<Recovery>, InternalError> {
        retry(|| {
            sqlx::query_as(SELECT_CODE_CANDIDATES)
                .bind(recovery.address_key.as_slice())
                .bind(recovery.challenge.as_deref())
                .bind(&recovery.flow)
                .fetch_all(&self.reader)
        })
        .await
    }

    /// Uses one of `allowed` tries at the second factor. Returns `false` if none is left.
    pub(crate) async fn take_second_factor_try(
        &self,
        flow: &str,
        allowed: i64,
    ) -> Result<bool, InternalError> {
        let flow = flow.to_owned();
        let taken = self
            .execute(move || {
                sqlx::query(
                    "UPDATE recoveries SET second_factor_tries = second_factor_tries + 1
             WHERE flow = $1 AND second_factor_tries < $2",
                )
                .bind(flow)
                .bind(allowed)
            })
            .await?;
        Ok(taken == 1)
    }

    /// Returns a try at the second factor, unless the code was wrong.
    pub(crate) async fn return_second_factor_try(&self, flow: &str) -> Result<(), InternalError> {
        let flow = flow.to_owned();
        self.execute(move || {
            sqlx::query("UPDATE recoveries SET second_factor_tries = second_factor_tries - 1 WHERE flow = $1")
                .bind(flow)
        })
        .await?;
        Ok(())
    }

    /// Uses one of `allowed` tries at the code. It is used before the code is checked, so that concurrent guesses cannot
    /// exceed the limit. Returns the number of used tries, or `None` if none was left.
    pub(crate) async fn take_code_try(&self, flow: &str, allowed: i64) -> Result<Option<i64>, InternalError> {
        let flow = flow.to_owned();
        self.write(move |connection| {
            Box::pin(async move {
                let tries = sqlx::query_scalar(
                    "UPDATE recoveries SET code_tries = code_tries + 1 WHERE flow = $1 AND code_tries < $2
                     RETURNING code_tries",
                );
                Ok(tries.bind(flow).bind(allowed).fetch_optional(connection).await?)
            })
        })
        .await
    }

    /// Returns a try at the code, unless it was wrong.
    pub(crate) async fn return_code_try(&self, flow: &str) -> Result<(), InternalError> {
        let flow = flow.to_owned();
        self.execute(move || {
            sqlx::query(
                "UPDATE recoveries SET code_tries = code_tries - 1 WHERE flow = $1 AND code_tries > 0",
            )
            .bind(flow)
        })
        .await?;
        Ok(())
    }

    /// Uses one of `allowed` tries to repeat the reset of a redeemed recovery, before the password is compared. Returns
    /// `false` if none is left.
    pub(crate) async fn take_replay_try(&self, flow: &str, allowed: i64) -> Result<bool, InternalError> {
        let flow = flow.to_owned();
        let taken = self.execute(move || sqlx::query(
            "UPDATE recoveries SET failed_repeats = failed_repeats + 1 WHERE flow = $1 AND failed_repeats < $2",
        )
        .bind(flow)
        .bind(allowed)).await?;
        Ok(taken == 1)
    }

    /// Returns a try to repeat the reset, unless the password was another one.
    pub(crate) async fn return_replay_try(&self, flow: &str) -> Result<(), InternalError> {
        let flow = flow.to_owned();
        self.execute(move || sqlx::query(
            "UPDATE recoveries SET failed_repeats = failed_repeats - 1 WHERE flow = $1 AND failed_repeats > 0",
        )
        .bind(flow)).await?;
        Ok(())
    }

    /// Redeems a recovery and changes the password in one transaction: ends all sessions and other recoveries of the
    /// account, unfreezes it, and queues a notice to each of its addresses. Returns `false`, without any change, if the
    /// recovery is no longer open.
    pub(crate) async fn redeem_recovery(&self, redemption: Redemption) -> Result<bool, InternalError> {
        let store = self.clone();
        self.write(move |connection| {
            Box::pin(async move { store.redeem_recovery_in(connection, &redemption).await })
        })
        .await
    }

    async fn redeem_recovery_in(
        &self,
        connection: &mut AnyConnection,
        redemption: &Redemption,
    ) -> Result<bool, InternalError> {
        // Lock the account first to avoid deadlocks.
        if !self.lock_account(connection, redemption.account_id).await? {
            return Ok(false);
        }
        let redeemed = sqlx::query(
            "UPDATE recoveries SET spent_at = $1, spent_key_hash = $2,
                    spent_generation = (SELECT password_generation + 1 FROM accounts WHERE id = $4)
             WHERE flow = $3 AND account_id = $4 AND spent_at IS NULL AND superseded_at IS NULL
               AND ended_at IS NULL AND link_expires_at > $1",
        )
        .bind(redemption.now.0)
        .bind(redemption.key_hash.as_ref().map(Sha256Hash::as_slice))
        .bind(&redemption.flow)
        .bind(redemption.account_id)
        .execute(&mut *connection)
        .await?;
        if redeemed.rows_affected() != 1 {
            return Ok(false);
        }
        change_password(connection, redemption).await?;
        Ok(true)
    }
}

async fn change_password(connection: &mut AnyConnection, redemption: &Redemption) -> Result<(), sqlx::Error> {
    let generation: i64 = sqlx::query_scalar(
        "UPDATE accounts SET password_hash = $1, frozen_at = NULL, password_generation = password_generation + 1
         WHERE id = $2 RETURNING password_generation",
    )
    .bind(&redemption.password_hash)
    .bind(redemption.account_id)
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query("DELETE FROM sessions WHERE account_id = $1")
        .bind(redemption.account_id)
        .execute(&mut *connection)
        .await?;
    end_recoveries(connection, redemption.account_id, redemption.now).await?;
    queue_notices(connection, redemption, generation).await
}

/// Ends all open recoveries of an account at all its addresses, including those whose email is not composed yet. Those
/// without an email cannot be used, and there may be many of them.
pub(super) async fn end_recoveries(
    connection: &mut AnyConnection,
    account_id: i64,
    now: UnixTime,
) -> Result<(), sqlx::Error> {
    sqlx::query(END_RECOVERIES).bind(now.0).bind(account_id).execute(&mut *connection).await.map(drop)
}

async fn queue_notices(
    connection: &mut AnyConnection,
    redemption: &Redemption,
    password_generation: i64,
) -> Result<(), sqlx::Error> {
    let addresses: Vec<(i64, String)> =
        sqlx::query_as("SELECT id, email FROM addresses WHERE account_id = $1 ORDER BY id")
            .bind(redemption.account_id)
            .fetch_all(&mut *connection)
            .await?;
    for (address_id, email) in addresses {
        let domain_key = EmailAddress::parse(&email).map(|email| email.domain_key());
        sqlx::query(
            "INSERT INTO outbox (address_id, queued_at, scheduled_at, next_attempt_at, give_up_at, language,
                                 domain_key, password_generation, device_program, device_system)
             VALUES ($1, $2, $2, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(address_id)
        .bind(redemption.now.0)
        .bind(redemption.notice_until.0)
        .bind(redemption.language.tag)
        .bind(domain_key.as_ref().map(Sha256Hash::as_slice))
        .bind(password_generation)
        .bind(redemption.device.program)
        .bind(redemption.device.system)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}
