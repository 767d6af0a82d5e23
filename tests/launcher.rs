//! The program that a desktop starts, which hands a link over without loading a web view. `tests/window` has the same with
//! the real window.

#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{PoisonError, RwLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use latchkey::link::LinkInbox;
use latchkey::single_instance::{Claim, InstancePaths, claim, serve};

const LINK: &str = "latchkey://reset-password?token=Zm9yZ290LW15LXBhc3N3b3Jk";
const IDENTIFIER: &str = "app.latchkey.Latchkey";
/// How many times as long as `true` the launcher may take. It takes 1.5 times as long, and the program with the window,
/// which loads the web view, 80 times.
const MAX_START_RATIO: u32 = 5;

/// Locked for writing while a program is written, and for reading while one runs. A process that is forked meanwhile would
/// inherit the open file, and the program could not be executed ("Text file busy").
static PROGRAMS: RwLock<()> = RwLock::new(());

fn run(command: &mut Command) -> Output {
    let _running = PROGRAMS.read().unwrap_or_else(PoisonError::into_inner);
    command.output().unwrap()
}

/// A copy of the launcher, in a folder without the program with the window, and a user without a running app.
struct Launcher {
    folder: tempfile::TempDir,
}

impl Launcher {
    fn new() -> Self {
        let launcher = Self { folder: tempfile::tempdir().unwrap() };
        let _writing = PROGRAMS.write().unwrap_or_else(PoisonError::into_inner);
        fs::copy(env!("CARGO_BIN_EXE_latchkey"), launcher.program()).unwrap();
        launcher
    }

    fn program(&self) -> PathBuf {
        self.folder.path().join("latchkey")
    }

    /// Puts a script in place of the program with the window. It prints its arguments, one a line.
    fn with_window_program(self) -> Self {
        let program = self.folder.path().join("latchkey-window");
        let _writing = PROGRAMS.write().unwrap_or_else(PoisonError::into_inner);
        fs::write(&program, "#!/bin/sh\nprintf '%s\\n' window \"$@\"\n").unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    fn start(&self, arguments: &[&str]) -> Output {
        let mut start = Command::new(self.program());
        start.env_clear().env("HOME", self.folder.path()).env("XDG_RUNTIME_DIR", self.folder.path());
        run(start.args(arguments))
    }

    /// The folder of the running app.
    fn paths(&self) -> InstancePaths {
        InstancePaths::in_folder(self.folder.path().join(IDENTIFIER))
    }
}

fn printed(output: &Output) -> Vec<&str> {
    std::str::from_utf8(&output.stdout).unwrap().lines().collect()
}

/// The id between the option of the launcher and the other arguments.
fn message_id(arguments: &[&str]) -> String {
    let ["window", "--message-id", id, LINK] = arguments else { panic!("{arguments:?}") };
    (*id).to_owned()
}

#[test]
fn launcher_links_no_library_of_the_desktop() {
    let linked = run(Command::new("ldd").arg(env!("CARGO_BIN_EXE_latchkey")));
    let linked = String::from_utf8(linked.stdout).unwrap();
    assert!(linked.contains("libc.so"), "{linked}");
    let known = ["linux-vdso", "linux-gate", "ld-linux", "libc.", "libgcc_s.", "libm."];
    let other = linked.lines().map(str::trim).find(|line| {
        let name = Path::new(line.split(' ').next().unwrap_or_default()).file_name().unwrap_or_default();
        !known.iter().any(|known| name.to_string_lossy().starts_with(known))
    });
    assert_eq!(other, None, "in:\n{linked}");
}

#[test]
fn version_and_help_need_no_other_program() {
    let launcher = Launcher::new();
    let version = launcher.start(&["--version"]);
    assert_eq!(printed(&version), [concat!("latchkey ", env!("CARGO_PKG_VERSION"))]);
    let help = launcher.start(&["--help"]);
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(help.contains("latchkey.toml") && !help.contains("message-id"), "{help}");
    assert_eq!(launcher.start(&["link", "nonsense"]).status.code(), Some(2));
}

#[test]
fn program_with_the_window_understands_the_same_arguments() {
    for arguments in [["--version"].as_slice(), &["--help"], &["link", "nonsense"]] {
        let [ours, other] = [env!("CARGO_BIN_EXE_latchkey"), env!("CARGO_BIN_EXE_latchkey-window")]
            .map(|program| run(Command::new(program).args(arguments)));
        assert_eq!(ours, other, "{arguments:?}");
    }
}

#[test]
fn link_is_handed_over_without_the_program_with_the_window() {
    let launcher = Launcher::new();
    let Claim::First(listener) = claim(&[launcher.paths()], None, None).unwrap() else { panic!() };
    let (inbox, (wake, woken)) = (LinkInbox::new(), mpsc::channel());
    serve(listener, inbox.clone(), move || wake.send(()).unwrap_or_default()).unwrap();
    let app = thread::spawn(move || {
        woken.recv().unwrap();
        let link = inbox.try_take().unwrap().expose().to_owned();
        woken.recv().unwrap();
        (link, inbox.try_take().is_none())
    });
    let handed_over = launcher.start(&["--", LINK]);
    assert!(handed_over.status.success(), "{handed_over:?}");
    assert!(launcher.start(&[]).status.success(), "a start without a link brings the window to the front");
    assert_eq!(app.join().unwrap(), (LINK.to_owned(), true));
}

#[test]
fn launcher_becomes_the_program_with_the_window_if_none_is_open() {
    let launcher = Launcher::new().with_window_program();
    let id = message_id(&printed(&launcher.start(&[LINK])));
    assert_ne!(message_id(&printed(&launcher.start(&[LINK]))), id);
    for arguments in [["link", "status"].as_slice(), &["--config", "a.toml", "service", "check"]] {
        assert_eq!(printed(&launcher.start(arguments)), [&["window"], arguments].concat());
    }
}

/// The link could have arrived, so the next attempt must be the same message.
#[test]
fn program_with_the_window_gets_the_id_of_a_message_without_a_response() {
    let launcher = Launcher::new().with_window_program();
    let folder = launcher.paths().folder().to_owned();
    fs::create_dir(&folder).unwrap();
    let socket = UnixListener::bind(folder.join("instance.sock")).unwrap();
    let app = thread::spawn(move || {
        let (mut later, _) = socket.accept().unwrap();
        let mut message = [0; 1 + 16 + 2];
        later.read_exact(&mut message).unwrap();
        message[1..17].iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    });
    let id = message_id(&printed(&launcher.start(&[LINK])));
    assert_eq!(id, app.join().unwrap());
}

#[test]
fn missing_program_with_the_window_is_reported() {
    let output = Launcher::new().start(&[LINK]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        error.starts_with("latchkey: latchkey-window cannot be started: ") && !error.contains(LINK),
        "{error}"
    );
}

/// The fastest of many runs is compared, because other programs only ever make a run slower.
#[test]
fn launcher_starts_about_as_fast_as_true() {
    let time = |program: &str, arguments: &[&str]| {
        let started = Instant::now();
        assert!(run(Command::new(program).args(arguments)).status.success(), "{program}");
        started.elapsed()
    };
    let (mut launcher, mut nothing) = (Duration::MAX, Duration::MAX);
    for _ in 0..50 {
        launcher = launcher.min(time(env!("CARGO_BIN_EXE_latchkey"), &["--version"]));
        nothing = nothing.min(time("true", &[]));
    }
    assert!(launcher < nothing * MAX_START_RATIO, "{launcher:?}, and `true` takes {nothing:?}");
}
