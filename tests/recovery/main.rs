//! Stories of a recovery: the real client against the real server, over loopback, with mail in a folder.

#![allow(clippy::unwrap_used)]

mod by_code;
mod by_link;
mod lost_answers;
mod plain;
mod refusals;
mod second_factor;
mod self_check;
#[path = "../support/mod.rs"]
mod support;

use support::device::Device;
use support::server::TestServer;
use support::server::mailbox::Mail;

/// What Ada uses on this server.
async fn device_at(server: &TestServer) -> Device {
    Device::new(server.running.base_url().as_str(), &server.clock).await
}

/// Waits until the mail is out, and reads it.
async fn newest_mail(server: &TestServer) -> Mail {
    server.running.mail_delivered().await.unwrap();
    server.mailbox.newest()
}

/// A session from before, as somebody has who knows the old password.
async fn old_session(server: &TestServer) -> String {
    let answer = server.sign_in(support::server::OLD_PASSWORD).await;
    answer.body["session"].as_str().unwrap().to_owned()
}
