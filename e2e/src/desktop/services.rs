//! The programs of a session: Xvfb, openbox, a session bus, and optionally a keyring daemon and an accessibility bus.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::{DesktopSession, Keyring};
use crate::error::{Error, Result, last_lines};
use crate::poll::{TIMEOUT, wait_until};

/// Large enough for windows of 1024×768 and 390×844 with their frames.
const SCREEN: &str = "1280x1024x24";

/// Password of the disposable keyring of a session.
const KEYRING_PASSWORD: &[u8] = b"throw-away";

/// The D-Bus service file of the accessibility bus. Its `Exec` starts the bus.
const ACCESSIBILITY_SERVICE: &str = "/usr/share/dbus-1/services/org.a11y.Bus.service";

/// A bus without service activation: a session has only what the test started, and no program waits for a portal or an
/// accessibility bus that cannot work here.
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

impl DesktopSession {
    pub(super) async fn start_services(&mut self, keyring: Keyring) -> Result<()> {
        self.start_screen().await?;
        self.start_bus().await?;
        if keyring == Keyring::Unlocked {
            self.start_keyring().await?;
        }
        self.start_window_manager().await
    }

    /// Starts an accessibility bus, as for a screen reader. Apps that are started later connect to it.
    ///
    /// # Errors
    /// The accessibility bus is not installed, or did not start.
    pub async fn start_accessibility(&mut self) -> Result<()> {
        let entry = fs::read_to_string(ACCESSIBILITY_SERVICE).unwrap_or_default();
        let launcher = entry.lines().find_map(|line| line.strip_prefix("Exec=")).ok_or_else(|| {
            Error::new("there is no accessibility bus: run ./scripts/bootstrap, which installs it")
        })?;
        let mut command = self.command(launcher);
        command.arg("--launch-immediately").stdout(Stdio::null());
        self.spawn_service("accessibility", command)?;
        let mut ask = self.command("dbus-send");
        ask.args(["--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]);
        ask.arg("org.a11y.Bus.GetAddress");
        self.wait_for_output("accessibility", ask, "unix:").await?;
        self.accessible = true;
        Ok(())
    }

    async fn start_screen(&mut self) -> Result<()> {
        let mut command = self.command("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset", "-fbdir"])
            .arg(self.folder.join("screen"))
            .env_remove("DISPLAY")
            .stdout(Stdio::piped());
        let stdout = self.spawn_service("Xvfb", command)?.stdout.take();
        let line = self.first_line("Xvfb", stdout).await?;
        self.display = line.parse().map_err(|_| self.start_error("Xvfb", "it printed no display number"))?;
        Ok(())
    }

    async fn start_bus(&mut self) -> Result<()> {
        let configuration = self.folder.join("bus.conf");
        fs::write(&configuration, BUS.replace("ADDRESS", &self.bus_address()))
            .map_err(|error| Error::new(format!("the configuration of the session bus: {error}")))?;
        let mut command = self.command("dbus-daemon");
        command
            .arg("--config-file")
            .arg(configuration)
            .args(["--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped());
        let stdout = self.spawn_service("dbus-daemon", command)?.stdout.take();
        self.first_line("dbus-daemon", stdout).await.map(drop)
    }

    async fn start_keyring(&mut self) -> Result<()> {
        let mut command = self.command("gnome-keyring-daemon");
        command
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let stdin = self.spawn_service("gnome-keyring-daemon", command)?.stdin.take();
        if let Some(mut stdin) = stdin {
            // A daemon that closed its input has failed; the check below reports it.
            let _ = stdin.write_all(KEYRING_PASSWORD).await;
        }
        let mut ask = self.command("dbus-send");
        ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
            .args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
        self.wait_for_output("gnome-keyring-daemon", ask, "boolean true").await
    }

    async fn start_window_manager(&mut self) -> Result<()> {
        let mut command = self.command("openbox");
        command.stdout(Stdio::null());
        self.spawn_service("openbox", command)?;
        let mut ask = self.command("xdotool");
        ask.arg("get_num_desktops");
        self.wait_for_output("openbox", ask, "").await
    }

    /// Starts a service. Its standard error goes to its log.
    fn spawn_service(&mut self, name: &str, mut command: Command) -> Result<&mut Child> {
        let log = self.open_log(name)?;
        let child = command.stderr(log).spawn().map_err(|error| {
            Error::new(format!("{name} did not start ({error}): run ./scripts/bootstrap, which installs it"))
        })?;
        let index = self.services.len();
        self.services.push(child);
        Ok(&mut self.services[index])
    }

    pub(crate) fn open_log(&self, program: &str) -> Result<Stdio> {
        let path: PathBuf = self.log(program);
        File::create(path)
            .map(Stdio::from)
            .map_err(|error| Error::new(format!("no log for {program}: {error}")))
    }

    /// The first line that a service prints, which means that it is ready.
    async fn first_line(&self, name: &str, stdout: Option<impl AsyncRead + Unpin>) -> Result<String> {
        let stdout = stdout.ok_or_else(|| self.start_error(name, "it has no output"))?;
        match timeout(TIMEOUT, BufReader::new(stdout).lines().next_line()).await {
            Ok(Ok(Some(line))) => Ok(line.trim().to_owned()),
            Ok(_) => Err(self.start_error(name, "it exited")),
            Err(_) => Err(self.start_error(name, &format!("it printed nothing in {TIMEOUT:?}"))),
        }
    }

    /// Runs `probe` until it succeeds with output that contains `expected`.
    async fn wait_for_output(&self, name: &str, mut probe: Command, expected: &str) -> Result<()> {
        let ready = wait_until(async || {
            let output = probe.output().await.ok()?;
            let text = String::from_utf8_lossy(&output.stdout);
            (output.status.success() && text.contains(expected)).then_some(())
        });
        ready.await.ok_or_else(|| self.start_error(name, &format!("it is not ready after {TIMEOUT:?}")))
    }

    fn start_error(&self, name: &str, reason: &str) -> Error {
        Error::new(format!("{name} did not start: {reason}")).with_section(name, &last_lines(&self.log(name)))
    }
}
