//! The server is killed at random times during recoveries. Afterwards every account has exactly its old or its new
//! password, and every confirmed change is effective.
//!
//! The number of recoveries is in `LATCHKEY_TEST_CRASHES`; `scripts/crash` sets it to 200.

#![allow(clippy::unwrap_used)]

#[path = "support/process.rs"]
mod process;
mod support;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use latchkey_server::{ManualClock, Server, UnixTime};
use process::{ServerProcess, config_file};
use reqwest::Client;
use support::mailbox::Mailbox;
use support::{ApiResponse, OLD_PASSWORD, config_in, start_server};

fn recoveries() -> u64 {
    std::env::var("LATCHKEY_TEST_CRASHES").map_or(12, |count| count.parse().unwrap())
}

/// The time after which a recovery is interrupted: during it or shortly afterwards. It is a different part of the
/// duration of an uninterrupted recovery for each number, and the same in each test run.
fn moment(number: u64, uninterrupted: Duration) -> Duration {
    // Knuth's multiplicative hashing distributes the numbers evenly.
    let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48;
    uninterrupted * 3 * u32::try_from(mixed).unwrap() / 2 / 0x1_0000
}

fn email(number: u64) -> String {
    format!("person{number}@example.org")
}

fn new_password(number: u64) -> String {
    format!("umbrella {number} in the rain")
}

/// How far a recovery got before its server was killed.
struct Progress {
    token: Option<String>,
    changed: bool,
}

async fn post(client: &Client, url: String, fields: &[(&str, &str)], key: &str) -> Option<ApiResponse> {
    let sent = client.post(url).header("Idempotency-Key", key).form(fields).send().await.ok()?;
    let status = sent.status().as_u16();
    let body = serde_json::from_str(&sent.text().await.ok()?).ok()?;
    Some(ApiResponse { status, body })
}

async fn recover(
    client: &Client,
    base: &str,
    mails: &Path,
    number: u64,
    progress: &mut Progress,
) -> Option<()> {
    let response =
        post(client, format!("{base}/account/recovery"), &[("email", &email(number))], "ask").await?;
    response.assert_ok();
    let flow = response.body["flow"].as_str().unwrap().to_owned();
    let token = Mailbox::new(mails.to_owned()).mail_of_flow(&flow).await.token();
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
async fn killed_server_leaves_no_recovery_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let (count, client) = (recoveries(), support::client());
    let before = Server::start(config_in(&folder).await).await.unwrap();
    for number in 0..count {
        before.add_user(&email(number), OLD_PASSWORD).await.unwrap();
    }
    before.shutdown().await;

    let file = config_file(folder.path()).await;
    let mails = folder.path().join("mail");
    let mut confirmed = Vec::new();
    let mut server = ServerProcess::serve(&file);
    let mut progress = Progress { token: None, changed: false };
    let start = Instant::now();
    recover(&client, &server.url(""), &mails, 0, &mut progress).await.unwrap();
    let uninterrupted = start.elapsed();
    confirmed.push(progress.changed);
    for number in 1..count {
        let mut progress = Progress { token: None, changed: false };
        let base = server.url("");
        let recovery = recover(&client, &base, &mails, number, &mut progress);
        // The timeout interrupts the recovery.
        drop(tokio::time::timeout(moment(number, uninterrupted), recovery).await);
        server.kill();
        server = ServerProcess::serve(&file);
        if number % 2 == 0 && progress.token.is_some() {
            // The app repeats a reset whose response was lost. The repetition must succeed.
            set_password(&client, &server.url(""), number, &mut progress).await.unwrap();
        }
        confirmed.push(progress.changed);
    }
    assert!(server.terminate().success());
    verify(&folder, &client, &confirmed).await;
}

/// Starts a last server, at a time when the claims of the killed servers have expired.
async fn verify(folder: &tempfile::TempDir, client: &Client, confirmed: &[bool]) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let clock = Arc::new(ManualClock::at(UnixTime(i64::try_from(now).unwrap() + 200)));
    let mut config = config_in(folder).await;
    config.limits.client_requests = latchkey_server::Limits::MAX_REQUESTS;
    let after = start_server(config, &clock).await;
    after.mail_delivered().await.unwrap();
    let mails = Mailbox::new(folder.path().join("mail")).mails();
    let mut changed_accounts = 0;
    for (number, confirmed) in (0_u64..).zip(confirmed) {
        let mut signed_in = Vec::new();
        for password in [OLD_PASSWORD, &new_password(number)] {
            let url = after.base_url().join("session").unwrap();
            let form = [("email", email(number)), ("password", password.to_owned())];
            signed_in.push(client.post(url).form(&form).send().await.unwrap().status() == 200);
        }
        assert_ne!(signed_in[0], signed_in[1], "{}: exactly one password", email(number));
        let changed = signed_in[1];
        assert!(changed || !confirmed, "{}: what was told is true", email(number));
        let notices = mails
            .iter()
            .filter(|mail| mail.to == email(number) && mail.subject.contains("was changed"))
            .count();
        // A kill after sending a notice and before recording it causes a second copy.
        let expected = if changed { 1..=2 } else { 0..=0 };
        assert!(expected.contains(&notices), "{}: {notices} notices", email(number));
        changed_accounts += usize::from(changed);
    }
    assert!(
        changed_accounts > 1 && confirmed.iter().any(|confirmed| !confirmed),
        "the kills were both before and after the change"
    );
    let rows = support::database::query_scalar(
        folder.path(),
        "SELECT (SELECT count(*) FROM outbox)
              + (SELECT count(*) FROM recoveries WHERE spent_at IS NOT NULL AND superseded_at IS NOT NULL)",
    );
    assert_eq!(rows.await, 0, "all mail is sent, and no recovery is both redeemed and superseded");
    let spent = "SELECT count(*) FROM recoveries WHERE spent_at IS NOT NULL";
    assert_eq!(
        support::database::query_scalar(folder.path(), spent).await,
        i64::try_from(changed_accounts).unwrap()
    );
    after.shutdown().await;
}
