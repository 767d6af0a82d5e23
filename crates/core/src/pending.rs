//! The recoveries under way: how many are remembered, how long, and which one replaces which.

use crate::secret::{EmailAddress, FlowId, RequestSession, Verifier};
use crate::service::Accepted;
use crate::time::Timestamp;

/// How long a recovery is remembered, in seconds: as long as its link is good for (docs/backends.md).
pub const LIFETIME: u64 = 60 * 60;
/// How many are remembered.
pub const MAX_PENDING: usize = 5;
/// How many seconds to wait before another email is requested, if the service does not say.
pub const DEFAULT_WAIT: u64 = 60;

/// A recovery that was asked for and has not ended. Before the answer to the request is there it is kept as well: should
/// the answer be lost, its link still finds its verifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingRecovery {
    /// The service's name for it, where the service gives one.
    pub flow: Option<FlowId>,
    /// Whose account.
    pub email: EmailAddress,
    /// What binds it to this device, where the service supports that.
    pub verifier: Option<Verifier>,
    /// What the service wants to see again with the reset, where it gave such a thing.
    pub session: Option<RequestSession>,
    /// When the mail was asked for.
    pub requested_at: Timestamp,
    /// From when on it may be asked for again.
    pub resend_after: Timestamp,
    /// The service took the request. `false`: it refused it, or its answer is not there; an e-mail may come all the same.
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
            resend_after: now,
            accepted: false,
        }
    }

    /// The request with the response of the service.
    pub fn accepted(self, response: Accepted) -> Self {
        let resend_after = self.requested_at.plus(response.resend_after.unwrap_or(DEFAULT_WAIT));
        let (flow, session) = (response.flow, response.session);
        Self { flow, session, resend_after, accepted: true, ..self }
    }

    /// The same request, as far as anything could tell the two apart: by the flow id, or by address and verifier where
    /// neither has one.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.flow, &other.flow) {
            (Some(flow), Some(other)) => flow == other,
            (None, None) => self.email == other.email && self.verifier == other.verifier,
            // One that had no answer yet is the one that has it now.
            (Some(_), None) => {
                !other.accepted && self.email == other.email && self.verifier == other.verifier
            }
            (None, Some(_)) => false,
        }
    }

    /// From when on the mail may be asked for again, by a clock that shows `now`. A request that lies in the future was
    /// made before that clock was set back, and is not waited for.
    pub fn may_ask_again_at(&self, now: Timestamp) -> Timestamp {
        if now < self.requested_at { now } else { self.resend_after }
    }

    /// Not older than its link. One from the future is as suspicious as an old one: a clock that was set back an
    /// hour must not keep a secret alive for years.
    fn is_current(&self, now: Timestamp) -> bool {
        now.0.abs_diff(self.requested_at.0) <= LIFETIME
    }
}

/// Which recovery has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// One, by the service's name for it.
    Flow(FlowId),
    /// All of an account: its password was set, so the older mails are worth nothing either.
    Account(EmailAddress),
}

/// The recoveries under way, newest first, at most [`MAX_PENDING`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pending(Vec<PendingRecovery>);

impl Pending {
    /// Adds one in its place by age, in place of the same request. One that was accepted stays so when it is sent again.
    pub fn insert(&mut self, mut recovery: PendingRecovery) {
        if let Some(kept) = self.0.iter().find(|kept| kept.accepted && recovery.is_same(kept))
            && !recovery.accepted
        {
            recovery = PendingRecovery { requested_at: recovery.requested_at, ..kept.clone() };
        }
        self.0.retain(|kept| !recovery.is_same(kept));
        let place = self.0.partition_point(|kept| kept.requested_at > recovery.requested_at);
        self.0.insert(place, recovery);
        self.0.truncate(MAX_PENDING);
    }

    /// Drops what is over at `now`.
    pub fn prune(&mut self, now: Timestamp) {
        self.0.retain(|kept| kept.is_current(now));
    }

    /// Drops what has ended.
    pub fn remove(&mut self, ended: &Ended) {
        self.0.retain(|kept| match ended {
            Ended::Flow(flow) => kept.flow.as_ref() != Some(flow),
            Ended::Account(email) => kept.email != *email,
        });
    }

    /// Leaves only those that are not in `other`, by the service's name for them.
    pub fn without(&mut self, other: &Self) {
        self.0.retain(|kept| kept.flow.as_ref().is_some_and(|flow| other.find(flow).is_none()));
    }

    /// The one that a link belongs to.
    pub fn find(&self, flow: &FlowId) -> Option<&PendingRecovery> {
        self.0.iter().find(|kept| kept.flow.as_ref() == Some(flow))
    }

    /// The one asked for last that the service has accepted: its e-mail is waited for.
    pub fn latest(&self) -> Option<&PendingRecovery> {
        self.0.iter().find(|kept| kept.accepted)
    }

    /// The verifier of the last request for this address. A request that is sent again carries it too, so that one
    /// verifier fits all e-mails to one address.
    pub fn verifier_of(&self, email: &EmailAddress) -> Option<&Verifier> {
        self.0.iter().filter(|kept| kept.email == *email).find_map(|kept| kept.verifier.as_ref())
    }

