//! The texts of a [`Problem`].

use latchkey_core::password::PasswordRejection;

use super::error_summary::{ErrorSummary, FieldError};
use crate::http::problem::{Problem, ProblemCode};
use crate::i18n::{Language, TextKey};

/// The errors of a form, by field.
pub(super) fn form_errors(language: &Language, problem: &Problem) -> ErrorSummary {
    let error_of = |field, key| vec![FieldError::new(field, language.text(key))];
    ErrorSummary::new(match problem.code() {
        ProblemCode::PasswordRefused => {
            let texts =
                problem.password_rejections().iter().map(|rejection| rejection_text(language, *rejection));
            texts.map(|text| FieldError::new("new-password", text)).collect()
        }
        ProblemCode::SecondFactorRequired => error_of("second-factor", TextKey::SecondFactorRequired),
        ProblemCode::SecondFactorInvalid => error_of("second-factor", TextKey::SecondFactorInvalid),
        ProblemCode::EmailInvalid => error_of("email", TextKey::EmailInvalid),
        _ => vec![FieldError::general(general_text(language, problem))],
    })
}

fn rejection_text(language: &Language, rejection: PasswordRejection) -> String {
    match rejection {
        PasswordRejection::TooShort { min } => language.format(TextKey::PasswordTooShort, "min", min),
        PasswordRejection::TooLong { max } => language.format(TextKey::PasswordTooLong, "max", max),
        PasswordRejection::Common => language.text(TextKey::PasswordCommon),
        PasswordRejection::Breached => language.text(TextKey::PasswordBreached),
        PasswordRejection::Personal => language.text(TextKey::PasswordPersonal),
        PasswordRejection::ProductName => language.text(TextKey::PasswordProductName),
        PasswordRejection::SameAsBefore => language.text(TextKey::PasswordSameAsBefore),
        // Reasons of other servers. The rules of this one do not have them.
        PasswordRejection::TooManyBytes { .. } | PasswordRejection::Characters | PasswordRejection::Other => {
            language.text(TextKey::InternalError)
        }
    }
}

fn general_text(language: &Language, problem: &Problem) -> String {
    match (problem.code(), problem.retry_after()) {
        (_, Some(seconds @ 0..60)) => language.format(TextKey::WaitSeconds, "seconds", seconds),
        (_, Some(seconds)) => language.format(TextKey::WaitMinutes, "minutes", seconds.div_ceil(60)),
        (
            ProblemCode::MalformedRequest
            | ProblemCode::UnsupportedMediaType
            | ProblemCode::BodyTooLarge
            | ProblemCode::TooSlow,
            None,
        ) => language.text(TextKey::MalformedRequest),
        (ProblemCode::CrossSite, None) => language.text(TextKey::CrossSiteRequest),
        _ => language.text(TextKey::InternalError),
    }
}
