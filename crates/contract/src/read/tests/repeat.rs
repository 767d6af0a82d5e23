//! Calls that are made again until the server is done.

use super::*;

const WAITING: &str = "[{ pointer = \"/status\", equals = \"waiting\" }]";

/// The valid contract with a call after the one that sends the password.
fn with(repeat: &str) -> Result<Contract, ContractError> {
    let step = "[[reset]]\npath = \"/status\"\nsuccess = [{ status = 200 }]\n";
    read(&format!("{VALID}\n{step}{repeat}\n"))
}

#[test]
fn repeated_call_can_follow_the_password() {
    let contract = with(&format!("repeat = {{ while = {WAITING}, wait = 2, times = 6 }}")).unwrap();
    let step = contract.reset.steps().last().unwrap();
    assert_eq!(step.repeat.as_ref().map(|repeat| (repeat.wait, repeat.times)), Some((2, 6)));
    let lines: Vec<_> = contract.rule_paths().iter().map(ToString::to_string).collect();
    assert!(lines.contains(&"reset.2.repeat.while.0".to_owned()), "{lines:?}");
    assert!(with("").unwrap_err().problem.contains("must send {new_password}"));
}

#[test]
fn limits_of_repeated_calls_are_named() {
    for (repeat, fix) in [
        ("while = [], wait = 1, times = 1", "`while` is empty"),
        (format!("while = {WAITING}, wait = 0, times = 1").as_str(), "at least 1"),
        (format!("while = {WAITING}, wait = 1, times = 0").as_str(), "at least 1"),
        (format!("while = {WAITING}, wait = 3, times = 5").as_str(), "at most 12 seconds"),
        ("while = [{ redirect = \"/{uid}\" }], wait = 1, times = 1", "only in `success` and `errors`"),
        (format!("while = {WAITING}, wait = 1").as_str(), "times"),
    ] {
        let problem = with(&format!("repeat = {{ {repeat} }}")).unwrap_err().problem;
        assert!(problem.contains(fix), "{repeat}: {problem}");
    }
    let of_request = format!("[[request]]\nrepeat = {{ while = {WAITING}, wait = 1, times = 1 }}");
    let (line, problem) = refused("[[request]]", &of_request);
    assert!(line == 21 && problem.contains("only a [[check]], [[second_factor]] or [[reset]]"), "{problem}");
}
