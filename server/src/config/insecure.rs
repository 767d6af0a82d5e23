//! Settings that work but are not safe. Each must be named in `allow_insecure` to be accepted.

use std::path::PathBuf;

use ipnet::IpNet;
use secrecy::ExposeSecret as _;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::Config;
use crate::store::Database;

/// The shortest prefix of a network of proxies: 10.0.0.0/8 and fc00::/7 are private networks. Shorter ones are
/// large parts of the internet.
const SHORTEST_PREFIX: (u8, u8) = (8, 7);

/// What an operator can accept in `allow_insecure`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Insecurity {
    /// Passwords and tokens cross a network without TLS.
    PlainHttp,
    /// Everybody on a network can read the metrics.
    OpenOperations,
    /// Clients say themselves what their address is.
    TrustedEveryone,
    /// Recovery mails for one address follow each other without a pause.
    NoResendWait,
    /// The database is asked over a network without TLS.
    UnencryptedDatabase,
    /// Every user of the machine can read a secret.
    ReadableSecrets,
}

/// A file with a secret, and the setting that names it.
pub(crate) struct SecretFile {
    pub(crate) setting: &'static str,
    pub(crate) path: PathBuf,
}

/// What is not safe and not allowed, each with what to write instead.
pub(crate) fn insecure_settings(
    config: &Config,
    secret_files: &[SecretFile],
    allowed: &[Insecurity],
) -> Vec<String> {
    let mut findings = network_findings(config);
    if config.limits.resend_after == 0 {
        let text = "`limits.resend_after` is 0: anybody can fill a mailbox. Write 60, or leave it out";
        findings.push((Insecurity::NoResendWait, "no_resend_wait", text.to_owned()));
    }
    for file in secret_files.iter().filter(|file| is_open_to_everybody(file)) {
        let (setting, path) = (file.setting, file.path.display());
        let text = format!(
            "every user of this machine can read or change the file of `{setting}`. Run `chmod 600 {path}`"
        );
        findings.push((Insecurity::ReadableSecrets, "readable_secrets", text));
    }
    findings.retain(|(insecurity, ..)| !allowed.contains(insecurity));
    let accepting = |(_, name, text)| format!("{text}; or accept it with `allow_insecure = [\"{name}\"]`");
    findings.into_iter().map(accepting).collect()
}

fn network_findings(config: &Config) -> Vec<(Insecurity, &'static str, String)> {
    let mut findings = Vec::new();
    let (listen, port) = (config.listen, config.listen.port());
    if config.tls.is_none() && !listen.ip().to_canonical().is_loopback() {
        let text = format!(
            "`listen` is {listen} without TLS: passwords would cross the network in the clear. Write \
             \"127.0.0.1:{port}\" and put a TLS proxy in front, or set `[tls]`"
        );
        findings.push((Insecurity::PlainHttp, "plain_http", text));
    }
    if let Some(operations) = config.operations_listen.filter(|it| !it.ip().to_canonical().is_loopback()) {
        let text = format!(
            "`operations_listen` is {operations}, where others can read it too. Write \"127.0.0.1:{}\"",
            operations.port()
        );
        findings.push((Insecurity::OpenOperations, "open_operations", text));
    }
    if let Some(network) = trusted_too_widely(&config.trusted_proxies) {
        let text = format!(
            "`trusted_proxies` trusts {network}: whoever is in it chooses the address that is limited. Write the \
             addresses of your proxies, like \"127.0.0.1/32\""
        );
        findings.push((Insecurity::TrustedEveryone, "trusted_everyone", text));
    }
    if let Database::Postgres(url) = &config.database
        && is_unencrypted(url.expose_secret())
    {
        let text = "the database is on another host and may be asked without TLS. Add `?sslmode=verify-full` to \
                    its URL (and `&sslrootcert=FILE` for an authority of your own)";
        findings.push((Insecurity::UnencryptedDatabase, "unencrypted_database", text.to_owned()));
    }
    findings
}

/// A network, put together from those that are listed, which is too large.
fn trusted_too_widely(trusted: &[IpNet]) -> Option<IpNet> {
    let (shortest_v4, shortest_v6) = SHORTEST_PREFIX;
    IpNet::aggregate(&trusted.to_vec()).into_iter().find(|network| match network {
        IpNet::V4(network) => network.prefix_len() < shortest_v4,
        IpNet::V6(network) => network.prefix_len() < shortest_v6,
    })
}

/// Whether a connection may go over a network without TLS. What cannot be read fails when it is used.
fn is_unencrypted(url: &str) -> bool {
    let Ok(options) = url.parse::<PgConnectOptions>() else { return false };
    let host = options.get_host();
    let is_local = options.get_socket().is_some()
        || host.starts_with('/')
        || super::check::is_loopback_name(host.trim_start_matches('[').trim_end_matches(']'));
    let encrypted =
        matches!(options.get_ssl_mode(), PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull);
    !is_local && !encrypted
}

#[cfg(unix)]
fn is_open_to_everybody(file: &SecretFile) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(&file.path).is_ok_and(|metadata| metadata.permissions().mode() & 0o007 != 0)
}

#[cfg(not(unix))]
fn is_open_to_everybody(_: &SecretFile) -> bool {
    false
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_database_on_another_host_must_be_asked_over_tls() {
        for url in [
            "postgres://latchkey@db.example.org/latchkey",
            "postgres://latchkey@10.0.0.5/latchkey?sslmode=prefer",
            "postgres://latchkey@127.0.0.1/latchkey?host=db.example.org",
            "postgres://latchkey@db.example.org/latchkey?sslmode=disable",
        ] {
            assert!(is_unencrypted(url), "{url}");
        }
        for url in [
            "postgres://latchkey@127.0.0.1/latchkey",
            "postgres://latchkey@localhost/latchkey",
            "postgres://latchkey@[::1]/latchkey",
            "postgres://latchkey@%2Fvar%2Frun%2Fpostgresql/latchkey",
            "postgres:///latchkey?host=/var/run/postgresql",
            "postgres://latchkey@db.example.org/latchkey?sslmode=verify-full",
            "postgres://latchkey@db.example.org/latchkey?sslmode=require",
        ] {
            assert!(!is_unencrypted(url), "{url}");
        }
    }

    #[test]
    fn everything_is_no_proxy_not_even_in_two_halves() {
        let wide = |networks: &[&str]| {
            let networks: Vec<IpNet> = networks.iter().map(|network| network.parse().unwrap()).collect();
            trusted_too_widely(&networks).is_some()
        };
        assert!(
            wide(&["0.0.0.0/0"]) && wide(&["::/0"]) && wide(&["127.0.0.1/32", "0.0.0.0/1", "128.0.0.0/1"])
        );
        assert!(wide(&["2000::/3"]) && wide(&["64.0.0.0/4"]));
        assert!(!wide(&[]) && !wide(&["127.0.0.1/32", "10.0.0.0/8", "fc00::/7", "2001:db8::/32"]));
    }
}
