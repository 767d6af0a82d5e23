//! The demo: the recovery server inside the app, one account, and an inbox. It works without any setup. Releases do
//! not contain it (feature `demo`).

mod app;
mod bar;
mod inbox;
mod mail_folder;
mod sign_in;
mod view;

use std::{path::PathBuf, rc::Rc};

use dioxus::prelude::*;
use latchkey_server::{BoundServer, Config, Database, Limits, Mail, Product, Server};
use tokio::task::JoinHandle;
use url::Url;

pub use app::App;

use crate::{
    app::WindowContent,
    config::{Brand, Support},
    context::Environment,
    identity::AppIdentity,
    service::{BaseUrl, BaseUrlError},
};

/// The demo account.
pub const ACCOUNT: &str = "ada@example.org";
/// The initial password of the account, which the demo's user has forgotten.
pub const FIRST_PASSWORD: &str = "Forgotten since last summer";
/// The support address in emails, if the configuration has none.
const SUPPORT: &str = "help@latchkey.example";
/// Seconds between two emails. Shorter than the server's default, for people who try out the demo.
const RESEND_AFTER: u32 = 30;

/// The styles of the demo's views.
pub const STYLES: &str = include_str!("style.css");

/// A running demo. Clones share one server, which stops when the last clone is dropped.
#[derive(Clone)]
pub struct Demo {
    server: Rc<DemoServer>,
    base_url: BaseUrl,
    mail_folder: PathBuf,
    /// The schemes of the links in the emails.
    schemes: Rc<[String]>,
}

/// The task with the server. The server stops when this is dropped.
struct DemoServer(JoinHandle<()>);

impl Drop for DemoServer {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Why the demo could not start.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The folder for the database and emails could not be created.
    #[error("the demo's folder {0} cannot be made: {1}")]
    Folder(PathBuf, std::io::Error),
    /// The embedded server has no address.
    #[error("the embedded server: {0}")]
    Server(#[from] latchkey_server::StartError),
    /// The base address of the links is invalid.
    #[error("the demo's links: {0}")]
    Link(#[from] url::ParseError),
    /// The client does not accept the server's address.
    #[error("the embedded server's address: {0}")]
    Address(#[from] BaseUrlError),
}

impl Demo {
    /// Starts the server in the current Tokio runtime. All its data is stored in `folder`. The window need not wait until
    /// the database is open: a request waits for its answer until then.
    ///
    /// # Errors
    /// See [`DemoError`].
    pub async fn start(folder: PathBuf, identity: &AppIdentity, brand: &Brand) -> Result<Self, DemoError> {
        std::fs::create_dir_all(&folder).map_err(|error| DemoError::Folder(folder.clone(), error))?;
        let mail_folder = folder.join("mail");
        let schemes: Rc<[String]> = identity.schemes().into();
        let scheme = schemes.first().map_or("", String::as_str);
        let link_base = Url::parse(&format!("{scheme}://reset-password"))?;
        let product = Product {
            name: brand.name.clone(),
            support: brand.support.as_ref().map_or(SUPPORT, Support::label).to_owned(),
            sender: "no-reply@latchkey.example".to_owned(),
            brand: latchkey_server::Brand {
                accent: brand.accent,
                accent_dark: brand.accent_dark,
                privacy: brand.privacy.clone(),
                terms: brand.terms.clone(),
                ..Default::default()
            },
        };
        let database = Database::File(folder.join("accounts.sqlite"));
        let config = Config {
            limits: Limits { resend_after: RESEND_AFTER, ..Limits::default() },
            ..Config::new(database, Mail::Directory(mail_folder.clone()), link_base, product)
        };
        let server = Server::bind(config).await?;
        let base_url = BaseUrl::parse(server.base_url().as_str())?;
        let server = Rc::new(DemoServer(tokio::spawn(serve(server))));
        Ok(Self { server, base_url, mail_folder, schemes })
    }

    /// The content of the demo's window.
    pub fn content(self, environment: Environment) -> WindowContent {
        let draw = move || rsx! { App { environment: environment.clone(), demo: self.clone() } };
        WindowContent::new(draw, vec![STYLES])
    }

    /// The address of the embedded server.
    pub fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }
}

/// Runs the server until the task is aborted. If it cannot start, requests fail as with any server that is not reached.
async fn serve(server: BoundServer) {
    match server.start_with_account(ACCOUNT, FIRST_PASSWORD).await {
        Ok(_running) => std::future::pending().await,
        Err(error) => tracing::error!(%error, "the embedded server cannot start"),
    }
}

impl PartialEq for Demo {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.server, &other.server)
    }
}
