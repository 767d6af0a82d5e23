//! Detects caps lock from key events. Web views do not report its state, so it is derived from the letters.

use dioxus::prelude::{Key, Modifiers};

/// The key's name in the standard "UI Events". Dioxus 0.7 and 0.8 have different types for keys with a name.
const CAPS_LOCK: &str = "CapsLock";

/// The caps lock state after a key, given the state that was known before.
pub(super) fn caps_lock_after(known: bool, key: &Key, modifiers: Modifiers) -> bool {
    let Key::Character(text) = key else {
        // Pressing the key turns an active caps lock off. If it turned it on, the next letter shows it.
        return known && key.to_string() != CAPS_LOCK;
    };
    if modifiers.intersects(Modifiers::CONTROL | Modifiers::ALT | Modifiers::META) {
        return known;
    }
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        // Only letters of some alphabets have upper and lower case.
        (Some(letter), None) if letter.is_uppercase() => !modifiers.contains(Modifiers::SHIFT),
        (Some(letter), None) if letter.is_lowercase() => modifiers.contains(Modifiers::SHIFT),
        _ => known,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn caps_lock_is_derived_from_letters() {
        let (none, shift, control) = (Modifiers::empty(), Modifiers::SHIFT, Modifiers::CONTROL);
        let key = |text: &str| text.parse::<Key>().unwrap();
        for (known, name, modifiers, on) in [
            (false, "A", none, true),
            (true, "A", shift, false),
            (false, "a", shift, true),
            (true, "a", none, false),
            (false, "Ä", none, true),
            (true, "7", none, true),
            (false, "7", shift, false),
            (true, "字", none, true),
            (true, "A", control, true),
            (true, CAPS_LOCK, none, false),
            (false, CAPS_LOCK, none, false),
            (true, "Backspace", none, true),
            (false, "Shift", shift, false),
        ] {
            assert_eq!(caps_lock_after(known, &key(name), modifiers), on, "{known} {name} {modifiers:?}");
        }
    }
}
