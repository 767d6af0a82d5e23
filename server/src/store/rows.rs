//! Parts of statements that have several rows, which need fewer round trips.

use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

use super::engine::Engine;

/// A statement with some of its parameters.
pub(super) type Insert<'q> = Query<'q, Any, AnyArguments>;

/// Numbers of rows that one statement inserts. Each number has a prepared statement, and sqlx keeps a hundred of a connection.
const ROW_COUNTS: [usize; 8] = [128, 64, 32, 16, 8, 4, 2, 1];
/// Maximum number of rows that one statement inserts.
pub(super) const MAX_ROWS: usize = ROW_COUNTS[0];
/// Numbers of keys that one statement searches for. A repeated key costs little, so there are fewer.
const KEY_COUNTS: [usize; 4] = [64, 16, 4, 1];
/// Maximum number of keys that one statement searches for.
pub(super) const MAX_KEYS: usize = KEY_COUNTS[0];

/// Splits keys into lists that one statement searches for each. The last key is repeated up to the next number.
pub(super) fn padded_keys<K: Copy>(keys: &[K]) -> impl Iterator<Item = Vec<K>> {
    keys.chunks(MAX_KEYS).map(|keys| padded(keys, next(&KEY_COUNTS, keys.len())).copied().collect())
}

/// The number of keys for which there is a statement, and that has room for so many.
pub(super) fn key_count(keys: usize) -> usize {
    next(&KEY_COUNTS, keys)
}

/// The number of rows for which there is a statement, and that has room for so many.
pub(super) fn row_count(rows: usize) -> usize {
    next(&ROW_COUNTS, rows)
}

/// The smallest of these numbers, which descend, that is not smaller than `count`. If all are smaller, `count` itself, so that
/// nothing is left out.
fn next(counts: &[usize], count: usize) -> usize {
    counts.iter().rev().find(|next| **next >= count).copied().unwrap_or(count)
}

/// So many of these, of which the last one is repeated. None if there are none.
pub(super) fn padded<T>(all: &[T], count: usize) -> impl Iterator<Item = &T> {
    all.iter().chain(all.last().into_iter().cycle()).take(count)
}

/// So many parameters, of which the first one has this number: `($3, $4, $5)`.
pub(super) fn parameters(first: usize, count: usize) -> String {
    let parameters: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    format!("({})", parameters.join(", "))
}

/// A statement that inserts several rows.
pub(super) struct InsertRows {
    /// `INSERT INTO table (columns) SELECT columns`, where `column1` is the first parameter of a row.
    pub(super) select: &'static str,
    /// The parameters of a row: `(?, ?, ?)`.
    pub(super) row: &'static str,
    /// What follows the rows, such as `ON CONFLICT`.
    pub(super) end: &'static str,
}

impl InsertRows {
    /// The statement for so many rows, with `?` for each parameter. The last parameter is how many of them it inserts, so
    /// that the others can be [repeated](padded).
    pub(super) fn statement(&self, rows: usize) -> String {
        let Self { select, row, end } = self;
        format!("{select} FROM (VALUES {}) AS new_rows LIMIT ? {end}", vec![*row; rows].join(", "))
    }

    /// The same with the parameters of the engine.
    pub(super) fn for_engine(&self, engine: &dyn Engine, rows: usize) -> String {
        with_parameters_of(engine, self.statement(rows))
    }
}

/// Binds how many of the rows are inserted. Without rows there is no statement that needs it.
pub(super) fn bind_count(insert: Insert<'_>, rows: usize) -> Insert<'_> {
    // No number of rows in memory is larger than the maximum.
    if rows == 0 { insert } else { insert.bind(i64::try_from(rows).unwrap_or(i64::MAX)) }
}

/// A statement that has `?` for each parameter, with the parameters of the engine.
pub(super) fn with_parameters_of(engine: &dyn Engine, statement: String) -> String {
    if engine.numbers_parameters() { numbered(&statement) } else { statement }
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
        assert_eq!([0, 1, 3, 33, 64, 65, 128, 129].map(row_count), [1, 1, 4, 64, 64, 128, 128, 129]);
        let lists = |count: usize| padded_keys(&(0..count).collect::<Vec<_>>()).collect::<Vec<_>>();
        assert!(lists(0).is_empty());
        assert_eq!(lists(1), [[0]]);
        assert_eq!(lists(3), [[0, 1, 2, 2]]);
        assert_eq!(parameters(3, 4), "($3, $4, $5, $6)");
        assert_eq!(lists(70).iter().map(Vec::len).collect::<Vec<_>>(), [64, 16]);
        assert_eq!(padded::<u8>(&[], 4).count(), 0);
    }

    #[test]
    fn each_row_of_a_statement_has_its_own_parameters() {
        let insert = InsertRows { select: "INSERT INTO t SELECT *", row: "(?, ?)", end: "END" };
        let [unnumbered, numbered] = [Database::Memory, Database::Postgres("postgres://".into())]
            .map(|database| insert.for_engine(&*for_database(&database), 2));
        assert_eq!(unnumbered, "INSERT INTO t SELECT * FROM (VALUES (?, ?), (?, ?)) AS new_rows LIMIT ? END");
        assert_eq!(
            numbered,
            "INSERT INTO t SELECT * FROM (VALUES ($1, $2), ($3, $4)) AS new_rows LIMIT $5 END"
        );
    }
}
