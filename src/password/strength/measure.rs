//! The measure itself, by `zxcvbn`.

use zeroize::Zeroizing;
use zxcvbn::feedback::{Feedback, Suggestion, Warning};
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Entropy, Score, zxcvbn};

use super::{Advice, Strength};

/// Only so many leading characters are measured, as the server does. `zxcvbn` tries every way to read signs and digits as
/// letters: 32 characters take up to 0.4 seconds, 100 take more than three.
pub const MEASURED_CHARS: usize = 32;
/// How long the drawing may stand still for a measurement: an eighth of a frame.
#[cfg(not(target_arch = "wasm32"))]
const A_MOMENT: std::time::Duration = std::time::Duration::from_millis(2);

/// Measures the first [`MEASURED_CHARS`] characters. `own_words` count as known to whoever guesses; [`own_words`](super::own_words)
/// puts them together.
///
/// The copy made here is wiped; `zxcvbn` holds pieces of the password while it works, and those it does not wipe.
pub fn measure(password: &str, own_words: &[&str]) -> Strength {
    // Room for all of them, so that no shorter copy is left behind by growing.
    let mut start = Zeroizing::new(String::with_capacity(MEASURED_CHARS * size_of::<char>()));
    start.extend(password.chars().take(MEASURED_CHARS));
    let estimate = zxcvbn(&start, own_words);
    let score = u8::from(estimate.score());
    let advice = match estimate.score() {
        Score::Four => None,
        _ if leans_on_own_word(&estimate, own_words) => Some(Advice::Name),
        _ => Some(estimate.feedback().map_or(Advice::MoreWords, advice)),
    };
    Strength { score, advice }
}

/// On another thread, where there is one.
pub(super) async fn measure_elsewhere(password: Zeroizing<String>, own_words: Vec<String>) -> Strength {
    let work = move || {
        let own_words: Vec<&str> = own_words.iter().map(String::as_str).collect();
        measure(&password, &own_words)
    };
    #[cfg(target_arch = "wasm32")]
    return work();
    #[cfg(not(target_arch = "wasm32"))]
    match soon(work).await {
        Ok(strength) => strength,
        Err(failed) => match failed.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // The runtime ends, and the window with it: nobody reads this.
            Err(_) => Strength { score: 0, advice: None },
        },
    }
}

/// The outcome of `work` on another thread, for which this one stands still at most [`A_MOMENT`]: nearly always it is
/// there by then, and the screen is drawn once with it, instead of once before and once after.
#[cfg(not(target_arch = "wasm32"))]
async fn soon(work: impl FnOnce() -> Strength + Send + 'static) -> Result<Strength, tokio::task::JoinError> {
    let (done, first) = std::sync::mpsc::sync_channel(1);
    let task = tokio::task::spawn_blocking(move || {
        let strength = work();
        // Nobody waits for it here any more if it took long.
        let _ = done.send(strength);
        strength
    });
    match first.recv_timeout(A_MOMENT) {
        Ok(strength) => Ok(strength),
        Err(_) => task.await,
    }
}

/// Builds the tables, about 90,000 words, so that the first key does not wait for them. Returns at once, except in a
/// browser, which has no thread to do it on.
pub fn warm_up() {
    let build = || {
        measure("correct horse", &[]);
    };
    #[cfg(target_arch = "wasm32")]
    build();
    // Without a thread the first measurement builds them.
    #[cfg(not(target_arch = "wasm32"))]
    let _ = std::thread::Builder::new().name("strength".to_owned()).spawn(build);
}

/// Whether the longest part of the password is an own word, of which zxcvbn's feedback says nothing.
fn leans_on_own_word(estimate: &Entropy, own_words: &[&str]) -> bool {
    let longest = estimate.sequence().iter().max_by_key(|part| part.token.chars().count());
    let Some(MatchPattern::Dictionary(found)) = longest.map(|part| &part.pattern) else { return false };
    own_words.iter().any(|word| word.to_lowercase() == found.matched_word)
}

/// A warning says what is wrong; without one, the suggestions say what does not help, the particular before the
/// general "another word or two".
fn advice(feedback: &Feedback) -> Advice {
    let suggests = |wanted| feedback.suggestions().contains(&wanted);
    match feedback.warning() {
        // Spelt with digits, it is like a leaked one because of the spelling.
        Some(Warning::ThisIsSimilarToACommonlyUsedPassword)
            if suggests(Suggestion::PredictableSubstitutionsDontHelpVeryMuch) =>
        {
            Advice::Substitution
        }
        Some(warning) => by_warning(warning),
        None => feedback.suggestions().iter().find_map(by_suggestion).unwrap_or(Advice::MoreWords),
    }
}

fn by_warning(warning: Warning) -> Advice {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            Advice::Keyboard
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            Advice::Repeat
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Advice::Common,
        Warning::SequencesLikeAbcAreEasyToGuess => Advice::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Advice::Date,
        Warning::AWordByItselfIsEasyToGuess => Advice::Word,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Advice::Name,
    }
}

fn by_suggestion(suggestion: &Suggestion) -> Option<Advice> {
    match suggestion {
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Some(Advice::Substitution),
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | Suggestion::ReversedWordsArentMuchHarderToGuess => Some(Advice::Word),
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => Some(Advice::Keyboard),
        Suggestion::AvoidRepeatedWordsAndCharacters => Some(Advice::Repeat),
        Suggestion::AvoidSequences => Some(Advice::Sequence),
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Some(Advice::Date),
        Suggestion::UseAFewWordsAvoidCommonPhrases
        | Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters
        | Suggestion::AddAnotherWordOrTwo => None,
    }
}
