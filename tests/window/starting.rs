//! Starting in difficult environments: no display, a long path, a foreign runtime folder, a read-only or full disk.

use std::fs;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use latchkey_e2e::{App, DesktopSession, Result, Window};

use crate::screen_reader::User;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{
    BINARY, NEW_PASSWORD, WINDOW_BINARY, open_link_in_running_app, request_email, set_new_password, text,
    wait_for_reset_screen,
};

const IDENTIFIER: &str = "app.latchkey.Latchkey";

#[test]
fn missing_display_is_reported_in_one_sentence() {
    let home = tempfile::tempdir().unwrap();
    for (name, value) in
        [("HOME", home.path().to_str().unwrap()), ("DISPLAY", ":65000"), ("WAYLAND_DISPLAY", "none")]
    {
        let mut start = Command::new(BINARY);
        start.env_clear().env("HOME", home.path()).env(name, value);
        let output = start.env("LATCHKEY_BASE_URL", "http://127.0.0.1:9").output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        let sentence = "latchkey: there is no display to open a window on; start it on a desktop, or set DISPLAY or \
                        WAYLAND_DISPLAY\n";
        assert_eq!((output.status.code(), stderr.as_str()), (Some(1), sentence), "{name}={value}");
    }
}

/// A command that starts the app in this session, with other folders.
fn command(desktop: &DesktopSession, folders: &[(&str, &str)]) -> tokio::process::Command {
    let mut command = desktop.command(BINARY);
    command.envs(folders.iter().copied());
    command
}

/// The first start opens a window, and a second one forwards its link to it.
async fn assert_single_instance(folders: &[(&str, &str)], desktop: &DesktopSession) -> Result<()> {
    let service = Service::start().await;
    let app = folders.iter().fold(service.app(), |app, (name, value)| app.env(*name, *value));
    let window = Window::open(desktop, &app).await?;
    request_email(&window, ADA).await?;
    let mail = service.mail_to(ADA).await;
    let forwarded = command(desktop, folders).arg(mail.link().as_str()).output().await.unwrap();
    assert!(forwarded.status.success(), "{}", String::from_utf8_lossy(&forwarded.stderr));
    wait_for_reset_screen(&window, ADA).await?;
    assert_eq!(desktop.processes_of(WINDOW_BINARY.as_ref()), [window.process_id()]);
    window.close().await
}

#[tokio::test]
async fn app_starts_with_a_home_path_too_long_for_a_socket() -> Result<()> {
    let desktop = DesktopSession::start().await?;
    let home = desktop.home().join("h".repeat(60));
    fs::create_dir(&home).unwrap();
    let home = home.to_str().unwrap();
    let data = format!("{home}/.local/share");
    // A runtime folder that does not exist is ignored. It is below a file, so that nothing can create it.
    let file = desktop.folder().join("file");
    fs::write(&file, "").unwrap();
    let nowhere = file.join("runtime");
    let runtime = ("XDG_RUNTIME_DIR", nowhere.to_str().unwrap());
    assert_single_instance(&[("HOME", home), ("XDG_DATA_HOME", &data), runtime], &desktop).await
}

#[tokio::test]
async fn app_starts_with_an_unusable_runtime_folder() -> Result<()> {
    let desktop = DesktopSession::start().await?;
    let runtime = desktop.folder().join("foreign");
    fs::create_dir(&runtime).unwrap();
    // The file is like root's folder for other users: it exists, and cannot be used.
    fs::write(runtime.join(IDENTIFIER), "").unwrap();
    assert_single_instance(&[("XDG_RUNTIME_DIR", runtime.to_str().unwrap())], &desktop).await
}

