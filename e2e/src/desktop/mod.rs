//! A private, disposable desktop session: its own X server, window manager, session bus, keyring and home folder.
//! [`screen`] holds windows, keys and screenshots, [`frame_buffer`] the pixels, [`first_frame`] the time until a window is
//! shown, [`pointer`] the mouse, [`services`] the programs it consists of, [`links`] its browser.

mod first_frame;
mod frame_buffer;
mod links;
mod pointer;
mod reaper;
mod screen;
mod services;

use std::ffi::OsStr;
use std::net::Ipv4Addr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::{fs, io};

use tokio::process::{Child, Command};

use crate::error::{Error, Result};
pub use first_frame::ShownProgram;
pub use frame_buffer::FrameBuffer;
pub use links::OpenedLinks;
pub use pointer::MouseButton;
use reaper::ProcessReaper;
pub(crate) use screen::create_parent_folder;
pub use screen::is_title_of;

/// Whether the session has a keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyring {
    /// A Secret Service with an unlocked collection, as after a graphical login.
    Unlocked,
    /// A session bus without a Secret Service.
    None,
}

/// A private desktop session for one test. It is isolated from the user's own session: programs start with a new
/// environment. When it is dropped, or the test dies in any way, all its processes are killed and its folder is removed.
/// Several sessions can run at the same time.
pub struct DesktopSession {
    folder: PathBuf,
    display: u16,
    services: Vec<Child>,
    accessible: bool,
    reaper: ProcessReaper,
}

impl DesktopSession {
    /// Starts a session with an unlocked keyring.
    ///
    /// # Errors
    /// A program is missing or did not start. The error includes its output.
    pub async fn start() -> Result<Self> {
        Self::start_with(Keyring::Unlocked).await
    }

    /// Starts a session with or without a keyring.
    ///
    /// # Errors
    /// The same as [`DesktopSession::start`].
    pub async fn start_with(keyring: Keyring) -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("latchkey-desktop-")
            .tempdir()
            .map_err(|error| Error::new(format!("no folder for the desktop session: {error}")))?
            .keep();
        let reaper = ProcessReaper::start(&folder)?;
        let mut desktop = Self { folder, display: 0, services: Vec::new(), accessible: false, reaper };
        desktop.create_folders().map_err(|error| Error::new(format!("the session's folders: {error}")))?;
        desktop.start_services(keyring).await?;
        Ok(desktop)
    }

    /// A command that runs in this session, with its display, bus, home and temporary folder. Of the caller's environment
    /// it inherits only `PATH`. Its process is killed when the session ends.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env(reaper::SESSION_VARIABLE, &self.folder)
            .env("LANG", "C.UTF-8")
            .env("HOME", self.home())
            .env("TMPDIR", self.folder.join("tmp"))
            .env("XDG_DATA_HOME", self.data_home())
            .env("XDG_CONFIG_HOME", self.config_home())
            .env("XDG_STATE_HOME", self.home().join(".local/state"))
            .env("XDG_CACHE_HOME", self.home().join(".cache"))
            .env("XDG_RUNTIME_DIR", self.runtime_dir())
            .env("XDG_SESSION_TYPE", "x11")
            .env("DISPLAY", format!(":{}", self.display))
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus_address());
        if !self.accessible {
            // Otherwise GTK warns in every app's output that the bus has no accessibility service.
            command.env("NO_AT_BRIDGE", "1");
        }
        command
    }

    /// The session's folder: `home`, `runtime`, and `log` with the output of its programs; an app's is `app-PORT.log`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The home folder: `HOME`.
    pub fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    /// Where programs keep their data: `XDG_DATA_HOME`.
    pub fn data_home(&self) -> PathBuf {
        self.home().join(".local/share")
    }

    /// Where programs look for their configuration: `XDG_CONFIG_HOME`.
    pub fn config_home(&self) -> PathBuf {
        self.home().join(".config")
    }

    /// Where programs keep this user's sockets: `XDG_RUNTIME_DIR`.
    pub fn runtime_dir(&self) -> PathBuf {
        self.folder.join("runtime")
    }

    /// The ids of the session's processes that run this binary.
    pub fn processes_of(&self, binary: &Path) -> Vec<u32> {
        let Ok(binary) = binary.canonicalize() else { return Vec::new() };
        let variable =
            [reaper::SESSION_VARIABLE.as_bytes(), b"=", self.folder.as_os_str().as_encoded_bytes()].concat();
        let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
        processes
            .flatten()
            .filter(|process| fs::read_link(process.path().join("exe")).is_ok_and(|exe| exe == binary))
            .filter(|process| {
                fs::read(process.path().join("environ")).is_ok_and(|environment| {
                    environment.split(|byte| *byte == 0).any(|entry| entry == variable)
                })
            })
            .filter_map(|process| process.file_name().to_str()?.parse().ok())
            .collect()
    }

    /// A loopback address that no other session uses, so that sessions never compete for a port.
    pub(crate) fn loopback_address(&self) -> Ipv4Addr {
        let [high, low] = self.display.to_be_bytes();
        Ipv4Addr::new(127, 77, high, low)
    }

    /// The log file of one of the session's programs.
    pub(crate) fn log(&self, program: &str) -> PathBuf {
        self.folder.join("log").join(format!("{program}.log"))
    }

    pub(crate) fn bus_address(&self) -> String {
        format!("unix:path={}", self.runtime_dir().join("bus").display())
    }

    fn create_folders(&self) -> io::Result<()> {
        for folder in ["home/.local/share", "home/.local/state", "home/.config", "home/.cache"] {
            fs::create_dir_all(self.folder.join(folder))?;
        }
        for folder in ["tmp", "log", "screen"] {
            fs::create_dir(self.folder.join(folder))?;
        }
        fs::create_dir(self.runtime_dir())?;
        fs::set_permissions(self.runtime_dir(), fs::Permissions::from_mode(0o700))
    }
}

impl Drop for DesktopSession {
    fn drop(&mut self) {
        self.reaper.kill_all();
        for service in &mut self.services {
            // The services have exited. Take their exit status so that no zombies are left.
            let _ = service.try_wait();
        }
    }
}
