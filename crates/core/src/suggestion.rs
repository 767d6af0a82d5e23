//! Suggestions for mistyped keys and names in configuration and contract files.

/// Minimum similarity (Jaro) of a suggestion.
const MIN_SIMILARITY: f64 = 0.75;

/// The known word that is most similar to `word`. `None` if none is similar.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let similar = known.into_iter().map(|known| (strsim::jaro(word, known), known));
    let (similarity, nearest) = similar.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (similarity > MIN_SIMILARITY).then_some(nearest)
}

/// Adds a suggestion to serde's message for an unknown field or variant, in place of the list of all. Other messages, and
/// those for which no known word is similar, are not changed.
pub fn with_suggestion(message: &str) -> String {
    let suggest = || {
        let (problem, expected) = message.split_once(", expected ")?;
        let word = problem.strip_prefix("unknown ")?.split('`').nth(1)?;
        let near = nearest(word, expected.split('`').skip(1).step_by(2))?;
        Some(format!("{problem}; did you mean `{near}`?"))
    };
    suggest().unwrap_or_else(|| message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_word_is_suggested() {
        let known = ["base_url", "backend", "contract"];
        assert_eq!(nearest("base_ulr", known), Some("base_url"));
        assert_eq!(nearest("contact", known), Some("contract"));
        assert_eq!(nearest("x", known), None);
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn message_of_serde_gets_a_suggestion() {
        for (message, expected) in [
            (
                "unknown field `nam`, expected one of `id`, `name`",
                "unknown field `nam`; did you mean `name`?",
            ),
            (
                "unknown variant `pots`, expected `post` or `get`",
                "unknown variant `pots`; did you mean `post`?",
            ),
            (
                "unknown field `zzz`, expected one of `id`, `name`",
                "unknown field `zzz`, expected one of `id`, `name`",
            ),
            ("missing field `name`", "missing field `name`"),
        ] {
            assert_eq!(with_suggestion(message), expected);
        }
    }
}
