//! What a recovery service is asked with and what it may answer, as far as the flow is concerned. No text for people
//! lives here: a screen words an error by its variant.

mod error;
mod mode;
mod proof;
mod response_summary;
mod responses;

pub use error::{CallError, CheckError, Misconfiguration, ProofError, RequestError, ResetError};
pub use mode::{NativeRecovery, RecoveryMode};
pub use proof::{IdempotencyKey, Proof};
pub use response_summary::{MachineCode, ResponseSummary};
pub use responses::{Accepted, Capabilities, Changed, Checked};
