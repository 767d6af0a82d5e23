//! The program, as an operator runs it.

#![cfg(unix)] // sends SIGTERM
#![allow(clippy::unwrap_used)]

#[path = "support/process.rs"]
mod process;
mod support;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use process::{ServerProcess, config_file, private_file, server_command};
use support::{ADA, OLD_PASSWORD};

fn add_user(config: &Path, password: &str) -> Output {
    let mut child = server_command(config).args(["user", "add", ADA]).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
    child.wait_with_output().unwrap()
}

#[tokio::test]
async fn added_account_can_sign_in_until_the_server_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    assert!(add_user(&config, OLD_PASSWORD).status.success());
    let repeated = add_user(&config, OLD_PASSWORD);
    assert!(!repeated.status.success());
    assert!(String::from_utf8(repeated.stderr).unwrap().contains("already an account with this address"));

    let served = ServerProcess::serve(&config);
    let form = [("email", ADA), ("password", OLD_PASSWORD)];
    let signed_in = support::client().post(served.url("/session")).form(&form).send().await.unwrap();
    assert_eq!(signed_in.status(), 200);
    assert!(served.terminate().success());
}

#[tokio::test]
async fn weak_password_is_rejected_with_reasons() {
    let folder = tempfile::tempdir().unwrap();
    let rejected = add_user(&config_file(folder.path()).await, "passwordpassword");
    assert!(!rejected.status.success());
    assert!(String::from_utf8(rejected.stderr).unwrap().contains("Common"));
}

#[tokio::test]
async fn unknown_setting_is_reported_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    let text = std::fs::read_to_string(&config).unwrap().replace("database =", "databse =");
    std::fs::write(&config, text).unwrap();
    let rejected = server_command(&config).arg("serve").output().unwrap();
    assert!(!rejected.status.success());
    let message = String::from_utf8(rejected.stderr).unwrap();
    assert!(
        message.contains("server.toml") && message.contains("line 2") && message.contains("databse"),
        "{message}"
    );
}

#[test]
fn help_lists_the_settings() {
    let help = Command::new(env!("CARGO_BIN_EXE_latchkey-server")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for setting in [
        "link_base",
        "password_file",
        "resend_after",
        "min_length",
        "LATCHKEY_SERVER_DATABASE",
        "serve",
        "user",
    ] {
        assert!(help.contains(setting), "{setting}");
    }
}

fn run(config: &Path, arguments: &[&str]) -> (bool, String, String) {
    let output = server_command(config).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[tokio::test]
async fn accounts_can_be_listed_extended_frozen_and_enrolled() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    add_user(&config, OLD_PASSWORD);
    assert!(run(&config, &["user", "add", "ada@work.example", "--to", ADA]).0);
    let (_, listed, _) = run(&config, &["user", "list"]);
    assert_eq!(
        listed,
        format!("1\t{ADA}\tin use\tpassword only\n1\tada@work.example\tin use\tpassword only\n")
    );
    let (enrolled, _, error) = run(&config, &["user", "mfa", ADA]);
    assert!(!enrolled && error.contains("pepper_file"), "{error}");
    let pepper = folder.path().join("pepper");
    private_file(&pepper, "a pepper of more than thirty-two bytes\n");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, format!("{text}[passwords]\npepper_file = '{}'\n", pepper.display())).unwrap();
    let (enrolled, link, _) = run(&config, &["user", "mfa", ADA]);
    assert!(enrolled && link.starts_with("otpauth://totp/Latchkey:"), "{link}");
    assert!(run(&config, &["user", "freeze", ADA]).0);
    assert!(run(&config, &["user", "list"]).1.contains("frozen\tsecond factor"));
    assert!(run(&config, &["user", "mfa", ADA, "--remove"]).0);
    assert!(run(&config, &["user", "list"]).1.contains("frozen\tpassword only"));
    assert!(!run(&config, &["user", "freeze", "nobody@example.org"]).0);
}

#[tokio::test]
async fn recovery_start_mail_test_and_prune_work() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    add_user(&config, OLD_PASSWORD);
    assert!(run(&config, &["recovery", "start", ADA]).0);
    assert!(run(&config, &["mail", "test", ADA]).0);
    assert_eq!(run(&config, &["prune"]).1, "deleted 0 expired recoveries\n");
    let mailbox = support::mailbox::Mailbox::new(folder.path().join("mail"));
    assert_eq!(mailbox.newest().subject, "Test email of Latchkey");
    // A server that is started later sends the queued recovery email.
    assert!(ServerProcess::serve(&config).terminate().success());
    assert!(mailbox.mails().iter().any(|mail| mail.subject == "Reset your Latchkey password"));
}

