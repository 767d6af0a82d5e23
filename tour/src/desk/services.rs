//! What a desk runs on: Xvfb, openbox, a session bus and, where wanted, a keyring daemon and an accessibility bus.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::{Desk, Keyring};
use crate::failure::{Failure, Result, last_lines};
use crate::poll::{PATIENCE, until};

/// Room for a window of 1024×768 with its frame, and for one of 390×844.
const SCREEN: &str = "1280x1024x24";

/// Opens nothing but the throw-away keyring of one desk.
const KEYRING_PASSWORD: &[u8] = b"throw-away";

/// Says where the distribution keeps the program that starts an accessibility bus.
const ACCESSIBILITY_SERVICE: &str = "/usr/share/dbus-1/services/org.a11y.Bus.service";

/// A bus that starts no service by itself: a desk has what the test gave it, and nothing waits for a portal
/// or an accessibility bus that cannot work here.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>ADDRESS</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

impl Desk {
    pub(super) async fn start_services(&mut self, keyring: Keyring) -> Result<()> {
        self.start_screen().await?;
        self.start_bus().await?;
        if keyring == Keyring::Unlocked {
            self.start_keyring().await?;
        }
        self.start_window_manager().await
    }

    /// Gives the desk an accessibility bus, as a desktop on which a screen reader runs. Apps that are started from
    /// now on are on it.
    ///
    /// # Errors
    /// It is not installed, or did not come up.
    pub async fn start_accessibility(&mut self) -> Result<()> {
        let entry = fs::read_to_string(ACCESSIBILITY_SERVICE).unwrap_or_default();
        let launcher = entry.lines().find_map(|line| line.strip_prefix("Exec=")).ok_or_else(|| {
            Failure::new("there is no accessibility bus: run ./scripts/bootstrap, which installs it")
        })?;
        let mut command = self.command(launcher);
        command.arg("--launch-immediately").stdout(Stdio::null());
        self.serve("accessibility", command)?;
        let mut ask = self.command("dbus-send");
        ask.args(["--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]);
        ask.arg("org.a11y.Bus.GetAddress");
        self.until_told("accessibility", ask, "unix:").await?;
        self.accessible = true;
        Ok(())
    }

    async fn start_screen(&mut self) -> Result<()> {
        let mut command = self.command("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"])
            .env_remove("DISPLAY")
            .stdout(Stdio::piped());
        let stdout = self.serve("Xvfb", command)?.stdout.take();
        let line = self.first_line("Xvfb", stdout).await?;
        self.display = line.parse().map_err(|_| self.not_up("Xvfb", "it named no display"))?;
        Ok(())
    }

    async fn start_bus(&mut self) -> Result<()> {
        let configuration = self.folder.join("bus.conf");
        fs::write(&configuration, BUS.replace("ADDRESS", &self.bus_address()))
            .map_err(|error| Failure::new(format!("the bus's configuration was not written: {error}")))?;
        let mut command = self.command("dbus-daemon");
        command
            .arg("--config-file")
            .arg(configuration)
            .args(["--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped());
        let stdout = self.serve("dbus-daemon", command)?.stdout.take();
        self.first_line("dbus-daemon", stdout).await.map(drop)
    }

    async fn start_keyring(&mut self) -> Result<()> {
        let mut command = self.command("gnome-keyring-daemon");
        command
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let stdin = self.serve("gnome-keyring-daemon", command)?.stdin.take();
        if let Some(mut stdin) = stdin {
            // A daemon that closed its input has failed, and is missed on the bus below.
            let _ = stdin.write_all(KEYRING_PASSWORD).await;
        }
        let mut ask = self.command("dbus-send");
        ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
            .args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
        self.until_told("gnome-keyring-daemon", ask, "boolean true").await
    }

    async fn start_window_manager(&mut self) -> Result<()> {
        let mut command = self.command("openbox");
        command.stdout(Stdio::null());
        self.serve("openbox", command)?;
        let mut ask = self.command("xdotool");
        ask.arg("get_num_desktops");
        self.until_told("openbox", ask, "").await
    }

    /// Starts one of the services, its complaints in its log.
    fn serve(&mut self, name: &str, mut command: Command) -> Result<&mut Child> {
        let complaints = self.open_log(name)?;
        let child = command.stderr(complaints).spawn().map_err(|error| {
            Failure::new(format!(
                "{name} did not start ({error}): run ./scripts/bootstrap, which installs it"
            ))
        })?;
        let place = self.services.len();
        self.services.push(child);
        Ok(&mut self.services[place])
    }

    pub(crate) fn open_log(&self, program: &str) -> Result<Stdio> {
        let path: PathBuf = self.log(program);
        File::create(path)
            .map(Stdio::from)
            .map_err(|error| Failure::new(format!("no log for {program}: {error}")))
    }

    /// The first line that a service writes, which says that it is up.
    async fn first_line(&self, name: &str, stdout: Option<impl AsyncRead + Unpin>) -> Result<String> {
        let stdout = stdout.ok_or_else(|| self.not_up(name, "it has no output"))?;
        match timeout(PATIENCE, BufReader::new(stdout).lines().next_line()).await {
            Ok(Ok(Some(line))) => Ok(line.trim().to_owned()),
            Ok(_) => Err(self.not_up(name, "it ended")),
            Err(_) => Err(self.not_up(name, "it said nothing in 15 s")),
        }
    }

    /// Asks until the answer comes and holds `expected`.
    async fn until_told(&self, name: &str, mut ask: Command, expected: &str) -> Result<()> {
        let told = until(async || {
            let answer = ask.output().await.ok()?;
            let text = String::from_utf8_lossy(&answer.stdout);
            (answer.status.success() && text.contains(expected)).then_some(())
        });
        told.await.ok_or_else(|| self.not_up(name, "it was not there in 15 s"))
    }

    fn not_up(&self, name: &str, reason: &str) -> Failure {
        Failure::new(format!("{name} did not come up: {reason}")).with(name, &last_lines(&self.log(name)))
    }
}
