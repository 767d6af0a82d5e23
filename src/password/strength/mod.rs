//! Estimates with `zxcvbn` how hard a password is to guess, and selects one piece of advice. The screens contain the
//! texts.
//!
//! The result is only advice; the service's policy decides. An estimate takes about a millisecond, and up to 0.4 seconds
//! for the worst input, so [`measure_in_background`] runs it off the UI thread.

#[cfg(all(
    target_arch = "wasm32",
    any(all(feature = "web", not(feature = "measure")), feature = "strength")
))]
mod browser;
#[cfg(feature = "measure")]
mod measure;
mod number;

use zeroize::Zeroizing;

use crate::secret::EmailAddress;

#[cfg(all(target_arch = "wasm32", feature = "strength"))]
pub use browser::install;
#[cfg(feature = "measure")]
pub use measure::{MEASURED_CHARS, measure, warm_up};

/// Minimum length of an own word. A shorter one, such as `al`, occurs in too many strong passwords.
const MIN_USER_INPUT_CHARS: usize = 3;

/// How hard a password is to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// 0 to 4: fewer than 10³, 10⁶, 10⁸ or 10¹⁰ guesses, or more.
    pub score: u8,
    /// The most useful advice. `None` at score 4.
    pub advice: Option<Advice>,
}

/// What makes a password easy to guess, or what would make it harder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// One of the most common leaked passwords, or similar to one.
    Common,
    /// A pattern of adjacent keys: `qwertzuiop`.
    Keyboard,
    /// Repeated characters or parts: `aaaa`, `abcabcabc`.
    Repeat,
    /// Consecutive characters: `abcdef`, `6543`.
    Sequence,
    /// A date or a year.
    Date,
    /// A single dictionary word, also capitalized or reversed.
    Word,
    /// A person's name, or one of the user's words, such as the email address or the product.
    Name,
    /// Digits and symbols in place of letters: `p@ssw0rd`.
    Substitution,
    /// The password is only too short: another word or two would help.
    MoreWords,
}

/// Measures a password on another thread, or on the current one in a browser. Without the feature `measure`, a browser
/// page loads a separate program for it, and returns `None` if that fails; other platforms always return `None`. The
/// password is zeroized afterwards. Needs a Tokio runtime outside a browser.
#[cfg_attr(not(feature = "measure"), allow(clippy::unused_async))]
pub async fn measure_in_background(
    password: Zeroizing<String>,
    user_inputs: Vec<String>,
) -> Option<Strength> {
    #[cfg(feature = "measure")]
    return Some(measure::measure_on_other_thread(password, user_inputs).await);
    #[cfg(all(not(feature = "measure"), target_arch = "wasm32", feature = "web"))]
    return browser::measure(password, user_inputs).await;
    #[cfg(not(any(feature = "measure", all(target_arch = "wasm32", feature = "web"))))]
    {
        drop((password, user_inputs));
        None
    }
}

/// Words that an attacker would try first for this person: the email address, its local part, the main label of its
/// domain, and the product's name.
pub fn user_inputs(address: Option<&EmailAddress>, product: &str) -> Vec<String> {
    let address = address.map(EmailAddress::as_str).unwrap_or_default();
    let (local, domain) = address.rsplit_once('@').unwrap_or_default();
    let labels: Vec<&str> = domain.split('.').collect();
    // `example` in `mail.example.co.uk` and `example.org`. The suffixes occur in too many words.
    let label = labels.iter().rev().skip(1).find(|label| label.chars().count() > MIN_USER_INPUT_CHARS);
    [address, local, label.copied().unwrap_or_default(), product]
        .into_iter()
        .filter(|word| word.chars().count() >= MIN_USER_INPUT_CHARS)
        .map(str::to_owned)
        .collect()
}

#[cfg(all(test, feature = "measure"))]
mod tests;
