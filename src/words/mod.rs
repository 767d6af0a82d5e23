//! Every word on the screens: Fluent sentences in `assets/locales`, by name. No other file holds text for people, and
//! nothing that a server wrote is ever shown.

mod language;
mod sentences;
#[cfg(test)]
mod tests;

use std::{fmt, rc::Rc};

use dioxus::prelude::*;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use language::Language;

/// Sentences of an embedding app that take the place of ours, or of some of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The tag of the [`Language`] that they are in.
    pub language: &'static str,
    /// Fluent messages, under the names of `assets/locales/en.ftl`.
    pub sentences: String,
}

/// The sentences in one language.
#[derive(Clone)]
pub struct Words {
    language: &'static Language,
    /// What is asked first; the last is English, which has everything.
    bundles: Rc<[FluentBundle<FluentResource>]>,
}

impl Words {
    /// The words of `language`; those of `wording` that are in it, or in English, go before ours.
    pub fn new(language: &'static Language, wording: &[Wording]) -> Self {
        let mut languages = vec![language];
        if language != Language::english() {
            languages.push(Language::english());
        }
        Self { language, bundles: languages.into_iter().map(|it| bundle(it, wording)).collect() }
    }

    /// The language they are in.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The sentence named `id`.
    pub fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// The sentence named `id`, which is told `value` under `name`.
    pub fn tell<'a>(&self, id: &str, name: &'static str, value: impl Into<FluentValue<'a>>) -> String {
        let mut told = FluentArgs::new();
        told.set(name, value);
        self.format(id, Some(&told))
    }

    /// The sentence named `id`, cut in two where `name` would stand, for a value that is shown in a way of its own.
    pub fn around(&self, id: &str, name: &'static str) -> (String, String) {
        const HERE: &str = "\u{fffc}";
        let whole = self.tell(id, name, HERE);
        // The isolates around a value belong to the value.
        let (before, after) = whole.split_once(HERE).unwrap_or((&whole, ""));
        (before.trim_end_matches('\u{2068}').to_owned(), after.trim_start_matches('\u{2069}').to_owned())
    }

    fn format(&self, id: &str, told: Option<&FluentArgs<'_>>) -> String {
        let said = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, told, &mut Vec::new()).into_owned())
        });
        debug_assert!(said.is_some(), "no sentence is named {id}");
        said.unwrap_or_default()
    }
}

fn bundle(language: &Language, wording: &[Wording]) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![identifier]);
    // Between signs of their own, a Latin address cannot turn an Arabic sentence around. Where everything runs the same
    // way the signs would only come along when text is copied.
    bundle.set_use_isolating(language.right_to_left);
    let other = wording.iter().filter(|wording| wording.language == language.tag);
    for sentences in std::iter::once(language.sentences()).chain(other.map(|wording| &*wording.sentences)) {
        // A sentence that cannot be read is passed over, and said in English instead.
        let resource = FluentResource::try_new(sentences.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundles, &other.bundles)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.language.tag).finish()
    }
}

/// The words to use, inside a component; it is drawn again when the person chooses another language.
///
/// Below no [`App`](crate::app::App) it is English: parts can be used alone.
pub fn use_words() -> Words {
    match try_consume_context::<Signal<Words>>() {
        Some(words) => words(),
        None => use_hook(|| Words::new(Language::english(), &[])),
    }
}

/// Seconds as a clock shows them, `0:45`: the same in every language, so that no sentence must bend around it.
pub fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
