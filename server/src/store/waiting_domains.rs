//! The domains with emails that wait to be claimed.
//!
//! `waiting_domains` names the first waiting email of each. An email that it names may have been claimed or deleted since.
//! No waiting email of the domain ever comes before the named one, because [`ADD_WAITING`] records each.

use std::collections::BTreeMap;

use sqlx::{AnyConnection, AssertSqlSafe};

use super::engine::Engine;
use super::rows::{AnyQuery, MAX_ROWS, RowsStatement, padded_row_count, padded_rows, unless_copy};

/// The domain of emails without domain. It has no limit.
pub(super) const NO_DOMAIN: &[u8] = &[0];

/// An email that waits.
pub(super) struct WaitingMail<'m> {
    pub(super) domain_key: &'m [u8],
    pub(super) turn: i64,
    pub(super) id: i64,
}

/// Records that the first emails of domains wait.
pub(super) const ADD_WAITING: RowsStatement = RowsStatement {
    start: "INSERT INTO waiting_domains (domain_key, turn, mail_id) SELECT *",
    row: "(?, ?, ?)",
    end: "ON CONFLICT (domain_key) DO UPDATE SET turn = excluded.turn, mail_id = excluded.mail_id
          WHERE excluded.turn < waiting_domains.turn
             OR (excluded.turn = waiting_domains.turn AND excluded.mail_id < waiting_domains.mail_id)",
};

/// The first email of each domain.
pub(super) fn first_of_domains<'m>(mails: impl Iterator<Item = WaitingMail<'m>>) -> Vec<WaitingMail<'m>> {
    let mut first_mails = BTreeMap::new();
    for WaitingMail { domain_key, turn, id } in mails {
        let first = first_mails.entry(domain_key).or_insert((turn, id));
        *first = (turn, id).min(*first);
    }
    first_mails.into_iter().map(|(domain_key, (turn, id))| WaitingMail { domain_key, turn, id }).collect()
}

/// Binds the parameters of [`ADD_WAITING`] with room for so many rows.
pub(super) fn bind_waiting<'m>(
    mut add: AnyQuery<'m>,
    mails: &[WaitingMail<'m>],
    rows: usize,
) -> AnyQuery<'m> {
    for (mail, is_copy) in padded_rows(mails, rows) {
        add = add.bind(unless_copy(mail.domain_key, is_copy)).bind(mail.turn).bind(mail.id);
    }
    add
}

/// Records that these emails wait.
pub(super) async fn add_waiting(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    mails: impl Iterator<Item = WaitingMail<'_>>,
) -> Result<(), sqlx::Error> {
    for mails in first_of_domains(mails).chunks(MAX_ROWS) {
        let rows = padded_row_count(mails.len());
        let add = sqlx::query(AssertSqlSafe(ADD_WAITING.for_engine(engine, rows)));
        bind_waiting(add, mails, rows).execute(&mut *connection).await?;
    }
    Ok(())
}