#[tokio::test]
async fn check_config_rejects_a_loopback_origin_and_mail_to_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    let text = std::fs::read_to_string(&config).unwrap();
    let check = |text: String| {
        std::fs::write(&config, text).unwrap();
        run(&config, &["check-config"])
    };
    let (fit, _, error) = check(text.clone());
    assert!(!fit && error.contains("the public origin is this machine"), "{error}");
    assert!(check(format!("demo = true\n{text}")).0);
    let (fit, _, error) = check(format!("demo = true\nweb_app = 'no-such-folder'\n{text}"));
    assert!(!fit && error.contains("no-such-folder"), "{error}");
    let public = format!("public_origin = 'https://account.example.org'\n{text}");
    let (fit, _, error) = check(public.clone());
    assert!(!fit && error.contains("not sent to anybody"), "{error}");
    let directory = format!("directory = '{}/mail'", folder.path().display());
    let smtp = "smtp = { host = 'mail.example.org', tls = 'starttls' }";
    let delivered = public.replace(&directory, smtp);
    assert!(check(format!("trusted_proxies = ['127.0.0.1/32']\n{delivered}")).0);
    let (fit, _, error) = check(public.replace("https://", "http://"));
    assert!(!fit && error.contains("must be https"), "{error}");
}

#[tokio::test]
async fn every_command_is_audited_with_its_outcome() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    let audit = folder.path().join("audit.jsonl");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, format!("audit_file = '{}'\n{text}", audit.display())).unwrap();
    add_user(&config, OLD_PASSWORD);
    add_user(&config, OLD_PASSWORD);
    let unknown = "nobody@example.org";
    for arguments in [
        &["user", "add", "ada@work.example", "--to", ADA][..],
        &["user", "add", "ada@work.example", "--to", ADA],
        // Without a pepper, nothing is enrolled.
        &["user", "mfa", ADA],
        &["user", "mfa", ADA, "--remove"],
        &["user", "mfa", unknown, "--remove"],
        &["user", "freeze", ADA],
        &["user", "freeze", unknown],
        &["recovery", "start", ADA],
        &["recovery", "start", unknown],
        &["mail", "test", ADA],
        &["mail", "test", unknown.trim_end_matches(".org").trim_end_matches("example")],
        &["prune"],
        &["user", "list"],
    ] {
        run(&config, arguments);
    }
    let audit_log = std::fs::read_to_string(audit).unwrap();
    let lines: Vec<(String, Option<i64>)> = audit_log
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|line| line["event"] == "operator")
        .map(|line| (line["outcome"].as_str().unwrap().to_owned(), line["account"].as_i64()))
        .collect();
    let expected = [
        ("account_added", Some(1)),
        ("account_add_failed", Some(1)),
        ("address_added", Some(1)),
        ("address_add_failed", Some(1)),
        ("second_factor_enrol_failed", Some(1)),
        ("second_factor_removed", Some(1)),
        ("second_factor_remove_failed", None),
        ("account_frozen", Some(1)),
        ("account_freeze_failed", None),
        ("recovery_started", Some(1)),
        ("recovery_start_failed", None),
        ("test_mail_sent", None),
        ("test_mail_failed", None),
        ("pruned", None),
    ];
    let lines: Vec<(&str, Option<i64>)> =
        lines.iter().map(|(outcome, account)| (outcome.as_str(), *account)).collect();
    assert_eq!(lines, expected);
    assert!(!audit_log.contains("example.org") && !audit_log.contains(OLD_PASSWORD), "{audit_log}");
}

