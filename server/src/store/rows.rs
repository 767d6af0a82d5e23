//! Parts of statements that insert several rows, which need fewer round trips.

/// Numbers of rows that one statement inserts. Each number has a prepared statement, so there are few.
const COUNTS: [usize; 3] = [64, 8, 1];

/// Splits rows into slices that one statement inserts each.
pub(super) fn slices<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let count = COUNTS.into_iter().find(|count| *count <= rows.len())?;
        let (slice, rest) = rows.split_at(count);
        rows = rest;
        Some(slice)
    })
}

/// The parameters of so many rows: `($1, $2), ($3, $4)`.
pub(super) fn parameters(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let numbers: Vec<String> =
            (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", numbers.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_split_into_few_kinds_of_slices() {
        let lengths = |count: usize| slices(&vec![0_u8; count]).map(<[u8]>::len).collect::<Vec<_>>();
        assert!(lengths(0).is_empty());
        assert_eq!(lengths(3), [1, 1, 1]);
        assert_eq!(lengths(146), [64, 64, 8, 8, 1, 1]);
        assert_eq!(parameters(2, 3), "($1, $2, $3), ($4, $5, $6)");
    }
}
