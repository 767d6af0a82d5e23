//! The screens, one file each. They show a step of the flow and tell it what the person did; rules are the flow's.

mod check_email;
mod done;
mod forgot_password;
mod form;
mod link_problem;
mod reset_password;

pub use check_email::CheckEmailScreen;
pub use done::DoneScreen;
pub use forgot_password::ForgotPasswordScreen;
#[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
pub(crate) use form::submitted;
pub use link_problem::LinkProblemScreen;
pub use reset_password::{ResetPasswordScreen, reset_announcement};
