//! The ways out of the app: pages, help and mail. Each works as the first thing that is pressed, by mouse and by keyboard,
//! and says so where the system has nothing to open it with.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::time::Duration;

use latchkey_tour::{App, Desk, Failure, OpenedLinks, Result, Window, until};
use tokio::time::timeout;

use crate::album::shots;
use crate::killed::wait_for_keyring;
use crate::service::{ADA, Service};
use crate::steps::{BINARY, NAME, NEW_PASSWORD, ask_for};

const HELP: &str = "help@example.org";
/// The links at the foot of every screen, and what they open.
const FOOT: [(&str, &str); 3] = [
    (HELP, "mailto:help@example.org"),
    ("Privacy", "https://example.org/privacy"),
    ("Terms", "https://example.org/terms"),
];

/// How a link is pressed.
#[derive(Clone, Copy, Debug)]
enum By {
    Mouse,
    Keyboard,
}

/// The app at this address, with a brand that has every link; `more` goes into `[service]`.
fn app(desk: &Desk, address: &str, more: &str) -> App {
    let file = desk.home().join("latchkey.toml");
    let text = format!(
        "[service]\nbase_url = \"{address}\"\n{more}\n[brand]\nsupport = \"{HELP}\"\n\
         privacy = \"https://example.org/privacy\"\nterms = \"https://example.org/terms\"\n"
    );
    fs::write(&file, text).unwrap();
    App::new(BINARY).arg("--config").arg(file)
}

/// A server whose own pages ask for the address; nothing of it is called.
fn hosted(desk: &Desk) -> App {
    let keycloak = "backend = \"keycloak\"\n[service.vars]\nrealm = \"staff\"\nclient_id = \"account\"";
    app(desk, "https://id.example.org", keycloak)
}

/// Presses the link, and waits until the system was asked to open this.
async fn press(desk: &Desk, window: &Window<'_>, by: By, name: &str) -> Result<()> {
    match by {
        By::Mouse => window.click_link(name).await,
        By::Keyboard => {
            desk.wait_for_active_window(NAME).await?;
            walk_to(desk, window, name).await?;
            desk.press_key("Return").await
        }
    }
}

/// Presses Tab until the keyboard is at the link.
async fn walk_to(desk: &Desk, window: &Window<'_>, name: &str) -> Result<()> {
    const LONGEST_WAY: usize = 40;
    for _ in 0..LONGEST_WAY {
        if window.focus().await?.name == name {
            return Ok(());
        }
        window.evaluate("window.before = document.activeElement", vec![]).await?;
        desk.press_key("Tab").await?;
        let moved = until(async || {
            let moved = window.evaluate("return document.activeElement !== window.before", vec![]).await;
            (moved.ok()? == true).then_some(())
        });
        // A window that was driven a moment ago has been seen to miss a key: then it is pressed once more.
        let _ = timeout(Duration::from_secs(2), moved).await;
    }
    Err(Failure::new(format!("Tab does not lead to {name}, but to {:?}", window.focus().await?)))
}

async fn opens(
    desk: &Desk,
    window: &Window<'_>,
    opened: &OpenedLinks,
    by: By,
    (name, address): (&str, &str),
) -> Result<()> {
    let before = opened.all().len();
    press(desk, window, by, name).await?;
    let link = until(async || opened.all().get(before).cloned()).await;
    assert_eq!(link.as_deref(), Some(address), "{name} by {by:?}");
    assert_eq!(window.alert().await?, None, "{name} by {by:?}");
    Ok(())
}

