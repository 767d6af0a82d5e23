//! The texts of a [`Problem`].

use latchkey_core::password::PasswordRejection;

use super::error_summary::{ErrorSummary, FieldError};
use crate::http::problem::{Problem, ProblemCode};
use crate::i18n::{Language, TextKey};

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;
/// From here on, times are in hours.
const TWO_HOURS: u64 = 2 * HOUR;
/// From here on, times are in days.
const TWO_DAYS: u64 = 2 * DAY;

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
        (_, Some(seconds @ 60..TWO_HOURS)) => {
            language.format(TextKey::WaitMinutes, "minutes", seconds.div_ceil(60))
        }
        (_, Some(seconds @ TWO_HOURS..TWO_DAYS)) => {
            language.format(TextKey::WaitHours, "hours", seconds.div_ceil(HOUR))
        }
        (_, Some(seconds)) => language.format(TextKey::WaitDays, "days", seconds.div_ceil(DAY)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_times_are_in_hours_or_days() {
        let english = Language::english();
        for (seconds, text) in [
            (59, "Too many tries. Try again in 59 seconds."),
            (60, "Too many tries. Try again in 1 minute."),
            (7199, "Too many tries. Try again in 120 minutes."),
            (7200, "Too many tries. Try again in 2 hours."),
            (172_799, "Too many tries. Try again in 48 hours."),
            (172_800, "Too many tries. Try again in 2 days."),
            (2_592_000, "Too many tries. Try again in 30 days."),
        ] {
            let shown = general_text(english, &Problem::rate_limited(seconds));
            // Marks around the number, for languages that are written from right to left.
            assert_eq!(shown.replace(['\u{2068}', '\u{2069}'], ""), text);
        }
    }
}
