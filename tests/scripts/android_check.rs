//! `./scripts/android check` walks through the checklist of docs/platforms.md with a phone. Here `adb` is a stub.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::executables::write_executable;

/// What a run of the script left.
struct Run {
    succeeded: bool,
    report: String,
    errors: String,
    /// The settings of the phone.
    phone: String,
}

impl Run {
    /// The verdict on a step.
    fn verdict(&self, number: usize) -> &str {
        let start = format!("{number}. ");
        let line = self.report.lines().find(|line| line.starts_with(&start)).expect(&self.report);
        line.rsplit("**").nth(1).unwrap()
    }

    /// The lines below the steps.
    fn results(&self) -> impl Iterator<Item = &str> {
        self.report.lines().filter(|line| line.starts_with("   - "))
    }

    fn verdicts(&self) -> Vec<&str> {
        (1..=15).map(|number| self.verdict(number)).collect()
    }
}

/// Runs the script with a phone in this state, and with a person who gives this answer to everything.
fn check(state: &str, answer: Option<&str>) -> Run {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let adb = folder.path().join("adb");
    let stub = root.join("tests/scripts/stub_phone.py");
    let python = format!("python3 -S -X pycache_prefix='{}'", folder.path().display());
    write_executable(&adb, format!("#!/bin/sh\nexec {python} '{}' \"$@\"\n", stub.display()));
    let answers = folder.path().join("answers");
    fs::write(&answers, format!("{}\n", answer.unwrap_or_default()).repeat(60)).unwrap();
    let report = folder.path().join("report.md");
    let mut script = Command::new(root.join("scripts/android"));
    script.args(["check", "--patience", "0", "--report"]).arg(&report);
    if answer.is_some() {
        script.arg("--person");
    }
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let done = script
        .env("PATH", path)
        .env("PYTHONPYCACHEPREFIX", folder.path())
        .env("STUB_PHONE", folder.path())
        .env("STUB_SCRIPTS", root.join("scripts"))
        .env("STUB_STATE", state)
        .stdin(Stdio::from(fs::File::open(&answers).unwrap()))
        .output()
        .unwrap();
    Run {
        succeeded: done.status.success(),
        report: fs::read_to_string(&report).unwrap_or_default(),
        errors: String::from_utf8(done.stderr).unwrap(),
        phone: fs::read_to_string(folder.path().join("state.json")).unwrap_or_default(),
    }
}

#[test]
fn a_person_with_a_phone_passes_every_step() {
    let run = check("mail is open", Some("y"));
    assert!(run.succeeded, "{}{}", run.report, run.errors);
    assert_eq!(run.verdicts(), ["passed"; 15], "{}", run.report);
    assert!(run.report.contains("15 of 15 steps passed, 0 failed, 0 are open."));
    // The script restores what it has changed.
    for before in [r#""accelerometer_rotation": "1""#, r#""font_scale": "null""#, r#""night": "auto""#] {
        assert!(run.phone.contains(before), "{}", run.phone);
    }
    assert!(!run.results().any(|line| line.contains("token=")), "{}", run.report);
}

#[test]
fn faults_of_the_app_fail_their_steps_and_questions_stay_open_without_a_person() {
    let run = check("unverified, second window, forgets text, logs links, backs up", None);
    assert!(!run.succeeded);
    let failed = |number: &usize| run.verdict(*number) == "FAILED";
    assert_eq!((1..=15).filter(failed).collect::<Vec<_>>(), [5, 7, 8, 14, 15], "{}", run.report);
    assert!(run.report.contains("lines have a token or an address"));
    assert!(!run.results().any(|line| line.contains("token=")), "{}", run.report);
    for (number, verdict) in [(1, "open"), (6, "passed"), (10, "open"), (11, "open")] {
        assert_eq!(run.verdict(number), verdict, "{}", run.report);
    }
}

#[test]
fn a_missing_phone_or_app_is_reported() {
    let without_phone = check("no phone", None);
    assert!(!without_phone.succeeded);
    assert!(without_phone.errors.contains("no devices"), "{}", without_phone.errors);
    let without_app = check("not installed", None);
    assert_eq!(without_app.errors, "android check: app.latchkey.Latchkey is not installed\n");
}
