//! Conveniences: hints, opening the mailbox, clearing the clipboard, cancelling slow calls, the strength of a password.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use latchkey_e2e::{DesktopSession, Result, Window, wait_until};

use crate::screenshots::screenshots;
use crate::server::other_code;
use crate::service::{ADA, Service};
use crate::steps::request_email;

#[tokio::test]
async fn mistyped_domain_shows_a_correction_that_can_be_accepted() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", "ada@gmial.com").await?;
    window.wait_for_text("Did you mean ada@gmail.com?").await?;
    screenshots(&window, "forgot-hint").await?;
    window.press("Did you mean ada@gmail.com?").await?;
    window.wait_for_value("Email address", "ada@gmail.com").await?;
    window.wait_for_text_absent("Did you mean").await?;
    // The correction is optional, and does not move the button.
    window.fill("Email address", "ada@gmial.com").await?;
    window.wait_for_text("Did you mean ada@gmail.com?").await?;
    window.press("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    window.wait_for_text("ada@gmial.com").await?;
    window.close().await
}

/// Copies a text with another program.
async fn copy(desktop: &DesktopSession, text: &str) {
    let file = desktop.home().join("copied");
    fs::write(&file, text).unwrap();
    // The program keeps running in the background as the owner of the selection.
    assert!(
        desktop
            .command("xclip")
            .args(["-selection", "clipboard", "-in"])
            .arg(&file)
            .status()
            .await
            .unwrap()
            .success()
    );
}

async fn clipboard(desktop: &DesktopSession) -> String {
    let output = desktop.command("xclip").args(["-selection", "clipboard", "-out"]).output().await.unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn link_pasted_as_address_is_opened_and_removed_from_the_clipboard() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    let mail = service.request_from_other_client(ADA).await;
    window.wait_for_heading("Forgot your password?").await?;
    copy(&desktop, mail.link().as_str()).await;
    assert_eq!(clipboard(&desktop).await, mail.link().as_str());
    window.paste("Email address").await?;
    window.wait_for_heading("Choose a new password").await?;
    let emptied = wait_until(async || clipboard(&desktop).await.is_empty().then_some(())).await;
    assert!(emptied.is_some(), "the token is still in the clipboard");

    // A text copied later by another program stays.
    copy(&desktop, "a shopping list").await;
    window.paste("New password").await?;
    window.wait_for_value("New password", "a shopping list").await?;
    assert_eq!(clipboard(&desktop).await, "a shopping list");
    window.close().await
}

/// Presses the button and waits for this error.
async fn is_rejected(window: &Window<'_>, button: &str, error: &str) -> Result<()> {
    window.press(button).await?;
    window.wait_for_text(error).await
}

#[tokio::test]
async fn only_an_accepted_code_is_removed_from_the_clipboard() -> Result<()> {
    const FIELD: &str = "Enter the code or paste the link";
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    for (other, error) in [
        ("eggs, milk, bread", "Enter it like name@example.com."),
        ("https://shop.example/list?token=0123456789abcdef", "This link is for a different service."),
    ] {
        copy(&desktop, other).await;
        window.paste("Email address").await?;
        is_rejected(&window, "Send reset email", error).await?;
        assert_eq!(clipboard(&desktop).await, other);
    }

    request_email(&window, ADA).await?;
    window.wait_for_text(FIELD).await?;
    copy(&desktop, "eggs, milk, bread").await;
    window.paste(FIELD).await?;
    window.wait_for_value(FIELD, "eggs, milk, bread").await?;
    is_rejected(&window, "Continue", "That’s not the whole code or link.").await?;
    assert_eq!(clipboard(&desktop).await, "eggs, milk, bread");

    // A wrong code may be corrected.
    let code = service.mail_to(ADA).await.code().unwrap();
    let wrong = other_code(&code);
    copy(&desktop, &wrong).await;
    // A whole code is submitted by pasting it.
    window.paste(FIELD).await?;
    window.wait_for_text("That code isn’t right.").await?;
    assert_eq!(window.value_of(FIELD).await?, wrong);
    assert_eq!(clipboard(&desktop).await, wrong);

    copy(&desktop, &code).await;
    window.paste(FIELD).await?;
    window.wait_for_heading("Choose a new password").await?;
    let emptied = wait_until(async || clipboard(&desktop).await.is_empty().then_some(())).await;
    assert!(emptied.is_some(), "the code is still in the clipboard");
    window.close().await
}

