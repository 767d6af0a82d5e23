//! Changes of a claimed email before and after it is sent. Those of several emails share a transaction. The two kinds do not
//! share one, so that secrets that cannot be stored keep no email in the outbox that was sent.

use sqlx::{AnyConnection, AssertSqlSafe};

use super::Store;
use super::engine::Engine;
use super::rows::{
    AnyQuery, RowsStatement, padded, padded_keys, padded_row_count, padded_rows, parameters, unless_copy,
    with_parameters_of,
};
use super::shared_transactions::SharedChange;
use super::writer::ChangeFuture;
use crate::crypto::code_key::StoredCode;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

/// Stores the accounts and codes of recoveries.
const STORE_SECRETS: RowsStatement = RowsStatement {
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

impl SharedChange for IssuedSecrets {
    type Outcome = ();

    /// Stores the secrets of several emails with one statement.
    fn apply_all<'c>(
        issued: &'c [Self],
        connection: &'c mut AnyConnection,
        engine: &'c dyn Engine,
    ) -> ChangeFuture<'c, Vec<()>> {
        let rows = padded_row_count(issued.len());
        let secrets = STORE_SECRETS.statement_for_keys("recoveries.flow", rows);
        let tokens = INSERT_LINK_TOKENS.statement(rows);
        let statement = with_parameters_of(engine, engine.together(&[&secrets, &tokens]));
        Box::pin(async move {
            bind_secrets(sqlx::query(AssertSqlSafe(statement)), issued, rows).execute(connection).await?;
            Ok(vec![(); issued.len()])
        })
    }
}

/// The id of an email that was sent or given up.
pub(super) struct FinishedMail(i64);

impl SharedChange for FinishedMail {
    type Outcome = ();

    /// Deletes several emails with one statement.
    fn apply_all<'c>(
        mails: &'c [Self],
        connection: &'c mut AnyConnection,
        _: &'c dyn Engine,
    ) -> ChangeFuture<'c, Vec<()>> {
        Box::pin(async move {
            let ids: Vec<i64> = mails.iter().map(|mail| mail.0).collect();
            for ids in padded_keys(&ids) {
                let delete = format!("DELETE FROM outbox WHERE id IN {}", parameters(1, ids.len()));
                let mut delete = sqlx::query(AssertSqlSafe(delete));
                for id in ids {
                    delete = delete.bind(id);
                }
                delete.execute(&mut *connection).await?;
            }
            Ok(vec![(); mails.len()])
        })
    }
}

fn bind_secrets<'r>(mut change: AnyQuery<'r>, issued: &'r [IssuedSecrets], rows: usize) -> AnyQuery<'r> {
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
        self.issued_secrets.run(secrets).await
    }

    /// Removes an email that was sent or given up.
    pub(crate) async fn close_mail(&self, id: i64) -> Result<(), InternalError> {
        self.finished_mails.run(FinishedMail(id)).await
    }
}
