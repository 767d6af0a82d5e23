//! The journey of an installed program: a recovery link from a mail opens it, while it does not run and while it does.
//! `installed SERVER PICTURES`; `scripts/package-journey` calls it where nothing but the package is.
//!
//! What is asked is the desktop, by `xdg-open`, and what answers is the accessibility bus: the program runs as everybody
//! has it, without any aid for tests in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use latchkey_tour::{Desk, Failure, Keyring, Reader, Result, Thing, until};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};

/// Where the package puts the program.
const INSTALLED: &str = "/usr/bin/latchkey";
/// `[bundle] identifier`: where the program looks for its configuration.
const IDENTIFIER: &str = "app.latchkey.Latchkey";
const ADA: &str = "ada@example.org";
const PASSWORDS: [&str; 3] = ["a walk along the quay", "two herons at the weir", "three boats in the reeds"];

#[tokio::main]
async fn main() -> Result<()> {
    let [server, pictures] = arguments()?;
    let mut desk = Desk::start_with(Keyring::None).await?;
    desk.start_accessibility().await?;
    let reader = Reader::on(&desk).await?;
    let mut service = Service::start(&desk, server).await?;
    configure(&desk, &service.address)?;

    let status = desk.command(INSTALLED).args(["link", "status"]).output().await.map_err(missing)?;
    assert_eq!(String::from_utf8_lossy(&status.stdout), "Recovery links open this program.\n");
    let journeys = [("cold", PASSWORDS[1]), ("warm", PASSWORDS[2])];
    for (name, password) in journeys {
        let before = desk.processes_of(INSTALLED.as_ref());
        assert_eq!(before.is_empty(), name == "cold", "the program runs only when it has been started");
        let link = service.mailed_link().await?;
        // The first one lives as long as the program that it starts.
        let mut open = desk.command("xdg-open");
        open.arg(link).stdout(Stdio::null()).stderr(Stdio::null());
        let _opened = open.spawn().map_err(missing)?;
        reader.find("heading", "Choose a new password").await?;
        reader.find("push button", "Set new password").await?;
        let running = desk.processes_of(INSTALLED.as_ref());
        assert!(name == "cold" || running == before, "the link went to the window that was open");
        desk.wait_for_active_window("Latchkey").await?;
        type_password(&desk, &reader, password).await?;
        desk.screenshot(&pictures.join(format!("{name}-reset.png"))).await?;
        reader.press("push button", "Set new password").await?;
        reader.find("heading", "Your password is changed").await?;
        desk.screenshot(&pictures.join(format!("{name}-done.png"))).await?;
    }
    Ok(())
}

fn arguments() -> Result<[PathBuf; 2]> {
    let given: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    given.try_into().map_err(|_| Failure::new("what is needed: installed SERVER PICTURES"))
}

/// What an administrator writes down for everybody at this computer.
fn configure(desk: &Desk, address: &str) -> Result<()> {
    let folder = desk.config_home().join(IDENTIFIER);
    fs::create_dir_all(&folder)
        .and_then(|()| {
            fs::write(folder.join("latchkey.toml"), format!("[service]\nbase_url = \"{address}\"\n"))
        })
        .map_err(|error| Failure::new(format!("the program's configuration: {error}")))
}

/// On the reset screen: types the password twice.
async fn type_password(desk: &Desk, reader: &Reader, password: &str) -> Result<()> {
    const PAUSE_MS: u32 = 5;
    for label in ["New password", "Repeat the new password"] {
        reader.focus("password text", label).await?;
        desk.type_keys(password, PAUSE_MS).await?;
        // The bus tells only how long it is.
        let typed = |it: &Thing| it.name == label && it.text.chars().count() == password.len();
        reader.find_where(&format!("the whole password in {label:?}"), typed).await?;
    }
    Ok(())
}

/// The recovery server, with one account; it ends with the desk.
struct Service<'desk> {
    desk: &'desk Desk,
    program: PathBuf,
    folder: PathBuf,
    /// `http://127.0.0.1:PORT`
    address: String,
    links_read: usize,
    _running: (Child, Lines<BufReader<ChildStderr>>),
}