/// Installs an email program that writes the number of its arguments to a file.
fn install_mail_program(desktop: &DesktopSession) -> std::path::PathBuf {
    let note = desktop.home().join("mail-program-was-started");
    let program = desktop.home().join("mail-program");
    fs::write(&program, format!("#!/bin/sh\necho \"$#\" > '{}'\n", note.display())).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let applications = desktop.data_home().join("applications");
    fs::create_dir_all(&applications).unwrap();
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Post\nExec={} %u\nMimeType=x-scheme-handler/mailto;\n",
        program.display()
    );
    fs::write(applications.join("post.desktop"), entry).unwrap();
    fs::create_dir_all(desktop.config_home()).unwrap();
    let default = "[Default Applications]\nx-scheme-handler/mailto=post.desktop\n";
    fs::write(desktop.config_home().join("mimeapps.list"), default).unwrap();
    note
}

#[tokio::test]
async fn email_program_opens_with_one_click() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let note = install_mail_program(&desktop);
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    window.wait_for_text("Open mail app").await?;
    screenshots(&window, "check-email-open-app").await?;
    window.press("Open mail app").await?;
    let given = wait_until(async || fs::read_to_string(&note).ok().filter(|note| !note.is_empty())).await;
    assert_eq!(given.as_deref(), Some("0\n"), "started without arguments");
    window.close().await
}

#[tokio::test]
async fn slow_call_can_be_cancelled() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", ADA).await?;
    service.proxy.pause();
    window.press("Send reset email").await?;
    // No screenshots here: on a busy machine they take longer than the call.
    window.wait_for_text("Still trying.").await?;
    window.press("Cancel").await?;
    window.wait_for_text("Send reset email").await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    service.proxy.resume();
    window.close().await
}

#[tokio::test]
async fn password_strength_is_shown_while_typing_and_shown_password_is_hidden_on_blur() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let mail = service.request_from_other_client(ADA).await;
    let window = Window::open(&desktop, &service.app().arg(mail.link().as_str())).await?;
    window.wait_for_heading("Choose a new password").await?;
    for (typed, name, advice) in [
        ("aaaaaaaaaaaaaaaa", "Strength: Very weak", "Repeating doesn’t add much."),
        ("two herons under a copper sky", "Strength: Strong", ""),
    ] {
        window.fill("New password", typed).await?;
        window.wait_for_text(name).await?;
        window.wait_for_text(advice).await?;
    }
    // A capital letter without Shift, as keyboards send it while caps lock is on.
    window.fill("New password", "TWO").await?;
    window.wait_for_text("Caps Lock is on.").await?;
    window.fill("New password", "two herons under a copper sky").await?;
    window.wait_for_text_absent("Caps Lock is on.").await?;
    window.press("Show password").await?;
    window.wait_for_text_absent("Re-enter new password").await?;
    screenshots(&window, "reset-shown").await?;
    // When the focus leaves, the password is hidden again. It was shown, so it need not be repeated.
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    window.close().await?;
    assert!(service.can_sign_in(ADA, "two herons under a copper sky").await);
    Ok(())
}

/// The field has the type for addresses. The web view's rules for it must not refuse or change what the app can read.
#[tokio::test]
async fn address_is_read_as_people_paste_it() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    for (pasted, read) in [
        ("Ada Lovelace <ada@example.org>", "ada@example.org"),
        ("ada\u{ff20}example.org", "ada@example.org"),
        ("用户@例子.广告", "用户@例子.广告"),
    ] {
        window.wait_for_heading("Forgot your password?").await?;
        copy(&desktop, pasted).await;
        window.paste("Email address").await?;
        window.wait_for_value("Email address", pasted).await?;
        window.press("Send reset email").await?;
        window.wait_for_heading("Check your email").await?;
        window.wait_for_text(read).await?;
        window.press("Use another email").await?;
    }
    window.close().await
}
