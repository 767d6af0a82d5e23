//! Parts of statements that have several rows, which need fewer round trips.

/// Numbers of rows that one statement has. Each number has a prepared statement, so there are few.
const COUNTS: [usize; 4] = [64, 16, 4, 1];
/// Maximum number of rows that one statement has.
pub(super) const MAX_ROWS: usize = COUNTS[0];

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
    keys.chunks(MAX_ROWS).map(|keys| {
        let mut padded = keys.to_vec();
        let count = COUNTS.into_iter().filter(|count| *count >= keys.len()).min();
        if let (Some(count), Some(last)) = (count, keys.last()) {
            padded.resize(count, *last);
        }
        padded
    })
}

/// The parameters of so many rows: `($1, $2), ($3, $4)`.
pub(super) fn parameters(rows: usize, columns: usize) -> String {
    let row: Vec<String> = (1..=columns).map(|column| format!("${column}")).collect();
    repeated(&format!("({})", row.join(", ")), rows, columns)
}

/// So many rows like this one, which has so many columns as parameters. Each has its own parameters.
fn repeated(row: &str, rows: usize, columns: usize) -> String {
    (0..rows).map(|number| renumbered(row, number * columns)).collect::<Vec<_>>().join(", ")
}

/// The statements that insert each number of rows.
pub(super) struct RowStatements([String; COUNTS.len()]);

impl RowStatements {
    /// Statements that begin with `insert`, then have `row` for each row, which has so many `columns` as parameters, and end
    /// with `end`.
    pub(super) fn new(insert: &str, columns: usize, row: &str, end: &str) -> Self {
        Self(COUNTS.map(|count| format!("{insert} {} {end}", repeated(row, count, columns))))
    }

    /// The statement for the rows of a [slice](slices).
    pub(super) fn for_rows(&self, rows: usize) -> &str {
        let index = COUNTS.iter().position(|count| *count == rows).unwrap_or_default();
        &self.0[index]
    }
}

/// A part of a statement with higher numbers of its parameters.
fn renumbered(part: &str, by: usize) -> String {
    let mut pieces = part.split('$');
    let mut renumbered = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = piece.split_at(digits);
        let number: usize = number.parse().unwrap_or_default();
        renumbered += &format!("${}{rest}", number + by);
    }
    renumbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_split_into_few_kinds_of_slices() {
        let lengths = |count: usize| slices(&vec![0_u8; count]).map(<[u8]>::len).collect::<Vec<_>>();
        assert!(lengths(0).is_empty());
        assert_eq!(lengths(3), [1, 1, 1]);
        assert_eq!(lengths(150), [64, 64, 16, 4, 1, 1]);
        assert_eq!(parameters(2, 3), "($1, $2, $3), ($4, $5, $6)");
    }

    #[test]
    fn keys_are_padded_to_few_kinds_of_lists() {
        let lists = |count: usize| padded_slices(&(0..count).collect::<Vec<_>>()).collect::<Vec<_>>();
        assert!(lists(0).is_empty());
        assert_eq!(lists(1), [[0]]);
        assert_eq!(lists(3), [[0, 1, 2, 2]]);
        assert_eq!(lists(70).iter().map(Vec::len).collect::<Vec<_>>(), [64, 16]);
    }

    #[test]
    fn each_row_of_a_statement_has_its_own_parameters() {
        let statements = RowStatements::new("INSERT INTO t VALUES", 2, "($1, (SELECT $2 WHERE $1))", "END");
        assert_eq!(statements.for_rows(1), "INSERT INTO t VALUES ($1, (SELECT $2 WHERE $1)) END");
        let of_four = statements.for_rows(4);
        assert!(of_four.ends_with("($5, (SELECT $6 WHERE $5)), ($7, (SELECT $8 WHERE $7)) END"), "{of_four}");
    }
}
