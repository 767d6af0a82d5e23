//! Changes that belong to the sending of a claimed email. Those of several emails share a transaction.

use sqlx::{AnyConnection, AssertSqlSafe};

use super::Store;
use super::engine::Engine;
use super::rows::{
    AnyQuery, RowsStatement, padded, padded_row_count, padded_rows, places, together, unless_copy,
};
use super::shared_transactions::SharedChange;
use super::writer::ChangeFuture;
use crate::crypto::code_key::StoredCode;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

/// Stores the accounts and codes of recoveries.
pub(super) const STORE_SECRETS: RowsStatement = RowsStatement {
    start: "UPDATE recoveries SET account_id = column2, code_salt = column3, code_mac = column4,
                code_expires_at = CASE WHEN link_expires_at < column5 THEN link_expires_at ELSE column5 END",
    row: "(?, ?, ?, ?, ?)",
    end: "AND recoveries.flow = column1",
};
/// Stores the tokens of recoveries.
const INSERT_LINK_TOKENS: RowsStatement =
    RowsStatement { start: "INSERT INTO link_tokens (token_hash, flow) SELECT *", row: "(?, ?)", end: "" };

/// The secrets of a recovery email, in their stored form.
pub(crate) struct IssuedSecrets {
    pub(crate) flow: String,
    pub(crate) account_id: Option<i64>,
    pub(crate) token_hash: Sha256Hash,
    pub(crate) code: Option<StoredCode>,
    /// When the code expires, unless the link expires earlier.
    pub(crate) code_expires_at: UnixTime,
}

/// A change of a claimed email.
pub(super) enum MailChange {
    StoreSecrets(IssuedSecrets),
    /// Removes the email with this id.
    Close(i64),
}

impl SharedChange for MailChange {
    type Outcome = ();

    /// The emails have been claimed in the order of their turns, and there are not more than one transaction takes.
    fn network(&self) -> Sha256Hash {
        Sha256Hash::default()
    }

    fn apply_all<'c>(
        changes: &'c [Self],
        connection: &'c mut AnyConnection,
        engine: &'c dyn Engine,
    ) -> ChangeFuture<'c, Vec<()>> {
        Box::pin(async move {
            apply_all(changes, connection, engine).await?;
            Ok(vec![(); changes.len()])
        })
    }
}

async fn apply_all(
    changes: &[MailChange],
    connection: &mut AnyConnection,
    engine: &dyn Engine,
) -> Result<(), sqlx::Error> {
    let (mut issued, mut closed) = (Vec::new(), Vec::new());
    for change in changes {
        match change {
            MailChange::StoreSecrets(secrets) => issued.push(secrets),
            MailChange::Close(id) => closed.push(*id),
        }
    }
    // Both have room for the same number, so that there are few different statements.
    let rows = padded_row_count(issued.len().max(closed.len()));
    let parts = [
        (!issued.is_empty()).then(|| STORE_SECRETS.statement_for_keys("recoveries.flow", rows)),
        (!issued.is_empty()).then(|| INSERT_LINK_TOKENS.statement(rows)),
        (!closed.is_empty()).then(|| close_mails(rows)),
    ];
    let Some(statement) = together(engine, &parts) else { return Ok(()) };
    let mut change = bind_secrets(sqlx::query(AssertSqlSafe(statement)), &issued, rows);
    for id in padded(&closed, rows) {
        change = change.bind(id);
    }
    change.execute(connection).await.map(drop)
}

/// Removes as many emails.
pub(super) fn close_mails(count: usize) -> String {
    format!("DELETE FROM outbox WHERE id IN ({})", places(count))
}

fn bind_secrets<'r>(mut change: AnyQuery<'r>, issued: &[&'r IssuedSecrets], rows: usize) -> AnyQuery<'r> {
    for (secrets, is_copy) in padded_rows(issued, rows) {
        change = change
            .bind(unless_copy(secrets.flow.as_str(), is_copy))
            .bind(secrets.account_id)
            .bind(secrets.code.as_ref().map(|code| code.salt.as_slice()))
            .bind(secrets.code.as_ref().map(|code| code.mac.as_slice()))
            .bind(secrets.code_expires_at.0);
    }
    for secrets in padded(issued, rows) {
        change = change.bind(secrets.flow.as_str());
    }
    for (secrets, is_copy) in padded_rows(issued, rows) {
        change = change.bind(unless_copy(secrets.token_hash.as_slice(), is_copy)).bind(secrets.flow.as_str());
    }
    change
}

impl Store {
    /// Stores the secrets of a recovery email before it is sent. Earlier tokens of the recovery stay valid; an earlier code
    /// is replaced.
    pub(crate) async fn store_issued_secrets(&self, secrets: IssuedSecrets) -> Result<(), InternalError> {
        self.mail_changes.run(MailChange::StoreSecrets(secrets)).await
    }

    /// Removes an email that was sent or given up.
    pub(crate) async fn close_mail(&self, id: i64) -> Result<(), InternalError> {
        self.mail_changes.run(MailChange::Close(id)).await
    }
}
