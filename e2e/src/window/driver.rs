//! WebKitWebDriver and its session with an app's web view.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::net::TcpStream;
use tokio::process::Child;
use tokio::time::timeout;

use super::inspector::{InspectorEndpoint, free_address};
use crate::desktop::DesktopSession;
use crate::error::{Error, Result, last_lines};
use crate::poll::{TIMEOUT, wait_until};

/// The driver process of one window.
pub(super) struct Driver {
    process: Child,
    address: SocketAddr,
    log: PathBuf,
}

impl Driver {
    /// Starts a driver for the app behind this inspector endpoint.
    pub(super) async fn start(desktop: &DesktopSession, inspector: &InspectorEndpoint) -> Result<Self> {
        let address = free_address(desktop)?;
        let name = format!("driver-{}", address.port());
        let log = desktop.log(&name);
        let mut command = desktop.command("WebKitWebDriver");
        command
            .arg(format!("--host={}", address.ip()))
            .arg(format!("--port={}", address.port()))
            .arg(format!("--target={}", inspector.address()))
            .stdout(InspectorEndpoint::output(&log)?)
            .stderr(InspectorEndpoint::output(&log)?)
            .kill_on_drop(true);
        let process = command.spawn().map_err(|error| {
            Error::new(format!(
                "WebKitWebDriver did not start ({error}): run ./scripts/bootstrap, which installs it"
            ))
        })?;
        let mut driver = Self { process, address, log };
        let ready = wait_until(async || match driver.process.try_wait() {
            Ok(None) => TcpStream::connect(address).await.is_ok().then_some(true),
            _ => Some(false),
        });
        match ready.await {
            Some(true) => Ok(driver),
            Some(false) => Err(driver.error("WebKitWebDriver exited immediately")),
            None => Err(driver.error(&format!("WebKitWebDriver does not listen after {TIMEOUT:?}"))),
        }
    }

    /// Opens the session with the app's web view.
    pub(super) async fn connect(&self) -> Result<Client> {
        let server = format!("http://{}", self.address);
        let mut last_error = String::from("no response");
        // Retry: an app that has just started may not accept automation yet.
        let client = wait_until(async || {
            let builder = ClientBuilder::new(HttpConnector::new());
            match timeout(Duration::from_secs(5), builder.connect(&server)).await {
                Ok(Ok(client)) => Some(client),
                Ok(Err(error)) => {
                    last_error = error.to_string();
                    None
                }
                Err(_) => None,
            }
        })
        .await;
        client.ok_or_else(|| self.error(&format!("no session with the app's web view: {last_error}")))
    }

    /// Stops the driver. The app keeps running.
    pub(super) async fn stop(&mut self) {
        // An error means that it has exited already.
        let _ = self.process.kill().await;
    }

    fn error(&self, message: &str) -> Error {
        Error::new(message).with_section("WebKitWebDriver's output", &last_lines(&self.log))
    }
}
