//! The three rows below the new password: its length, whether it was breached, and a tip or what else is wrong.

use crate::{
    components::{Meter, Rule, RuleState, advice},
    flow::ResetProblem,
    i18n::I18n,
    password::{PasswordPolicy, PasswordRejection, strength::Strength},
};

/// The result of the lookup in the list of breached passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BreachStatus {
    /// No list is set.
    NoList,
    /// The password is not looked up yet.
    Unknown,
    /// The password is being looked up.
    Checking,
    /// The password is in the list.
    Found,
    /// The password is not in the list.
    NotFound,
    /// The list did not respond. This blocks nothing.
    Unavailable,
}

/// What is known about a typed password.
pub(super) struct TypedPassword<'a> {
    pub(super) typed: &'a str,
    pub(super) policy: PasswordPolicy,
    pub(super) strength: Option<Strength>,
    pub(super) breach: BreachStatus,
    /// The last problem of the form.
    pub(super) problem: Option<&'a ResetProblem>,
    pub(super) caps_lock: bool,
    /// Whether there is room for a tip.
    pub(super) tips: bool,
}

impl TypedPassword<'_> {
    fn length(&self) -> u64 {
        PasswordPolicy::length(self.typed)
    }

    fn rejections(&self) -> &[PasswordRejection] {
        match self.problem {
            Some(ResetProblem::Refused(reasons)) => reasons,
            _ => &[],
        }
    }

    /// What the meter shows. A password that will be refused is never more than weak.
    pub(super) fn meter(&self) -> Meter {
        let (have, min) = (self.length(), self.policy.min_length.max(1));
        match self.strength {
            _ if have == 0 => Meter::Empty,
            _ if have < min => Meter::Length(have * 100 / min),
            None => Meter::Empty,
            Some(strength) => {
                let refused =
                    self.breach == BreachStatus::Found || !self.policy.rejections(self.typed).is_empty();
                Meter::Score(if refused { strength.score.min(1) } else { strength.score })
            }
        }
    }

    /// The rows.
    pub(super) fn rules(&self, i18n: &I18n) -> Vec<Rule> {
        let tip = self.tip(i18n);
        [Some(self.length_rule(i18n)), self.breach_rule(i18n), tip].into_iter().flatten().collect()
    }

    fn length_rule(&self, i18n: &I18n) -> Rule {
        let (have, min) = (self.length(), self.policy.min_length);
        let stated = self.rejections().iter().find_map(|reason| match reason {
            PasswordRejection::TooShort { min } => Some(*min),
            _ => None,
        });
        let min = stated.flatten().unwrap_or(min);
        let counts = |id: &str| {
            i18n.text_with_all(id, &[("have", have), ("min", min), ("more", min.saturating_sub(have))])
        };
        let too_long =
            self.policy.rejections(self.typed).into_iter().chain(self.rejections().iter().copied());
        let too_long = too_long.into_iter().find(|reason| {
            matches!(reason, PasswordRejection::TooLong { .. } | PasswordRejection::TooManyBytes { .. })
        });
        match (have, self.problem) {
            (0, Some(ResetProblem::Missing)) => rule(RuleState::Refused, i18n.text("password-missing")),
            (0, _) => rule(RuleState::Unmet, i18n.text_with("rule-length", "min", min)),
            _ if have < min && stated.is_some() => rule(RuleState::Refused, counts("rule-length-refused")),
            _ if have < min => rule(RuleState::Unmet, counts("rule-length-so-far")),
            _ if stated == Some(None) => rule(RuleState::Refused, i18n.text("too-short")),
            _ => match too_long {
                Some(reason) => rule(RuleState::Refused, i18n.password_rejection(reason)),
                None => rule(RuleState::Met, i18n.text_with("rule-length", "min", min)),
            },
        }
    }

    fn breach_rule(&self, i18n: &I18n) -> Option<Rule> {
        Some(match self.breach {
            BreachStatus::NoList => return None,
            BreachStatus::Unknown => rule(RuleState::Unmet, i18n.text("rule-leaks")),
            BreachStatus::Checking => rule(RuleState::Checking, i18n.text("breach-checking")),
            BreachStatus::Found => rule(RuleState::Refused, i18n.text("password-breached")),
            BreachStatus::NotFound => rule(RuleState::Met, i18n.text("rule-leaks")),
            BreachStatus::Unavailable => rule(RuleState::Tip, i18n.text("breach-unknown")),
        })
    }

    /// The third row: the rejections that have no row of their own, or else a tip.
    fn tip(&self, i18n: &I18n) -> Option<Rule> {
        let no_row = |reason: &&PasswordRejection| match reason {
            PasswordRejection::TooShort { .. }
            | PasswordRejection::TooLong { .. }
            | PasswordRejection::TooManyBytes { .. } => false,
            PasswordRejection::Breached => self.breach != BreachStatus::Found,
            _ => true,
        };
        let refused: Vec<_> =
            self.rejections().iter().filter(no_row).map(|reason| i18n.password_rejection(*reason)).collect();
        if !refused.is_empty() {
            return Some(rule(RuleState::Refused, refused.join(" ")));
        }
        if matches!(self.problem, Some(ResetProblem::Refused(reasons)) if reasons.is_empty()) {
            return Some(rule(RuleState::Refused, i18n.text("password-refused")));
        }
        if self.caps_lock {
            return Some(rule(RuleState::Tip, i18n.text("caps-lock")));
        }
        self.tips.then(|| {
            let long_enough = self.length() >= self.policy.min_length;
            let text = match self.strength {
                Some(Strength { score: 4, .. }) if long_enough && self.breach != BreachStatus::Found => {
                    i18n.text("tip-manager")
                }
                Some(Strength { advice: Some(better), .. }) if !self.typed.is_empty() => advice(i18n, better),
                _ => i18n.text("tip-words"),
            };
            rule(RuleState::Tip, text)
        })
    }
}

