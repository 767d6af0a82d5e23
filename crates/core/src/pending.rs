//! The pending recoveries: how many are kept, for how long, and which one replaces another.

use crate::secret::{EmailAddress, FlowId, RequestSession, ReturnState, Verifier};
use crate::service::Accepted;
use crate::time::Timestamp;

/// The lifetime of a recovery, in seconds: the same as that of its link (docs/backends.md).
pub const LIFETIME: u64 = 60 * 60;
/// Maximum number of pending recoveries.
pub const MAX_PENDING: usize = 5;
/// Maximum number of pages from which a return is expected.
pub const MAX_PAGES: usize = 2;
/// Seconds to wait before another email can be requested, and after too many requests, if the service reports no time.
pub const DEFAULT_WAIT: u64 = 60;

/// A recovery that was requested and has not ended. It is kept even before the response: if the response is lost, the link
/// still finds its verifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingRecovery {
    /// The flow id, if the service has one.
    pub flow: Option<FlowId>,
    /// The address of the account.
    pub email: EmailAddress,
    /// The verifier that binds it to this device, if the service supports that.
    pub verifier: Option<Verifier>,
    /// The value of the response that the reset must send, if there is one.
    pub session: Option<RequestSession>,
    /// When the email was requested.
    pub requested_at: Timestamp,
    /// When another email may be requested.
    pub resend_at: Timestamp,
    /// Whether the service accepted the request. `false` if it refused, or there is no response; an email may arrive anyway.
    pub accepted: bool,
}

impl PendingRecovery {
    /// The request that is about to be sent.
    pub fn sent(email: EmailAddress, verifier: Option<Verifier>, now: Timestamp) -> Self {
        Self {
            flow: None,
            email,
            verifier,
            session: None,
            requested_at: now,
            resend_at: now,
            accepted: false,
        }
    }

    /// The request with the response of the service.
    pub fn accepted(self, response: Accepted) -> Self {
        let resend_at = self.requested_at.plus(response.resend_after.unwrap_or(DEFAULT_WAIT));
        let (flow, session) = (response.flow, response.session);
        Self { flow, session, resend_at, accepted: true, ..self }
    }

    /// Whether both are the same request: by the flow id, or by address and verifier if neither has one, or if `other` is
    /// the request before its response.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.flow, &other.flow) {
            (Some(flow), Some(other)) => flow == other,
            (None, None) => self.email == other.email && self.verifier == other.verifier,
            (Some(_), None) => {
                !other.accepted && self.email == other.email && self.verifier == other.verifier
            }
            (None, Some(_)) => false,
        }
    }

    /// When another email may be requested, by a clock that shows `now`. If the request is in the future, the clock was set
    /// back, and there is no wait.
    pub fn next_resend_at(&self, now: Timestamp) -> Timestamp {
        if now < self.requested_at { now } else { self.resend_at }
    }

    /// Whether it has not expired. A time in the future counts like one in the past: a clock that was set back must not keep
    /// a secret for years.
    fn is_current(&self, now: Timestamp) -> bool {
        is_current(self.requested_at, now)
    }
}

fn is_current(since: Timestamp, now: Timestamp) -> bool {
    now.0.abs_diff(since.0) <= LIFETIME
}

/// A page of the service that was opened in a browser, and that leads back to this app. It is kept because the system may
/// end the app meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedPage {
    /// The state that the link back to this app must have.
    pub state: ReturnState,
    /// When it was opened.
    pub opened_at: Timestamp,
}

/// Selects the recoveries and pages that have ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndedRecoveries {
    /// The recovery with this flow id.
    Flow(FlowId),
    /// All of an account: its password was set, so older links no longer work.
    Account(EmailAddress),
    /// A page that has led back to this app.
    Page(ReturnState),
}

/// The pending recoveries, newest first, at most [`MAX_PENDING`], and at most [`MAX_PAGES`] opened pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PendingRecoveries {
    recoveries: Vec<PendingRecovery>,
    pages: Vec<OpenedPage>,
}

impl PendingRecoveries {
    /// Inserts a recovery, ordered by time. It replaces the same request. An accepted request stays accepted when it is
    /// sent again.
    pub fn insert(&mut self, mut recovery: PendingRecovery) {
        if let Some(kept) = self.recoveries.iter().find(|kept| kept.accepted && recovery.is_same(kept))
            && !recovery.accepted
        {
            recovery = PendingRecovery { requested_at: recovery.requested_at, ..kept.clone() };
        }
        self.recoveries.retain(|kept| !recovery.is_same(kept));
        let index = self.recoveries.partition_point(|kept| kept.requested_at > recovery.requested_at);
        self.recoveries.insert(index, recovery);
        self.recoveries.truncate(MAX_PENDING);
    }

    /// Inserts an opened page, ordered by time. It replaces one with the same state.
    pub fn insert_page(&mut self, page: OpenedPage) {
        self.pages.retain(|kept| kept.state != page.state);
        let index = self.pages.partition_point(|kept| kept.opened_at > page.opened_at);
        self.pages.insert(index, page);
        self.pages.truncate(MAX_PAGES);
    }

