//! Digits of languages that do not write numbers with 0 to 9.

/// The zero of the digits that the language `tag` uses (CLDR). The other nine follow it in Unicode. `None` for languages
/// whose software mostly shows 0 to 9, such as Arabic, Hindi, Thai and Urdu.
fn zero(tag: &str) -> Option<char> {
    match tag {
        "fa" => Some('۰'),
        "bn" => Some('০'),
        _ => None,
    }
}

/// Writes the digits of `text`, such as a number or a time, as usual in the language `tag`. Not for codes and addresses,
/// which must be typed as they are.
pub fn localize_digits(text: &str, tag: &str) -> String {
    let Some(zero) = zero(tag) else { return text.to_owned() };
    let localize = |c: char| {
        let digit = c.to_digit(10).and_then(|digit| char::from_u32(u32::from(zero) + digit));
        digit.unwrap_or(c)
    };
    text.chars().map(localize).collect()
}

#[cfg(test)]
mod tests {
    use super::localize_digits;

    #[test]
    fn only_digits_of_some_languages_change() {
        for (tag, localized) in
            [("fa", "۱۲:۰۵"), ("bn", "১২:০৫"), ("ar", "12:05"), ("hi", "12:05"), ("en", "12:05")]
        {
            assert_eq!(localize_digits("12:05", tag), localized, "{tag}");
        }
        assert_eq!(localize_digits("ab ۹", "fa"), "ab ۹");
    }
}
