//! The format of the list in the keyring: one compact JSON array.
//!
//! The secret types are not `Serialize`, so that none is written by accident. Only the private types here write a
//! verifier, and the text is zeroized after use. What is read is untrusted: any program with access to the keyring may
//! have written it.

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::{LIFETIME, OpenedPage, PendingRecoveries, PendingRecovery};
use crate::clock::Timestamp;
use crate::secret::{EmailAddress, FlowId, RequestSession, ReturnState, Verifier};

/// Maximum length of the entry, in bytes: the limit of a Windows credential (CRED_MAX_CREDENTIAL_BLOB_SIZE).
pub(super) const MAX_ENTRY_BYTES: usize = 2560;

/// An entry of the list. Earlier versions skip pages.
#[derive(Serialize)]
#[serde(untagged)]
enum WrittenEntry<'a> {
    Recovery(Written<'a>),
    Page(WrittenPage<'a>),
}

#[derive(Serialize)]
struct WrittenPage<'a> {
    #[serde(rename = "p")]
    state: &'a str,
    #[serde(rename = "r")]
    opened_at: Timestamp,
}

#[derive(Deserialize)]
struct ReadPage {
    #[serde(rename = "p")]
    state: SecretString,
    #[serde(rename = "r")]
    opened_at: Timestamp,
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(rename = "f", skip_serializing_if = "Option::is_none")]
    flow: Option<&'a FlowId>,
    #[serde(rename = "e")]
    email: &'a EmailAddress,
    #[serde(rename = "v", skip_serializing_if = "Option::is_none")]
    verifier: Option<&'a str>,
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    session: Option<&'a str>,
    #[serde(rename = "r")]
    requested_at: Timestamp,
    #[serde(rename = "a")]
    resend_at: Timestamp,
    #[serde(rename = "u", skip_serializing_if = "is_false")]
    unanswered: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

#[derive(Deserialize)]
struct Read {
    #[serde(rename = "f")]
    flow: Option<FlowId>,
    #[serde(rename = "e")]
    email: EmailAddress,
    #[serde(rename = "v")]
    verifier: Option<SecretString>,
    #[serde(rename = "s")]
    session: Option<SecretString>,
    #[serde(rename = "r")]
    requested_at: Timestamp,
    #[serde(rename = "a")]
    resend_at: Timestamp,
    #[serde(rename = "u", default)]
    unanswered: bool,
}

/// The list as JSON. `None` if it is empty. Recoveries with long addresses and sessions do not all fit: then the oldest are
/// left out.
pub(super) fn write(pending: &PendingRecoveries) -> Option<Zeroizing<String>> {
    if pending.is_empty() {
        return None;
    }
    let counts = (0..=pending.iter().count()).rev();
    counts.filter_map(|count| newest(pending, count)).find(|text| text.len() <= MAX_ENTRY_BYTES)
}

/// The newest recoveries and all pages as JSON.
fn newest(pending: &PendingRecoveries, count: usize) -> Option<Zeroizing<String>> {
    let recoveries = pending.iter().take(count).map(|kept| {
        WrittenEntry::Recovery(Written {
            flow: kept.flow.as_ref(),
            email: &kept.email,
            verifier: kept.verifier.as_ref().map(Verifier::expose),
            session: kept.session.as_ref().map(RequestSession::expose),
            requested_at: kept.requested_at,
            resend_at: kept.resend_at,
            unanswered: !kept.accepted,
        })
    });
    let pages = pending.pages().map(|kept| {
        WrittenEntry::Page(WrittenPage { state: kept.state.expose(), opened_at: kept.opened_at })
    });
    let written: Vec<_> = recoveries.chain(pages).collect();
    // Allocated once: growing would leave copies that are not zeroized.
    let mut text = Zeroizing::new(Vec::with_capacity(4 * MAX_ENTRY_BYTES));
    serde_json::to_writer(&mut *text, &written).ok()?;
    String::from_utf8(std::mem::take(&mut *text)).ok().map(Zeroizing::new)
}

/// Parses the list. Damaged entries are skipped. A text that is not a list is an empty list.
pub(super) fn read(text: &str) -> PendingRecoveries {
    let mut pending = PendingRecoveries::default();
    if text.len() > MAX_ENTRY_BYTES {
        return pending;
    }
    let entries: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
    // Oldest first, in the order in which they were saved.
    for entry in entries.into_iter().rev() {
        if let Some(recovery) = recovery(entry) {
            pending.insert(recovery);
        } else if let Some(page) = page(entry) {
            pending.insert_page(page);
        }
    }
    pending
}

fn page(entry: &RawValue) -> Option<OpenedPage> {
    let read: ReadPage = serde_json::from_str(entry.get()).ok()?;
    let state = ReturnState::parse(read.state.expose_secret()).ok()?;
    Some(OpenedPage { state, opened_at: read.opened_at })
}

