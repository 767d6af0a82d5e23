//! How hard a password is to guess, by `zxcvbn`, and the one thing to say about it. Data: the words are the screens'.
//!
//! It advises and decides nothing: the service's policy has the last word. Measuring takes about a millisecond,
//! and up to 0.4 seconds for the worst signs, so [`measure_aside`] keeps it off the thread that draws.

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
pub use browser::offer;
#[cfg(feature = "measure")]
pub use measure::{MEASURED_CHARS, measure, warm_up};

/// A shorter own word, such as `al`, is inside too many honest passwords to tell anything.
const MIN_TELLING_CHARS: usize = 3;

/// How hard a password is to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// 0 to 4: under 10³, 10⁶, 10⁸, 10¹⁰ guesses, and more.
    pub score: u8,
    /// What would help most. `None` at score 4.
    pub advice: Option<Advice>,
}

/// What makes a password easy to guess, or what would make it harder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Among the leaked passwords that everybody tries first, or much like one.
    Common,
    /// A walk over the keyboard: `qwertzuiop`.
    Keyboard,
    /// The same over and over: `aaaa`, `abcabcabc`.
    Repeat,
    /// One after the other: `abcdef`, `6543`.
    Sequence,
    /// A date or a year.
    Date,
    /// One word of the dictionary, or one that is only capitalized or reversed.
    Word,
    /// A person's name, or one of the own words: the address, the product.
    Name,
    /// Digits and signs in place of letters: `p@ssw0rd`.
    Substitution,
    /// Nothing in particular is wrong with it but its length: another word or two would help.
    MoreWords,
}

/// How hard a password is to guess, measured on another thread; in a browser, which has no other, here. Without the
/// feature `measure` a page asks a program of its own, which may not come: then it is `None`, as it is elsewhere. The
/// password is wiped afterwards. Needs a Tokio runtime outside a browser.
#[cfg_attr(not(feature = "measure"), allow(clippy::unused_async))]
pub async fn measure_aside(password: Zeroizing<String>, own_words: Vec<String>) -> Option<Strength> {
    #[cfg(feature = "measure")]
    return Some(measure::measure_elsewhere(password, own_words).await);
    #[cfg(all(not(feature = "measure"), target_arch = "wasm32", feature = "web"))]
    return browser::ask(password, own_words).await;
    #[cfg(not(any(feature = "measure", all(target_arch = "wasm32", feature = "web"))))]
    {
        drop((password, own_words));
        None
    }
}

/// The words that somebody who guesses at this person's password tries first: the address, its local part, its
/// domain's label, and the product's name.
pub fn own_words(address: Option<&EmailAddress>, product: &str) -> Vec<String> {
    let address = address.map(EmailAddress::as_str).unwrap_or_default();
    let (local, domain) = address.rsplit_once('@').unwrap_or_default();
    let labels: Vec<&str> = domain.split('.').collect();
    // Of `mail.example.co.uk` and `example.org`, `example`; the endings are in too many words.
    let label = labels.iter().rev().skip(1).find(|label| label.chars().count() > MIN_TELLING_CHARS);
    [address, local, label.copied().unwrap_or_default(), product]
        .into_iter()
        .filter(|word| word.chars().count() >= MIN_TELLING_CHARS)
        .map(str::to_owned)
        .collect()
}

#[cfg(all(test, feature = "measure"))]
mod tests;
