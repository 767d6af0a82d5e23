//! The captures of a request that the reset sends. They are kept as one text: the value of a single capture, or a form.

use std::collections::BTreeSet;

use latchkey_core::secret::RequestSession;
use url::form_urlencoded;
use zeroize::Zeroizing;

use crate::contract::Captured;

/// The text of these captures. `None` if there are none. Captures of skipped steps are left out.
pub(super) fn pack(names: &BTreeSet<&str>, captured: &Captured) -> Option<Zeroizing<String>> {
    let mut found = names.iter().filter_map(|name| Some((*name, captured.get(*name)?)));
    if names.len() == 1 {
        return found.next().map(|(_, value)| value.clone());
    }
    let mut form = form_urlencoded::Serializer::new(String::new());
    let mut is_empty = true;
    for (name, value) in found {
        form.append_pair(name, value);
        is_empty = false;
    }
    let text = Zeroizing::new(form.finish());
    (!is_empty).then_some(text)
}

/// The captures in a text.
pub(super) fn unpack(names: &BTreeSet<&str>, session: &RequestSession) -> Captured {
    let text = session.expose();
    if let (1, Some(only)) = (names.len(), names.first()) {
        return Captured::from([((*only).to_owned(), Zeroizing::new(text.to_owned()))]);
    }
    let pairs = form_urlencoded::parse(text.as_bytes());
    let known = pairs.filter(|(name, _)| names.contains(name.as_ref()));
    known.map(|(name, value)| (name.into_owned(), Zeroizing::new(value.into_owned()))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn captured(values: &[(&str, &str)]) -> Captured {
        values.iter().map(|(name, value)| ((*name).to_owned(), Zeroizing::new((*value).to_owned()))).collect()
    }

    /// A session that an earlier version saved is read.
    #[test]
    fn single_capture_is_kept_as_it_is() {
        let names = BTreeSet::from(["session"]);
        let text = pack(&names, &captured(&[("session", "s3ss=10n"), ("other", "x")])).unwrap();
        assert_eq!(*text, "s3ss=10n");
        let read = unpack(&names, &RequestSession::parse(&text).unwrap());
        assert_eq!(read, captured(&[("session", "s3ss=10n")]));
        assert!(pack(&names, &captured(&[("other", "x")])).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn several_captures_are_read_back(one in "[ -~ä]{1,60}", two in "[ -~]{1,60}") {
            let names = BTreeSet::from(["flow", "session"]);
            let all = captured(&[("flow", &one), ("session", &two)]);
            let text = pack(&names, &all).unwrap();
            prop_assert_eq!(unpack(&names, &RequestSession::parse(&text).unwrap()), all);
        }

        /// The text was in the keyring, which another program can have changed.
        #[test]
        fn every_text_is_read(text in "[!-~]{1,80}") {
            let names = BTreeSet::from(["flow", "session"]);
            if let Ok(session) = RequestSession::parse(&text) {
                prop_assert!(unpack(&names, &session).keys().all(|name| names.contains(name.as_str())));
            }
        }
    }
}