fn rule(state: RuleState, text: String) -> Rule {
    Rule { state, text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn typed_password(typed: &str) -> TypedPassword<'_> {
        let policy = PasswordPolicy { min_length: 15, max_length: Some(64), max_bytes: None, reported: true };
        let strength = Some(Strength { score: 4, advice: None });
        TypedPassword {
            typed,
            policy,
            strength,
            breach: BreachStatus::Unknown,
            problem: None,
            caps_lock: false,
            tips: true,
        }
    }

    fn rows(typed_password: &TypedPassword<'_>) -> Vec<(RuleState, String)> {
        let i18n = I18n::new(Language::english(), &[]);
        typed_password.rules(&i18n).into_iter().map(|rule| (rule.state, rule.text)).collect()
    }

    fn assert_rows(typed_password: &TypedPassword<'_>, expected: &[(RuleState, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(state, text)| (*state, (*text).to_owned())).collect();
        assert_eq!(rows(typed_password), expected);
    }

    const WORDS: (RuleState, &str) = (RuleState::Tip, "A few unrelated words are easy to remember.");
    const NO_BREACH: (RuleState, &str) = (RuleState::Unmet, "Not in known data leaks");

    #[test]
    fn length_is_an_error_only_after_submit() {
        let empty = TypedPassword { strength: None, ..typed_password("") };
        assert_rows(&empty, &[(RuleState::Unmet, "At least 15 characters"), NO_BREACH, WORDS]);
        let missing =
            TypedPassword { problem: Some(&ResetProblem::Missing), strength: None, ..typed_password("") };
        assert_rows(&missing, &[(RuleState::Refused, "Enter a new password."), NO_BREACH, WORDS]);
        let short = TypedPassword { strength: None, ..typed_password("correct horse") };
        assert_rows(&short, &[(RuleState::Unmet, "13 of 15 characters"), NO_BREACH, WORDS]);
        let refused = ResetProblem::Refused(vec![PasswordRejection::TooShort { min: Some(15) }]);
        let refused =
            TypedPassword { problem: Some(&refused), strength: None, ..typed_password("correct horse") };
        assert_rows(&refused, &[(RuleState::Refused, "13 of 15 characters. Add 2 more."), NO_BREACH, WORDS]);
    }

    #[test]
    fn refused_password_is_never_called_more_than_weak() {
        let long = "two herons under a copper sky";
        assert_eq!(typed_password(long).meter(), Meter::Score(4));
        assert_eq!(
            TypedPassword { breach: BreachStatus::Found, ..typed_password(long) }.meter(),
            Meter::Score(1)
        );
        assert_eq!(typed_password(&long.repeat(3)).meter(), Meter::Score(1));
        assert_eq!(typed_password("correct horse").meter(), Meter::Length(86));
        assert_eq!(typed_password("").meter(), Meter::Empty);
    }

    #[test]
    fn reason_without_a_row_takes_the_place_of_the_tip() {
        let reasons = vec![PasswordRejection::Personal, PasswordRejection::Breached];
        let problem = ResetProblem::Refused(reasons);
        let refused = TypedPassword {
            problem: Some(&problem),
            breach: BreachStatus::NoList,
            ..typed_password("two herons under a copper sky")
        };
        let text = "Leave out parts of your email address. Found in a data leak. Choose another.";
        assert_rows(&refused, &[(RuleState::Met, "At least 15 characters"), (RuleState::Refused, text)]);
        let caps_lock = TypedPassword { caps_lock: true, tips: false, ..typed_password("") };
        assert_rows(
            &caps_lock,
            &[(RuleState::Unmet, "At least 15 characters"), NO_BREACH, (RuleState::Tip, "Caps Lock is on.")],
        );
    }

    #[test]
    fn strong_password_is_for_the_password_manager() {
        let strong = TypedPassword {
            breach: BreachStatus::NotFound,
            ..typed_password("two herons under a copper sky")
        };
        let ok = (RuleState::Met, "Not in known data leaks");
        let manager = (RuleState::Tip, "Save it in your password manager.");
        assert_rows(&strong, &[(RuleState::Met, "At least 15 characters"), ok, manager]);
    }
}
