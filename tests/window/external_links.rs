//! External links: web pages, help and email. Each works as the first element that is pressed, by mouse and by keyboard.
//! If the system has no program for a link, the app shows an error.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::time::Duration;

use latchkey_e2e::{App, DesktopSession, Error, OpenedLinks, Result, Window, wait_until};
use tokio::time::timeout;
use url::Url;

use crate::killed::wait_for_keyring;
use crate::screenshots::screenshots;
use crate::service::{ADA, Service};
use crate::steps::{BINARY, NAME, NEW_PASSWORD, open_link_in_running_app, request_email};

const HELP: &str = "help@example.org";
/// The links in the footer of every screen, and what they open.
const FOOTER: [(&str, &str); 3] = [
    ("Help", "mailto:help@example.org"),
    ("Privacy", "https://example.org/privacy"),
    ("Terms", "https://example.org/terms"),
];

/// How a link is pressed.
#[derive(Clone, Copy, Debug)]
enum By {
    Mouse,
    Keyboard,
}

/// The app with this service address and a brand that has every link. `options` are more keys of `[service]`.
fn app(desktop: &DesktopSession, address: &str, options: &str) -> App {
    let file = desktop.home().join("latchkey.toml");
    let text = format!(
        "[service]\nbase_url = \"{address}\"\n{options}\n[brand]\nsupport = \"{HELP}\"\n\
         privacy = \"https://example.org/privacy\"\nterms = \"https://example.org/terms\"\n"
    );
    fs::write(&file, text).unwrap();
    App::new(BINARY).arg("--config").arg(file)
}

/// The app with a service whose own web pages start the recovery. The app calls no endpoint of it.
fn hosted(desktop: &DesktopSession) -> App {
    let keycloak = "backend = \"keycloak\"\n[service.vars]\nrealm = \"staff\"\nclient_id = \"account\"\n\
                    redirect = \"latchkey://reset-password\"";
    app(desktop, "https://id.example.org", keycloak)
}

/// Activates the link by mouse or keyboard.
async fn press(desktop: &DesktopSession, window: &Window<'_>, by: By, name: &str) -> Result<()> {
    match by {
        By::Mouse => window.click_link(name).await,
        By::Keyboard => {
            desktop.wait_for_active_window(NAME).await?;
            tab_to(desktop, window, name).await?;
            desktop.press_key("Return").await
        }
    }
}

/// Presses Tab until the link has focus.
async fn tab_to(desktop: &DesktopSession, window: &Window<'_>, name: &str) -> Result<()> {
    const MAX_TABS: usize = 40;
    for _ in 0..MAX_TABS {
        if window.focus().await?.name == name {
            return Ok(());
        }
        window.evaluate("window.before = document.activeElement", vec![]).await?;
        desktop.press_key("Tab").await?;
        let moved = wait_until(async || {
            let moved = window.evaluate("return document.activeElement !== window.before", vec![]).await;
            (moved.ok()? == true).then_some(())
        });
        // A window sometimes misses a key right after it was driven. Press it again.
        let _ = timeout(Duration::from_secs(2), moved).await;
    }
    Err(Error::new(format!("Tab does not reach {name}; the focus is at {:?}", window.focus().await?)))
}

/// Activates the link, and asserts that its address was opened without an error.
async fn assert_opens(
    desktop: &DesktopSession,
    window: &Window<'_>,
    opened: &OpenedLinks,
    by: By,
    (name, address): (&str, &str),
) -> Result<()> {
    let link = opened_address(desktop, window, opened, by, name).await?;
    assert_eq!(link.as_deref(), Some(address), "{name} by {by:?}");
    Ok(())
}

/// Activates the link. Returns the address that was opened without an error.
async fn opened_address(
    desktop: &DesktopSession,
    window: &Window<'_>,
    opened: &OpenedLinks,
    by: By,
    name: &str,
) -> Result<Option<String>> {
    let before = opened.all().len();
    press(desktop, window, by, name).await?;
    let link = wait_until(async || opened.all().get(before).cloned()).await;
    assert_eq!(window.alert().await?, None, "{name} by {by:?}");
    assert!(link.is_none() || opened.had_variable("HOME"), "{name} by {by:?}");
    // It may be a browser that uses WebKit too.
    for variable in ["JSC_useJIT", "WEBKIT_DISABLE_COMPOSITING_MODE"] {
        assert!(!opened.had_variable(variable), "{variable}, {name} by {by:?}");
    }
    Ok(link)
}

