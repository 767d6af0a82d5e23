//! The three rows below the new password: its length, leaks, and a tip or what else is wrong.

use crate::{
    components::{Meter, Rule, RuleState, advice},
    flow::ResetProblem,
    i18n::I18n,
    password::{PasswordPolicy, PasswordRejection, strength::Strength},
};

/// What the leak list says about the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaks {
    /// No list is set.
    NoList,
    /// Not looked up yet.
    Unknown,
    /// Being looked up.
    Checking,
    /// In the list.
    Found,
    /// Not in the list.
    NotFound,
    /// The list did not answer. This blocks nothing.
    Unavailable,
}

/// What is known about a typed password.
pub(super) struct Judgement<'a> {
    pub(super) typed: &'a str,
    pub(super) policy: PasswordPolicy,
    pub(super) strength: Option<Strength>,
    pub(super) leaks: Leaks,
    /// The last problem of the form.
    pub(super) problem: Option<&'a ResetProblem>,
    pub(super) caps_lock: bool,
    /// Whether there is room for a tip.
    pub(super) tips: bool,
}

impl Judgement<'_> {
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
                let refused = self.leaks == Leaks::Found || !self.policy.rejections(self.typed).is_empty();
                Meter::Score(if refused { strength.score.min(1) } else { strength.score })
            }
        }
    }

    /// The rows.
    pub(super) fn rules(&self, i18n: &I18n) -> Vec<Rule> {
        let tip = self.tip(i18n);
        [Some(self.length_rule(i18n)), self.leaks_rule(i18n), tip].into_iter().flatten().collect()
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
            (0, _) => rule(RuleState::Todo, i18n.text_with("rule-length", "min", min)),
            _ if have < min && stated.is_some() => rule(RuleState::Refused, counts("rule-length-refused")),
            _ if have < min => rule(RuleState::Todo, counts("rule-length-so-far")),
            _ if stated == Some(None) => rule(RuleState::Refused, i18n.text("too-short")),
            _ => match too_long {
                Some(reason) => rule(RuleState::Refused, i18n.password_rejection(reason)),
                None => rule(RuleState::Ok, i18n.text_with("rule-length", "min", min)),
            },
        }
    }

    fn leaks_rule(&self, i18n: &I18n) -> Option<Rule> {
        Some(match self.leaks {
            Leaks::NoList => return None,
            Leaks::Unknown => rule(RuleState::Todo, i18n.text("rule-leaks")),
            Leaks::Checking => rule(RuleState::Checking, i18n.text("breach-checking")),
            Leaks::Found => rule(RuleState::Refused, i18n.text("password-breached")),
            Leaks::NotFound => rule(RuleState::Ok, i18n.text("rule-leaks")),
            Leaks::Unavailable => rule(RuleState::Tip, i18n.text("breach-unknown")),
        })
    }

    /// What has no row of its own.
    fn tip(&self, i18n: &I18n) -> Option<Rule> {
        let no_row = |reason: &&PasswordRejection| match reason {
            PasswordRejection::TooShort { .. }
            | PasswordRejection::TooLong { .. }
            | PasswordRejection::TooManyBytes { .. } => false,
            PasswordRejection::Breached => self.leaks != Leaks::Found,
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
                Some(Strength { score: 4, .. }) if long_enough && self.leaks != Leaks::Found => {
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

    fn judgement(typed: &str) -> Judgement<'_> {
        let policy = PasswordPolicy { min_length: 15, max_length: Some(64), max_bytes: None, stated: true };
        let strength = Some(Strength { score: 4, advice: None });
        Judgement {
            typed,
            policy,
            strength,
            leaks: Leaks::Unknown,
            problem: None,
            caps_lock: false,
            tips: true,
        }
    }

    fn rows(judgement: &Judgement<'_>) -> Vec<(RuleState, String)> {
        let i18n = I18n::new(Language::english(), &[]);
        judgement.rules(&i18n).into_iter().map(|rule| (rule.state, rule.text)).collect()
    }

    fn assert_rows(judgement: &Judgement<'_>, expected: &[(RuleState, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(state, text)| (*state, (*text).to_owned())).collect();
        assert_eq!(rows(judgement), expected);
    }

    const WORDS: (RuleState, &str) = (RuleState::Tip, "A few unrelated words are easy to remember.");
    const LEAKS: (RuleState, &str) = (RuleState::Todo, "Not in known data leaks");

    #[test]
    fn length_is_an_error_only_after_submit() {
        let empty = Judgement { strength: None, ..judgement("") };
        assert_rows(&empty, &[(RuleState::Todo, "At least 15 characters"), LEAKS, WORDS]);
        let missing = Judgement { problem: Some(&ResetProblem::Missing), strength: None, ..judgement("") };
        assert_rows(&missing, &[(RuleState::Refused, "Enter a new password."), LEAKS, WORDS]);
        let short = Judgement { strength: None, ..judgement("correct horse") };
        assert_rows(&short, &[(RuleState::Todo, "13 of 15 characters"), LEAKS, WORDS]);
        let refused = ResetProblem::Refused(vec![PasswordRejection::TooShort { min: Some(15) }]);
        let refused = Judgement { problem: Some(&refused), strength: None, ..judgement("correct horse") };
        assert_rows(&refused, &[(RuleState::Refused, "13 of 15 characters. Add 2 more."), LEAKS, WORDS]);
    }

    #[test]
    fn refused_password_is_never_called_more_than_weak() {
        let long = "two herons under a copper sky";
        assert_eq!(judgement(long).meter(), Meter::Score(4));
        assert_eq!(Judgement { leaks: Leaks::Found, ..judgement(long) }.meter(), Meter::Score(1));
        assert_eq!(judgement(&long.repeat(3)).meter(), Meter::Score(1));
        assert_eq!(judgement("correct horse").meter(), Meter::Length(86));
        assert_eq!(judgement("").meter(), Meter::Empty);
    }

    #[test]
    fn reason_without_a_row_takes_the_place_of_the_tip() {
        let reasons = vec![PasswordRejection::Personal, PasswordRejection::Breached];
        let problem = ResetProblem::Refused(reasons);
        let refused = Judgement {
            problem: Some(&problem),
            leaks: Leaks::NoList,
            ..judgement("two herons under a copper sky")
        };
        let text = "Leave out parts of your email address. Found in a data leak. Choose another.";
        assert_rows(&refused, &[(RuleState::Ok, "At least 15 characters"), (RuleState::Refused, text)]);
        let caps_lock = Judgement { caps_lock: true, tips: false, ..judgement("") };
        assert_rows(
            &caps_lock,
            &[(RuleState::Todo, "At least 15 characters"), LEAKS, (RuleState::Tip, "Caps Lock is on.")],
        );
    }

    #[test]
    fn strong_password_is_for_the_password_manager() {
        let strong = Judgement { leaks: Leaks::NotFound, ..judgement("two herons under a copper sky") };
        let ok = (RuleState::Ok, "Not in known data leaks");
        let manager = (RuleState::Tip, "Save it in your password manager.");
        assert_rows(&strong, &[(RuleState::Ok, "At least 15 characters"), ok, manager]);
    }
}
