//! The app is killed between the request and the link.

use std::fs;
use std::path::{Path, PathBuf};

use latchkey_tour::{Desk, Failure, Keyring, Result, Window, until};
use serde_json::Value;

use crate::album::shots;
use crate::service::{ADA, BEN, OLD_PASSWORD, Service};
use crate::steps::{
    NAME, NEW_PASSWORD, ask_for, register_links, set_new_password, start_by_link, start_with_link,
    type_password, wait_for_reset_of,
};

#[tokio::test]
async fn the_keyring_carries_the_recovery_over_and_no_secret_lies_anywhere_else() -> Result<()> {
    let limits = latchkey_server::Limits::default();
    let service = Service::start_with(limits).await;
    let desk = Desk::start().await?;
    register_links(&desk).await;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    let remembered = wait_for_keyring(&desk).await?;
    window.kill().await?;

    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.wait_for_text(ADA).await?;
    window.wait_for_text("You can ask for another e-mail in").await?;
    window.kill().await?;

    let letter = service.letter_to(ADA).await;
    let window = start_by_link(&desk, &service, letter.link().as_str()).await?;
    wait_for_reset_of(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    let secrets = [
        ("the token", letter.token()),
        ("the code", letter.code().unwrap()),
        ("the verifier", remembered[0]["v"].as_str().unwrap().to_owned()),
        ("the new password", NEW_PASSWORD.to_owned()),
    ];
    assert_kept_secret(&desk, &secrets).await?;
    set_new_password(&window, ADA).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await);
    window.close().await?;
    assert_kept_secret(&desk, &secrets).await?;

    assert_eq!(keyring_entry(&desk).await, "", "what has ended is forgotten");
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    assert!(!window.page_text().await?.contains("Back to the e-mail on its way"));
    window.close().await
}

#[tokio::test]
async fn without_a_keyring_it_says_so_once_and_the_link_is_refused_after_a_restart() -> Result<()> {
    const NOTICE: &str = "This device has no key store open";
    let service = Service::start().await;
    let desk = Desk::start_with(Keyring::None).await?;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    window.wait_for_text(NOTICE).await?;
    shots(&window, "check-email-memory-only").await?;
    window.press("Dismiss").await?;
    window.wait_until_gone(NOTICE).await?;
    window.press("Use another address").await?;
    ask_for(&window, BEN).await?;

    // While it runs, memory is enough.
    start_with_link(&desk, service.letter_to(ADA).await.link().as_str()).await;
    wait_for_reset_of(&window, ADA).await?;
    assert!(!window.page_text().await?.contains(NOTICE), "once is enough");
    window.kill().await?;

    let window =
        Window::open(&desk, &service.app().arg(service.letter_to(BEN).await.link().as_str())).await?;
    window.wait_for_heading("This link belongs to another device").await?;
    shots(&window, "link-other-device").await?;
    window.press("Ask for a new link").await?;
    ask_for(&window, BEN).await?;
    window.close().await
}

