//! A private, disposable desktop: X server, window manager, session bus, keyring and home folder of its own.
//! What happens on its screen is in [`screen`], what serves it in [`services`], what its links lead to in [`links`].

mod links;
mod screen;
mod services;
mod warden;

use std::ffi::OsStr;
use std::net::Ipv4Addr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::{fs, io};

use tokio::process::{Child, Command};

use crate::failure::{Failure, Result};
pub use links::OpenedLinks;
pub(crate) use screen::make_room;
use warden::Warden;

/// Whether the desk's session has a keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyring {
    /// A Secret Service with an unlocked collection, as after a desktop login.
    Unlocked,
    /// A session bus on which nobody answers for the Secret Service.
    None,
}

/// A private desktop for one test. Nothing of the user's own session is seen or touched: programs start with
/// an environment made from scratch. When it is dropped, or the test dies in any way, all its processes are
/// ended and its folder is removed. Several may run at a time.
pub struct Desk {
    folder: PathBuf,
    display: u16,
    services: Vec<Child>,
    accessible: bool,
    warden: Warden,
}

impl Desk {
    /// A desk with an unlocked keyring.
    ///
    /// # Errors
    /// A program that is missing or did not come up, with what it wrote.
    pub async fn start() -> Result<Self> {
        Self::start_with(Keyring::Unlocked).await
    }

    /// A desk with or without a keyring. Errors as [`Desk::start`].
    pub async fn start_with(keyring: Keyring) -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("latchkey-desk-")
            .tempdir()
            .map_err(|error| Failure::new(format!("no folder for the desk: {error}")))?
            .keep();
        let warden = Warden::start(&folder)?;
        let mut desk = Self { folder, display: 0, services: Vec::new(), accessible: false, warden };
        desk.furnish().map_err(|error| Failure::new(format!("the desk's folders: {error}")))?;
        desk.start_services(keyring).await?;
        Ok(desk)
    }

    /// A command that runs on this desk: its display, bus, home and temporary folder, and of the caller's
    /// environment only `PATH`. Spawn it as you like; it ends with the desk.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env(warden::MARK, &self.folder)
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
            // GTK would warn into every app's output that the desk's bus has no accessibility service.
            command.env("NO_AT_BRIDGE", "1");
        }
        command
    }

    /// All that the desk keeps on disk: its person's `home`, the `runtime` folder, and in `log` what its programs
    /// wrote, the apps' as `app-PORT.log`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The home folder of the desk's person: `HOME`.
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

    /// Where programs keep sockets, for this person only: `XDG_RUNTIME_DIR`.
    pub fn runtime_dir(&self) -> PathBuf {
        self.folder.join("runtime")
    }

    /// The desk's processes that run this very binary, by process id. A started app counts from the moment
    /// it runs until it has ended.
    pub fn processes_of(&self, binary: &Path) -> Vec<u32> {
        let Ok(binary) = binary.canonicalize() else { return Vec::new() };
        let mark = [warden::MARK.as_bytes(), b"=", self.folder.as_os_str().as_encoded_bytes()].concat();
        let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
        processes
            .flatten()
            .filter(|process| fs::read_link(process.path().join("exe")).is_ok_and(|exe| exe == binary))
            .filter(|process| {
                fs::read(process.path().join("environ"))
                    .is_ok_and(|environment| environment.split(|byte| *byte == 0).any(|entry| entry == mark))
            })
            .filter_map(|process| process.file_name().to_str()?.parse().ok())
            .collect()
    }

    /// A loopback address that no other desk uses: two desks never fight over a port.
    pub(crate) fn loopback(&self) -> Ipv4Addr {
        let [high, low] = self.display.to_be_bytes();
        Ipv4Addr::new(127, 77, high, low)
    }

    /// The file that takes the output of one of the desk's programs.
    pub(crate) fn log(&self, program: &str) -> PathBuf {
        self.folder.join("log").join(format!("{program}.log"))
    }

    pub(crate) fn bus_address(&self) -> String {
        format!("unix:path={}", self.runtime_dir().join("bus").display())
    }

    fn furnish(&self) -> io::Result<()> {
        for folder in ["home/.local/share", "home/.local/state", "home/.config", "home/.cache", "tmp", "log"]
        {
            fs::create_dir_all(self.folder.join(folder))?;
        }
        fs::create_dir(self.runtime_dir())?;
        fs::set_permissions(self.runtime_dir(), fs::Permissions::from_mode(0o700))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.warden.end();
        for service in &mut self.services {
            // They have ended: this only takes their exit status, so that no zombie is left.
            let _ = service.try_wait();
        }
    }
}