#[tokio::test]
async fn every_link_of_the_first_screen_opens_as_the_first_thing_pressed() -> Result<()> {
    let desk = Desk::start().await?;
    let opened = desk.record_opened_links()?;
    let plain = app(&desk, "http://127.0.0.1:1", "");
    for link in FOOT {
        for by in [By::Mouse, By::Keyboard] {
            let window = Window::open(&desk, &plain).await?;
            window.wait_for_heading("Forgot your password?").await?;
            opens(&desk, &window, &opened, by, link).await?;
            window.close().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_page_of_a_hosted_service_opens_as_the_first_thing_pressed() -> Result<()> {
    const PAGE: &str =
        "https://id.example.org/realms/staff/login-actions/reset-credentials?client_id=account";
    let desk = Desk::start().await?;
    let opened = desk.record_opened_links()?;
    let hosted = hosted(&desk);
    for by in [By::Mouse, By::Keyboard] {
        let window = Window::open(&desk, &hosted).await?;
        window.wait_for_heading("Forgot your password?").await?;
        opens(&desk, &window, &opened, by, ("Open the page", PAGE)).await?;
        for link in FOOT {
            opens(&desk, &window, &opened, by, link).await?;
        }
        window.close().await?;
    }
    Ok(())
}

/// On a screen that the app was started on: every link, each by mouse and by keyboard.
async fn all_open(
    desk: &Desk,
    window: &Window<'_>,
    opened: &OpenedLinks,
    own: &[(&str, &str)],
) -> Result<()> {
    for link in own.iter().chain(&FOOT) {
        // The keyboard goes on from what the mouse has pressed.
        for by in [By::Keyboard, By::Mouse] {
            opens(desk, window, opened, by, *link).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_link_of_every_other_screen_opens() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let opened = desk.record_opened_links()?;
    let plain = app(&desk, &service.address(), "");

    // The second screen is the first of the next start.
    let window = Window::open(&desk, &plain).await?;
    ask_for(&window, "ada@gmail.com").await?;
    wait_for_keyring(&desk).await?;
    window.close().await?;
    let window = Window::open(&desk, &plain).await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.evaluate("document.querySelector('details').open = true", vec![]).await?;
    let webmail = ("Open Gmail", "https://mail.google.com/");
    // The first link to help is the one in the opened part.
    all_open(&desk, &window, &opened, &[webmail]).await?;
    window.press("Open e-mail app").await?;
    window.close().await?;

    let damaged = plain.clone().arg("latchkey://reset-password?token=short");
    let window = Window::open(&desk, &damaged).await?;
    window.wait_for_heading("This link is damaged").await?;
    all_open(&desk, &window, &opened, &[]).await?;
    window.close().await?;

    let letter = service.ask_elsewhere(ADA).await;
    let window = Window::open(&desk, &plain.arg(letter.link().as_str())).await?;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    all_open(&desk, &window, &opened, &[]).await?;
    window.fill("New password", NEW_PASSWORD).await?;
    window.fill("Repeat the new password", NEW_PASSWORD).await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    all_open(&desk, &window, &opened, &[]).await?;
    window.close().await
}

/// What the system brings, but for the programs that it knows.
fn without_applications(desk: &Desk) -> PathBuf {
    let folder = desk.home().join("share");
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir("/usr/share").unwrap().map(|entry| entry.unwrap()) {
        if entry.file_name() != "applications" {
            symlink(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
    folder
}

#[tokio::test]
async fn without_a_browser_and_a_mail_program_the_address_is_shown_to_be_copied() -> Result<()> {
    const NO_BROWSER: &str = "No browser could be opened. Copy this address into one:";
    const NO_MAIL: &str = "No email app could be opened. Copy this address into one:";
    let desk = Desk::start().await?;
    let share = without_applications(&desk);
    let bare = hosted(&desk).env("XDG_DATA_DIRS", share).env("PATH", desk.home());
    let window = Window::open(&desk, &bare).await?;
    window.wait_for_heading("Forgot your password?").await?;
    for (by, link, says, address) in [
        (By::Keyboard, HELP, NO_MAIL, HELP),
        (By::Mouse, "Privacy", NO_BROWSER, "https://example.org/privacy"),
    ] {
        press(&desk, &window, by, link).await?;
        window.wait_for_text(says).await?;
        assert_eq!(window.value_of(says).await?, address);
        let alert = window.alert().await?.unwrap_or_default();
        assert!(alert.contains(says), "{alert:?}");
    }
    shots(&window, "link-unopened").await?;
    window.close().await
}

#[tokio::test]
async fn a_browser_without_a_desktop_entry_is_found() -> Result<()> {
    let desk = Desk::start().await?;
    let bin = desk.home().join("bin");
    let opened = desk.install_link_recorder(&bin, "x-www-browser")?;
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let app = app(&desk, "http://127.0.0.1:1", "")
        .env("XDG_DATA_DIRS", without_applications(&desk))
        .env("PATH", path);
    let window = Window::open(&desk, &app).await?;
    window.wait_for_heading("Forgot your password?").await?;
    opens(&desk, &window, &opened, By::Mouse, FOOT[1]).await?;
    window.close().await
}
