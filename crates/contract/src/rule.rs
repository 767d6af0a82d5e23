//! The rules of a contract that decide what a response means, and their lines in the file.

use std::fmt;

use super::{
    contract::Contract,
    diagnostic::{join, step_path},
    span::{self, Key},
    step::ContractStep,
};

/// A rule of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The match with this index in `success`.
    Success(usize),
    /// The match with this index in `errors` of the step.
    Error(usize),
    /// The match with this index in `errors` of the file.
    FileError(usize),
    /// `otherwise` of the step.
    Fallback,
    /// The match with this index in `while` of the step's `repeat`.
    Repeat(usize),
}

/// The place of a rule, or of another key, in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePath(Vec<Key>);

impl RulePath {
    /// Its line in the text of its file, from 1.
    pub fn line(&self, text: &str) -> Option<usize> {
        span::find(text, &self.0).map(|span| span::position(text, &span).0)
    }
}

impl fmt::Display for RulePath {
    /// As in `reset.1.errors.0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, key) in self.0.iter().enumerate() {
            let dot = if index == 0 { "" } else { "." };
            match key {
                Key::Name(name) => write!(f, "{dot}{name}")?,
                Key::Index(index) => write!(f, "{dot}{index}")?,
            }
        }
        Ok(())
    }
}

impl Contract {
    /// The place of a rule of one of this contract's steps. `None` if it is a step of another contract.
    pub fn rule_path(&self, step: &ContractStep, rule: Rule) -> Option<RulePath> {
        if let Rule::FileError(index) = rule {
            return Some(RulePath(vec!["errors".into(), index.into()]));
        }
        let (operation, index) = self.operation_of(step)?;
        Some(RulePath(in_step(&step_path(operation, index), rule)))
    }

    /// The place of the `path` of one of this contract's steps.
    pub fn place_of_path(&self, step: &ContractStep) -> Option<RulePath> {
        let (operation, index) = self.operation_of(step)?;
        Some(RulePath(join(&step_path(operation, index), "path")))
    }

    /// The places of all rules, in the order of the operations.
    pub fn rule_paths(&self) -> Vec<RulePath> {
        let mut rules: Vec<RulePath> = Vec::new();
        for (operation, steps) in self.operations() {
            for (index, step) in steps.iter().enumerate() {
                let place = step_path(operation, index);
                let errors = (0..step.errors.len()).map(Rule::Error);
                let success = (0..step.success.len()).map(Rule::Success);
                let unfinished = step.repeat.iter().flat_map(|repeat| 0..repeat.unfinished.len());
                let all = success.chain(errors).chain(step.error_fallback.map(|_| Rule::Fallback));
                let all = all.chain(unfinished.map(Rule::Repeat));
                rules.extend(all.map(|rule| RulePath(in_step(&place, rule))));
            }
        }
        rules.extend((0..self.errors.len()).map(|index| RulePath(vec!["errors".into(), index.into()])));
        rules
    }
}

fn in_step(step: &[Key], rule: Rule) -> Vec<Key> {
    let (list, index) = match rule {
        Rule::Success(index) => ("success", index),
        Rule::Error(index) | Rule::FileError(index) => ("errors", index),
        Rule::Fallback => return join(step, "otherwise"),
        Rule::Repeat(index) => return [join(&join(step, "repeat"), "while"), vec![index.into()]].concat(),
    };
    [join(step, list), vec![index.into()]].concat()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str = r#"id = "mine"
name = "Mine"
errors = [{ status = 418, kind = "down" }]

[link]
sources = ["query"]
names = { token = "t" }

[[request]]
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]

[[reset]]
path = "/reset"
body = { token = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
errors = [
    { status = 400, kind = "invalid" },
    { status = 422, kind = "password_refused" },
]
otherwise = "invalid"
"#;

    #[test]
    fn rules_have_the_lines_of_their_file() {
        let contract = crate::read(TEXT).unwrap();
        let rules: Vec<_> = contract.rule_paths();
        let lines: Vec<_> = rules.iter().map(|rule| (rule.to_string(), rule.line(TEXT).unwrap())).collect();
        assert_eq!(
            lines,
            [
                ("request.0.success.0".to_owned(), 12),
                ("reset.0.success.0".to_owned(), 17),
                ("reset.0.errors.0".to_owned(), 19),
                ("reset.0.errors.1".to_owned(), 20),
                ("reset.0.otherwise".to_owned(), 22),
                ("errors.0".to_owned(), 3),
            ]
        );
        let step = &contract.reset.steps()[0];
        assert_eq!(contract.rule_path(step, Rule::Error(1)), Some(rules[3].clone()));
        assert_eq!(contract.rule_path(step, Rule::FileError(0)), Some(rules[5].clone()));
        assert_eq!(contract.place_of_path(step).unwrap().line(TEXT), Some(15));
        assert_eq!(contract.rule_path(&step.clone(), Rule::Error(1)), None, "a step of another contract");
    }
}
