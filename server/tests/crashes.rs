//! The server is killed at random moments of recoveries. Afterwards every account has exactly its old or its new
//! password, and what was promised was done.
//!
//! The number of recoveries comes from `LATCHKEY_TEST_CRASHES`; `scripts/crash` asks for 200.

#![allow(clippy::unwrap_used)]

#[path = "support/program.rs"]
mod program;
mod support;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use latchkey_server::{ManualClock, Server, UnixTime};
use program::{Program, config_file};
use reqwest::Client;
use support::mailbox::Mailbox;
use support::{Answer, OLD_PASSWORD, config_in};

fn recoveries() -> u64 {
    std::env::var("LATCHKEY_TEST_CRASHES").map_or(12, |count| count.parse().unwrap())
}

/// When a recovery is cut off: at any moment of it and a while after it. The moments differ from run to run of the loop,
/// but, as parts of what an undisturbed recovery takes, not from run to run of the test.
fn moment(number: u64, undisturbed: Duration) -> Duration {
    // Knuth's multiplicative hashing spreads the numbers evenly.
    let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48;
    undisturbed * 3 * u32::try_from(mixed).unwrap() / 2 / 0x1_0000
}

fn email(number: u64) -> String {
    format!("person{number}@example.org")
}

fn new_password(number: u64) -> String {
    format!("umbrella {number} in the rain")
}

/// How far a recovery came before its server was gone.
struct Progress {
    token: Option<String>,
    changed: bool,
}

async fn post(client: &Client, url: String, fields: &[(&str, &str)], key: &str) -> Option<Answer> {
    let sent = client.post(url).header("Idempotency-Key", key).form(fields).send().await.ok()?;
    let status = sent.status().as_u16();
    let body = serde_json::from_str(&sent.text().await.ok()?).ok()?;
    Some(Answer { status, body })
}

async fn recover(
    client: &Client,
    base: &str,
    mails: &Path,
    number: u64,
    progress: &mut Progress,
) -> Option<()> {
    let asked = post(client, format!("{base}/account/recovery"), &[("email", &email(number))], "ask").await?;
    asked.assert_ok();
    let flow = asked.body["flow"].as_str().unwrap().to_owned();
    let token = Mailbox::new(mails.to_owned()).of_flow(&flow).await.token();
    progress.token = Some(token);
    set_password(client, base, number, progress).await
}

async fn set_password(client: &Client, base: &str, number: u64, progress: &mut Progress) -> Option<()> {
    let (token, password) = (progress.token.clone()?, new_password(number));
    let fields = [("token", token.as_str()), ("new_password", &password)];
    let key = format!("key-{number}");
    post(client, format!("{base}/account/reset-password"), &fields, &key).await?.assert_ok();
    progress.changed = true;
    Some(())
}

#[tokio::test]
async fn a_server_that_is_killed_leaves_no_recovery_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let (count, client) = (recoveries(), support::client());
    let before = Server::start(config_in(&folder).await).await.unwrap();
    for number in 0..count {
        before.add_user(&email(number), OLD_PASSWORD).await.unwrap();
    }
    before.shutdown().await;

    let file = config_file(folder.path()).await;
    let mails = folder.path().join("mail");
    let mut told = Vec::new();
    let mut server = Program::serve(&file);
    let mut progress = Progress { token: None, changed: false };
    let began = Instant::now();
    recover(&client, &server.url(""), &mails, 0, &mut progress).await.unwrap();
    let undisturbed = began.elapsed();
    told.push(progress.changed);
    for number in 1..count {
        let mut progress = Progress { token: None, changed: false };
        let base = server.url("");
        let recovery = recover(&client, &base, &mails, number, &mut progress);
        // The kill: whatever the recovery is at by then is cut off.
        drop(tokio::time::timeout(moment(number, undisturbed), recovery).await);
        server.kill();
        server = Program::serve(&file);
        if number % 2 == 0 && progress.token.is_some() {
            // The app repeats a reset whose answer was lost; it must be told of success.
            set_password(&client, &server.url(""), number, &mut progress).await.unwrap();
        }
        told.push(progress.changed);
    }
    assert!(server.terminate().success());
    verify(&folder, &client, &told).await;
}

/// Runs a last server, at a time when the claims of the killed ones have ended.
async fn verify(folder: &tempfile::TempDir, client: &Client, told: &[bool]) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let clock = Arc::new(ManualClock::at(UnixTime(i64::try_from(now).unwrap() + 200)));
    let mut config = config_in(folder).await;
    config.limits.client_requests = latchkey_server::Limits::MAX_REQUESTS;
    let after = Server::start_with_clock(config, clock).await.unwrap();
    after.mail_delivered().await.unwrap();
    let mails = Mailbox::new(folder.path().join("mail")).mails();
    let mut changed_accounts = 0;
    for (number, told) in (0_u64..).zip(told) {
        let mut signed_in = Vec::new();
        for password in [OLD_PASSWORD, &new_password(number)] {
            let url = after.base_url().join("session").unwrap();
            let form = [("email", email(number)), ("password", password.to_owned())];
            signed_in.push(client.post(url).form(&form).send().await.unwrap().status() == 200);
        }
        assert_ne!(signed_in[0], signed_in[1], "{}: exactly one password", email(number));
        let changed = signed_in[1];
        assert!(changed || !told, "{}: what was told is true", email(number));
        let notices = mails
            .iter()
            .filter(|mail| mail.to == email(number) && mail.subject.contains("was changed"))
            .count();
        // A kill between the sending and the note of it makes a second copy.
        let expected = if changed { 1..=2 } else { 0..=0 };
        assert!(expected.contains(&notices), "{}: {notices} notices", email(number));
        changed_accounts += usize::from(changed);
    }
    assert!(
        changed_accounts > 1 && told.iter().any(|told| !told),
        "the kills hit on both sides of the change"
    );
    let rows = support::database::count(
        folder.path(),
        "SELECT (SELECT count(*) FROM outbox)
              + (SELECT count(*) FROM recoveries WHERE spent_at IS NOT NULL AND superseded_at IS NOT NULL)",
    );
    assert_eq!(rows.await, 0, "all mail is sent, and nothing is both spent and ended unused");
    let spent = "SELECT count(*) FROM recoveries WHERE spent_at IS NOT NULL";
    assert_eq!(
        support::database::count(folder.path(), spent).await,
        i64::try_from(changed_accounts).unwrap()
    );
    after.shutdown().await;
}