/// Arguments of `unshare` that start the app with another file system mounted over its home, in a mount namespace of its
/// own.
fn unshare_arguments(mount: &str) -> Vec<String> {
    let script = format!("{mount}\nexec unshare --user --map-user=\"$1\" --map-group=\"$2\" -- \"$3\"");
    let (user, group) = (rustix::process::geteuid().as_raw(), rustix::process::getegid().as_raw());
    let command = ["--user", "--map-root-user", "--mount", "sh", "-ec", &script, "sh"];
    command
        .into_iter()
        .map(str::to_owned)
        .chain([user.to_string(), group.to_string(), BINARY.into()])
        .collect()
}

/// Whether `test` may mount in a namespace of its own. Containers often may not, and Ubuntu restricts it for users other
/// than root. `./scripts/test` lists the line that is written if it may not.
fn can_mount(test: &str) -> bool {
    let arguments = ["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"];
    let allowed = Command::new("unshare").args(arguments).stderr(Stdio::null()).status().unwrap().success();
    if !allowed {
        // `eprintln!` is not used, because its output is captured when the test passes.
        let reason = "this machine does not allow mounting in a user namespace";
        let _ = writeln!(io::stderr(), "skipped: starting::{test}: {reason}");
    }
    allowed
}

fn app_with_home_on(service: &Service, mount: &str) -> App {
    let app = App::new("unshare").env(Service::ADDRESS_VARIABLE, service.address());
    unshare_arguments(mount).into_iter().fold(app, App::arg)
}

/// Completes the recovery with a link that another start of the app forwards.
async fn complete_recovery(service: &Service, desktop: &DesktopSession, window: &Window<'_>) -> Result<()> {
    let mail = service.mail_to(ADA).await;
    open_link_in_running_app(desktop, mail.link().as_str()).await;
    set_new_password(window, ADA).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && !service.can_sign_in(ADA, OLD_PASSWORD).await);
    Ok(())
}

#[tokio::test]
async fn app_works_with_a_read_only_home() -> Result<()> {
    if !can_mount("app_works_with_a_read_only_home") {
        return Ok(());
    }
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let app = app_with_home_on(&service, "mount -t tmpfs -o ro tmpfs \"$HOME\"");
    let window = Window::open(&desktop, &app).await?;
    request_email(&window, ADA).await?;
    window.choose("Language", "Deutsch").await?;
    window.wait_for_heading("Schauen Sie ins Postfach").await?;
    window.choose("Sprache", "English").await?;
    complete_recovery(&service, &desktop, &window).await?;
    window.close().await
}

/// Uses a screen reader, because WebDriver needs disk space. Several invalid links are opened first, because WebKit's
/// process must not exit after the first.
#[tokio::test]
async fn recovery_works_with_a_full_disk() -> Result<()> {
    if !can_mount("recovery_works_with_a_full_disk") {
        return Ok(());
    }
    let service = Service::start().await;
    let fill =
        "mount -t tmpfs -o size=64k tmpfs \"$HOME\"\ncat /dev/zero >\"$HOME/full\" 2>/dev/null || true";
    let mut user = User::start_with(&service, "unshare", &unshare_arguments(fill)).await?;
    user.reader.find("heading", &text("forgot-title")).await?;
    user.fill("entry", &text("email"), ADA).await?;
    user.press(&text("send")).await?;
    user.reader.find("heading", &text("check-title")).await?;

    let mail = service.mail_to(ADA).await;
    for number in 0..5 {
        let link = format!("latchkey://reset-password?token={number}");
        open_link_in_running_app(&user.desktop, &link).await;
    }
    open_link_in_running_app(&user.desktop, mail.link().as_str()).await;
    user.reader.find("heading", &text("reset-title")).await?;
    for label in ["new-password", "confirm-password"] {
        user.fill("password text", &text(label), NEW_PASSWORD).await?;
    }
    user.press(&text("set-password")).await?;
    user.reader.find("heading", &text("done-title")).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && !service.can_sign_in(ADA, OLD_PASSWORD).await);
    assert!(user.start.try_wait().unwrap().is_none(), "the app exited");
    Ok(())
}