impl<'desk> Service<'desk> {
    async fn start(desk: &'desk Desk, program: PathBuf) -> Result<Self> {
        let folder = desk.folder().join("server");
        let settings = format!(
            "listen = \"127.0.0.1:0\"\ndatabase = '{0}/latchkey.db'\nlink_base = \"latchkey://reset-password\"\n\
             public_origin = \"http://127.0.0.1\"\ndemo = true\nallow_insecure = [\"no_resend_wait\"]\n\
             [product]\nname = \"Example\"\nsupport = \"help@example.org\"\nsender = \"no-reply@example.org\"\n\
             [mail]\ndirectory = '{0}/mail'\n[limits]\nresend_after = 0\n",
            folder.display()
        );
        fs::create_dir(&folder)
            .and_then(|()| fs::write(folder.join("server.toml"), settings))
            .map_err(|error| Failure::new(format!("the server's configuration: {error}")))?;
        let mut add = command(desk, &program, &folder);
        let mut adding = add.args(["user", "add", ADA]).stdin(Stdio::piped()).spawn().map_err(missing)?;
        if let Some(mut stdin) = adding.stdin.take() {
            stdin.write_all(PASSWORDS[0].as_bytes()).await.map_err(missing)?;
        }
        ended_well("user add", adding.wait().await.map_err(missing)?.success())?;
        let mut serve = command(desk, &program, &folder);
        let mut running = serve.arg("serve").stderr(Stdio::piped()).spawn().map_err(missing)?;
        let stderr = running.stderr.take().ok_or_else(|| Failure::new("the server has no log"))?;
        let mut log = BufReader::new(stderr).lines();
        let port = loop {
            let line = log.next_line().await.map_err(missing)?;
            let line = line.ok_or_else(|| Failure::new("the server ended before it listened"))?;
            if let Some(port) = line.contains("listening").then(|| line.rsplit(':').next()).flatten() {
                break port.to_owned();
            }
        };
        let address = format!("http://127.0.0.1:{port}");
        Ok(Self { desk, program, folder, address, links_read: 0, _running: (running, log) })
    }

    /// Lets an operator start a recovery, and reads the link in the mail.
    async fn mailed_link(&mut self) -> Result<String> {
        let mut start = command(self.desk, &self.program, &self.folder);
        let started = start.args(["recovery", "start", ADA]).status().await.map_err(missing)?;
        ended_well("recovery start", started.success())?;
        let link = until(async || self.mailed_links().into_iter().nth(self.links_read)).await;
        self.links_read += 1;
        link.ok_or_else(|| Failure::new("no mail with a link came within 15 s"))
    }

    /// The recovery links in all mails so far, the oldest first.
    fn mailed_links(&self) -> Vec<String> {
        let Ok(mails) = fs::read_dir(self.folder.join("mail")) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = mails.flatten().map(|mail| mail.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "eml"));
        paths.sort();
        paths.iter().filter_map(|path| link_in(&fs::read_to_string(path).ok()?)).collect()
    }
}

/// The recovery link in a mail, if it has one.
fn link_in(mail: &str) -> Option<String> {
    // Quoted-printable: a line that is too long goes on after `=`, and an equals sign is `=3D`.
    let text = mail.replace("=\r\n", "").replace("=3D", "=");
    text.split_whitespace().find(|word| word.starts_with("latchkey://")).map(str::to_owned)
}

fn command(desk: &Desk, program: &Path, folder: &Path) -> Command {
    let mut command = desk.command(program);
    command.arg("--config").arg(folder.join("server.toml"));
    command
}

fn ended_well(what: &str, success: bool) -> Result<()> {
    success.then_some(()).ok_or_else(|| Failure::new(format!("latchkey-server {what} failed")))
}

fn missing(error: std::io::Error) -> Failure {
    Failure::new(format!("a program could not be run: {error}"))
}
