//! All texts of the screens: Fluent messages in `assets/locales`. No other file contains text for end users, and text
//! from a server is never shown.

mod language;
mod messages;
#[cfg(all(target_arch = "wasm32", feature = "language-files"))]
mod page_messages;
#[cfg(test)]
mod tests;

use std::{fmt, rc::Rc};

use dioxus::prelude::*;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use latchkey_core::digits::localize_digits;
use unic_langid::LanguageIdentifier;

pub use language::Language;

/// Messages of an embedding app that replace some of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageOverrides {
    /// The tag of their [`Language`].
    pub language: &'static str,
    /// Fluent source with the message names of `assets/locales/en.ftl`.
    pub messages: String,
}

const HOUR: u64 = 60 * 60;
/// From here on, times are in hours.
const TWO_HOURS: u64 = 2 * HOUR;
const DAY: u64 = 24 * HOUR;
/// From here on, times are in days.
const TWO_DAYS: u64 = 2 * DAY;

/// The messages of one language.
#[derive(Clone)]
pub struct I18n {
    language: &'static Language,
    /// The bundles in lookup order. The last one is English, which is complete.
    bundles: Rc<[FluentBundle<FluentResource>]>,
}

impl I18n {
    /// The messages of `language`. Overrides in that language, or in English, come first.
    pub fn new(language: &'static Language, message_overrides: &[MessageOverrides]) -> Self {
        let mut languages = vec![language];
        if language != Language::english() {
            languages.push(Language::english());
        }
        Self { language, bundles: languages.into_iter().map(|it| bundle(it, message_overrides)).collect() }
    }

    /// The language of these messages.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The message `id`.
    pub fn text(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// The message `id` with its variable `name` set to `value`.
    pub fn text_with<'a>(&self, id: &str, name: &'static str, value: impl Into<FluentValue<'a>>) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set(name, value);
        self.format(id, Some(&arguments))
    }

    /// The message `id` with several numbers.
    pub fn text_with_all(&self, id: &str, numbers: &[(&'static str, u64)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, number) in numbers {
            arguments.set(*name, *number);
        }
        self.format(id, Some(&arguments))
    }

    /// The text before and after the variable `name` in the message `id`, for a value with its own markup.
    pub fn text_around(&self, id: &str, name: &'static str) -> (String, String) {
        const HERE: &str = "\u{fffc}";
        let whole = self.text_with(id, name, HERE);
        // The bidi isolates around the variable are not part of the text.
        let (before, after) = whole.split_once(HERE).unwrap_or((&whole, ""));
        (before.trim_end_matches('\u{2068}').to_owned(), after.trim_start_matches('\u{2069}').to_owned())
    }

    /// Seconds as `0:45`, and from two hours as `2:00:00`, with the digits of the language.
    pub fn duration(&self, seconds: u64) -> String {
        self.digits(&match seconds {
            0..TWO_HOURS => format!("{}:{:02}", seconds / 60, seconds % 60),
            _ => format!("{}:{:02}:{:02}", seconds / HOUR, seconds / 60 % 60, seconds % 60),
        })
    }

    /// How long the link in the email works.
    pub fn link_lifetime(&self, seconds: u64) -> String {
        match seconds {
            0..TWO_HOURS => self.text_with("link-lifetime", "minutes", seconds / 60),
            TWO_HOURS..TWO_DAYS => self.text_with("link-lifetime-hours", "hours", seconds / HOUR),
            _ => self.text_with("link-lifetime-days", "days", seconds / DAY),
        }
    }

    /// How long the opened link still works.
    pub fn time_left(&self, seconds: u64) -> String {
        match seconds {
            0..TWO_HOURS => self.text_with("minutes-left", "minutes", minutes_left(seconds)),
            TWO_HOURS..TWO_DAYS => self.text_with("hours-left", "hours", seconds / HOUR),
            _ => self.text_with("days-left", "days", seconds / DAY),
        }
    }

    /// The title of the notice that the opened link ends soon.
    pub fn expires_soon(&self, seconds: u64) -> String {
        self.text_with("expires-soon-title", "minutes", minutes_left(seconds))
    }

    /// A number or a time with the digits of the language.
    pub fn digits(&self, text: &str) -> String {
        localize_digits(text, self.language.tag)
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let text = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned())
        });
        debug_assert!(text.is_some(), "there is no message {id}");
        text.unwrap_or_default()
    }
}

/// Whole minutes: seconds would only add pressure.
fn minutes_left(seconds: u64) -> u64 {
    seconds.div_ceil(60).max(1)
}

fn bundle(language: &Language, message_overrides: &[MessageOverrides]) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![identifier]);
    // Bidi isolates keep a Latin address from reordering an Arabic sentence. In left-to-right languages they would only
    // end up in copied text.
    bundle.set_use_isolating(language.right_to_left);
    bundle.set_formatter(Some(match language.tag {
        "fa" => |value, _| format_number(value, "fa"),
        "bn" => |value, _| format_number(value, "bn"),
        _ => |_, _| None,
    }));
    let other = message_overrides.iter().filter(|overrides| overrides.language == language.tag);
    let other = other.map(|overrides| overrides.messages.clone());
    for messages in std::iter::once(language.messages().into_owned()).chain(other) {
        // Messages with a syntax error are skipped; the fallback is used for them.
        let resource = FluentResource::try_new(messages).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A number with the digits of the language `tag`. `None` for other values, which are not changed.
fn format_number(value: &FluentValue<'_>, tag: &str) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(localize_digits(&number.as_string(), tag)),
        _ => None,
    }
}

impl PartialEq for I18n {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundles, &other.bundles)
    }
}

impl fmt::Debug for I18n {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("I18n").field(&self.language.tag).finish()
    }
}

/// The messages of the current language, for use inside a component. The component renders again when the language
/// changes.
///
/// Without an [`App`](crate::app::App) above it returns English, so that components can be used alone.
pub fn use_i18n() -> I18n {
    match try_consume_context::<Signal<I18n>>() {
        Some(i18n) => i18n(),
        None => use_hook(|| I18n::new(Language::english(), &[])),
    }
}
