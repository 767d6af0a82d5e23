//! What a recovery service is asked with and what it may answer, as far as the flow is concerned. No text for people
//! lives here: a screen words an error by its variant.

mod answers;
mod error;
mod mode;
mod proof;
mod unknown_answer;

pub use answers::{Accepted, Capabilities, Changed, Checked};
pub use error::{CallError, CheckError, Misconfiguration, ProofError, RequestError, ResetError};
pub use mode::{NativeRecovery, RecoveryMode};
pub use proof::{AttemptKey, Proof};
pub use unknown_answer::{MachineCode, UnknownAnswer};
