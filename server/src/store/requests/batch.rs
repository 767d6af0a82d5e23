//! The transaction of several requests.
//!
//! What decides about all of them is read at once, and what they add is inserted at once. Each is decided as if those before
//! it had their own transactions: [`MailState`] follows what they add.

use sqlx::AnyConnection;

use super::additions::Additions;
use super::delayed::{count_delayed_mails, may_join, withdraw_own_delayed_mail};
use super::mail_state::MailState;
use super::{HOUR, NewRecovery, OpenOutcome};
use crate::domain::clock::UnixTime;
use crate::domain::mail_schedule::SendDecision;
use crate::internal_error::InternalError;
use crate::store::engine::Engine;
use crate::store::subject_locks::lock_subjects;

/// Opens recoveries in the order of their requests. Requests for one address wait for each other, also in other processes.
pub(super) async fn open_all(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    requests: &[NewRecovery],
) -> Result<Vec<OpenOutcome>, InternalError> {
    lock_subjects(connection, engine, requests.iter().map(|new| &new.address_key)).await?;
    let mut outcomes = Vec::with_capacity(requests.len());
    // The limits depend on the time.
    for requests in requests.chunk_by(|first, second| first.now == second.now) {
        let state = MailState::select(connection, engine, requests).await?;
        let mut batch = Batch { engine, state, additions: Additions::default() };
        for new in requests {
            outcomes.push(batch.open(connection, new).await?);
        }
        batch.insert(connection).await?;
    }
    Ok(outcomes)
}

/// Requests at one time.
struct Batch<'r> {
    engine: &'r dyn Engine,
    state: MailState,
    /// What is not inserted yet.
    additions: Additions<'r>,
}

impl<'r> Batch<'r> {
    /// Decides about the email of a request.
    async fn open(
        &mut self,
        connection: &mut AnyConnection,
        new: &'r NewRecovery,
    ) -> Result<OpenOutcome, sqlx::Error> {
        let decided = self.state.decide(new);
        let mut decision = decided.decision;
        if new.by_operator {
            let wait = match decision {
                SendDecision::Now => 0,
                SendDecision::Delay(due) | SendDecision::Join(due) => due.since(new.now),
                SendDecision::Skip { wait } => wait,
            };
            if wait > 0 {
                return Ok(OpenOutcome::TooSoon { wait });
            }
        } else if matches!(decision, SendDecision::Now | SendDecision::Delay(_))
            && !decided.address_allows_mail
        {
            decision = SendDecision::Skip { wait: u64::from(HOUR) };
        }
        let due = match decision {
            SendDecision::Now => Some(new.now),
            SendDecision::Delay(due) => Some(due),
            SendDecision::Join(due) => self.joins(connection, new).await?.then_some(due),
            SendDecision::Skip { .. } => None,
        };
        self.state.set_schedule(decided.requester_key, decided.requester_schedule);
        // A network's schedule changes only with an email.
        if matches!(decision, SendDecision::Now | SendDecision::Delay(_)) {
            self.state.set_schedule(decided.network_key, decided.network_schedule);
        }
        self.add(connection, new, due).await?;
        let mail_is_due = due.is_some_and(|due| due <= new.now);
        Ok(OpenOutcome::Opened { resend_after: decided.resend_after, mail_is_due })
    }

    /// Whether the email of a request is sent together with the delayed emails of its network. It replaces the delayed email
    /// of the same requester, and never that of another one: anybody may be in the network.
    async fn joins(
        &mut self,
        connection: &mut AnyConnection,
        new: &NewRecovery,
    ) -> Result<bool, sqlx::Error> {
        // The delayed emails can be those of requests of this batch.
        if self.additions.has_address_of(new) {
            self.insert(connection).await?;
        }
        let withdrawn = withdraw_own_delayed_mail(connection, new).await?;
        for requested_at in &withdrawn {
            self.state.mail_was_withdrawn(new, UnixTime(*requested_at));
        }
        if !withdrawn.is_empty() {
            return Ok(true);
        }
        Ok(may_join(count_delayed_mails(connection, new).await?) && self.state.address_allows_mail(new))
    }

    async fn add(
        &mut self,
        connection: &mut AnyConnection,
        new: &'r NewRecovery,
        due: Option<UnixTime>,
    ) -> Result<(), sqlx::Error> {
        if due.is_some() {
            self.state.mail_was_added(new);
            // One statement gives one number to all recoveries of a requester.
            if self.additions.has_mail_of(new) {
                self.insert(connection).await?;
            }
        }
        self.additions.push(new, due);
        Ok(())
    }

    async fn insert(&mut self, connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
        let schedules = self.state.take_changed_schedules();
        std::mem::take(&mut self.additions).insert(connection, self.engine, schedules).await
    }
}
