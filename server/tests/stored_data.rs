//! Stored data: the database, the mail folder, and their use after a restart.

#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::sync::Arc;

use latchkey_server::{AccountError, Database, Server, SystemClock};
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, VERIFIER, config_in};

#[tokio::test]
async fn database_contains_no_usable_secret() {
    // TOK-2, TOK-3, TOK-10
    let server = TestServer::start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    let flow = server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    let (token, code) = (mail.token(), mail.code().unwrap());
    let before_redemption = server.database_contents().await;
    // TOK-3: stored under a keyed MAC with its own salt.
    let keyed = "SELECT count(*) FROM recoveries WHERE length(code_mac) = 32 AND length(code_salt) = 16";
    assert_eq!(support::database::query_scalar(server.folder.path(), keyed).await, 1);
    let proof = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    server.reset_with_key(&proof, NEW_PASSWORD, "a-canary-as-key").await.assert_ok();
    server.mail_delivered().await;

    for bytes in [before_redemption, server.database_contents().await] {
        assert!(bytes.contains(ADA) && bytes.contains(&flow), "the database was read");
        let secrets =
            [token.as_str(), &code, &session, VERIFIER, OLD_PASSWORD, NEW_PASSWORD, "a-canary-as-key"];
        for secret in secrets {
            assert!(!bytes.contains(secret), "{secret}");
        }
        let printed_code = format!("{} {}", &code[..4], &code[4..]);
        assert!(!bytes.contains(&printed_code));
    }
}

#[tokio::test]
async fn address_without_account_is_not_stored() {
    let server = TestServer::start().await;
    server.request_recovery("somebody.else@example.net").await;
    assert!(!server.database_contents().await.contains("somebody.else"));
    assert!(server.mailbox.files().is_empty());
}

#[tokio::test]
async fn mails_are_complete_multipart_messages_in_order() {
    let server = TestServer::start().await;
    for _ in 0..3 {
        server.request_recovery(ADA).await;
        server.clock.advance(300);
    }
    let (mails, mut seen) = (server.mailbox.mails(), Vec::new());
    for mail in &mails {
        assert_eq!(mail.content_type, "multipart/alternative");
        assert_eq!(mail.subject, "Reset your Latchkey password");
        assert!(mail.text.contains("60 minutes") && mail.text.contains("help@latchkey.example"));
        assert!(mail.html.contains("lang=\"en\"") && mail.html.contains("color-scheme"));
        assert!(mail.html.contains(&mail.token()));
        seen.push(mail.token());
    }
    assert_eq!(seen.len(), 3);
    server.check(&[("token", &seen[2])]).await.assert_ok();
    let names: Vec<_> = std::fs::read_dir(server.folder.path().join("mail")).unwrap().collect();
    assert_eq!(names.len(), 3, "no temporary file is left");
}

#[tokio::test]
async fn configured_text_is_escaped_in_html() {
    let server = TestServer::start_with(|config| config.product.support = "<b>\"us\" & co</b>".into()).await;
    server.request_recovery(ADA).await;
    let mail = server.mailbox.newest();
    assert!(!mail.html.contains("<b>") && mail.html.contains("&#60;b&#62;"), "{}", mail.html);
    assert!(mail.text.contains("<b>\"us\" & co</b>"));
}

#[cfg(unix)]
#[tokio::test]
async fn mail_files_are_readable_by_the_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = TestServer::start().await;
    server.request_recovery(ADA).await;
    let file = server.mailbox.files().remove(0);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
}

#[tokio::test]
async fn mail_that_cannot_be_written_is_retried() {
    let server = TestServer::start().await;
    let folder = server.folder.path().join("mail");
    // A file in place of the folder makes delivery fail.
    std::fs::write(&folder, "").unwrap();
    server.request_recovery(ADA).await;
    std::fs::remove_file(&folder).unwrap();
    server.mail_delivered().await;
    assert!(server.mailbox.files().is_empty(), "the retry is delayed");
    server.clock.advance(15);
    server.mail_delivered().await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn accounts_and_mail_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let first = Server::start_with_clock(config_in(&folder).await, Arc::new(SystemClock)).await.unwrap();
    first.add_user(ADA, OLD_PASSWORD).await.unwrap();
    let client = support::client();
    let url = first.base_url().join("account/recovery").unwrap();
    assert_eq!(client.post(url).form(&[("email", ADA)]).send().await.unwrap().status(), 200);
    first.shutdown().await;
    let mail = support::mailbox::Mailbox::new(folder.path().join("mail")).newest();

    let second = Server::start(config_in(&folder).await).await.unwrap();
    assert!(matches!(
        second.add_user("ada@Example.ORG", OLD_PASSWORD).await,
        Err(AccountError::AlreadyExists)
    ));
    let url = second.base_url().join("account/reset-password").unwrap();
    let form = [("token", mail.token()), ("new_password", NEW_PASSWORD.to_owned())];
    assert_eq!(client.post(url).form(&form).send().await.unwrap().status(), 200);
    second.shutdown().await;
}

#[tokio::test]
async fn in_memory_database_creates_no_file() {
    let server = TestServer::start_with(|config| config.database = Database::Memory).await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    assert!(!support::database::file(server.folder.path()).exists());
}

#[cfg(unix)]
#[tokio::test]
async fn every_file_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    for name in ["new.db", "old.db"] {
        let database = folder.path().join(name);
        if name == "old.db" {
            // In an earlier version SQLite created the file.
            std::fs::write(&database, "").unwrap();
            std::fs::set_permissions(&database, std::fs::Permissions::from_mode(0o644)).unwrap();
        }
        let server = TestServer::start_with(|config| {
            config.database = Database::File(database);
            config.audit_file = Some(folder.path().join("audit.jsonl"));
        })
        .await;
        server.request_recovery(ADA).await;
        let mut names = Vec::new();
        for folder in [folder.path(), &server.folder.path().join("mail")] {
            for entry in std::fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
                names.push(entry.file_name().into_string().unwrap());
                assert!(matches!(mode, 0o600 | 0o640), "{names:?} {mode:o}");
                assert!(mode == 0o600 || names.last().unwrap().starts_with("old"), "{names:?} {mode:o}");
            }
        }
        for ending in [".db", ".db-wal", ".db-shm", ".jsonl", ".eml"] {
            assert!(names.iter().any(|name| name.ends_with(ending)), "{ending} in {names:?}");
        }
    }
}
