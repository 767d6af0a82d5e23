//! Finds a recovery link in pasted text, and reverts changes that were made in transit.
//!
//! Known layers (line breaks, quoted-printable, HTML entities, a scanner's link around it) are removed one at a time. The
//! caller's strict parser decides whether the result is a recovery link.

mod layers;
mod scan;
mod wrapper;

use zeroize::Zeroizing;

use crate::normalization::{is_invisible, normalize};
use crate::truncate;
use scan::{Candidate, Start, is_own_address, starts};
use wrapper::WrapperTarget;

/// Maximum length of a text that is searched for a link, in bytes: a whole email with its headers.
pub const MAX_PASTED_BYTES: usize = 256 * 1024;
/// Maximum number of forms of one link that are parsed.
const MAX_FORMS: usize = 24;
/// Maximum number of punctuation marks at the end of a token: almost every token with such characters ends with none.
const MAX_TOKEN_PUNCTUATION: usize = 2;
/// Maximum number of bytes that are parsed in total. This takes a fraction of a second.
const MAX_PARSED_BYTES: usize = 4 * 1024 * 1024;

/// What is known about the app's links.
#[derive(Debug, Clone, Copy)]
pub struct OwnLinks<'a> {
    /// Private schemes, without `://`.
    pub schemes: &'a [String],
    /// Hosts of https links, in lower case.
    pub hosts: &'a [String],
    /// Whether the caller's rules have the length of every token, so all broken lines can be joined. Otherwise only lines
    /// that were certainly broken are joined, because the parser would accept a part of a token.
    pub exact_lengths: bool,
}

/// The result of a search.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<T, E> {
    /// An accepted link.
    Link(T),
    /// Why the link is refused that most resembles a link of this app.
    Refused(E),
    /// A click tracker's link, which hides its target.
    ClickTracker,
}

/// How much a refused link resembles a recovery link of this app. An email also has links to logos and other pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resemblance {
    /// It leads elsewhere.
    Foreign,
    /// It leads to another page of the service.
    OtherPage,
    /// It is a click tracker's, which can hide any link.
    Hidden,
    /// The service sent it for another purpose.
    OtherPurpose,
    /// It leads to the page for recovery links, and has no token.
    NoToken,
    /// It is a recovery link, and damaged or refused.
    Damaged,
}

/// Why a link is refused.
pub trait LinkParseError {
    /// How much the link resembles a link of this app.
    fn resemblance(&self) -> Resemblance;
}

/// Finds the first link that `parse` accepts. `None`: there is no link in the text. At most the first 256 KiB are
/// searched.
pub fn find_link<T, E: LinkParseError>(
    text: &str,
    own: OwnLinks<'_>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<Found<T, E>> {
    let text = truncate::prefix(text, MAX_PASTED_BYTES);
    let mut visible = Zeroizing::new(String::with_capacity(text.len()));
    visible.extend(text.chars().filter(|c| !is_invisible(*c)));
    let mut search = Search { own, parse, budget: MAX_PARSED_BYTES };
    let mut refusal = None;
    let mut link = search.text(&visible, &mut refusal);
    if link.is_none() && !visible.is_ascii() {
        link = search.text(&normalize(&visible), &mut refusal);
    }
    link.map(Found::Link).or(refusal.map(Refusal::into_found))
}

struct Search<'a, J> {
    own: OwnLinks<'a>,
    parse: J,
    budget: usize,
}

/// The link among the refused ones that most resembles a link of this app.
struct Refusal<E> {
    resemblance: Resemblance,
    /// `None` for the link of a click tracker.
    why: Option<E>,
}

impl<E> Refusal<E> {
    /// Of two links that resemble one of this app equally, the first is kept.
    fn note(closest: &mut Option<Self>, resemblance: Resemblance, why: Option<E>) {
        if closest.as_ref().is_none_or(|closest| closest.resemblance < resemblance) {
            *closest = Some(Self { resemblance, why });
        }
    }

    fn into_found<T>(self) -> Found<T, E> {
        self.why.map_or(Found::ClickTracker, Found::Refused)
    }
}

impl<J> Search<'_, J> {
    fn text<T, E: LinkParseError>(&mut self, text: &str, refusal: &mut Option<Refusal<E>>) -> Option<T>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        for start in starts(text, self.own) {
            if self.budget == 0 {
                break;
            }
            if let Some(link) = self.link_at(text, start, refusal) {
                return Some(link);
            }
        }
        None
    }

    /// Parses the link that begins at `start`, joined with the following pieces that belong to it.
    fn link_at<T, E: LinkParseError>(
        &mut self,
        text: &str,
        start: Start,
        refusal: &mut Option<Refusal<E>>,
    ) -> Option<T>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let mut accepted = None;
        for Candidate { link, continues } in start.candidates(text, self.own) {
            self.budget = self.budget.saturating_sub(link.len());
            if let Some(found) = self.layers(&link, refusal) {
                accepted = Some(found);
            }
            if accepted.is_some() && !continues || self.budget == 0 {
                break;
            }
        }
        accepted
    }

    /// Parses a link as written, then with one layer after the other removed.
    fn layers<T, E: LinkParseError>(&mut self, link: &str, refusal: &mut Option<Refusal<E>>) -> Option<T>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let mut forms: Vec<Zeroizing<String>> = layers::join_lines(link);
        let mut at = 0;
        while let Some(form) = forms.get(at).cloned().filter(|_| at < MAX_FORMS) {
            at += 1;
            self.budget = self.budget.saturating_sub(form.len());
            if self.budget == 0 {
                return None;
            }
            let mut further: Vec<Zeroizing<String>> = Vec::new();
            match wrapper::unwrap(layers::without_punctuation(&form)) {
                Some(WrapperTarget::Known(target)) => further.push(target),
                Some(WrapperTarget::Hidden) => Refusal::note(refusal, Resemblance::Hidden, None),
                None => match self.parse_form(&form) {
                    Ok(accepted) => return Some(accepted),
                    Err(why) => Refusal::note(refusal, self.resemblance(&form, &why), Some(why)),
                },
            }
            further.extend(layers::DECODERS.iter().filter_map(|decode| decode(&form)));
            for next in further {
                if !forms.contains(&next) {
                    forms.push(next);
                }
            }
        }
        None
    }

    /// Parses a link without the punctuation after it. If it is refused, some of that can belong to its token.
    fn parse_form<T, E: LinkParseError>(&self, form: &str) -> Result<T, E>
    where
        J: Fn(&str) -> Result<T, E>,
    {
        let link = layers::without_punctuation(form);
        let after = &form[link.len()..];
        let in_token =
            after.bytes().take(MAX_TOKEN_PUNCTUATION).take_while(|b| matches!(b, b'.' | b':')).count();
        (self.parse)(link).or_else(|why| {
            let mut longer = (1..=in_token).map(|more| &form[..link.len() + more]);
            longer.find_map(|longer| (self.parse)(longer).ok()).ok_or(why)
        })
    }

    /// A parser can refuse a link for its characters or its length, whichever host it has.
    fn resemblance(&self, link: &str, why: &impl LinkParseError) -> Resemblance {
        if is_own_address(link, self.own) { why.resemblance() } else { Resemblance::Foreign }
    }
}

#[cfg(test)]
mod tests;
