//! Punycode (RFC 3492). That of `idna` cannot be used by a crate that `idna` uses.

const BASE: u32 = 36;

/// Decodes a label in lower case, without `xn--` (§6.2).
pub fn decode(label: &str) -> Option<String> {
    let parts = label.rsplit_once('-').filter(|(basic, _)| !basic.is_empty());
    let (basic, digits) = parts.unwrap_or(("", label));
    let mut text: Vec<char> = basic.chars().collect();
    let (mut code, mut position, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = digits.bytes();
    while digits.len() > 0 {
        let start = position;
        let (mut weight, mut place) = (1_u32, BASE);
        loop {
            let digit = value(digits.next()?)?;
            position = position.checked_add(digit.checked_mul(weight)?)?;
            let threshold = place.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            place += BASE;
        }
        let count = u32::try_from(text.len()).ok()? + 1;
        bias = adapt(position - start, count, start == 0);
        code = code.checked_add(position / count)?;
        position %= count;
        text.insert(position as usize, char::from_u32(code)?);
        position += 1;
    }
    Some(text.into_iter().collect())
}

fn value(digit: u8) -> Option<u32> {
    match digit {
        b'a'..=b'z' => Some(u32::from(digit - b'a')),
        b'0'..=b'9' => Some(u32::from(digit - b'0') + 26),
        _ => None,
    }
}

/// The bias for the next character (§6.1).
fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = delta / if first { 700 } else { 2 };
    delta += delta / count;
    let mut bias = 0;
    while delta > 455 {
        delta /= 35;
        bias += BASE;
    }
    bias + BASE * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn decodes_what_idna_encodes(text in "([a-z0-9-]|.){0,20}") {
            // In a name, everything is in lower case.
            let label = idna::punycode::encode_str(&text).filter(|label| !label.contains(char::is_uppercase));
            prop_assume!(label.is_some());
            prop_assert_eq!(decode(&label.unwrap_or_default()), Some(text));
        }

        #[test]
        fn refuses_what_idna_refuses(label in "[a-z0-9-]{0,20}") {
            prop_assert_eq!(decode(&label), idna::punycode::decode_to_string(&label));
        }
    }
}
