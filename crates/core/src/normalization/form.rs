//! Unicode's normal forms. A page takes them from the browser, whose tables are not part of the download.

#[cfg(not(target_arch = "wasm32"))]
mod program {
    use icu_normalizer::ComposingNormalizerBorrowed;

    /// Composes characters: `e` and a combining accent become `é` (NFC).
    pub fn nfc(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
        ComposingNormalizerBorrowed::new_nfc().normalize_iter(text)
    }

    /// Also replaces compatibility forms (NFKC).
    pub fn nfkc(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
        ComposingNormalizerBorrowed::new_nfkc().normalize_iter(text)
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::JsString;
    use zeroize::Zeroizing;

    /// Composes characters: `e` and a combining accent become `é` (NFC).
    pub fn nfc(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
        normal_form(text, "NFC")
    }

    /// Also replaces compatibility forms (NFKC).
    pub fn nfkc(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
        normal_form(text, "NFKC")
    }

    /// The text can be a secret. A text in ASCII has one form, and leaves no copy in the browser's memory.
    fn normal_form(text: impl Iterator<Item = char>, form: &str) -> impl Iterator<Item = char> {
        let mut text: Zeroizing<String> = Zeroizing::new(text.collect());
        if !text.is_ascii() {
            text = Zeroizing::new(JsString::from(text.as_str()).normalize(form).into());
        }
        let mut at = 0;
        std::iter::from_fn(move || {
            let c = text[at..].chars().next()?;
            at += c.len_utf8();
            Some(c)
        })
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{nfc, nfkc};
#[cfg(not(target_arch = "wasm32"))]
pub use program::{nfc, nfkc};
