//! The vault with a real keyring: GNOME Keyring on a private session bus, with a private home folder.
//!
//! Each test runs itself again inside `dbus-run-session`, isolated from the user's own session.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::env;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use latchkey::clock;
use latchkey::identity::{AppIdentity, DeepLinks};
use latchkey::secret::{EmailAddress, FlowId, Verifier};
use latchkey::vault::{EndedRecoveries, PendingRecovery, Vault, VaultStatus};

const INSIDE: &str = "LATCHKEY_TEST_KEYRING_SESSION";
const APP: &str = "org.example.Shop";
const ORIGIN: &str = "https://id.example.org";
const TOOLS: &str = "run this test with the packages dbus, gnome-keyring and libsecret-tools installed";

/// Runs a test of this file with `runner` in a subprocess with an empty home, and asserts that it passes.
fn run_in_subprocess(test: &str, mut runner: Command) {
    let home = tempfile::tempdir().unwrap();
    let runtime = home.path().join("runtime");
    fs::create_dir(&runtime).unwrap();
    let output = runner
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

fn run_in_private_session(test: &str) {
    let mut runner = Command::new("dbus-run-session");
    runner.arg("--").arg(env::current_exe().unwrap());
    run_in_subprocess(test, runner);
}

fn run_without_session(test: &str) {
    let mut runner = Command::new(env::current_exe().unwrap());
    runner.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    run_in_subprocess(test, runner);
}

fn unlock_keyring() {
    let daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn();
    let mut daemon = daemon.expect(TOOLS);
    daemon.stdin.take().unwrap().write_all(b"a password for this test").unwrap();
    // This process exits when the daemon is ready in the background. The daemon exits with the bus.
    assert!(daemon.wait().unwrap().success(), "{TOOLS}");
}

/// The vault's entry in the keyring, read by another program.
fn keyring_entry() -> String {
    let tool = Command::new("secret-tool").args(["lookup", "service", APP, "username", ORIGIN]).output();
    String::from_utf8(tool.expect(TOOLS).stdout).unwrap()
}

fn app() -> AppIdentity {
    AppIdentity::new(APP, DeepLinks::default()).unwrap()
}

fn recovery(flow: &str) -> PendingRecovery {
    PendingRecovery {
        flow: Some(FlowId::parse(flow).unwrap()),
        email: EmailAddress::parse("person@example.org").unwrap(),
        verifier: Some(Verifier::generate()),
        session: None,
        requested_at: clock::timestamp(),
        resend_at: clock::timestamp().plus(60),
        accepted: true,
    }
}

/// STO-1.
#[tokio::test]
async fn verifier_survives_a_restart_in_the_keyring() {
    if env::var_os(INSIDE).is_none() {
        return run_in_private_session("verifier_survives_a_restart_in_the_keyring");
    }
    unlock_keyring();
    let (first, second, now) = (recovery("flow-1"), recovery("flow-2"), clock::timestamp());
    let vault = Vault::open(&app(), ORIGIN);
    vault.save(first.clone(), now).await;
    vault.save(second.clone(), now).await;
    assert_eq!(vault.status(), VaultStatus::Persistent);
    assert!(keyring_entry().contains(first.verifier.as_ref().unwrap().expose()));

    let after_restart = Vault::open(&app(), ORIGIN);
    let pending = after_restart.list(now).await;
    assert_eq!(pending.find(first.flow.as_ref().unwrap()), Some(&first));
    assert_eq!(pending.latest(), Some(&second));
    assert!(Vault::open(&app(), "https://other.example.org").list(now).await.is_empty());
    let other_app = AppIdentity::new("org.example.Other", DeepLinks::default()).unwrap();
    assert!(Vault::open(&other_app, ORIGIN).list(now).await.is_empty());

    after_restart.remove(EndedRecoveries::Account(first.email), now).await;
    assert_eq!(keyring_entry(), "");
}

async fn works_from_memory() {
    let (saved, now) = (recovery("flow-1"), clock::timestamp());
    let vault = Vault::open(&app(), ORIGIN);
    vault.save(saved.clone(), now).await;
    assert_eq!(vault.status(), VaultStatus::MemoryOnly);
    assert_eq!(vault.list(now).await.latest(), Some(&saved));
    assert!(Vault::open(&app(), ORIGIN).list(now).await.is_empty());
}

#[tokio::test]
async fn vault_uses_memory_if_the_keyring_is_locked() {
    if env::var_os(INSIDE).is_none() {
        return run_in_private_session("vault_uses_memory_if_the_keyring_is_locked");
    }
    works_from_memory().await;
}

#[tokio::test]
async fn vault_uses_memory_without_a_session_bus() {
    if env::var_os(INSIDE).is_none() {
        return run_without_session("vault_uses_memory_without_a_session_bus");
    }
    works_from_memory().await;
}

/// Counts the prompts that programs of this session request from the keyring.
struct Prompts {
    monitor: Child,
    seen: PathBuf,
}

impl Prompts {
    fn watch() -> Self {
        let seen = PathBuf::from(env::var_os("HOME").unwrap()).join("prompts");
        let monitor = Command::new("dbus-monitor")
            .args(["--profile", "interface='org.freedesktop.Secret.Prompt',member='Prompt'"])
            .stdout(File::create(&seen).unwrap())
            .spawn();
        let prompts = Self { monitor: monitor.expect(TOOLS), seen };
        // The monitor prints its first line when it is ready.
        while fs::read_to_string(&prompts.seen).unwrap().is_empty() {
            std::thread::yield_now();
        }
        prompts
    }

    fn count(&self) -> usize {
        // The keyring has answered a later call, so earlier calls have reached the monitor.
        fs::read_to_string(&self.seen).unwrap().lines().filter(|line| line.ends_with("Prompt")).count()
    }
}

impl Drop for Prompts {
    fn drop(&mut self) {
        let _ = self.monitor.kill();
        let _ = self.monitor.wait();
    }
}

fn lock_keyring() {
    let locked = Command::new("dbus-send")
        .args(["--print-reply=literal", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"])
        .arg("org.freedesktop.Secret.Service.Lock")
        .arg("array:objpath:/org/freedesktop/secrets/collection/login")
        .output()
        .expect(TOOLS);
    let reply = String::from_utf8(locked.stdout).unwrap();
    assert!(reply.contains("/collection/login"), "{reply}");
}

/// After the user has declined a prompt, a timer does not cause another one.
#[tokio::test]
async fn locked_keyring_prompts_once_per_action_and_never_for_a_timer() {
    if env::var_os(INSIDE).is_none() {
        return run_in_private_session("locked_keyring_prompts_once_per_action_and_never_for_a_timer");
    }
    unlock_keyring();
    let now = clock::timestamp();
    let vault = Vault::open(&app(), ORIGIN);
    vault.save(recovery("flow-1"), now).await;
    assert_eq!(vault.status(), VaultStatus::Persistent);

    lock_keyring();
    let prompts = Prompts::watch();
    for _ in 0..3 {
        assert!(vault.ended_elsewhere(now).await.is_empty());
    }
    assert_eq!((vault.status(), prompts.count()), (VaultStatus::Persistent, 0));
    // Without a display the prompt fails, which counts as declined.
    vault.save(recovery("flow-2"), now).await;
    assert_eq!((vault.status(), prompts.count()), (VaultStatus::MemoryOnly, 1));
    for _ in 0..3 {
        assert!(vault.ended_elsewhere(now).await.is_empty());
    }
    assert_eq!(prompts.count(), 1);
}
