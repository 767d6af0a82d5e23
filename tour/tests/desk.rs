//! A desk keeps what it promises to the tests that stand on it: private, and gone without a trace.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(clippy::print_stdout, reason = "the held desk tells the test where it is")]

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use latchkey_tour::{Desk, Keyring, Result};

#[tokio::test]
async fn a_program_on_a_desk_sees_nothing_of_the_users_session() -> Result<()> {
    let desk = Desk::start_with(Keyring::None).await?;
    let environment = desk.command("env").output().await.unwrap().stdout;
    let folder = desk.home().parent().unwrap().display().to_string();
    for line in String::from_utf8(environment).unwrap().lines() {
        let (name, value) = line.split_once('=').unwrap();
        let harmless = ["PATH", "LANG", "DISPLAY", "XDG_SESSION_TYPE", "NO_AT_BRIDGE"].contains(&name);
        assert!(harmless || value.contains(&folder), "{name} is not the desk's own");
    }
    Ok(())
}

#[tokio::test]
async fn two_desks_share_neither_screen_nor_folder() -> Result<()> {
    let (one, other) = tokio::join!(Desk::start_with(Keyring::None), Desk::start_with(Keyring::None));
    let (one, other) = (one?, other?);
    let display = async |desk: &Desk| {
        desk.command("sh")
            .args(["-c", "xdotool getmouselocation >&2 && echo $DISPLAY"])
            .output()
            .await
            .unwrap()
    };
    let (first, second) = (display(&one).await.stdout, display(&other).await.stdout);
    assert!(!first.is_empty() && !second.is_empty(), "each desk has a screen that answers");
    assert_ne!(first, second);
    assert_ne!(one.home(), other.home());
    Ok(())
}

#[tokio::test]
async fn only_a_desk_with_a_keyring_has_a_secret_service() -> Result<()> {
    for (keyring, answer) in [(Keyring::Unlocked, "boolean true"), (Keyring::None, "boolean false")] {
        let desk = Desk::start_with(keyring).await?;
        let mut ask = desk.command("dbus-send");
        ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
        ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
        let told = String::from_utf8(ask.output().await.unwrap().stdout).unwrap();
        assert!(told.contains(answer), "{keyring:?}: {told}");
    }
    Ok(())
}

#[tokio::test]
async fn what_was_started_on_a_desk_ends_with_it() -> Result<()> {
    let desk = Desk::start_with(Keyring::None).await?;
    let folder = desk.home().parent().unwrap().to_owned();
    // In a session of its own, as a program that puts itself into the background.
    let mut left_behind = desk.command("setsid").args(["sleep", "600"]).spawn().unwrap();
    drop(desk);
    assert!(!left_behind.wait().await.unwrap().success(), "it was ended, it did not finish");
    assert!(!folder.exists(), "the desk's folder is gone");
    Ok(())
}

#[tokio::test]
async fn a_desk_ends_even_when_its_test_is_killed() -> Result<()> {
    let mut test = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "held_until_its_input_ends", "--nocapture"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let told = BufReader::new(test.stdout.take().unwrap()).lines();
    let folder =
        told.map_while(|line| line.ok()).find_map(|line| Some(line.strip_prefix("desk: ")?.to_owned()));
    let folder = PathBuf::from(folder.unwrap());
    assert!(folder.exists() && processes_of(&folder) > 0);
    test.kill().unwrap();
    test.wait().unwrap();
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(15);
    while folder.exists() || processes_of(&folder) > 0 {
        assert!(std::time::Instant::now() < deadline, "the desk outlived its test");
        tokio::task::yield_now().await;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "the desk that the test above kills"]
async fn held_until_its_input_ends() -> Result<()> {
    let desk = Desk::start().await?;
    println!("\ndesk: {}", desk.home().parent().unwrap().display());
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
    Ok(())
}

/// How many processes carry this desk's mark.
fn processes_of(desk: &Path) -> usize {
    let mark = format!("LATCHKEY_DESK={}", desk.display());
    let environments =
        std::fs::read_dir("/proc").unwrap().flatten().map(|process| process.path().join("environ"));
    environments
        .filter(|path| {
            std::fs::read(path)
                .is_ok_and(|bytes| bytes.split(|byte| *byte == 0).any(|entry| entry == mark.as_bytes()))
        })
        .count()
}