    /// All of them, newest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &PendingRecovery> {
        self.0.iter()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
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
            resend_after: Timestamp(requested_at + 60),
            accepted: true,
        }
    }

    /// `flow@time` of each, in order.
    fn shown(pending: &Pending) -> Vec<String> {
        let flow = |kept: &PendingRecovery| kept.flow.as_ref().map_or("-", FlowId::as_str).to_owned();
        pending.iter().map(|kept| format!("{}@{}", flow(kept), kept.requested_at.0)).collect()
    }

    fn pending(all: &[(&str, &str, u64)]) -> Pending {
        let mut pending = Pending::default();
        all.iter().for_each(|(flow, email, at)| pending.insert(recovery(flow, email, *at)));
        pending
    }

    #[test]
    fn the_newest_comes_first_whatever_the_order_of_saving() {
        let pending = pending(&[("b", "a@x.org", 20), ("a", "a@x.org", 10), ("c", "b@x.org", 30)]);
        assert_eq!(shown(&pending), ["c@30", "b@20", "a@10"]);
        assert_eq!(pending.latest().unwrap().requested_at, Timestamp(30));
    }

    #[test]
    fn of_two_at_the_same_second_the_later_saved_is_the_newer() {
        assert_eq!(shown(&pending(&[("a", "a@x.org", 10), ("b", "a@x.org", 10)])), ["b@10", "a@10"]);
    }

    #[test]
    fn a_sixth_pushes_the_oldest_out() {
        let six: Vec<_> =
            ["a", "b", "c", "d", "e", "f"].into_iter().zip(10..).map(|(f, at)| (f, "a@x.org", at)).collect();
        assert_eq!(shown(&pending(&six)), ["f@15", "e@14", "d@13", "c@12", "b@11"]);
    }

    #[test]
    fn a_resend_replaces_its_own_flow_and_nothing_else() {
        let pending = pending(&[("a", "a@x.org", 10), ("b", "a@x.org", 20), ("a", "a@x.org", 30)]);
        assert_eq!(shown(&pending), ["a@30", "b@20"]);
    }

    #[test]
    fn without_flow_ids_there_is_one_for_each_address() {
        let pending =
            pending(&[("", "a@x.org", 10), ("", "b@x.org", 20), ("f", "a@x.org", 25), ("", "a@x.org", 30)]);
        assert_eq!(shown(&pending), ["-@30", "f@25", "-@20"]);
    }

    #[test]
    fn a_request_is_kept_before_its_answer_and_is_one_with_it_afterwards() {
        let verifier = |fill: &str| Verifier::parse(&fill.repeat(43)).ok();
        let sent = |email: &str, fill: &str, at| {
            PendingRecovery::sent(EmailAddress::parse(email).unwrap(), verifier(fill), Timestamp(at))
        };
        // Refused, or its answer was lost: nothing is waited for, and its verifier is there.
        let mut pending = Pending::default();
        pending.insert(sent("ada@x.org", "v", 10));
        assert_eq!((shown(&pending), pending.latest()), (vec!["-@10".to_owned()], None));
        let kept = |pending: &Pending, email: &str| {
            pending.verifier_of(&EmailAddress::parse(email).unwrap()).cloned()
        };
        assert_eq!(kept(&pending, "Ada@x.org"), verifier("v"), "addresses are compared without case");
        assert_eq!(kept(&pending, "ben@x.org"), None);
        // The same with an answer, at a service with and without flow ids.
        for flow in ["", "f"] {
            let mut pending = pending.clone();
            pending.insert(PendingRecovery { verifier: verifier("v"), ..recovery(flow, "ada@x.org", 10) });
            assert_eq!(pending.iter().count(), 1, "{flow:?}");
            assert!(pending.latest().is_some());
        }
        // Sent again: what was accepted stays so, and lives as long as the new e-mail.
        let mut again = Pending::default();
        again.insert(PendingRecovery { verifier: verifier("v"), ..recovery("", "ada@x.org", 10) });
        again.insert(sent("Ada@x.org", "v", 50));
        assert_eq!((shown(&again), again.latest().is_some()), (vec!["-@50".to_owned()], true));
        // A mistyped address first: both verifiers are kept.
        again.insert(sent("ada@y.org", "w", 60));
        assert_eq!(shown(&again), ["-@60", "-@50"]);
    }

    #[test]
    fn an_hour_is_the_end_to_the_second_in_both_directions() {
        for (now, kept) in
            [(10_000, true), (13_600, true), (13_601, false), (6_400, true), (6_399, false), (0, false)]
        {
            let mut pending = pending(&[("a", "a@x.org", 10_000)]);
            pending.prune(Timestamp(now));
            assert_eq!(!pending.is_empty(), kept, "{now}");
        }
    }

    #[test]
    fn a_link_finds_its_own_and_an_end_takes_what_it_names() {
        let all = [("a", "a@x.org", 10), ("b", "b@x.org", 20), ("c", "a@x.org", 30), ("", "a@x.org", 40)];
        let flow = FlowId::parse("b").unwrap();
        let mut by_flow = pending(&all);
        assert_eq!(by_flow.find(&flow).unwrap().email.as_str(), "b@x.org");
        by_flow.remove(&Ended::Flow(flow.clone()));
        assert_eq!(shown(&by_flow), ["-@40", "c@30", "a@10"]);
        assert!(by_flow.find(&flow).is_none());

        let mut by_account = pending(&all);
        // An address has one mailbox, whatever its case.
        by_account.remove(&Ended::Account(EmailAddress::parse("A@x.org").unwrap()));
        assert_eq!(shown(&by_account), ["b@20"]);
    }
}
