//! A strength as one number: what two programs in one page can tell each other.

use super::{Advice, Strength};

/// By their places, from 1.
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
/// What the score is multiplied by, to leave room for the advice.
const SCORE: u8 = 16;

impl Strength {
    /// The number that says the same.
    pub fn number(self) -> u8 {
        let place = ADVICE.iter().position(|known| Some(*known) == self.advice);
        // Nine are few enough.
        self.score * SCORE + place.map_or(0, |place| place as u8 + 1)
    }

    /// What a number says, if it is one of these.
    pub fn of_number(number: u8) -> Option<Self> {
        let (score, place) = (number / SCORE, usize::from(number % SCORE));
        let advice = place.checked_sub(1).map(|place| ADVICE.get(place).copied());
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
    fn every_strength_has_a_number_of_its_own() {
        let advice = ADVICE.into_iter().map(Some).chain([None]);
        let all: Vec<_> =
            advice.flat_map(|advice| (0..=4).map(move |score| Strength { score, advice })).collect();
        let mut numbers: Vec<_> = all.iter().map(|strength| strength.number()).collect();
        for (strength, number) in all.iter().zip(&numbers) {
            assert_eq!(Strength::of_number(*number), Some(*strength));
        }
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all.len());
    }

    #[test]
    fn other_numbers_say_nothing() {
        for number in [0x0a, 0x1f, 0x50, 0xff] {
            assert_eq!(Strength::of_number(number), None, "{number}");
        }
    }
}
