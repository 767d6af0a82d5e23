//! The program itself, as an operator starts it.

#![cfg(unix)] // it sends SIGTERM
#![allow(clippy::unwrap_used)]

mod support;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use support::program::{Program, config_file, program};
use support::{ADA, OLD_PASSWORD};

fn add_user(config: &Path, password: &str) -> Output {
    let mut child = program(config).args(["user", "add", ADA]).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
    child.wait_with_output().unwrap()
}

#[tokio::test]
async fn an_account_is_added_and_the_server_serves_it_until_it_is_told_to_stop() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    assert!(add_user(&config, OLD_PASSWORD).status.success());
    let again = add_user(&config, OLD_PASSWORD);
    assert!(!again.status.success());
    assert!(String::from_utf8(again.stderr).unwrap().contains("an account with this address already"));

    let served = Program::serve(&config);
    let form = [("email", ADA), ("password", OLD_PASSWORD)];
    let signed_in = support::client().post(served.url("/session")).form(&form).send().await.unwrap();
    assert_eq!(signed_in.status(), 200);
    assert!(served.terminate().success());
}

#[tokio::test]
async fn a_weak_password_is_refused_with_its_reasons() {
    let folder = tempfile::tempdir().unwrap();
    let refused = add_user(&config_file(folder.path()).await, "passwordpassword");
    assert!(!refused.status.success());
    assert!(String::from_utf8(refused.stderr).unwrap().contains("Common"));
}

#[tokio::test]
async fn a_wrong_setting_is_named_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    let text = std::fs::read_to_string(&config).unwrap().replace("database =", "databse =");
    std::fs::write(&config, text).unwrap();
    let refused = program(&config).arg("serve").output().unwrap();
    assert!(!refused.status.success());
    let message = String::from_utf8(refused.stderr).unwrap();
    assert!(
        message.contains("server.toml") && message.contains("line 2") && message.contains("databse"),
        "{message}"
    );
}

#[test]
fn help_names_every_setting() {
    let help = Command::new(env!("CARGO_BIN_EXE_latchkey-server")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for setting in [
        "link_base",
        "password_file",
        "resend_after",
        "min_length",
        "LATCHKEY_SERVER_DATABASE",
        "serve",
        "user",
    ] {
        assert!(help.contains(setting), "{setting}");
    }
}
