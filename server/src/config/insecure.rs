//! Settings that work but are insecure. Each is rejected unless `allow_insecure` names it.

use std::path::PathBuf;

use ipnet::IpNet;
use secrecy::ExposeSecret as _;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use url::Url;

use super::{Config, Database};
use crate::domain::urls::{is_loopback, is_loopback_host};

/// Minimum prefix lengths of a trusted network, for IPv4 and IPv6. 10.0.0.0/8 and fc00::/7 are private networks; a network
/// with a shorter prefix contains large parts of the internet.
const MIN_TRUSTED_PREFIX: (u8, u8) = (8, 7);

/// A name that `allow_insecure` can contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum InsecureSetting {
    /// Passwords and tokens are sent over a network without TLS.
    PlainHttp,
    /// The metrics are readable from the network.
    OpenOperations,
    /// Clients can forge their address.
    TrustedEveryone,
    /// All clients look like one, because the server is behind a proxy and does not read their addresses from it.
    NoTrustedProxy,
    /// Response times are not padded.
    UnpaddedResponses,
    /// Recovery emails to one address are not limited.
    NoResendWait,
    /// The database connection crosses a network without TLS.
    UnencryptedDatabase,
    /// Every user of the machine can read a secret file.
    ReadableSecrets,
}

/// A secret file, and the setting that names it.
pub(super) struct SecretFile {
    pub(super) setting: &'static str,
    pub(super) path: PathBuf,
}

/// The insecure settings that are not allowed, each with what to write instead.
pub(super) fn insecure_settings(
    config: &Config,
    secret_files: &[SecretFile],
    allowed: &[InsecureSetting],
) -> Vec<String> {
    let mut errors = network_errors(config);
    if config.limits.resend_after == 0 {
        let text = "`limits.resend_after` is 0: anybody can flood a mailbox. Write 60, or remove the setting";
        errors.push((InsecureSetting::NoResendWait, "no_resend_wait", text.to_owned()));
    }
    if config.limits.answer_after.is_zero() {
        let text = "`limits.answer_after` is 0: the response time can show whether an address has an account. Write 200, or \
                    remove the setting";
        errors.push((InsecureSetting::UnpaddedResponses, "unpadded_responses", text.to_owned()));
    }
    for file in secret_files.iter().filter(|file| is_world_accessible(file)) {
        let (setting, path) = (file.setting, file.path.display());
        let text = format!(
            "every user of this machine can read or change the file of `{setting}`. Run `chmod 600 {path}`"
        );
        errors.push((InsecureSetting::ReadableSecrets, "readable_secrets", text));
    }
    errors.retain(|(setting, ..)| !allowed.contains(setting));
    let with_name = |(_, name, text)| format!("{text}; or accept it with `allow_insecure = [\"{name}\"]`");
    errors.into_iter().map(with_name).collect()
}

fn network_errors(config: &Config) -> Vec<(InsecureSetting, &'static str, String)> {
    let mut errors = Vec::new();
    let (listen, port) = (config.listen, config.listen.port());
    if config.tls.is_none() && !listen.ip().to_canonical().is_loopback() {
        let text = format!(
            "`listen` is {listen} without TLS: passwords would be sent unencrypted. Write \
             \"127.0.0.1:{port}\" and put a TLS proxy in front, or set `[tls]`"
        );
        errors.push((InsecureSetting::PlainHttp, "plain_http", text));
    }
    if let Some(operations) = config.operations_listen.filter(|it| !it.ip().to_canonical().is_loopback()) {
        let text = format!(
            "`operations_listen` is {operations}, which other machines can reach. Write \"127.0.0.1:{}\"",
            operations.port()
        );
        errors.push((InsecureSetting::OpenOperations, "open_operations", text));
    }
    if is_behind_unknown_proxy(config) {
        let text = "`trusted_proxies` is empty, but only a proxy can make this server public: all clients would share one \
                    limit, and anybody could use it up. Write the addresses of your proxies, such as [\"127.0.0.1/32\"]";
        errors.push((InsecureSetting::NoTrustedProxy, "no_trusted_proxy", text.to_owned()));
    }
    if let Some(network) = oversized_network(&config.trusted_proxies) {
        let text = format!(
            "`trusted_proxies` trusts {network}: every machine in it can forge a client's address. Write the \
             addresses of your proxies, such as \"127.0.0.1/32\""
        );
        errors.push((InsecureSetting::TrustedEveryone, "trusted_everyone", text));
    }
    if let Database::Postgres(url) = &config.database
        && is_unencrypted(url.expose_secret())
    {
        let text = "the database is on another host and the connection may be unencrypted. Add `?sslmode=verify-full` to \
                    its URL (and `&sslrootcert=FILE` for your own certificate authority)";
        errors.push((InsecureSetting::UnencryptedDatabase, "unencrypted_database", text.to_owned()));
    }
    errors
}

/// Whether the server is public, listens on loopback without TLS, and trusts no proxy.
fn is_behind_unknown_proxy(config: &Config) -> bool {
    let local = config.tls.is_none() && config.listen.ip().to_canonical().is_loopback();
    let is_public = |origin: &Url| origin.scheme() == "https" && !is_loopback(origin);
    let public = config.public_origin.as_ref().is_some_and(is_public) || is_public(&config.link_base);
    local && public && config.trusted_proxies.is_empty()
}

/// A network that is too large, after adjacent networks have been merged.
fn oversized_network(trusted: &[IpNet]) -> Option<IpNet> {
    let (min_v4, min_v6) = MIN_TRUSTED_PREFIX;
    IpNet::aggregate(&trusted.to_vec()).into_iter().find(|network| match network {
        IpNet::V4(network) => network.prefix_len() < min_v4,
        IpNet::V6(network) => network.prefix_len() < min_v6,
    })
}

/// Whether a connection may cross a network without TLS. A URL that cannot be parsed fails later, when it is used.
fn is_unencrypted(url: &str) -> bool {
    let Ok(options) = url.parse::<PgConnectOptions>() else { return false };
    let host = options.get_host();
    let is_local = options.get_socket().is_some()
        || host.starts_with('/')
        || is_loopback_host(host.trim_start_matches('[').trim_end_matches(']'));
    let encrypted =
        matches!(options.get_ssl_mode(), PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull);
    !is_local && !encrypted
}

#[cfg(unix)]
fn is_world_accessible(file: &SecretFile) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(&file.path).is_ok_and(|metadata| metadata.permissions().mode() & 0o007 != 0)
}

#[cfg(not(unix))]
fn is_world_accessible(_: &SecretFile) -> bool {
    false
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn database_on_another_host_needs_tls() {
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
    fn trusting_the_whole_internet_is_detected_even_in_parts() {
        let wide = |networks: &[&str]| {
            let networks: Vec<IpNet> = networks.iter().map(|network| network.parse().unwrap()).collect();
            oversized_network(&networks).is_some()
        };
        assert!(
            wide(&["0.0.0.0/0"]) && wide(&["::/0"]) && wide(&["127.0.0.1/32", "0.0.0.0/1", "128.0.0.0/1"])
        );
        assert!(wide(&["2000::/3"]) && wide(&["64.0.0.0/4"]));
        assert!(!wide(&[]) && !wide(&["127.0.0.1/32", "10.0.0.0/8", "fc00::/7", "2001:db8::/32"]));
    }
}
