//! Long words have soft hyphens, so that they fit into a narrow window with large text.

use super::glossary::messages;
use super::source::languages;

/// Maximum length of a word without a soft hyphen, in letters.
const MAX_LENGTH: usize = 20;
/// Languages that break lines between letters.
const WITHOUT_SPACES: [&str; 3] = ["ja", "th", "zh-Hans"];

#[test]
fn long_words_have_soft_hyphens() {
    let mut long = Vec::new();
    for tag in languages().iter().filter(|tag| !WITHOUT_SPACES.contains(&tag.as_str())) {
        for (message, text) in messages(tag) {
            // Addresses break everywhere.
            let words = text.split(|c: char| !c.is_alphanumeric());
            let too_long = words.filter(|word| word.chars().count() > MAX_LENGTH);
            long.extend(too_long.map(|word| format!("{tag}: {message}: {word}")));
        }
    }
    assert!(long.is_empty(), "words without a soft hyphen:\n{}", long.join("\n"));
}
