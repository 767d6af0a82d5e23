//! The app is killed during a recovery, and started again.

use std::fs;
use std::path::{Path, PathBuf};

use latchkey_e2e::{DesktopSession, Error, Keyring, Result, Window, is_title_of, wait_until};
use serde_json::Value;

use crate::screenshots::screenshots;
use crate::service::{ADA, BEN, OLD_PASSWORD, Service};
use crate::steps::{
    NAME, NEW_PASSWORD, launch_with_link, open_link_in_running_app, register_links, request_email,
    set_new_password, text, type_password, wait_for_reset_screen,
};

#[tokio::test]
async fn recovery_survives_in_the_keyring_and_no_secret_is_stored_elsewhere() -> Result<()> {
    let limits = latchkey_server::Limits::default();
    let service = Service::start_with(limits).await;
    let desktop = DesktopSession::start().await?;
    register_links(&desktop).await;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    let stored = wait_for_keyring(&desktop).await?;
    window.kill().await?;

    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Check your email").await?;
    window.wait_for_text(ADA).await?;
    window.wait_for_text("Resend in").await?;
    window.kill().await?;

    let mail = service.mail_to(ADA).await;
    let window = launch_with_link(&desktop, &service, mail.link().as_str()).await?;
    wait_for_reset_screen(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    let secrets = [
        ("the token", mail.token()),
        ("the code", mail.code().unwrap()),
        ("the verifier", stored[0]["v"].as_str().unwrap().to_owned()),
        ("the new password", NEW_PASSWORD.to_owned()),
    ];
    assert_secrets_not_leaked(&desktop, &secrets).await?;
    set_new_password(&window, ADA).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);
    window.close().await?;
    assert_secrets_not_leaked(&desktop, &secrets).await?;

    assert_eq!(keyring_entry(&desktop).await, "", "a completed recovery is removed");
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    assert!(!window.page_text().await?.contains("Back to your email"));
    window.close().await
}

#[tokio::test]
async fn without_keyring_a_notice_is_shown_once_and_the_link_is_refused_after_a_restart() -> Result<()> {
    const NOTICE: &str = "Keep this app open until you’re done.";
    let service = Service::start().await;
    let desktop = DesktopSession::start_with(Keyring::None).await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    window.wait_for_text(NOTICE).await?;
    screenshots(&window, "check-email-memory-only").await?;
    window.press("Dismiss").await?;
    window.wait_for_text_absent(NOTICE).await?;
    window.press("Use another email").await?;
    request_email(&window, BEN).await?;

    // Memory is enough until the app exits.
    open_link_in_running_app(&desktop, service.mail_to(ADA).await.link().as_str()).await;
    wait_for_reset_screen(&window, ADA).await?;
    assert!(!window.page_text().await?.contains(NOTICE), "the notice is shown once");
    window.kill().await?;

    let window =
        Window::open(&desktop, &service.app().arg(service.mail_to(BEN).await.link().as_str())).await?;
    window.wait_for_heading("Open this link on your other device").await?;
    screenshots(&window, "link-other-device").await?;
    window.press("Get a link for this device").await?;
    request_email(&window, BEN).await?;
    window.close().await
}