    /// Inserts all of `other`, the oldest first, so that entries of the same time keep their order.
    pub fn merge(&mut self, other: Self) {
        other.recoveries.into_iter().rev().for_each(|recovery| self.insert(recovery));
        other.pages.into_iter().rev().for_each(|page| self.insert_page(page));
    }

    /// Removes recoveries and pages that have expired at `now`.
    pub fn prune(&mut self, now: Timestamp) {
        self.recoveries.retain(|kept| kept.is_current(now));
        self.pages.retain(|kept| is_current(kept.opened_at, now));
    }

    /// Removes recoveries that have ended.
    pub fn remove(&mut self, ended: &EndedRecoveries) {
        match ended {
            EndedRecoveries::Flow(flow) => self.recoveries.retain(|kept| kept.flow.as_ref() != Some(flow)),
            EndedRecoveries::Account(email) => self.recoveries.retain(|kept| kept.email != *email),
            EndedRecoveries::Page(state) => self.pages.retain(|kept| kept.state != *state),
        }
    }

    /// Keeps only the recoveries that have a flow id which is not in `other`.
    pub fn retain_not_in(&mut self, other: &Self) {
        self.recoveries.retain(|kept| kept.flow.as_ref().is_some_and(|flow| other.find(flow).is_none()));
    }

    /// The recovery with this flow id.
    pub fn find(&self, flow: &FlowId) -> Option<&PendingRecovery> {
        self.recoveries.iter().find(|kept| kept.flow.as_ref() == Some(flow))
    }

    /// The newest recovery that the service has accepted. Its email is expected.
    pub fn latest(&self) -> Option<&PendingRecovery> {
        self.recoveries.iter().find(|kept| kept.accepted)
    }

    /// The verifier of the last request for this address. Later requests use it again, so that it matches all emails to the
    /// address.
    pub fn verifier_of(&self, email: &EmailAddress) -> Option<&Verifier> {
        self.recoveries.iter().filter(|kept| kept.email == *email).find_map(|kept| kept.verifier.as_ref())
    }

    /// Whether a page with this state was opened and has not led back yet.
    pub fn expects_return(&self, state: &ReturnState) -> bool {
        self.pages.iter().any(|kept| kept.state == *state)
    }

    /// All opened pages, newest first.
    pub fn pages(&self) -> impl DoubleEndedIterator<Item = &OpenedPage> {
        self.pages.iter()
    }

