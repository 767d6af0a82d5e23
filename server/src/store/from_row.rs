//! Types that are read from a row of a result.

/// Implements [`sqlx::FromRow`] for a type whose fields have the names of the columns. sqlx's derive macro would do the
/// same, but compiles the drivers a second time.
macro_rules! from_row {
    ($type:ident { $($field:ident),+ }) => {
        impl<'r> sqlx::FromRow<'r, sqlx::any::AnyRow> for $type {
            fn from_row(row: &'r sqlx::any::AnyRow) -> Result<Self, sqlx::Error> {
                Ok(Self { $($field: sqlx::Row::try_get(row, stringify!($field))?),+ })
            }
        }
    };
}
pub(super) use from_row;
