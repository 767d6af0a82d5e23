//! Statements with several rows or keys, which need fewer round trips. They have few different lengths, so that the prepared
//! statements stay in the cache of the connection.

use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

use super::engine::Engine;

/// A statement whose parameters are being bound.
pub(super) type AnyQuery<'q> = Query<'q, Any, AnyArguments>;

/// Numbers of rows that one statement inserts. Each number has a prepared statement, and sqlx keeps a hundred of a
/// connection.
const ROW_COUNTS: [usize; 7] = [64, 32, 16, 8, 4, 2, 1];
/// Maximum number of rows that one statement inserts.
pub(super) const MAX_ROWS: usize = ROW_COUNTS[0];
/// Numbers of keys that one statement searches for. A repeated key costs little, so there are fewer.
const KEY_COUNTS: [usize; 4] = [64, 16, 4, 1];
/// Maximum number of keys that one statement searches for.
pub(super) const MAX_KEYS: usize = KEY_COUNTS[0];

/// Splits keys into lists that one statement searches for each. The last key is repeated up to the next number.
pub(super) fn padded_keys<K: Copy>(keys: &[K]) -> impl Iterator<Item = Vec<K>> {
    keys.chunks(MAX_KEYS).map(|keys| padded(keys, padded_key_count(keys.len())).copied().collect())
}

/// The length of the statement that searches for so many keys.
pub(super) fn padded_key_count(keys: usize) -> usize {
    smallest_at_least(keys, &KEY_COUNTS)
}

/// The length of the statement that inserts so many rows.
pub(super) fn padded_row_count(rows: usize) -> usize {
    smallest_at_least(rows, &ROW_COUNTS)
}

/// The smallest number of the descending list `counts` that is at least `count`, or `count` itself if there is none.
fn smallest_at_least(count: usize, counts: &[usize]) -> usize {
    counts.iter().rev().find(|length| **length >= count).copied().unwrap_or(count)
}

/// The first `count` items. If there are fewer, the last one is repeated.
pub(super) fn padded<T>(all: &[T], count: usize) -> impl Iterator<Item = &T> {
    all.iter().chain(all.last().into_iter().cycle()).take(count)
}

/// The rows of a statement with room for `count`, and whether each is a copy of the last one. A copy must get an empty first
/// column: see [`unless_copy`].
pub(super) fn padded_rows<T>(rows: &[T], count: usize) -> impl Iterator<Item = (&T, bool)> {
    padded(rows, count).zip(0..).map(|(row, index)| (row, index >= rows.len()))
}

/// The first column of a row.
pub(super) fn unless_copy<T: Default>(value: T, is_copy: bool) -> T {
    if is_copy { T::default() } else { value }
}

/// `count` parameters without numbers: `(?, ?, ?)`.
pub(super) fn placeholders(count: usize) -> String {
    format!("({})", vec!["?"; count].join(", "))
}

/// `count` parameters, numbered from `first`: `($3, $4, $5)`.
pub(super) fn parameters(first: usize, count: usize) -> String {
    let parameters: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    format!("({})", parameters.join(", "))
}

/// A statement that inserts or updates several rows.
pub(super) struct RowsStatement {
    /// `INSERT INTO table (columns) SELECT *`, or `UPDATE table SET column = column2`. `column1`, `column2` and so on are
    /// the names of the columns of `VALUES` in both databases.
    pub(super) start: &'static str,
    /// The parameters of a row: `(?, ?, ?)`.
    pub(super) row: &'static str,
    /// What follows the condition on the rows, such as `ON CONFLICT`, or `AND` a condition on the rows to update.
    pub(super) end: &'static str,
}

impl RowsStatement {
    /// The statement with room for so many rows, and with `?` for each parameter. It ignores rows whose first column is
    /// empty, as that of [copies](padded_rows) is. With a `LIMIT` instead, SQLite took 40 % longer.
    pub(super) fn statement(&self, rows: usize) -> String {
        let Self { start, row, end } = self;
        let rows = vec![*row; rows].join(", ");
        format!("{start} FROM (VALUES {rows}) AS new_rows WHERE length(column1) > 0 {end}")
    }

    /// [`statement`](Self::statement) for an update of the rows with so many keys, which are bound after the rows. The rows
    /// name the same keys. They are repeated so that PostgreSQL uses their index: it plans the statement while the table is
    /// small, and reading all of it would then be cheaper.
    pub(super) fn statement_for_keys(&self, key: &str, rows: usize) -> String {
        format!("{} AND {key} IN {}", self.statement(rows), placeholders(rows))
    }

    /// [`statement`](Self::statement) with the parameters of the engine.
    pub(super) fn for_engine(&self, engine: &dyn Engine, rows: usize) -> String {
        with_parameters_of(engine, self.statement(rows))
    }
}

/// A statement that has `?` for each parameter, with the parameters of the engine.
pub(super) fn with_parameters_of(engine: &dyn Engine, statement: String) -> String {
    if engine.numbers_parameters() { numbered(&statement) } else { statement }
}

/// One statement for those parts that are needed, which have `?` for each parameter. `None` if none is needed.
pub(super) fn together(engine: &dyn Engine, parts: &[Option<String>]) -> Option<String> {
    let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| with_parameters_of(engine, engine.together(&parts)))
}

/// The statement with `$1`, `$2` and so on instead of `?`.
fn numbered(statement: &str) -> String {
    let mut pieces = statement.split('?');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.zip(1_u32..).fold(first, |numbered, (piece, number)| numbered + &format!("${number}{piece}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Database;
    use crate::store::engine::for_database;

    #[test]
    fn rows_and_keys_are_padded_to_few_numbers() {
        assert_eq!([0, 1, 3, 33, 64, 65].map(padded_row_count), [1, 1, 4, 64, 64, 65]);
        let lists = |count: usize| padded_keys(&(0..count).collect::<Vec<_>>()).collect::<Vec<_>>();
        assert!(lists(0).is_empty());
        assert_eq!(lists(1), [[0]]);
        assert_eq!(lists(3), [[0, 1, 2, 2]]);
        assert_eq!(parameters(3, 4), "($3, $4, $5, $6)");
        assert_eq!(lists(70).iter().map(Vec::len).collect::<Vec<_>>(), [64, 16]);
        assert_eq!(padded::<u8>(&[], 4).count(), 0);
    }

    #[test]
    fn copies_of_the_last_row_are_told_apart() {
        let rows: Vec<_> =
            padded_rows(&["a", "b"], 4).map(|(row, is_copy)| unless_copy(*row, is_copy)).collect();
        assert_eq!(rows, ["a", "b", "", ""]);
        assert!(padded_rows(&[1, 2], 2).all(|(_, is_copy)| !is_copy));
    }

    #[test]
    fn each_row_of_a_statement_has_its_own_parameters() {
        let insert = RowsStatement { start: "INSERT INTO t SELECT *", row: "(?, ?)", end: "END" };
        let [unnumbered, numbered] = [Database::Memory, Database::Postgres("postgres://".into())]
            .map(|database| insert.for_engine(&*for_database(&database), 2));
        assert_eq!(
            unnumbered,
            "INSERT INTO t SELECT * FROM (VALUES (?, ?), (?, ?)) AS new_rows WHERE length(column1) > 0 END"
        );
        assert_eq!(
            numbered,
            "INSERT INTO t SELECT * FROM (VALUES ($1, $2), ($3, $4)) AS new_rows WHERE length(column1) > 0 END"
        );
    }
}
