//! Tests the installed program: a recovery link from an email opens it, both when it is not running and when it is.
//! `installed SERVER SCREENSHOTS [APPIMAGE]`; `scripts/package-journey` calls it on a system that has only the package, and
//! on one that has only the AppImage.
//!
//! Links are opened with `xdg-open`, and the window is read through the accessibility bus, so the program runs without any
//! test support.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use latchkey_e2e::{
    AccessibleNode, DesktopSession, Error, Keyring, Result, ScreenReader, TIMEOUT, wait_until,
};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};

/// The installed program.
const INSTALLED: &str = "/usr/bin/latchkey";
/// The program with the window, which it becomes.
const WINDOW: &str = "/usr/bin/latchkey-window";
/// `[bundle] identifier` in Dioxus.toml: the name of the configuration folder.
const IDENTIFIER: &str = "app.latchkey.Latchkey";
const ADA: &str = "ada@example.org";
const PASSWORDS: [&str; 3] = ["a walk along the quay", "two herons at the weir", "three boats in the reeds"];

#[tokio::main]
async fn main() -> Result<()> {
    let Given { server, screenshots, image } = arguments()?;
    let mut desktop = DesktopSession::start_with(Keyring::None).await?;
    desktop.start_accessibility().await?;
    let reader = ScreenReader::connect(&desktop).await?;
    let mut service = Service::start(&desktop, server).await?;
    configure(&desktop, &service.address)?;

    if let Some(image) = &image {
        register(&desktop, image).await?;
    }
    let program = image.as_deref().unwrap_or(INSTALLED.as_ref());
    let status = desktop.command(program).args(["link", "status"]).output().await.map_err(missing)?;
    assert_eq!(String::from_utf8_lossy(&status.stdout), "Recovery links open this program.\n");
    let prefix = if image.is_some() { "appimage-" } else { "" };
    let journeys = [("cold", PASSWORDS[1]), ("warm", PASSWORDS[2])];
    for (name, password) in journeys {
        let before = windows(&desktop, image.as_deref());
        assert_eq!(before.is_empty(), name == "cold", "the program runs only after it was started");
        let link = service.mailed_link().await?;
        // The first one runs as long as the program that it starts.
        let mut open = desktop.command("xdg-open");
        open.arg(link).stdout(Stdio::null()).stderr(Stdio::null());
        let _opened = open.spawn().map_err(missing)?;
        reader.find("heading", "Choose a new password").await?;
        reader.find("push button", "Change password").await?;
        let running = windows(&desktop, image.as_deref());
        assert!(name == "cold" || running == before, "the link went to the open window");
        desktop.wait_for_active_window("Latchkey").await?;
        type_password(&desktop, &reader, password).await?;
        desktop.screenshot(&screenshots.join(format!("{prefix}{name}-reset.png"))).await?;
        reader.press("push button", "Change password").await?;
        reader.find("heading", "Password changed").await?;
        desktop.screenshot(&screenshots.join(format!("{prefix}{name}-done.png"))).await?;
    }
    Ok(())
}

/// The arguments.
struct Given {
    server: PathBuf,
    screenshots: PathBuf,
    /// The AppImage to test instead of the installed package.
    image: Option<PathBuf>,
}

fn arguments() -> Result<Given> {
    let mut given = std::env::args_os().skip(1).map(PathBuf::from);
    match (given.next(), given.next(), given.next(), given.next()) {
        (Some(server), Some(screenshots), image, None) => Ok(Given { server, screenshots, image }),
        _ => Err(Error::new("usage: installed SERVER SCREENSHOTS [APPIMAGE]")),
    }
}

/// The folders into which AppImages have been unpacked.
fn unpacked(desktop: &DesktopSession) -> Vec<PathBuf> {
    let temporary = fs::read_dir(desktop.folder().join("tmp"));
    let folders = temporary.into_iter().flatten().flatten().map(|entry| entry.path());
    folders.filter(|folder| folder.join("AppRun").is_file()).collect()
}

/// The running processes with a window.
fn windows(desktop: &DesktopSession, image: Option<&Path>) -> Vec<u32> {
    if image.is_none() {
        return desktop.processes_of(WINDOW.as_ref());
    }
    let programs = unpacked(desktop).into_iter().map(|folder| folder.join(WINDOW.trim_start_matches('/')));
    programs.flat_map(|program| desktop.processes_of(&program)).collect()
}

/// Makes the AppImage open the links, as a person does in a terminal. It removes what it has unpacked.
async fn register(desktop: &DesktopSession, image: &Path) -> Result<()> {
    let done = desktop.command(image).args(["link", "register"]).output().await.map_err(missing)?;
    check_success("link register", done.status.success())?;
    let removed = wait_until(async || unpacked(desktop).is_empty().then_some(())).await;
    removed.ok_or_else(|| Error::new(format!("the AppImage left {:?}", unpacked(desktop))))
}

