//! The endpoint through which an app will be driven once it has started.

use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::net::TcpStream;
use tokio::process::Command;

use crate::desktop::DesktopSession;
use crate::error::{Error, Result};

/// The address of one app's remote inspector. Put it into the environment of the command that starts the app
/// ([`InspectorEndpoint::enable_for`]), then call [`Window::attach`](crate::Window::attach).
#[derive(Debug)]
pub struct InspectorEndpoint {
    address: SocketAddr,
    log: PathBuf,
}

impl InspectorEndpoint {
    /// An endpoint on a free port of this session.
    ///
    /// # Errors
    /// No port is free.
    pub fn new(desktop: &DesktopSession) -> Result<Self> {
        let address = free_address(desktop)?;
        Ok(Self { address, log: desktop.log(&format!("app-{}", address.port())) })
    }

    /// Makes the app that this command starts, directly or through other programs, drivable, and logs its output.
    ///
    /// # Errors
    /// The session's folder is not writable.
    pub fn enable_for(&self, command: &mut Command) -> Result<()> {
        command
            .env("LD_PRELOAD", OsStr::new(env!("LATCHKEY_WEBDRIVER_SHIM")))
            .env("WEBKIT_INSPECTOR_SERVER", self.address.to_string())
            .stdout(Self::output(&self.log)?)
            .stderr(Self::output(&self.log)?);
        Ok(())
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether the app's web view is there.
    pub async fn is_listening(&self) -> bool {
        TcpStream::connect(self.address).await.is_ok()
    }

    /// The file with the app's output.
    pub(super) fn log(&self) -> &Path {
        &self.log
    }

    pub(super) fn output(log: &Path) -> Result<Stdio> {
        let file = OpenOptions::new().create(true).append(true).open(log);
        file.map(Stdio::from).map_err(|error| Error::new(format!("no log for the app: {error}")))
    }
}

/// A free port on the session's own loopback address.
pub(super) fn free_address(desktop: &DesktopSession) -> Result<SocketAddr> {
    TcpListener::bind((desktop.loopback_address(), 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|error| Error::new(format!("no free port on the session's loopback address: {error}")))
}
