//! Detects caps lock from key events. Web views do not report its state, so it is derived from the letters.

use dioxus::prelude::{Key, Modifiers};

/// The caps lock state after a key, given the state that was known before.
pub(super) fn caps_lock_after(known: bool, key: &Key, modifiers: Modifiers) -> bool {
    let Key::Character(text) = key else {
        // Pressing the key turns an active caps lock off. If it turned it on, the next letter shows it.
        return known && *key != Key::CapsLock;
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
    use super::*;

    #[test]
    fn caps_lock_is_derived_from_letters() {
        let (none, shift, control) = (Modifiers::empty(), Modifiers::SHIFT, Modifiers::CONTROL);
        let letter = |text: &str| Key::Character(text.into());
        for (known, key, modifiers, on) in [
            (false, letter("A"), none, true),
            (true, letter("A"), shift, false),
            (false, letter("a"), shift, true),
            (true, letter("a"), none, false),
            (false, letter("Ä"), none, true),
            (true, letter("7"), none, true),
            (false, letter("7"), shift, false),
            (true, letter("字"), none, true),
            (true, letter("A"), control, true),
            (true, Key::CapsLock, none, false),
            (false, Key::CapsLock, none, false),
            (true, Key::Backspace, none, true),
            (false, Key::Shift, shift, false),
        ] {
            assert_eq!(caps_lock_after(known, &key, modifiers), on, "{known} {key:?} {modifiers:?}");
        }
    }
}