    /// All recoveries, newest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &PendingRecovery> {
        self.recoveries.iter()
    }

    /// Whether there is neither a recovery nor a page.
    pub fn is_empty(&self) -> bool {
        self.recoveries.is_empty() && self.pages.is_empty()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn recovery(flow: &str, email: &str, requested_at: u64) -> PendingRecovery {
        PendingRecovery {
            flow: (!flow.is_empty()).then(|| FlowId::parse(flow).unwrap()),
            email: EmailAddress::parse(email).unwrap(),
            verifier: None,
            session: None,
            requested_at: Timestamp(requested_at),
            resend_at: Timestamp(requested_at + 60),
            accepted: true,
        }
    }

    /// `flow@time` of each, in order.
    fn shown(pending: &PendingRecoveries) -> Vec<String> {
        let flow = |kept: &PendingRecovery| kept.flow.as_ref().map_or("-", FlowId::as_str).to_owned();
        pending.iter().map(|kept| format!("{}@{}", flow(kept), kept.requested_at.0)).collect()
    }

    fn pending(all: &[(&str, &str, u64)]) -> PendingRecoveries {
        let mut pending = PendingRecoveries::default();
        all.iter().for_each(|(flow, email, at)| pending.insert(recovery(flow, email, *at)));
        pending
    }

    #[test]
    fn newest_is_first_in_any_order_of_insertion() {
        let pending = pending(&[("b", "a@x.org", 20), ("a", "a@x.org", 10), ("c", "b@x.org", 30)]);
        assert_eq!(shown(&pending), ["c@30", "b@20", "a@10"]);
        assert_eq!(pending.latest().unwrap().requested_at, Timestamp(30));
    }

    #[test]
    fn of_two_with_the_same_time_the_last_inserted_is_first() {
        assert_eq!(shown(&pending(&[("a", "a@x.org", 10), ("b", "a@x.org", 10)])), ["b@10", "a@10"]);
    }

    #[test]
    fn sixth_recovery_removes_the_oldest() {
        let six: Vec<_> =
            ["a", "b", "c", "d", "e", "f"].into_iter().zip(10..).map(|(f, at)| (f, "a@x.org", at)).collect();
        assert_eq!(shown(&pending(&six)), ["f@15", "e@14", "d@13", "c@12", "b@11"]);
    }

    #[test]
    fn resend_replaces_only_its_own_flow() {
        let pending = pending(&[("a", "a@x.org", 10), ("b", "a@x.org", 20), ("a", "a@x.org", 30)]);
        assert_eq!(shown(&pending), ["a@30", "b@20"]);
    }

    #[test]
    fn without_flow_ids_there_is_one_recovery_per_address() {
        let pending =
            pending(&[("", "a@x.org", 10), ("", "b@x.org", 20), ("f", "a@x.org", 25), ("", "a@x.org", 30)]);
        assert_eq!(shown(&pending), ["-@30", "f@25", "-@20"]);
    }

    #[test]
    fn request_is_replaced_by_its_accepted_form() {
        let verifier = |fill: &str| Verifier::parse(&fill.repeat(43)).ok();
        let sent = |email: &str, fill: &str, at| {
            PendingRecovery::sent(EmailAddress::parse(email).unwrap(), verifier(fill), Timestamp(at))
        };
        // Refused, or the response was lost: no email is expected, and the verifier is kept.
        let mut pending = PendingRecoveries::default();
        pending.insert(sent("ada@x.org", "v", 10));
        assert_eq!((shown(&pending), pending.latest()), (vec!["-@10".to_owned()], None));
        let kept = |pending: &PendingRecoveries, email: &str| {
            pending.verifier_of(&EmailAddress::parse(email).unwrap()).cloned()
        };
        assert_eq!(kept(&pending, "Ada@x.org"), verifier("v"), "addresses are compared without case");
        assert_eq!(kept(&pending, "ben@x.org"), None);
        // With the response, at a service with and without flow ids.
        for flow in ["", "f"] {
            let mut pending = pending.clone();
            pending.insert(PendingRecovery { verifier: verifier("v"), ..recovery(flow, "ada@x.org", 10) });
            assert_eq!(pending.iter().count(), 1, "{flow:?}");
            assert!(pending.latest().is_some());
        }
        // Sent again: it stays accepted, and expires with the new email.
        let mut again = PendingRecoveries::default();
        again.insert(PendingRecovery { verifier: verifier("v"), ..recovery("", "ada@x.org", 10) });
        again.insert(sent("Ada@x.org", "v", 50));
        assert_eq!((shown(&again), again.latest().is_some()), (vec!["-@50".to_owned()], true));
        // A mistyped address first: both verifiers are kept.
        again.insert(sent("ada@y.org", "w", 60));
        assert_eq!(shown(&again), ["-@60", "-@50"]);
    }

    #[test]
    fn recovery_expires_after_an_hour_in_both_directions() {
        for (now, kept) in
            [(10_000, true), (13_600, true), (13_601, false), (6_400, true), (6_399, false), (0, false)]
        {
            let mut pending = pending(&[("a", "a@x.org", 10_000)]);
            pending.prune(Timestamp(now));
            assert_eq!(!pending.is_empty(), kept, "{now}");
        }
    }

    #[test]
    fn page_expires_and_is_removed_like_a_recovery() {
        let page = |fill: &str, at| OpenedPage {
            state: ReturnState::parse(&fill.repeat(43)).unwrap(),
            opened_at: Timestamp(at),
        };
        let mut pending = PendingRecoveries::default();
        for (fill, at) in [("b", 20), ("a", 10), ("c", 30), ("c", 40)] {
            pending.insert_page(page(fill, at));
        }
        assert_eq!(pending.pages().cloned().collect::<Vec<_>>(), [page("c", 40), page("b", 20)]);
        assert!(!pending.is_empty() && pending.latest().is_none());
        assert!(pending.expects_return(&page("b", 0).state) && !pending.expects_return(&page("a", 0).state));
        let mut merged = PendingRecoveries::default();
        merged.merge(pending.clone());
        assert_eq!(merged, pending);
        pending.remove(&EndedRecoveries::Page(page("b", 0).state));
        assert!(!pending.expects_return(&page("b", 0).state) && pending.expects_return(&page("c", 0).state));
        pending.prune(Timestamp(40 + LIFETIME));
        assert!(!pending.is_empty());
        pending.prune(Timestamp(41 + LIFETIME));
        assert!(pending.is_empty());
    }

    #[test]
    fn recoveries_are_found_by_flow_and_removed_by_flow_or_account() {
        let all = [("a", "a@x.org", 10), ("b", "b@x.org", 20), ("c", "a@x.org", 30), ("", "a@x.org", 40)];
        let flow = FlowId::parse("b").unwrap();
        let mut by_flow = pending(&all);
        assert_eq!(by_flow.find(&flow).unwrap().email.as_str(), "b@x.org");
        by_flow.remove(&EndedRecoveries::Flow(flow.clone()));
        assert_eq!(shown(&by_flow), ["-@40", "c@30", "a@10"]);
        assert!(by_flow.find(&flow).is_none());

        let mut by_account = pending(&all);
        // Addresses are compared without case.
        by_account.remove(&EndedRecoveries::Account(EmailAddress::parse("A@x.org").unwrap()));
        assert_eq!(shown(&by_account), ["b@20"]);
    }
}