#[tokio::test]
async fn links_of_the_first_screen_open_as_first_action() -> Result<()> {
    let desktop = DesktopSession::start().await?;
    let opened = desktop.record_opened_links()?;
    let plain = app(&desktop, "http://127.0.0.1:1", "");
    for link in FOOTER {
        for by in [By::Mouse, By::Keyboard] {
            let window = Window::open(&desktop, &plain).await?;
            window.wait_for_heading("Forgot your password?").await?;
            assert_opens(&desktop, &window, &opened, by, link).await?;
            window.close().await?;
        }
    }
    Ok(())
}

/// The page leads back to the app. A link that does not have the state of that page completes nothing.
#[tokio::test]
async fn page_of_a_hosted_service_opens_as_first_action_and_leads_back() -> Result<()> {
    const ISSUER: &str = "https%3A%2F%2Fid.example.org%2Frealms%2Fstaff";
    let desktop = DesktopSession::start().await?;
    let opened = desktop.record_opened_links()?;
    let hosted = hosted(&desktop);
    for by in [By::Mouse, By::Keyboard] {
        let window = Window::open(&desktop, &hosted).await?;
        window.wait_for_heading("Forgot your password?").await?;
        let page = opened_address(&desktop, &window, &opened, by, "Continue in your browser").await?.unwrap();
        let page = Url::parse(&page).unwrap();
        assert_eq!(page.host_str(), Some("id.example.org"));
        assert_eq!(page.path(), "/realms/staff/protocol/openid-connect/forgot-credentials");
        let state = page.query_pairs().find(|(name, _)| name == "state").unwrap().1;
        for link in FOOTER {
            assert_opens(&desktop, &window, &opened, by, link).await?;
        }
        let hostile = format!("latchkey://reset-password?state={}&iss={ISSUER}", "x".repeat(43));
        open_link_in_running_app(&desktop, &hostile).await;
        window.wait_for_heading("We can’t tell if your password was changed").await?;
        window.press("Try again").await?;
        window.wait_for_heading("Forgot your password?").await?;
        let failed = format!("latchkey://reset-password?error=access_denied&state={state}");
        open_link_in_running_app(&desktop, &failed).await;
        window.wait_for_heading("Your password wasn’t changed").await?;
        let returned = format!("latchkey://reset-password?state={state}&session_state=s&iss={ISSUER}");
        open_link_in_running_app(&desktop, &returned).await;
        window.wait_for_heading("Password changed").await?;
        window.close().await?;
    }
    Ok(())
}

