//! The app's own link opens the recovery, and its keyring entry has its own name.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::cell::RefCell;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs, io::Write as _};

use dioxus::prelude::*;
use latchkey::clock;
use latchkey::flow::{LinkFailure, StepName};
use latchkey::link::{IncomingLink, LinkInbox};
use latchkey::secret::{EmailAddress, FlowId, Verifier};
use latchkey::vault::{PendingRecovery, Vault, VaultStatus};
use outside::{ORIGIN, Shop, identity};

thread_local! {
    static INBOX: RefCell<LinkInbox> = RefCell::default();
    static STEPS: RefCell<Vec<StepName>> = RefCell::default();
}

fn app() -> Element {
    rsx! {
        Shop {
            identity: identity().unwrap(),
            inbox: INBOX.with_borrow(LinkInbox::clone),
            on_step: move |step| STEPS.with_borrow_mut(|steps| steps.push(step)),
        }
    }
}

/// Opens the app with a link. Returns its page and the last step.
async fn opened_with(link: &str) -> (String, StepName) {
    let mut dom = VirtualDom::new(app);
    dom.rebuild_in_place();
    INBOX.with_borrow(|inbox| inbox.put(IncomingLink::new(link.to_owned())));
    while tokio::time::timeout(Duration::from_millis(500), dom.wait_for_work()).await.is_ok() {
        dom.render_immediate(&mut dioxus_core::NoOpMutations);
    }
    (dioxus_ssr::render(&dom), STEPS.with_borrow(|steps| *steps.last().unwrap()))
}

#[tokio::test]
async fn own_link_opens_the_reset_screen() {
    if env::var_os(INSIDE).is_none() {
        return run_in_private_session("own_link_opens_the_reset_screen");
    }
    unlock_keyring();
    let (page, step) = opened_with(&format!("shop://new-password?token={}", "a0".repeat(20))).await;
    assert_eq!(step, StepName::Reset);
    assert!(page.contains("Choose a new password") && page.contains("The Shop"), "{page}");
}

#[tokio::test]
async fn link_of_latchkeys_own_program_is_not_accepted() {
    if env::var_os(INSIDE).is_none() {
        return run_in_private_session("link_of_latchkeys_own_program_is_not_accepted");
    }
    unlock_keyring();
    let (_, step) = opened_with(&format!("latchkey://reset-password?token={}", "a0".repeat(20))).await;
    assert_eq!(step, StepName::InvalidLink(LinkFailure::OtherService));
}

const INSIDE: &str = "OUTSIDE_TEST_KEYRING_SESSION";
const TOOLS: &str = "run this test with the packages dbus, gnome-keyring and libsecret-tools installed";

/// Runs a test of this file again on a private session bus with an empty home.
fn run_in_private_session(test: &str) {
    let home = tempfile::tempdir().unwrap();
    let runtime = home.path().join("runtime");
    fs::create_dir(&runtime).unwrap();
    let output = Command::new("dbus-run-session")
        .arg("--")
        .arg(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", &runtime)
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("XDG_CACHE_HOME")
        .output()
        .expect(TOOLS);
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

fn unlock_keyring() {
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect(TOOLS);
    daemon.stdin.take().unwrap().write_all(b"a password for this test").unwrap();
    assert!(daemon.wait().unwrap().success(), "{TOOLS}");
}

/// The keyring entry of an app, read by another program.
fn keyring_entry(app: &str) -> String {
    let tool = Command::new("secret-tool").args(["lookup", "service", app, "username", ORIGIN]).output();
    String::from_utf8(tool.expect(TOOLS).stdout).unwrap()
}

#[tokio::test]
async fn keyring_entry_has_the_apps_own_name() {
    if env::var_os(INSIDE).is_none() {
        return run_in_private_session("keyring_entry_has_the_apps_own_name");
    }
    unlock_keyring();
    let verifier = Verifier::generate();
    let recovery = PendingRecovery {
        flow: Some(FlowId::parse("flow-1").unwrap()),
        email: EmailAddress::parse("person@example.org").unwrap(),
        verifier: Some(verifier.clone()),
        session: None,
        requested_at: clock::timestamp(),
        resend_at: clock::timestamp().plus(60),
        accepted: true,
    };
    let vault = Vault::open(&identity().unwrap(), ORIGIN);
    vault.save(recovery, clock::timestamp()).await;
    assert_eq!(vault.status(), VaultStatus::Persistent);
    assert!(keyring_entry("org.example.Shop").contains(verifier.expose()));
    assert_eq!(keyring_entry("app.latchkey.Latchkey"), "");
}