/// Writes the program's configuration.
fn configure(desktop: &DesktopSession, address: &str) -> Result<()> {
    let folder = desktop.config_home().join(IDENTIFIER);
    fs::create_dir_all(&folder)
        .and_then(|()| {
            fs::write(folder.join("latchkey.toml"), format!("[service]\nbase_url = \"{address}\"\n"))
        })
        .map_err(|error| Error::new(format!("the program's configuration: {error}")))
}

/// Types the password into both fields of the reset screen.
async fn type_password(desktop: &DesktopSession, reader: &ScreenReader, password: &str) -> Result<()> {
    const DELAY_MS: u32 = 5;
    for label in ["New password", "Re-enter new password"] {
        reader.focus("password text", label).await?;
        desktop.type_keys(password, DELAY_MS).await?;
        // The bus reveals only the length of a password.
        let typed = |node: &AccessibleNode| node.name == label && node.text.chars().count() == password.len();
        reader.find_where(&format!("complete password in {label:?}"), typed).await?;
    }
    Ok(())
}

/// The recovery server with one account. It is killed when the session ends.
struct Service<'desktop> {
    desktop: &'desktop DesktopSession,
    program: PathBuf,
    folder: PathBuf,
    /// `http://127.0.0.1:PORT`
    address: String,
    links_read: usize,
    _running: (Child, Lines<BufReader<ChildStderr>>),
}

impl<'desktop> Service<'desktop> {
    async fn start(desktop: &'desktop DesktopSession, program: PathBuf) -> Result<Self> {
        let folder = desktop.folder().join("server");
        let settings = format!(
            "listen = \"127.0.0.1:0\"\ndatabase = '{0}/latchkey.db'\nlink_base = \"latchkey://reset-password\"\n\
             public_origin = \"http://127.0.0.1\"\ndemo = true\nallow_insecure = [\"no_resend_wait\"]\n\
             [product]\nname = \"Example\"\nsupport = \"help@example.org\"\nsender = \"no-reply@example.org\"\n\
             [mail]\ndirectory = '{0}/mail'\n[limits]\nresend_after = 0\n",
            folder.display()
        );
        fs::create_dir(&folder)
            .and_then(|()| fs::write(folder.join("server.toml"), settings))
            .map_err(|error| Error::new(format!("the server's configuration: {error}")))?;
        let mut add = command(desktop, &program, &folder);
        let mut adding = add.args(["user", "add", ADA]).stdin(Stdio::piped()).spawn().map_err(missing)?;
        if let Some(mut stdin) = adding.stdin.take() {
            stdin.write_all(PASSWORDS[0].as_bytes()).await.map_err(missing)?;
        }
        check_success("user add", adding.wait().await.map_err(missing)?.success())?;
        let mut serve = command(desktop, &program, &folder);
        let mut running = serve.arg("serve").stderr(Stdio::piped()).spawn().map_err(missing)?;
        let stderr = running.stderr.take().ok_or_else(|| Error::new("the server has no log"))?;
        let mut log = BufReader::new(stderr).lines();
        let port = loop {
            let line = log.next_line().await.map_err(missing)?;
            let line = line.ok_or_else(|| Error::new("the server exited before it listened"))?;
            if let Some(port) = line.contains("listening").then(|| line.rsplit(':').next()).flatten() {
                break port.to_owned();
            }
        };
        let address = format!("http://127.0.0.1:{port}");
        Ok(Self { desktop, program, folder, address, links_read: 0, _running: (running, log) })
    }

    /// Starts a recovery with the server's command, and returns the link in the email.
    async fn mailed_link(&mut self) -> Result<String> {
        let mut start = command(self.desktop, &self.program, &self.folder);
        let started = start.args(["recovery", "start", ADA]).status().await.map_err(missing)?;
        check_success("recovery start", started.success())?;
        let link = wait_until(async || self.mailed_links().into_iter().nth(self.links_read)).await;
        self.links_read += 1;
        link.ok_or_else(|| Error::new(format!("no email with a link was sent within {TIMEOUT:?}")))
    }

    /// The recovery links in all emails so far, oldest first.
    fn mailed_links(&self) -> Vec<String> {
        let Ok(mails) = fs::read_dir(self.folder.join("mail")) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = mails.flatten().map(|mail| mail.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "eml"));
        paths.sort();
        paths.iter().filter_map(|path| link_in(&fs::read_to_string(path).ok()?)).collect()
    }
}

/// The recovery link in an email, if any.
fn link_in(mail: &str) -> Option<String> {
    // Quoted-printable: `=` at the end of a line continues it, and `=3D` is an equals sign.
    let text = mail.replace("=\r\n", "").replace("=3D", "=");
    text.split_whitespace().find(|word| word.starts_with("latchkey://")).map(str::to_owned)
}

fn command(desktop: &DesktopSession, program: &Path, folder: &Path) -> Command {
    let mut command = desktop.command(program);
    command.arg("--config").arg(folder.join("server.toml"));
    command
}

fn check_success(what: &str, success: bool) -> Result<()> {
    success.then_some(()).ok_or_else(|| Error::new(format!("latchkey-server {what} failed")))
}

fn missing(error: std::io::Error) -> Error {
    Error::new(format!("a program could not be run: {error}"))
}
