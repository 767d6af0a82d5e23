//! WebKitWebDriver, and the session that it holds with an app's web view.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::net::TcpStream;
use tokio::process::Child;
use tokio::time::timeout;

use super::remote::{Remote, free_address};
use crate::desk::Desk;
use crate::failure::{Failure, Result, last_lines};
use crate::poll::until;

/// A driver process of one window.
pub(super) struct Driver {
    process: Child,
    address: SocketAddr,
    log: PathBuf,
}

impl Driver {
    /// Starts a driver for the app at this address.
    pub(super) async fn start(desk: &Desk, remote: &Remote) -> Result<Self> {
        let address = free_address(desk)?;
        let name = format!("driver-{}", address.port());
        let log = desk.log(&name);
        let mut command = desk.command("WebKitWebDriver");
        command
            .arg(format!("--host={}", address.ip()))
            .arg(format!("--port={}", address.port()))
            .arg(format!("--target={}", remote.address()))
            .stdout(Remote::output(&log)?)
            .stderr(Remote::output(&log)?)
            .kill_on_drop(true);
        let process = command.spawn().map_err(|error| {
            Failure::new(format!(
                "WebKitWebDriver did not start ({error}): run ./scripts/bootstrap, which installs it"
            ))
        })?;
        let mut driver = Self { process, address, log };
        let ready = until(async || match driver.process.try_wait() {
            Ok(None) => TcpStream::connect(address).await.is_ok().then_some(true),
            _ => Some(false),
        });
        match ready.await {
            Some(true) => Ok(driver),
            Some(false) => Err(driver.failure("WebKitWebDriver ended at once")),
            None => Err(driver.failure("WebKitWebDriver does not listen after 15 s")),
        }
    }

    /// Opens the session with the app's web view.
    pub(super) async fn connect(&self) -> Result<Client> {
        let server = format!("http://{}", self.address);
        let mut last_error = String::from("no answer");
        // An app that is only just up may not have told yet that it can be driven: then it is asked again.
        let client = until(async || {
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
        client.ok_or_else(|| self.failure(&format!("no session with the app's web view: {last_error}")))
    }

    /// Ends the driver; the app runs on.
    pub(super) async fn stop(&mut self) {
        // One that has ended already is as good.
        let _ = self.process.kill().await;
    }

    fn failure(&self, sentence: &str) -> Failure {
        Failure::new(sentence).with("WebKitWebDriver's output", &last_lines(&self.log))
    }
}
