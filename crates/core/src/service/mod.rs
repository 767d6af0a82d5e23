//! The requests and responses of a recovery service, as types. Texts for people are in the screens, by error variant.

mod error;
mod mode;
mod page_request;
mod proof;
mod response_summary;
mod responses;

pub use error::{CallError, CheckError, Misconfiguration, ProofError, RequestError, ResetError};
pub use mode::{NativeMode, PageReturn, RecoveryMode};
pub use page_request::PageRequest;
pub use proof::{IdempotencyKey, Proof};
pub use response_summary::{MachineCode, ResponseSummary};
pub use responses::{Accepted, Capabilities, Changed, Checked};
