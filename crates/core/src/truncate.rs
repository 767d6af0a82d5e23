//! Parts of a text that end between characters. `str::floor_char_boundary` does this since Rust 1.91, which is newer than
//! the `rust-version` of this crate.

/// The longest prefix with at most `max` bytes.
pub fn prefix(text: &str, max: usize) -> &str {
    let mut end = text.len().min(max);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The longest suffix with at most `max` bytes.
pub fn suffix(text: &str, max: usize) -> &str {
    let mut start = text.len().saturating_sub(max);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::{prefix, suffix};

    #[test]
    fn characters_are_not_split() {
        for (max, start, end) in [(0, "", ""), (1, "", ""), (2, "é", "é"), (3, "éa", "aé"), (9, "éaé", "éaé")]
        {
            assert_eq!((prefix("éaé", max), suffix("éaé", max)), (start, end), "{max}");
        }
    }
}
