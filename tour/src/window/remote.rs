//! The way into an app that is about to start.

use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::net::TcpStream;
use tokio::process::Command;

use crate::desk::Desk;
use crate::failure::{Failure, Result};

/// An address at which one app will let itself be driven. Put it into the environment of whatever starts the
/// app ([`Remote::allow`]), then [`Window::attach`](crate::Window::attach).
#[derive(Debug)]
pub struct Remote {
    address: SocketAddr,
    log: PathBuf,
}

impl Remote {
    /// A fresh address on this desk.
    ///
    /// # Errors
    /// The loopback network is missing.
    pub fn new(desk: &Desk) -> Result<Self> {
        let address = free_address(desk)?;
        Ok(Self { address, log: desk.log(&format!("app-{}", address.port())) })
    }

    /// Lets the app that this command starts, itself or through others, be driven, and keeps what it writes.
    ///
    /// # Errors
    /// The desk's folder cannot be written to.
    pub fn allow(&self, command: &mut Command) -> Result<()> {
        command
            .env("LD_PRELOAD", OsStr::new(env!("LATCHKEY_TOUR_SHIM")))
            .env("WEBKIT_INSPECTOR_SERVER", self.address.to_string())
            .stdout(Self::output(&self.log)?)
            .stderr(Self::output(&self.log)?);
        Ok(())
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(super) async fn is_listening(&self) -> bool {
        TcpStream::connect(self.address).await.is_ok()
    }

    /// The file with the output of the app behind this address.
    pub(super) fn log(&self) -> &Path {
        &self.log
    }

    pub(super) fn output(log: &Path) -> Result<Stdio> {
        let file = OpenOptions::new().create(true).append(true).open(log);
        file.map(Stdio::from).map_err(|error| Failure::new(format!("no log for the app: {error}")))
    }
}

/// An address that nothing listens on, on the desk's own loopback address.
pub(super) fn free_address(desk: &Desk) -> Result<SocketAddr> {
    TcpListener::bind((desk.loopback(), 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|error| Failure::new(format!("no free port on the desk's loopback address: {error}")))
}
