//! The real client against the real server, over loopback, with emails in a folder.

#![allow(clippy::unwrap_used)]

mod by_code;
mod by_link;
mod commands;
mod lost_responses;
mod plain_contract;
mod rejections;
mod second_factor;
mod self_check;
#[path = "../support/mod.rs"]
mod support;

use support::headless_app::HeadlessApp;
use support::server::TestServer;
use support::server::mailbox::Mail;

/// Ada's app, configured for this server.
async fn app_at(server: &TestServer) -> HeadlessApp {
    HeadlessApp::new(server.running.base_url().as_str(), &server.clock).await
}

/// Waits until all emails were sent, and reads the newest.
async fn newest_mail(server: &TestServer) -> Mail {
    server.running.mail_delivered().await.unwrap();
    server.mailbox.newest()
}

/// A session that was started with the old password.
async fn old_session(server: &TestServer) -> String {
    let response = server.sign_in(support::server::OLD_PASSWORD).await;
    response.body["session"].as_str().unwrap().to_owned()
}
