//! Delayed emails, and recoveries that later ones supersede.

use sqlx::{AnyConnection, AssertSqlSafe};

use super::NewRecovery;
use crate::store::rows::{padded_keys, parameters};

/// Maximum number of open recoveries of one device for one address. Older ones are superseded. Recoveries without challenge
/// are never superseded, because anybody in the same network may have requested the newer ones.
const MAX_OPEN_RECOVERIES: i64 = 3;
/// Maximum number of delayed emails to an address that were requested from one network. They are sent at the same time.
const MAX_DELAYED_MAILS: i64 = 2;

/// Counts the delayed emails to an address that were requested from one network.
pub(in crate::store) const COUNT_DELAYED_MAILS: &str = "
    SELECT COUNT(*) FROM outbox WHERE next_attempt_at > $1 AND attempts = 0 AND claimed_until IS NULL AND flow IN (
        SELECT flow FROM recoveries WHERE address_key = $2 AND network = $3 AND number IS NOT NULL
    )";

/// Deletes the delayed email of a requester.
pub(in crate::store) const WITHDRAW_DELAYED_MAIL: &str = "
    DELETE FROM outbox WHERE next_attempt_at > $1 AND attempts = 0 AND claimed_until IS NULL AND flow IN (
        SELECT flow FROM recoveries WHERE address_key = $2 AND network = $3 AND requester = $4 AND number IS NOT NULL
    ) RETURNING flow";

/// Supersedes all but the newest recoveries of a device.
pub(in crate::store) const SUPERSEDE_OLDEST: &str = "
    UPDATE recoveries SET superseded_at = $1
    WHERE address_key = $2 AND requester = $3 AND superseded_at IS NULL
      AND challenge IS NOT NULL
      AND number <= (SELECT number FROM recoveries WHERE flow = $4) - $5";

/// Whether an email can be sent together with so many delayed ones. If there is none, it has been sent meanwhile.
pub(super) fn may_join(delayed: i64) -> bool {
    (1..MAX_DELAYED_MAILS).contains(&delayed)
}

/// The number of delayed emails to the address of a request that were requested from its network.
pub(super) async fn count_delayed_mails(
    connection: &mut AnyConnection,
    new: &NewRecovery,
) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(COUNT_DELAYED_MAILS)
        .bind(new.now.0)
        .bind(new.address_key.as_slice())
        .bind(new.network.as_slice())
        .fetch_one(connection)
        .await
}

/// Removes the delayed email of an earlier request of this requester. Returns when it was requested; nothing if there is
/// none.
pub(super) async fn withdraw_own_delayed_mail(
    connection: &mut AnyConnection,
    new: &NewRecovery,
) -> Result<Vec<i64>, sqlx::Error> {
    let withdrawn: Vec<String> = sqlx::query_scalar(WITHDRAW_DELAYED_MAIL)
        .bind(new.now.0)
        .bind(new.address_key.as_slice())
        .bind(new.network.as_slice())
        .bind(new.requester.as_slice())
        .fetch_all(&mut *connection)
        .await?;
    let mut requested_at = Vec::with_capacity(withdrawn.len());
    for flow in &withdrawn {
        let withdraw = "UPDATE recoveries SET number = NULL WHERE flow = $1 RETURNING requested_at";
        requested_at.extend(
            sqlx::query_scalar::<_, i64>(withdraw).bind(flow).fetch_optional(&mut *connection).await?,
        );
    }
    Ok(requested_at)
}

/// Supersedes the oldest open recoveries of the devices that sent these requests, which got an email.
pub(super) async fn supersede_oldest(
    connection: &mut AnyConnection,
    requests: &[&NewRecovery],
) -> Result<(), sqlx::Error> {
    for new in with_older_ones(connection, requests).await? {
        // Redeemed recoveries are superseded too, so that the requester cannot detect a redemption.
        sqlx::query(SUPERSEDE_OLDEST)
            .bind(new.now.0)
            .bind(new.address_key.as_slice())
            .bind(new.requester.as_slice())
            .bind(&new.flow)
            .bind(MAX_OPEN_RECOVERIES)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Those of the requests whose requesters had so many emails before that some are superseded.
async fn with_older_ones<'r>(
    connection: &mut AnyConnection,
    requests: &[&'r NewRecovery],
) -> Result<Vec<&'r NewRecovery>, sqlx::Error> {
    let mut with_older_ones = Vec::new();
    for slice in padded_keys(requests) {
        let statement = format!(
            "SELECT flow FROM recoveries WHERE flow IN {} AND number > ${}",
            parameters(1, slice.len()),
            slice.len() + 1
        );
        let mut select = sqlx::query_scalar(AssertSqlSafe(statement));
        for new in &slice {
            select = select.bind(&new.flow);
        }
        let flows: Vec<String> = select.bind(MAX_OPEN_RECOVERIES).fetch_all(&mut *connection).await?;
        with_older_ones.extend(requests.iter().copied().filter(|new| flows.contains(&new.flow)));
    }
    Ok(with_older_ones)
}