fn recovery(entry: &RawValue) -> Option<PendingRecovery> {
    let read: Read = serde_json::from_str(entry.get()).ok()?;
    let verifier = read.verifier.map(|text| Verifier::parse(text.expose_secret())).transpose().ok()?;
    let session = read.session.map(|text| RequestSession::parse(text.expose_secret())).transpose().ok()?;
    Some(PendingRecovery {
        flow: read.flow,
        email: read.email,
        verifier,
        session,
        requested_at: read.requested_at,
        // A forged time must not disable the resend button for longer than the lifetime of the recovery.
        resend_at: read.resend_at.min(read.requested_at.plus(LIFETIME)),
        accepted: !read.unanswered,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::vault::{MAX_PAGES, MAX_PENDING};

    fn opened_page() -> OpenedPage {
        OpenedPage { state: ReturnState::generate(), opened_at: Timestamp(9_999_999_999) }
    }

    fn largest(number: usize) -> PendingRecovery {
        let local = "l".repeat(64);
        let domain = ["d".repeat(60), "d".repeat(60), "d".repeat(60), "ddd".into(), "d".into()].join(".");
        PendingRecovery {
            flow: Some(FlowId::parse(&format!("{number}").repeat(64)).unwrap()),
            email: EmailAddress::parse(&format!("{local}@{domain}")).unwrap(),
            verifier: Some(Verifier::generate()),
            session: Some(RequestSession::parse(&"s".repeat(64)).unwrap()),
            requested_at: Timestamp(9_999_999_999),
            resend_at: Timestamp(9_999_999_999),
            accepted: true,
        }
    }

    #[test]
    fn written_list_is_read_back() {
        let mut pending = PendingRecoveries::default();
        pending.insert(largest(1));
        pending.insert(PendingRecovery { flow: None, verifier: None, session: None, ..largest(2) });
        pending.insert(PendingRecovery { flow: None, accepted: false, ..largest(3) });
        pending.insert_page(opened_page());
        assert_eq!(read(&write(&pending).unwrap()), pending);
        let mut page_alone = PendingRecoveries::default();
        page_alone.insert_page(opened_page());
        assert_eq!(read(&write(&page_alone).unwrap()), page_alone);
        assert!(write(&PendingRecoveries::default()).is_none());
    }

    #[test]
    fn longest_list_fits_into_one_windows_credential() {
        let mut pending = PendingRecoveries::default();
        (0..MAX_PENDING).for_each(|number| pending.insert(largest(number)));
        (0..MAX_PAGES).for_each(|_| pending.insert_page(opened_page()));
        assert_eq!((pending.iter().count(), pending.pages().count()), (MAX_PENDING, MAX_PAGES));
        let text = write(&pending).unwrap();
        assert!(text.len() <= MAX_ENTRY_BYTES, "{}", text.len());
        assert_eq!(read(&text), pending);
    }

    /// Two ids and a token, as a server without flow ids returns them.
    fn with_long_session(number: usize) -> PendingRecovery {
        let session = RequestSession::parse(&format!("{number}").repeat(512)).ok();
        let at = Timestamp(1000 + number as u64);
        PendingRecovery { session, requested_at: at, resend_at: at, ..largest(number) }
    }

    #[test]
    fn oldest_recoveries_are_left_out_if_the_list_does_not_fit() {
        let mut pending = PendingRecoveries::default();
        (0..MAX_PENDING).for_each(|number| pending.insert(with_long_session(number)));
        let text = write(&pending).unwrap();
        assert!(text.len() <= MAX_ENTRY_BYTES, "{}", text.len());
        let read = read(&text);
        let kept: Vec<_> = read.iter().collect();
        assert_eq!(kept, pending.iter().take(2).collect::<Vec<_>>());
        // A single recovery always fits, also beside pages.
        let mut one = PendingRecoveries::default();
        let session = RequestSession::parse(&"s".repeat(1536)).ok();
        one.insert(PendingRecovery { session, ..largest(1) });
        (0..MAX_PAGES).for_each(|_| one.insert_page(opened_page()));
        assert_eq!(self::read(&write(&one).unwrap()), one);
    }

    #[test]
    fn format_of_earlier_versions_is_read_and_written() {
        let verifier = "v".repeat(43);
        let text = format!(
            r#"[{{"f":"flow-1","e":"a@x.org","v":"{verifier}","r":100,"a":160}},{{"e":"b@x.org","r":90,"a":90}}]"#
        );
        let pending = read(&text);
        let first = pending.latest().unwrap();
        assert_eq!(
            (first.email.as_str(), first.verifier.as_ref().unwrap().expose()),
            ("a@x.org", verifier.as_str())
        );
        assert_eq!(*write(&pending).unwrap(), text);
    }

    #[test]
    fn damaged_entries_are_skipped() {
        let sound = r#"{"e":"a@x.org","r":100,"a":160}"#;
        for damaged in [
            "null",
            "7",
            "[]",
            "{}",
            r#"{"e":"no address","r":1,"a":1}"#,
            r#"{"e":"a@y.org","r":-1,"a":1}"#,
            r#"{"e":"a@y.org","r":1,"a":1,"v":"short"}"#,
            r#"{"e":"a@y.org","r":1,"a":1,"f":"no/flow"}"#,
            r#"{"e":"a@y.org","r":1,"a":1,"s":"no session"}"#,
            r#"{"e":"a@y.org","r":"1","a":1}"#,
            r#"{"e":"a@y.org","r":1}"#,
            r#"{"p":"short","r":1}"#,
            r#"{"p":"0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"}"#,
        ] {
            assert_eq!(read(&format!("[{damaged},{sound}]")), read(&format!("[{sound}]")), "{damaged}");
        }
        assert_eq!(read(&format!("[{sound}]")).iter().count(), 1);
    }

    #[test]
    fn invalid_text_is_an_empty_list() {
        let too_long = format!("[{}]", vec![r#"{"e":"a@x.org","r":100,"a":160}"#; 100].join(","));
        for text in ["", "null", "{}", "[", "\u{0}", "[[[[[[", "hello", &too_long] {
            assert!(read(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn forged_time_does_not_disable_the_resend_button() {
        let text = format!(r#"[{{"e":"a@x.org","r":100,"a":{}}}]"#, u64::MAX);
        assert_eq!(read(&text).latest().unwrap().resend_at, Timestamp(100 + LIFETIME));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_panics_or_exceeds_the_maximum(text in r#"(\[|\]|\{|\}|,|:|"|e|r|a|f|v|1|a@x.org|.){0,60}"#) {
            prop_assert!(read(&text).iter().count() <= MAX_PENDING);
        }
    }
}
