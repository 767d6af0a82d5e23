//! Desktop sessions are isolated, and leave nothing behind.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(clippy::print_stdout, reason = "the subprocess prints the folder of its session")]

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use latchkey_e2e::{DesktopSession, Keyring, Result};

#[tokio::test]
async fn programs_do_not_inherit_the_users_environment() -> Result<()> {
    let desktop = DesktopSession::start_with(Keyring::None).await?;
    let environment = desktop.command("env").output().await.unwrap().stdout;
    let folder = desktop.home().parent().unwrap().display().to_string();
    for line in String::from_utf8(environment).unwrap().lines() {
        let (name, value) = line.split_once('=').unwrap();
        let harmless = ["PATH", "LANG", "DISPLAY", "XDG_SESSION_TYPE", "NO_AT_BRIDGE"].contains(&name);
        assert!(harmless || value.contains(&folder), "{name} is not the session's own");
    }
    Ok(())
}

#[tokio::test]
async fn two_sessions_share_neither_display_nor_folder() -> Result<()> {
    let (one, other) =
        tokio::join!(DesktopSession::start_with(Keyring::None), DesktopSession::start_with(Keyring::None));
    let (one, other) = (one?, other?);
    let display = async |desktop: &DesktopSession| {
        desktop
            .command("sh")
            .args(["-c", "xdotool getmouselocation >&2 && echo $DISPLAY"])
            .output()
            .await
            .unwrap()
    };
    let (first, second) = (display(&one).await.stdout, display(&other).await.stdout);
    assert!(!first.is_empty() && !second.is_empty(), "each session has a working display");
    assert_ne!(first, second);
    assert_ne!(one.home(), other.home());
    Ok(())
}

#[tokio::test]
async fn only_a_session_with_a_keyring_has_a_secret_service() -> Result<()> {
    for (keyring, expected) in [(Keyring::Unlocked, "boolean true"), (Keyring::None, "boolean false")] {
        let desktop = DesktopSession::start_with(keyring).await?;
        let mut ask = desktop.command("dbus-send");
        ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
        ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
        let reply = String::from_utf8(ask.output().await.unwrap().stdout).unwrap();
        assert!(reply.contains(expected), "{keyring:?}: {reply}");
    }
    Ok(())
}

#[tokio::test]
async fn processes_are_killed_with_their_session() -> Result<()> {
    let desktop = DesktopSession::start_with(Keyring::None).await?;
    let folder = desktop.home().parent().unwrap().to_owned();
    // It has a process session of its own, like a daemon.
    let mut left_behind = desktop.command("setsid").args(["sleep", "600"]).spawn().unwrap();
    drop(desktop);
    assert!(!left_behind.wait().await.unwrap().success(), "it was killed");
    assert!(!folder.exists(), "the session's folder is removed");
    Ok(())
}

#[tokio::test]
async fn session_ends_when_its_test_is_killed() -> Result<()> {
    let mut test = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "session_for_the_killed_test", "--nocapture"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(test.stdout.take().unwrap()).lines();
    let folder =
        output.map_while(|line| line.ok()).find_map(|line| Some(line.strip_prefix("session: ")?.to_owned()));
    let folder = PathBuf::from(folder.unwrap());
    assert!(folder.exists() && processes_of(&folder) > 0);
    test.kill().unwrap();
    test.wait().unwrap();
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(15);
    while folder.exists() || processes_of(&folder) > 0 {
        assert!(std::time::Instant::now() < deadline, "the session outlived its test");
        tokio::task::yield_now().await;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "started and killed by session_ends_when_its_test_is_killed"]
async fn session_for_the_killed_test() -> Result<()> {
    let desktop = DesktopSession::start().await?;
    println!("\nsession: {}", desktop.home().parent().unwrap().display());
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
    Ok(())
}

/// The number of processes of the session in this folder.
fn processes_of(folder: &Path) -> usize {
    let variable = format!("LATCHKEY_DESKTOP_SESSION={}", folder.display());
    let environments =
        std::fs::read_dir("/proc").unwrap().flatten().map(|process| process.path().join("environ"));
    environments
        .filter(|path| {
            std::fs::read(path)
                .is_ok_and(|bytes| bytes.split(|byte| *byte == 0).any(|entry| entry == variable.as_bytes()))
        })
        .count()
}
