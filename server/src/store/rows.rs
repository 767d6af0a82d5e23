//! Parts of statements that have several rows, which need fewer round trips.

use super::engine::Engine;

/// Numbers of rows that one statement has. Each number has a prepared statement, and sqlx keeps a hundred of a connection.
const COUNTS: [usize; 10] = [64, 32, 16, 12, 8, 6, 4, 3, 2, 1];
/// Numbers of keys that one statement searches for. A repeated key costs little, so there are fewer.
const KEY_COUNTS: [usize; 4] = [64, 16, 4, 1];
/// Maximum number of keys that one statement searches for.
pub(super) const MAX_KEYS: usize = KEY_COUNTS[0];

/// Splits rows into slices that one statement inserts each.
pub(super) fn slices<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let count = COUNTS.into_iter().find(|count| *count <= rows.len())?;
        let (slice, rest) = rows.split_at(count);
        rows = rest;
        Some(slice)
    })
}

/// Splits keys into lists that one statement searches for each. The last key is repeated up to the next number.
pub(super) fn padded_slices<K: Copy>(keys: &[K]) -> impl Iterator<Item = Vec<K>> {
    keys.chunks(MAX_KEYS).map(|keys| {
        let mut padded = keys.to_vec();
        let count = KEY_COUNTS.into_iter().filter(|count| *count >= keys.len()).min();
        if let (Some(count), Some(last)) = (count, keys.last()) {
            padded.resize(count, *last);
        }
        padded
    })
}

/// So many parameters, of which the first one has this number: `($3, $4, $5)`.
pub(super) fn parameters(first: usize, count: usize) -> String {
    let parameters: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    format!("({})", parameters.join(", "))
}

/// The statements that insert each number of rows.
pub(super) struct RowStatements {
    numbered: [String; COUNTS.len()],
    unnumbered: [String; COUNTS.len()],
}

impl RowStatements {
    /// Statements that begin with `insert`, then have `row` for each row, with `?` for each parameter, and end with `end`.
    pub(super) fn new(insert: &str, row: &str, end: &str) -> Self {
        let unnumbered = COUNTS.map(|count| format!("{insert} {} {end}", vec![row; count].join(", ")));
        let numbered = unnumbered.each_ref().map(|statement| numbered(statement));
        Self { numbered, unnumbered }
    }

    /// The statement for the rows of a [slice](slices).
    pub(super) fn for_rows(&self, engine: &dyn Engine, rows: usize) -> &str {
        let index = COUNTS.iter().position(|count| *count == rows).unwrap_or_default();
        if engine.numbers_parameters() { &self.numbered[index] } else { &self.unnumbered[index] }
    }
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
    fn rows_are_split_into_few_kinds_of_slices() {
        let lengths = |count: usize| slices(&vec![0_u8; count]).map(<[u8]>::len).collect::<Vec<_>>();
        assert!(lengths(0).is_empty());
        assert_eq!(lengths(3), [3]);
        assert_eq!(lengths(63), [32, 16, 12, 3]);
        assert_eq!(lengths(150), [64, 64, 16, 6]);
    }

    #[test]
    fn keys_are_padded_to_few_kinds_of_lists() {
        let lists = |count: usize| padded_slices(&(0..count).collect::<Vec<_>>()).collect::<Vec<_>>();
        assert!(lists(0).is_empty());
        assert_eq!(lists(1), [[0]]);
        assert_eq!(lists(3), [[0, 1, 2, 2]]);
        assert_eq!(parameters(3, 4), "($3, $4, $5, $6)");
        assert_eq!(lists(70).iter().map(Vec::len).collect::<Vec<_>>(), [64, 16]);
    }

    #[test]
    fn each_row_of_a_statement_has_its_own_parameters() {
        let statements = RowStatements::new("INSERT INTO t VALUES", "(?, ?)", "END");
        let [unnumbered, numbered] = [Database::Memory, Database::Postgres("postgres://".into())]
            .map(|database| statements.for_rows(&*for_database(&database), 2));
        assert_eq!(unnumbered, "INSERT INTO t VALUES (?, ?), (?, ?) END");
        assert_eq!(numbered, "INSERT INTO t VALUES ($1, $2), ($3, $4) END");
    }
}