/// Killed on every screen and during every question to the service; started again, it goes on from what it has kept.
#[tokio::test]
async fn at_each_step_a_kill_loses_no_recovery() -> Result<()> {
    let mut service = Service::start().await;
    let desk = Desk::start().await?;
    let app = service.app();

    // On the first screen, with an address typed, and while it is on its way.
    let window = Window::open(&desk, &app).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", ADA).await?;
    service.line.hold();
    window.press("Send recovery e-mail").await?;
    window.wait_for_text("Sending").await?;
    window.kill().await?;
    lose_what_waits(&mut service).await;

    // On the second screen.
    let window = Window::open(&desk, &app).await?;
    ask_for(&window, ADA).await?;
    wait_for_keyring(&desk).await?;
    window.kill().await?;

    // On the third, while the link is checked, and with a password typed.
    let letter = service.letter_to(ADA).await;
    let by_link = app.clone().arg(letter.link().as_str());
    service.line.hold();
    let window = Window::open(&desk, &by_link).await?;
    window.wait_for_heading("Choose a new password").await?;
    window.kill().await?;
    lose_what_waits(&mut service).await;
    let window = Window::open(&desk, &app).await?;
    window.wait_for_heading("Check your e-mail").await?;
    start_with_link(&desk, letter.link().as_str()).await;
    wait_for_reset_of(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.kill().await?;

    // While the password is on its way: it never arrives, and the link still works.
    let window = Window::open(&desk, &by_link).await?;
    wait_for_reset_of(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.line.hold();
    window.press("Set new password").await?;
    window.wait_for_text("Setting").await?;
    window.kill().await?;
    lose_what_waits(&mut service).await;
    assert!(service.lets_in(ADA, OLD_PASSWORD).await);
    let window = Window::open(&desk, &by_link).await?;
    set_new_password(&window, ADA).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await);

    // On the last, once the keyring has been told: what has ended is over.
    let over = until(async || keyring_entry(&desk).await.is_empty().then_some(())).await;
    assert!(over.is_some(), "what has ended is forgotten");
    window.kill().await?;
    let window = Window::open(&desk, &app).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.close().await
}

/// A question that was on its way when the app was killed goes no further.
async fn lose_what_waits(service: &mut Service) {
    service.line.cut().await;
    service.line.let_go();
    service.line.mend().await;
}

/// What the app has in the keyring, as another program sees it; empty where it has nothing.
async fn keyring_entry(desk: &Desk) -> String {
    let seen = desk.command("secret-tool").args(["lookup", "service", "app.latchkey.Latchkey"]).output();
    String::from_utf8(seen.await.unwrap().stdout).unwrap()
}

/// The keyring is written to behind the screen that the person sees.
pub async fn wait_for_keyring(desk: &Desk) -> Result<Value> {
    let entry = until(async || serde_json::from_str(&keyring_entry(desk).await).ok()).await;
    entry.ok_or_else(|| Failure::new("the recovery is not in the keyring after 15 s"))
}

/// In no file of the person, in no output of the app and in no window's title (STO-1).
async fn assert_kept_secret(desk: &Desk, secrets: &[(&str, String)]) -> Result<()> {
    let mut files = files_in(&desk.home());
    files.extend(files_in(&desk.runtime_dir()));
    let logs = files_in(&desk.folder().join("log"));
    files.extend(
        logs.into_iter().filter(|log| log.file_name().unwrap().as_encoded_bytes().starts_with(b"app-")),
    );
    let keyrings = desk.data_home().join("keyrings");
    assert!(files.iter().any(|file| file.starts_with(&keyrings)), "there is a keyring on disk to leave out");
    assert!(
        files.iter().any(|file| file.starts_with(desk.folder().join("log"))),
        "the app's output is searched"
    );
    let titles = desk.window_titles().await?;
    for (name, secret) in secrets {
        for file in files.iter().filter(|file| !file.starts_with(&keyrings)) {
            let content = unless_gone(fs::read(file)).unwrap_or_default();
            assert!(!contains(&content, secret), "{name} is in {}", file.display());
        }
        assert!(titles.iter().all(|title| !title.contains(secret)), "{name} is in a window's title");
    }
    assert!(titles.is_empty() || titles.iter().any(|title| title == NAME));
    Ok(())
}

fn contains(bytes: &[u8], secret: &str) -> bool {
    bytes.windows(secret.len()).any(|part| part == secret.as_bytes())
}

/// All plain files under a folder.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in unless_gone(fs::read_dir(folder)).into_iter().flatten().map(|entry| entry.unwrap()) {
        match unless_gone(entry.file_type()) {
            Some(kind) if kind.is_dir() => files.extend(files_in(&entry.path())),
            Some(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}

/// The app runs, and files come and go.
fn unless_gone<T>(outcome: std::io::Result<T>) -> Option<T> {
    match outcome {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        outcome => Some(outcome.unwrap()),
    }
}
