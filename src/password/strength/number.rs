//! Encodes a strength as one number, to pass it between two programs in one page.

use super::{Advice, Strength};

/// The advice in the order of its codes, which start at 1.
const ADVICE: [Advice; 9] = [
    Advice::Common,
    Advice::Keyboard,
    Advice::Repeat,
    Advice::Sequence,
    Advice::Date,
    Advice::Word,
    Advice::Name,
    Advice::Substitution,
    Advice::MoreWords,
];
/// The factor of the score. It leaves room for the code of the advice.
const SCORE_FACTOR: u8 = 16;

impl Strength {
    /// The strength as a number.
    pub fn to_number(self) -> u8 {
        let index = ADVICE.iter().position(|known| Some(*known) == self.advice);
        // Cannot overflow: there are nine.
        self.score * SCORE_FACTOR + index.map_or(0, |index| index as u8 + 1)
    }

    /// The strength for a number; `None` if the number is invalid.
    pub fn from_number(number: u8) -> Option<Self> {
        let (score, code) = (number / SCORE_FACTOR, usize::from(number % SCORE_FACTOR));
        let advice = code.checked_sub(1).map(|index| ADVICE.get(index).copied());
        match advice {
            _ if score > 4 => None,
            Some(None) => None,
            known => Some(Self { score, advice: known.flatten() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_strength_has_a_unique_number() {
        let advice = ADVICE.into_iter().map(Some).chain([None]);
        let all: Vec<_> =
            advice.flat_map(|advice| (0..=4).map(move |score| Strength { score, advice })).collect();
        let mut numbers: Vec<_> = all.iter().map(|strength| strength.to_number()).collect();
        for (strength, number) in all.iter().zip(&numbers) {
            assert_eq!(Strength::from_number(*number), Some(*strength));
        }
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all.len());
    }

    #[test]
    fn invalid_number_is_refused() {
        for number in [0x0a, 0x1f, 0x50, 0xff] {
            assert_eq!(Strength::from_number(number), None, "{number}");
        }
    }
}