/// Kills the app on every screen, and during every call with a link. Calls with a code are below.
#[tokio::test]
async fn kill_at_any_step_loses_no_recovery() -> Result<()> {
    let mut service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let app = service.app();

    // On the first screen, during the request.
    let window = Window::open(&desktop, &app).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", ADA).await?;
    service.proxy.pause();
    window.press("Send reset email").await?;
    window.wait_for_text("Sending").await?;
    window.kill().await?;
    service.proxy.drop_paused_requests().await;

    // On the second screen.
    let window = Window::open(&desktop, &app).await?;
    request_email(&window, ADA).await?;
    wait_for_keyring(&desktop).await?;
    window.kill().await?;

    // On the third screen, while the link is checked, and after a password was typed.
    let mail = service.mail_to(ADA).await;
    let by_link = app.clone().arg(mail.link().as_str());
    service.proxy.pause();
    let window = Window::open(&desktop, &by_link).await?;
    window.wait_for_heading("Choose a new password").await?;
    window.kill().await?;
    service.proxy.drop_paused_requests().await;
    let window = Window::open(&desktop, &app).await?;
    window.wait_for_heading("Check your email").await?;
    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    wait_for_reset_screen(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.kill().await?;

    // During the reset. The request does not arrive, and the link still works.
    let window = Window::open(&desktop, &by_link).await?;
    wait_for_reset_screen(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.proxy.pause();
    window.press("Change password").await?;
    window.wait_for_text("Changing password").await?;
    window.kill().await?;
    service.proxy.drop_paused_requests().await;
    assert!(service.can_sign_in(ADA, OLD_PASSWORD).await);
    let window = Window::open(&desktop, &by_link).await?;
    set_new_password(&window, ADA).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);

    // On the last screen, after the recovery was removed from the keyring.
    let removed = wait_until(async || keyring_entry(&desktop).await.is_empty().then_some(())).await;
    assert!(removed.is_some(), "a completed recovery is removed");
    window.kill().await?;
    let window = Window::open(&desktop, &app).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.close().await
}

/// Kills the app while a code is checked, and during a reset with the code of an authenticator app. Neither request arrives.
#[tokio::test]
async fn kill_during_a_call_with_a_code_uses_up_no_code() -> Result<()> {
    let (mut service, second_factor) = Service::start_with_second_factor().await;
    let desktop = DesktopSession::start().await?;
    let app = service.app();
    let window = Window::open(&desktop, &app).await?;
    request_email(&window, ADA).await?;
    wait_for_keyring(&desktop).await?;
    let code = service.mail_to(ADA).await.code().unwrap();

    service.proxy.pause();
    window.fill(&text("code-label"), &code).await?;
    window.press(&text("continue")).await?;
    wait_for_sent(&service, "POST /account/reset-password/check").await;
    window.kill().await?;
    service.proxy.drop_paused_requests().await;

    for is_killed in [true, false] {
        let window = Window::open(&desktop, &app).await?;
        window.wait_for_heading("Check your email").await?;
        window.fill(&text("code-label"), &code).await?;
        window.press(&text("continue")).await?;
        wait_for_reset_screen(&window, ADA).await?;
        type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
        window.fill(&text("second-factor"), &second_factor).await?;
        if is_killed {
            service.proxy.pause();
            window.press("Change password").await?;
            window.wait_for_text("Changing password").await?;
            window.kill().await?;
            service.proxy.drop_paused_requests().await;
        } else {
            window.press("Change password").await?;
            window.wait_for_heading("Password changed").await?;
            window.close().await?;
        }
    }
    Ok(())
}

/// The server has set the password, and the app is killed before the response arrives. The app cannot repeat the attempt,
/// because its key was in memory. It says that the link was used, and the new password works.
#[tokio::test]
async fn kill_before_the_response_to_a_reset_leads_to_a_used_link() -> Result<()> {
    let mut service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let app = service.app();
    let window = Window::open(&desktop, &app).await?;
    request_email(&window, ADA).await?;
    wait_for_keyring(&desktop).await?;
    let mail = service.mail_to(ADA).await;
    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    wait_for_reset_screen(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.proxy.pause_responses();
    window.press("Change password").await?;
    let is_set = wait_until(async || service.can_sign_in(ADA, NEW_PASSWORD).await.then_some(())).await;
    assert!(is_set.is_some(), "the server sets the password");
    window.kill().await?;
    service.proxy.drop_paused_requests().await;

    let window = Window::open(&desktop, &app).await?;
    window.wait_for_heading("Check your email").await?;
    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    window.wait_for_heading("This link was already used").await?;
    window.wait_for_text("It was used to set a new password.").await?;
    window.close().await
}

/// Waits until the app has sent this request.
async fn wait_for_sent(service: &Service, request: &str) {
    let is_sent = wait_until(async || (service.proxy.count(request) > 0).then_some(())).await;
    assert!(is_sent.is_some(), "{request}");
}

/// The app's entry in the keyring, read by another program; empty if there is none.
async fn keyring_entry(desktop: &DesktopSession) -> String {
    let seen = desktop.command("secret-tool").args(["lookup", "service", "app.latchkey.Latchkey"]).output();
    String::from_utf8(seen.await.unwrap().stdout).unwrap()
}

/// Waits until the keyring has a recovery whose response has arrived (`u` in `vault/wire.rs`). It is written in the
/// background, after the screen has changed.
pub async fn wait_for_keyring(desktop: &DesktopSession) -> Result<Value> {
    let answered = |entry: &Value| entry.get(0).is_some_and(|recovery| recovery.get("u").is_none());
    let entry =
        wait_until(async || serde_json::from_str(&keyring_entry(desktop).await).ok().filter(answered)).await;
    entry.ok_or_else(|| Error::new("the recovery is not in the keyring after 15 s"))
}

/// Asserts that the secrets are in no file, in no output of the app and in no window title (STO-1).
async fn assert_secrets_not_leaked(desktop: &DesktopSession, secrets: &[(&str, String)]) -> Result<()> {
    let mut files = files_in(&desktop.home());
    files.extend(files_in(&desktop.runtime_dir()));
    let logs = files_in(&desktop.folder().join("log"));
    files.extend(
        logs.into_iter().filter(|log| log.file_name().unwrap().as_encoded_bytes().starts_with(b"app-")),
    );
    let keyrings = desktop.data_home().join("keyrings");
    assert!(files.iter().any(|file| file.starts_with(&keyrings)), "there is a keyring on disk to skip");
    assert!(
        files.iter().any(|file| file.starts_with(desktop.folder().join("log"))),
        "the app's output is searched"
    );
    let titles = desktop.window_titles().await?;
    for (name, secret) in secrets {
        for file in files.iter().filter(|file| !file.starts_with(&keyrings)) {
            let content = if_exists(fs::read(file)).unwrap_or_default();
            assert!(!contains(&content, secret), "{name} is in {}", file.display());
        }
        assert!(titles.iter().all(|title| !title.contains(secret)), "{name} is in a window title");
    }
    assert!(titles.is_empty() || titles.iter().any(|title| is_title_of(NAME, title)));
    Ok(())
}

fn contains(bytes: &[u8], secret: &str) -> bool {
    bytes.windows(secret.len()).any(|part| part == secret.as_bytes())
}

/// All regular files below a folder.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in if_exists(fs::read_dir(folder)).into_iter().flatten().map(|entry| entry.unwrap()) {
        match if_exists(entry.file_type()) {
            Some(kind) if kind.is_dir() => files.extend(files_in(&entry.path())),
            Some(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}

/// `None` if the file does not exist: the running app creates and deletes files.
fn if_exists<T>(outcome: std::io::Result<T>) -> Option<T> {
    match outcome {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        outcome => Some(outcome.unwrap()),
    }
}
