//! The icons and illustrations of `assets/icons.svg`, inlined: nothing is loaded at run time.

use dioxus::prelude::*;
use latchkey_brand::icons;

const SYMBOLS: &str = include_str!("../../../assets/icons.svg");

macro_rules! symbols {
    ($(#[$about:meta])* $name:ident { $($variant:ident $id:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is named after its picture")]
        pub enum $name { $($variant,)* }

        impl $name {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The id of the symbol in `assets/icons.svg`.
            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }
        }
    };
}

symbols! {
    /// An icon of 24 units.
    IconName {
        Mail "mail", Out "out", Eye "eye", EyeOff "eye-off", Alert "alert", Warn "warn", Info "info", Clock "clock",
        Check "check", Ok "ok", Todo "todo", No "no", Close "x", Down "down", Back "back", Globe "globe",
        Offline "offline", Devices "devices", Key "key", User "user", Help "help",
    }
}

symbols! {
    /// An illustration of 48 units, above the title of a screen.
    IllustrationName {
        Key "illustration-key", Mail "illustration-mail", Mails "illustration-mails", Lock "illustration-lock", Clock "illustration-clock", Used "illustration-used",
        Broken "illustration-broken", Device "illustration-device", Window "illustration-window", Unknown "illustration-unknown", Buoy "illustration-buoy",
        Done "illustration-done",
    }
}

/// The colour of an illustration: of the accent, of something that stopped working, or of something that is not ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// The accent.
    #[default]
    Accent,
    /// Amber.
    Amber,
    /// Red.
    Red,
}

/// An icon of 20 px, or of 16 px if it is `small`. Hidden from screen readers: the text beside it says the same.
#[component]
pub fn Icon(name: IconName, #[props(default)] small: bool, #[props(default)] class: &'static str) -> Element {
    let small = if small { " icon-small" } else { "" };
    rsx! {
        svg {
            class: "{icons::icon_class(name.id())}{small} {class}",
            view_box: "0 0 24 24",
            "aria-hidden": "true",
            dangerous_inner_html: symbol(name.id()),
        }
    }
}

/// An illustration of 48 px.
#[component]
pub fn Illustration(name: IllustrationName, #[props(default)] tone: Tone) -> Element {
    let tone = match tone {
        Tone::Accent => "",
        Tone::Amber => "amber",
        Tone::Red => "red",
    };
    let class = icons::illustration_class(name.id(), tone);
    rsx! { svg { class, view_box: "0 0 48 48", "aria-hidden": "true", dangerous_inner_html: symbol(name.id()) } }
}

/// The tile of a brand without a logo.
#[component]
pub fn BrandTile() -> Element {
    rsx! { svg { class: icons::TILE_CLASS, view_box: "0 0 28 28", "aria-hidden": "true", dangerous_inner_html: symbol("tile") } }
}

/// The shapes of a symbol. Empty if there is none with this id.
fn symbol(id: &str) -> &'static str {
    icons::symbol(SYMBOLS, id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_and_mark_has_shapes_without_inline_styles() {
        let ids = IconName::ALL
            .iter()
            .map(|icon| icon.id())
            .chain(IllustrationName::ALL.iter().map(|illustration| illustration.id()));
        for id in ids.chain(["tile"]) {
            assert!(symbol(id).starts_with('<') && !symbol(id).contains("style"), "{id}");
        }
    }
}