/// Asserts that the screen's own links and those of the footer open, each by mouse and by keyboard.
async fn assert_all_open(
    desktop: &DesktopSession,
    window: &Window<'_>,
    opened: &OpenedLinks,
    own: &[(&str, &str)],
) -> Result<()> {
    for link in own.iter().chain(&FOOTER) {
        // Keyboard first: a click moves the focus.
        for by in [By::Keyboard, By::Mouse] {
            assert_opens(desktop, window, opened, by, *link).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn links_of_all_other_screens_open() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let opened = desktop.record_opened_links()?;
    let plain = app(&desktop, &service.address(), "");

    // The next start begins with the second screen.
    let window = Window::open(&desktop, &plain).await?;
    request_email(&window, "ada@gmail.com").await?;
    wait_for_keyring(&desktop).await?;
    window.close().await?;
    let window = Window::open(&desktop, &plain).await?;
    window.wait_for_heading("Check your email").await?;
    let webmail = ("Open Gmail", "https://mail.google.com/");
    assert_all_open(&desktop, &window, &opened, &[webmail]).await?;
    window.press("Open mail app").await?;
    window.press("Can’t access this mailbox?").await?;
    window.wait_for_heading("Can’t access this mailbox?").await?;
    assert_all_open(&desktop, &window, &opened, &[(HELP, "mailto:help@example.org")]).await?;
    screenshots(&window, "no-mailbox").await?;
    window.close().await?;

    let damaged = plain.clone().arg("latchkey://reset-password?token=short");
    let window = Window::open(&desktop, &damaged).await?;
    window.wait_for_heading("This link is incomplete").await?;
    assert_all_open(&desktop, &window, &opened, &[]).await?;
    window.close().await?;

    let mail = service.request_from_other_client(ADA).await;
    let window = Window::open(&desktop, &plain.arg(mail.link().as_str())).await?;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    assert_all_open(&desktop, &window, &opened, &[]).await?;
    window.fill("New password", NEW_PASSWORD).await?;
    window.fill("Re-enter new password", NEW_PASSWORD).await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    assert_all_open(&desktop, &window, &opened, &[]).await?;
    window.close().await
}

/// A link that says that the account is locked leads to the help desk.
#[tokio::test]
async fn support_link_for_a_locked_account_opens() -> Result<()> {
    let desktop = DesktopSession::start().await?;
    let opened = desktop.record_opened_links()?;
    let supabase = "backend = \"supabase\"\n[service.vars]\nanon_key = \"anon\"";
    let locked = app(&desktop, "https://id.example.org", supabase)
        .arg("latchkey://reset-password#error=access_denied&error_code=user_banned");
    let window = Window::open(&desktop, &locked).await?;
    window.wait_for_heading("This account is locked").await?;
    assert_all_open(&desktop, &window, &opened, &[("Contact support", "mailto:help@example.org")]).await?;
    window.close().await
}

/// A copy of the system's data folder without installed applications.
fn without_applications(desktop: &DesktopSession) -> PathBuf {
    let folder = desktop.home().join("share");
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir("/usr/share").unwrap().map(|entry| entry.unwrap()) {
        if entry.file_name() != "applications" {
            symlink(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
    folder
}

#[tokio::test]
async fn without_browser_or_email_program_the_address_is_shown_for_copying() -> Result<()> {
    const NO_BROWSER: &str = "We couldn’t open a browser. Copy this address into one:";
    const NO_MAIL: &str = "We couldn’t open an email app. Copy this address into one:";
    let desktop = DesktopSession::start().await?;
    let share = without_applications(&desktop);
    let bare = hosted(&desktop).env("XDG_DATA_DIRS", share).env("PATH", desktop.home());
    let window = Window::open(&desktop, &bare).await?;
    window.wait_for_heading("Forgot your password?").await?;
    for (by, link, message, address) in [
        (By::Keyboard, "Help", NO_MAIL, HELP),
        (By::Mouse, "Privacy", NO_BROWSER, "https://example.org/privacy"),
    ] {
        press(&desktop, &window, by, link).await?;
        window.wait_for_text(message).await?;
        assert_eq!(window.value_of(message).await?, address);
        // The notice above the card: its address takes the focus, and is selected.
        let selected = "const field = document.activeElement;
            return field.value.slice(field.selectionStart, field.selectionEnd)";
        let is_selected = wait_until(async || {
            let focused = window.focus().await.ok()?.name == message;
            (focused && window.evaluate(selected, vec![]).await.ok()? == address).then_some(())
        });
        assert!(is_selected.await.is_some(), "{link}: the address is not selected");
    }
    window.press("Dismiss").await?;
    window.wait_for_text_absent(NO_BROWSER).await?;
    // A link of the card shows the address below.
    press(&desktop, &window, By::Mouse, "Continue in your browser").await?;
    window.wait_for_text(NO_BROWSER).await?;
    let alert = window.alert().await?.unwrap_or_default();
    assert!(alert.contains(NO_BROWSER), "{alert:?}");
    screenshots(&window, "link-unopened").await?;
    window.close().await
}

#[tokio::test]
async fn browser_without_desktop_entry_is_found() -> Result<()> {
    let desktop = DesktopSession::start().await?;
    let bin = desktop.home().join("bin");
    let opened = desktop.install_link_recorder(&bin, "x-www-browser")?;
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let app = app(&desktop, "http://127.0.0.1:1", "")
        .env("XDG_DATA_DIRS", without_applications(&desktop))
        .env("PATH", path);
    let window = Window::open(&desktop, &app).await?;
    window.wait_for_heading("Forgot your password?").await?;
    assert_opens(&desktop, &window, &opened, By::Mouse, FOOTER[1]).await?;
    window.close().await
}
