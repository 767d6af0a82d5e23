//! Finds a recovery link in pasted text, and reverts changes that were made in transit.
//!
//! Known layers (line breaks, quoted-printable, HTML entities, a scanner's link around it) are removed one at a time. The
//! caller's strict parser decides whether the result is a recovery link.

mod layers;
mod scan;
mod wrapper;

use zeroize::Zeroizing;

use crate::fold::{fold, is_invisible};
use crate::text;
use scan::{Joined, Start, starts};
use wrapper::Wrapped;

/// Maximum length of a text that is searched for a link, in bytes: a whole email with its headers.
pub const MAX_PASTED_BYTES: usize = 256 * 1024;
/// Maximum number of forms of one link that are parsed.
const MAX_FORMS: usize = 24;
/// Maximum number of bytes that are parsed in total. This takes a fraction of a second.
const MAX_PARSED_BYTES: usize = 4 * 1024 * 1024;

/// What is known about the app's links.
#[derive(Debug, Clone, Copy)]
pub struct OwnLinks<'a> {
    /// Private schemes, without `://`.
    pub schemes: &'a [String],
    /// Hosts of https links, in lower case.
    pub hosts: &'a [String],
    /// Whether the caller's rules have the length of each value, so all broken lines can be joined. Otherwise only lines
    /// that were certainly broken are joined, because the parser would accept a part of a token.
    pub exact_lengths: bool,
}

/// The result of a search.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<T, E> {
    /// An accepted link.
    Link(T),
    /// Why the first link is refused.
    Refused(E),
    /// A click tracker's link, which hides its target.
    ClickTracker,
}

/// Why a link is refused.
pub trait LinkParseError {
    /// The link is for another service, and not a damaged link of this app.
    fn is_foreign(&self) -> bool;
}

/// Finds the first link that `parse` accepts. `None`: there is no link in the text. At most the first 256 KiB are
/// searched.
pub fn find_link<T, E: LinkParseError>(
    text: &str,
    own: OwnLinks<'_>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<Found<T, E>> {
    let text = text::prefix(text, MAX_PASTED_BYTES);
    let mut visible = Zeroizing::new(String::with_capacity(text.len()));
    visible.extend(text.chars().filter(|c| !is_invisible(*c)));
    let mut search = Search { own, parse, budget: MAX_PARSED_BYTES };
    let found = search.text(&visible);
    if visible.is_ascii() || matches!(found, Some(Found::Link(_))) {
        return found;
    }
    let folded = fold(&visible);
    match search.text(&folded) {
        Some(Found::Link(link)) => Some(Found::Link(link)),
        other => found.or(other),
    }
}

struct Search<'a, J> {
    own: OwnLinks<'a>,
    parse: J,
    budget: usize,
}

/// Why all forms of one link are refused.
struct ParseErrors<E> {
    first: Option<E>,
    click_tracker: bool,
}

impl<J> Search<'_, J> {
    fn text<T, E: LinkParseError>(&mut self, text: &str) -> Option<Found<T, E>>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let mut refused = None;
        for start in starts(text, self.own) {
            if self.budget == 0 {
                break;
            }
            match self.link_at(text, start) {
                Some(Found::Link(link)) => return Some(Found::Link(link)),
                other => refused = refused.or(other),
            }
        }
        refused
    }

    /// Parses the link that begins at `start`, joined with the following pieces that belong to it.
    fn link_at<T, E: LinkParseError>(&mut self, text: &str, start: Start) -> Option<Found<T, E>>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let mut errors = ParseErrors { first: None, click_tracker: false };
        let mut accepted = None;
        for Joined { link, continues } in start.joined(text, self.own) {
            self.budget = self.budget.saturating_sub(link.len());
            if let Some(found) = self.layers(&link, &mut errors) {
                accepted = Some(found);
            }
            if accepted.is_some() && !continues || self.budget == 0 {
                break;
            }
        }
        let ParseErrors { first, click_tracker } = errors;
        match (accepted, first) {
            (Some(link), _) => Some(Found::Link(link)),
            (None, Some(why)) if !why.is_foreign() || !click_tracker => Some(Found::Refused(why)),
            (None, _) => click_tracker.then_some(Found::ClickTracker),
        }
    }

    /// Parses a link as written, then with one layer after the other removed.
    fn layers<T, E: LinkParseError>(&mut self, link: &str, errors: &mut ParseErrors<E>) -> Option<T>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let mut forms: Vec<Zeroizing<String>> = layers::joined(link);
        let mut at = 0;
        while let Some(form) = forms.get(at).cloned().filter(|_| at < MAX_FORMS) {
            at += 1;
            self.budget = self.budget.saturating_sub(form.len());
            if self.budget == 0 {
                return None;
            }
            let form = layers::without_punctuation(&form);
            let mut further: Vec<Zeroizing<String>> = Vec::new();
            match wrapper::unwrap(form) {
                Some(Wrapped::Target(target)) => further.push(target),
                Some(Wrapped::Opaque) => errors.click_tracker = true,
                None => match (self.parse)(form) {
                    Ok(accepted) => return Some(accepted),
                    Err(why) => errors.add(why),
                },
            }
            further.extend(layers::DECODERS.iter().filter_map(|decode| decode(form)));
            for next in further {
                if !forms.contains(&next) {
                    forms.push(next);
                }
            }
        }
        None
    }
}

impl<E: LinkParseError> ParseErrors<E> {
    /// The error of a damaged link of this app has priority over that of a scanner's link around it.
    fn add(&mut self, why: E) {
        if self.first.as_ref().is_none_or(|first| first.is_foreign() && !why.is_foreign()) {
            self.first = Some(why);
        }
    }
}

#[cfg(test)]
mod tests;