#[tokio::test]
async fn insecure_settings_are_rejected_with_alternatives() {
    let folder = tempfile::tempdir().unwrap();
    let pepper = folder.path().join("pepper");
    std::fs::write(&pepper, "a pepper of more than thirty-two bytes").unwrap();
    let config = folder.path().join("server.toml");
    let write = |allowed: &[&str]| {
        let text = format!(
            "listen = '0.0.0.0:0'\noperations_listen = '0.0.0.0:0'\ntrusted_proxies = ['0.0.0.0/0']\n\
             database = 'postgres://latchkey:canary@db.example.org/latchkey'\n\
             link_base = 'https://account.example.org/reset-password'\nallow_insecure = {allowed:?}\n\
             limits = {{ resend_after = 0, answer_after = 0 }}\npasswords = {{ pepper_file = '{}' }}\n\
             product = {{ name = 'Example', support = 'help', sender = 'no-reply@example.org' }}\n\
             mail.smtp = {{ host = 'smtp.example.org', tls = 'starttls' }}\n",
            pepper.display()
        );
        std::fs::write(&config, text).unwrap();
    };
    let findings = [
        ("plain_http", "put a TLS proxy in front"),
        ("open_operations", "Write \"127.0.0.1:"),
        ("trusted_everyone", "the addresses of your proxies"),
        ("no_resend_wait", "Write 60"),
        ("unpadded_responses", "Write 200"),
        ("unencrypted_database", "sslmode=verify-full"),
        ("readable_secrets", "chmod 600"),
    ];
    let names = findings.map(|(name, _)| name);
    // All errors are reported together, each once.
    write(&[]);
    for command in ["check-config", "serve", "prune"] {
        let (fit, _, error) = run(&config, &[command]);
        assert!(!fit && error.contains("8 settings must be changed"), "{error}");
        for (name, instead) in findings {
            assert!(error.contains(&format!("allow_insecure = [\"{name}\"]")), "{name}: {error}");
            assert!(error.contains(instead), "{instead}: {error}");
        }
        assert!(error.contains("the file of `database`") && !error.contains("canary"), "{error}");
    }
    // Each setting is accepted by its own name only.
    for left_out in names {
        write(&names.into_iter().filter(|name| *name != left_out).collect::<Vec<_>>());
        let (fit, _, error) = run(&config, &["check-config"]);
        assert!(!fit && error.contains(left_out), "{left_out}: {error}");
        assert!(names.iter().filter(|name| error.contains(*name)).count() == 1, "{error}");
    }
    write(&names);
    assert!(run(&config, &["check-config"]).0);
    write(&["everything"]);
    let (fit, _, error) = run(&config, &["check-config"]);
    assert!(!fit && error.contains("unknown variant `everything`, expected one of `plain_http`"), "{error}");
    let (_, help, _) = run(&config, &["--help"]);
    assert!(names.iter().all(|name| help.contains(name)), "{help}");
}

#[tokio::test]
async fn public_server_behind_a_proxy_needs_trusted_proxies() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("server.toml");
    let check = |listen: &str, link_base: &str, more: &str| {
        let text = format!(
            "listen = '{listen}'\ndatabase = 'latchkey.db'\nlink_base = '{link_base}'\n{more}\n\
             product = {{ name = 'Example', support = 'help', sender = 'no-reply@example.org' }}\n\
             mail.smtp = {{ host = 'smtp.example.org', tls = 'starttls' }}\n"
        );
        std::fs::write(&config, text).unwrap();
        run(&config, &["check-config"])
    };
    let public = "https://account.example.org/reset-password";
    let origin = "public_origin = 'https://account.example.org'";
    for (link_base, more) in [(public, ""), ("org.example:/reset-password", origin)] {
        let (fit, _, error) = check("127.0.0.1:0", link_base, more);
        assert!(!fit && error.contains("allow_insecure = [\"no_trusted_proxy\"]"), "{error}");
        let proxied = format!("{more}\ntrusted_proxies = ['127.0.0.1/32']");
        let (fit, _, error) = check("127.0.0.1:0", link_base, &proxied);
        assert!(fit, "{error}");
    }
}

#[tokio::test]
async fn ineffective_limits_are_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    let text = std::fs::read_to_string(&config).unwrap();
    for (old, new) in [
        ("client_requests = 100000", "client_requests = 4000000000"),
        (", connections = 16000", ", connections = 4000000000"),
        (", connections = 16000", ", connections = 15999"),
    ] {
        assert!(text.contains(old));
        std::fs::write(&config, text.replace(old, new)).unwrap();
        let (_, _, error) = run(&config, &["check-config"]);
        assert!(error.contains("must be at most"), "{new}: {error}");
    }
}

#[tokio::test]
async fn all_errors_of_a_configuration_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_file(folder.path()).await;
    let text = std::fs::read_to_string(&config).unwrap();
    let text = text.replace("name = 'Latchkey'", "name = ''").replace("no-reply@", "no-reply");
    std::fs::write(&config, text.replace("client_requests = 100000", "client_requests = 0")).unwrap();
    let (_, _, error) = run(&config, &["check-config"]);
    for fault in [
        "`product.name`",
        "`product.sender` must be",
        "at least one request",
        "this machine",
        "not sent to anybody",
    ] {
        assert!(error.contains(fault), "{fault}: {error}");
    }
}
