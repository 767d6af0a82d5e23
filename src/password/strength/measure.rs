//! The estimate by `zxcvbn`.

use zeroize::Zeroizing;
use zxcvbn::feedback::{Feedback, Suggestion, Warning};
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Entropy, Score, zxcvbn};

use super::{Advice, Strength};

/// Maximum number of characters that are measured; the same as on the server. `zxcvbn` tries all ways to read symbols and
/// digits as letters: 32 characters take up to 0.4 seconds, 100 take more than three.
pub const MEASURED_CHARS: usize = 32;
/// Maximum time that the UI thread blocks for a measurement: an eighth of a frame.
#[cfg(not(target_arch = "wasm32"))]
const MAX_BLOCKING: std::time::Duration = std::time::Duration::from_millis(2);

/// Measures the first [`MEASURED_CHARS`] characters. `user_inputs` are words that an attacker is assumed to know, see
/// [`user_inputs`](super::user_inputs).
///
/// The copy made here is zeroized. `zxcvbn` copies parts of the password and does not zeroize them.
pub fn measure(password: &str, user_inputs: &[&str]) -> Strength {
    // Full capacity, so that no reallocation leaves a copy behind.
    let mut start = Zeroizing::new(String::with_capacity(MEASURED_CHARS * size_of::<char>()));
    start.extend(password.chars().take(MEASURED_CHARS));
    let estimate = zxcvbn(&start, user_inputs);
    let score = u8::from(estimate.score());
    let advice = match estimate.score() {
        Score::Four => None,
        _ if is_mostly_own_word(&estimate, user_inputs) => Some(Advice::Name),
        _ => Some(estimate.feedback().map_or(Advice::MoreWords, advice)),
    };
    Strength { score, advice }
}

/// Measures on another thread, or on this one in a browser.
pub(super) async fn measure_on_other_thread(
    password: Zeroizing<String>,
    user_inputs: Vec<String>,
) -> Strength {
    let work = move || {
        let user_inputs: Vec<&str> = user_inputs.iter().map(String::as_str).collect();
        measure(&password, &user_inputs)
    };
    #[cfg(target_arch = "wasm32")]
    return work();
    #[cfg(not(target_arch = "wasm32"))]
    match run_in_background(work).await {
        Ok(strength) => strength,
        Err(failed) => match failed.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // The runtime is shutting down together with the window, so the result is not shown.
            Err(_) => Strength { score: 0, advice: None },
        },
    }
}

/// Runs `work` on another thread, and blocks this one for at most [`MAX_BLOCKING`]. The result is nearly always ready by
/// then, so the screen is rendered once instead of twice.
#[cfg(not(target_arch = "wasm32"))]
async fn run_in_background(
    work: impl FnOnce() -> Strength + Send + 'static,
) -> Result<Strength, tokio::task::JoinError> {
    let (sender, receiver) = std::sync::mpsc::sync_channel(1);
    let task = tokio::task::spawn_blocking(move || {
        let strength = work();
        // The receiver is gone after the timeout.
        let _ = sender.send(strength);
        strength
    });
    match receiver.recv_timeout(MAX_BLOCKING) {
        Ok(strength) => Ok(strength),
        Err(_) => task.await,
    }
}

/// Builds the tables of about 90,000 words, so that the first key press does not wait for them. Returns at once, except
/// in a browser, which has no other thread.
pub fn warm_up() {
    let build = || {
        measure("correct horse", &[]);
    };
    #[cfg(target_arch = "wasm32")]
    build();
    // If the thread cannot be started, the first measurement builds them.
    #[cfg(not(target_arch = "wasm32"))]
    let _ = std::thread::Builder::new().name("strength".to_owned()).spawn(build);
}

/// Whether the longest part of the password is an own word. zxcvbn's feedback does not report this.
fn is_mostly_own_word(estimate: &Entropy, user_inputs: &[&str]) -> bool {
    let longest = estimate.sequence().iter().max_by_key(|part| part.token.chars().count());
    let Some(MatchPattern::Dictionary(found)) = longest.map(|part| &part.pattern) else { return false };
    user_inputs.iter().any(|word| word.to_lowercase() == found.matched_word)
}

/// The advice for the warning, if there is one; otherwise for the first suggestion other than the general "another word or
/// two".
fn advice(feedback: &Feedback) -> Advice {
    let suggests = |wanted| feedback.suggestions().contains(&wanted);
    match feedback.warning() {
        // It resembles a leaked password only because of its substitutions.
        Some(Warning::ThisIsSimilarToACommonlyUsedPassword)
            if suggests(Suggestion::PredictableSubstitutionsDontHelpVeryMuch) =>
        {
            Advice::Substitution
        }
        Some(warning) => for_warning(warning),
        None => feedback.suggestions().iter().find_map(for_suggestion).unwrap_or(Advice::MoreWords),
    }
}

fn for_warning(warning: Warning) -> Advice {
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

fn for_suggestion(suggestion: &Suggestion) -> Option<Advice> {
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
