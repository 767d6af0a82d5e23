//! Starting where something is missing: a display, room in a path, a folder of one's own, a disk that can be written to.

use std::fs;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use latchkey_tour::{App, Desk, Result, Window, until};

use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{
    BINARY, NAME, NEW_PASSWORD, ask_for, set_new_password, start_with_link, wait_for_reset_of,
};

const IDENTIFIER: &str = "app.latchkey.Latchkey";

#[test]
fn without_a_display_it_says_so_in_one_sentence() {
    let home = tempfile::tempdir().unwrap();
    for (name, value) in
        [("HOME", home.path().to_str().unwrap()), ("DISPLAY", ":65000"), ("WAYLAND_DISPLAY", "none")]
    {
        let mut start = Command::new(BINARY);
        start.env_clear().env("HOME", home.path()).env(name, value);
        let output = start.env("LATCHKEY_BASE_URL", "http://127.0.0.1:9").output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let sentence = "latchkey: there is no display to open a window on; start it on a desktop, or set DISPLAY or \
                        WAYLAND_DISPLAY\n";
        assert_eq!((output.status.code(), said.as_str()), (Some(1), sentence), "{name}={value}");
    }
}

/// A start of the app as on this desk, with other folders.
fn command(desk: &Desk, folders: &[(&str, &str)]) -> tokio::process::Command {
    let mut command = desk.command(BINARY);
    command.envs(folders.iter().copied());
    command
}

/// The first start opens a window, and a later one reaches it.
async fn starts_meet(folders: &[(&str, &str)], desk: &Desk) -> Result<()> {
    let service = Service::start().await;
    let app = folders.iter().fold(service.app(), |app, (name, value)| app.env(*name, *value));
    let window = Window::open(desk, &app).await?;
    ask_for(&window, ADA).await?;
    let letter = service.letter_to(ADA).await;
    let handed_over = command(desk, folders).arg(letter.link().as_str()).output().await.unwrap();
    assert!(handed_over.status.success(), "{}", String::from_utf8_lossy(&handed_over.stderr));
    wait_for_reset_of(&window, ADA).await?;
    assert_eq!(desk.processes_of(BINARY.as_ref()), [window.process_id()]);
    window.close().await
}

#[tokio::test]
async fn a_home_whose_path_is_too_long_for_a_socket_is_no_obstacle() -> Result<()> {
    let desk = Desk::start().await?;
    let home = desk.home().join("h".repeat(60));
    fs::create_dir(&home).unwrap();
    let home = home.to_str().unwrap();
    let data = format!("{home}/.local/share");
    // A folder that is not there counts for nothing. Below a file nobody can make one, not even the web view.
    let file = desk.folder().join("file");
    fs::write(&file, "").unwrap();
    let nowhere = file.join("runtime");
    let runtime = ("XDG_RUNTIME_DIR", nowhere.to_str().unwrap());
    starts_meet(&[("HOME", home), ("XDG_DATA_HOME", &data), runtime], &desk).await
}

#[tokio::test]
async fn a_runtime_folder_that_is_not_the_person_s_is_no_obstacle() -> Result<()> {
    let desk = Desk::start().await?;
    let runtime = desk.folder().join("foreign");
    fs::create_dir(&runtime).unwrap();
    // As root's folder is for everybody else: it is there, and nothing can be done in it.
    fs::write(runtime.join(IDENTIFIER), "").unwrap();
    starts_meet(&[("XDG_RUNTIME_DIR", runtime.to_str().unwrap())], &desk).await
}

/// What starts the app with another disk mounted over its home. Its process alone sees that disk.
fn with_home_on(mount: &str) -> Vec<String> {
    let script = format!("{mount}\nexec unshare --user --map-user=\"$1\" --map-group=\"$2\" -- \"$3\"");
    let (user, group) = (rustix::process::geteuid().as_raw(), rustix::process::getegid().as_raw());
    let command = ["--user", "--map-root-user", "--mount", "sh", "-ec", &script, "sh"];
    command
        .into_iter()
        .map(str::to_owned)
        .chain([user.to_string(), group.to_string(), BINARY.into()])
        .collect()
}

/// Whether this machine lets a test mount in a namespace of its own. Containers may not, nor a system that keeps people
/// who are not root from it, as Ubuntu does.
fn may_mount() -> bool {
    let arguments = ["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"];
    let allowed = Command::new("unshare").args(arguments).stderr(Stdio::null()).status().unwrap().success();
    if !allowed {
        // Not with `eprintln!`, whose text the test runner keeps to itself when the test passes.
        let _ = writeln!(
            io::stderr(),
            "skipped: this machine does not let a test mount in a namespace of its own"
        );
    }
    allowed
}

fn app_with_home_on(service: &Service, mount: &str) -> App {
    let app = App::new("unshare").env(Service::ADDRESS_VARIABLE, service.address());
    with_home_on(mount).into_iter().fold(app, App::arg)
}

/// A link, handed over by another start of the app, leads to a new password.
async fn recovers(service: &Service, desk: &Desk, window: &Window<'_>) -> Result<()> {
    let letter = service.letter_to(ADA).await;
    start_with_link(desk, letter.link().as_str()).await;
    set_new_password(window, ADA).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await && !service.lets_in(ADA, OLD_PASSWORD).await);
    Ok(())
}

#[tokio::test]
async fn a_home_that_cannot_be_written_to_is_no_obstacle() -> Result<()> {
    if !may_mount() {
        return Ok(());
    }
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let app = app_with_home_on(&service, "mount -t tmpfs -o ro tmpfs \"$HOME\"");
    let window = Window::open(&desk, &app).await?;
    ask_for(&window, ADA).await?;
    window.choose("Language", "Deutsch").await?;
    window.wait_for_heading("Sehen Sie in Ihr Postfach").await?;
    window.choose("Sprache", "English").await?;
    recovers(&service, &desk, &window).await?;
    window.close().await
}

/// Without a driver, which finds no room on the full disk: the link is taken, so the screens are there.
#[tokio::test]
async fn a_full_disk_does_not_keep_the_app_from_starting() -> Result<()> {
    if !may_mount() {
        return Ok(());
    }
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let fill =
        "mount -t tmpfs -o size=64k tmpfs \"$HOME\"\ncat /dev/zero >\"$HOME/full\" 2>/dev/null || true";
    let mut start = desk.command("unshare");
    start.args(with_home_on(fill)).env(Service::ADDRESS_VARIABLE, service.address());
    let mut app = start.stderr(Stdio::null()).kill_on_drop(true).spawn().unwrap();
    let shows =
        until(async || desk.window_titles().await.ok()?.contains(&NAME.to_owned()).then_some(())).await;
    assert!(shows.is_some(), "no window");
    start_with_link(&desk, "latchkey://reset-password?token=x").await;
    assert!(app.try_wait().unwrap().is_none(), "it ended");
    app.kill().await.unwrap();
    Ok(())
}
