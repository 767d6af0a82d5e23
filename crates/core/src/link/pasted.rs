//! Finds a recovery link in pasted text, and undoes what happened to it on the way.
//!
//! Known layers (a wrapped line, quoted-printable, HTML entities, a scanner's own link around it) are taken off one at a
//! time. Whether the result is a recovery link is decided by the caller's strict rules alone: nothing here accepts a link.

mod layers;
mod scan;
mod wrapper;

use zeroize::Zeroizing;

use crate::fold::{fold, is_invisible};
use crate::text;
use scan::{Joined, Start, starts};
use wrapper::Wrapped;

/// Longest pasted text that is searched for a link, in bytes: a whole mail with its headers.
pub const MAX_PASTED_BYTES: usize = 256 * 1024;
/// Most forms of one text that are judged.
const MAX_FORMS: usize = 24;
/// How many bytes are read and judged in all: many times a whole mail, and a fraction of a second.
const MAX_JUDGED_BYTES: usize = 4 * 1024 * 1024;

/// What is known of the links that are looked for.
#[derive(Debug, Clone, Copy)]
pub struct OwnLinks<'a> {
    /// Private schemes, without `://`.
    pub schemes: &'a [String],
    /// Hosts of https links, in lower case.
    pub hosts: &'a [String],
    /// The caller's rules know how long each part is. Then any broken line may be put together again; otherwise only
    /// one that was certainly broken, since a part of a token would be accepted for a token.
    pub exact_lengths: bool,
}

/// What a text holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<T, E> {
    /// A link that was accepted.
    Link(T),
    /// The first link, and why it was not.
    Refused(E),
    /// A link of a service that counts clicks, which hides where it leads.
    ClickTracker,
}

/// Why a link was refused, as far as it matters here.
pub trait LinkRefusal {
    /// The link is for something else, rather than one of ours and damaged.
    fn is_foreign(&self) -> bool;
}

/// Finds the first link that `judge` accepts. `None`: there is no link in the text. At most the first 256 KiB are
/// searched.
pub fn find_link<T, E: LinkRefusal>(
    text: &str,
    own: OwnLinks<'_>,
    judge: impl Fn(&str) -> Result<T, E>,
) -> Option<Found<T, E>> {
    let text = text::prefix(text, MAX_PASTED_BYTES);
    let mut visible = Zeroizing::new(String::with_capacity(text.len()));
    visible.extend(text.chars().filter(|c| !is_invisible(*c)));
    let mut search = Search { own, judge, budget: MAX_JUDGED_BYTES };
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
    judge: J,
    budget: usize,
}

/// Why the forms of one link were refused.
struct Refusals<E> {
    first: Option<E>,
    click_tracker: bool,
}

impl<J> Search<'_, J> {
    fn text<T, E: LinkRefusal>(&mut self, text: &str) -> Option<Found<T, E>>
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

    /// Judges the link that begins at `start`, with as many of the following pieces as belong to it.
    fn link_at<T, E: LinkRefusal>(&mut self, text: &str, start: Start) -> Option<Found<T, E>>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let mut refusals = Refusals { first: None, click_tracker: false };
        let mut accepted = None;
        for Joined { link, goes_on } in start.joined(text, self.own) {
            self.budget = self.budget.saturating_sub(link.len());
            if let Some(found) = self.layers(&link, &mut refusals) {
                accepted = Some(found);
            }
            if accepted.is_some() && !goes_on || self.budget == 0 {
                break;
            }
        }
        let Refusals { first, click_tracker } = refusals;
        match (accepted, first) {
            (Some(link), _) => Some(Found::Link(link)),
            (None, Some(why)) if !why.is_foreign() || !click_tracker => Some(Found::Refused(why)),
            (None, _) => click_tracker.then_some(Found::ClickTracker),
        }
    }

    /// Judges a link as it stands, and then with one layer after the other taken off.
    fn layers<T, E: LinkRefusal>(&mut self, link: &str, refusals: &mut Refusals<E>) -> Option<T>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let mut forms: Vec<Zeroizing<String>> = layers::unbroken(link);
        let mut at = 0;
        while let Some(form) = forms.get(at).cloned().filter(|_| at < MAX_FORMS) {
            at += 1;
            self.budget = self.budget.saturating_sub(form.len());
            if self.budget == 0 {
                return None;
            }
            let form = layers::without_sentence_marks(&form);
            let mut further: Vec<Zeroizing<String>> = Vec::new();
            match wrapper::unwrap(form) {
                Some(Wrapped::Target(target)) => further.push(target),
                Some(Wrapped::Opaque) => refusals.click_tracker = true,
                None => match (self.judge)(form) {
                    Ok(accepted) => return Some(accepted),
                    Err(why) => refusals.add(why),
                },
            }
            further.extend(layers::ALL.iter().filter_map(|undo| undo(form)));
            for next in further {
                if !forms.contains(&next) {
                    forms.push(next);
                }
            }
        }
        None
    }
}

impl<E: LinkRefusal> Refusals<E> {
    /// That one of ours is damaged says more than that the scanner's link around it is not ours.
    fn add(&mut self, why: E) {
        if self.first.as_ref().is_none_or(|first| first.is_foreign() && !why.is_foreign()) {
            self.first = Some(why);
        }
    }
}

#[cfg(test)]
mod tests;
