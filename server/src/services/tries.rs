//! Tries that are used before an answer is checked, so that concurrent guesses cannot exceed their limit.

use crate::internal_error::InternalError;

/// Returns the result of a check. Unless the answer was wrong, `give_back` returns its try; if both fail, the error is that
/// of the check.
pub(super) async fn give_back_unless_wrong<T, E: From<InternalError>>(
    checked: Result<T, E>,
    is_wrong: impl FnOnce(&E) -> bool,
    give_back: impl Future<Output = Result<(), InternalError>>,
) -> Result<T, E> {
    if checked.as_ref().err().is_some_and(is_wrong) {
        return checked;
    }
    let given_back = give_back.await;
    let value = checked?;
    given_back?;
    Ok(value)
}
