//! The configuration file, and how it becomes a [`Config`].
//!
//! What the command line or the environment says goes before what the file says. Unknown keys are refused.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ipnet::IpNet;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use url::Url;
use zeroize::Zeroizing;

use crate::config::{
    Apps, Binding, Config, ConfigError, ForwardedHeader, Insecurity, Limits, Mail, Product, SecretFile, Smtp,
    SmtpTls, TlsFiles, insecure_settings,
};
use crate::passwords::{HashingCost, PasswordPolicy, Pepper};
use crate::store::Database;

/// Why the settings do not make a configuration.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A file that is named cannot be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not TOML, or has a key or a value that does not belong there.
    #[error("{path}: {source}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where, and what was expected.
        source: Box<toml::de::Error>,
    },
    /// A setting that has no default is set nowhere.
    #[error("`{0}` is not set; see --help")]
    Missing(&'static str),
    /// The settings do not fit together.
    #[error(transparent)]
    Config(#[from] ConfigError),
}

/// The settings as they are written; what is absent may come from elsewhere.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    pub(crate) listen: Option<SocketAddr>,
    /// A file, or `postgres://…`.
    pub(crate) database: Option<SecretString>,
    database_password_file: Option<PathBuf>,
    pub(crate) link_base: Option<Url>,
    public_origin: Option<Url>,
    #[serde(default)]
    binding: Binding,
    audit_file: Option<PathBuf>,
    web_app: Option<PathBuf>,
    #[serde(default)]
    trusted_proxies: Vec<IpNet>,
    #[serde(default)]
    forwarded_header: ForwardedHeader,
    operations_listen: Option<SocketAddr>,
    tls: Option<TlsFiles>,
    #[serde(default)]
    apps: Apps,
    /// Not for real users: a loopback origin is not a mistake.
    #[serde(default)]
    demo: bool,
    #[serde(default)]
    allow_insecure: Vec<Insecurity>,
    #[serde(default)]
    product: ProductSettings,
    #[serde(default)]
    mail: MailSettings,
    #[serde(default)]
    limits: LimitSettings,
    #[serde(default)]
    passwords: PasswordSettings,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProductSettings {
    name: Option<String>,
    support: Option<String>,
    sender: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct MailSettings {
    directory: Option<PathBuf>,
    smtp: Option<SmtpSettings>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SmtpSettings {
    host: String,
    port: Option<u16>,
    tls: SmtpTls,
    user: Option<String>,
    password_file: Option<PathBuf>,
    ca_file: Option<PathBuf>,
    ehlo_name: Option<String>,
    /// Seconds.
    timeout: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitSettings {
    resend_after: Option<u32>,
    client_requests: Option<u32>,
    client_window: Option<u32>,
    /// Milliseconds.
    answer_after: Option<u64>,
    /// Seconds.
    request_within: Option<u64>,
    connections: Option<u32>,
    client_connections: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordSettings {
    min_length: Option<usize>,
    #[serde(default)]
    second_factor_in_place: bool,
    argon2_memory_kib: Option<u32>,
    argon2_passes: Option<u32>,
    argon2_lanes: Option<u32>,
    pepper_file: Option<PathBuf>,
    /// Replaced ones, the newest first.
    #[serde(default)]
    old_pepper_files: Vec<PathBuf>,
    breaches: Option<Url>,
}

impl Settings {
    /// Reads a file.
    pub(crate) fn read(path: &Path) -> Result<Self, SettingsError> {
        let text = read_file(path)?;
        toml::from_str(&text)
            .map_err(|source| SettingsError::Malformed { path: path.to_owned(), source: Box::new(source) })
    }

    /// Sends mail into a folder, whatever the file says.
    pub(crate) fn mail_into(&mut self, directory: PathBuf) {
        self.mail = MailSettings { directory: Some(directory), smtp: None };
    }

    /// The configuration that these settings mean, and what is wrong with it.
    pub(crate) fn read_config(self) -> Result<Draft, SettingsError> {
        let (secret_files, allow_insecure, demo) =
            (self.secret_files(), self.allow_insecure.clone(), self.demo);
        let config = self.into_config()?;
        let mut findings = config.findings();
        findings.extend(insecure_settings(&config, &secret_files, &allow_insecure));
        Ok(Draft { config, demo, findings })
    }

    /// The files that nobody else may read.
    fn secret_files(&self) -> Vec<SecretFile> {
        let smtp = self.mail.smtp.as_ref().and_then(|smtp| smtp.password_file.as_ref());
        let files = [
            ("database_password_file", self.database_password_file.as_ref()),
            ("tls.key", self.tls.as_ref().map(|tls| &tls.key)),
            ("mail.smtp.password_file", smtp),
            ("passwords.pepper_file", self.passwords.pepper_file.as_ref()),
        ];
        let older =
            self.passwords.old_pepper_files.iter().map(|path| ("passwords.old_pepper_files", Some(path)));
        let named =
            files.into_iter().chain(older).filter_map(|(setting, path)| Some((setting, path?.clone())));
        named.map(|(setting, path)| SecretFile { setting, path }).collect()
    }

    fn into_config(self) -> Result<Config, SettingsError> {
        let product = Product {
            name: self.product.name.ok_or(SettingsError::Missing("product.name"))?,
            support: self.product.support.ok_or(SettingsError::Missing("product.support"))?,
            sender: self.product.sender.ok_or(SettingsError::Missing("product.sender"))?,
        };
        let passwords = self.passwords;
        let (cost, policy) = (HashingCost::default(), PasswordPolicy::default());
        Ok(Config {
            listen: self.listen.ok_or(SettingsError::Missing("listen"))?,
            database: database(
                self.database.ok_or(SettingsError::Missing("database"))?,
                self.database_password_file,
            )?,
            mail: self.mail.into_mail()?,
            link_base: self.link_base.ok_or(SettingsError::Missing("link_base"))?,
            product,
            limits: self.limits.into_limits(),
            policy: PasswordPolicy {
                min_length: passwords.min_length.unwrap_or(policy.min_length),
                second_factor_in_place: passwords.second_factor_in_place,
            },
            public_origin: self.public_origin,
            binding: self.binding,
            hashing: HashingCost {
                memory_kib: passwords.argon2_memory_kib.unwrap_or(cost.memory_kib),
                passes: passwords.argon2_passes.unwrap_or(cost.passes),
                lanes: passwords.argon2_lanes.unwrap_or(cost.lanes),
            },
            pepper: read_peppers(passwords.pepper_file.as_deref(), &passwords.old_pepper_files)?,
            breaches: passwords.breaches,
            web_app: self.web_app,
            audit_file: self.audit_file,
            trusted_proxies: self.trusted_proxies,
            forwarded_header: self.forwarded_header,
            operations_listen: self.operations_listen,
            tls: self.tls,
            apps: self.apps,
        })
    }
}

/// A configuration that was read, with all that is wrong with it.
pub(crate) struct Draft {
    pub(crate) config: Config,
    /// Whether it is only for a demonstration.
    pub(crate) demo: bool,
    pub(crate) findings: Vec<String>,
}

impl Draft {
    /// The configuration, if nothing is wrong with it.
    pub(crate) fn checked(self) -> Result<Config, ConfigError> {
        ConfigError::check(self.findings)?;
        Ok(self.config)
    }
}

impl LimitSettings {
    fn into_limits(self) -> Limits {
        let default = Limits::default();
        Limits {
            resend_after: self.resend_after.unwrap_or(default.resend_after),
            client_requests: self.client_requests.unwrap_or(default.client_requests),
            client_window: self.client_window.unwrap_or(default.client_window),
            answer_after: self.answer_after.map_or(default.answer_after, Duration::from_millis),
            request_within: self.request_within.map_or(default.request_within, Duration::from_secs),
            connections: self.connections.unwrap_or(default.connections),
            client_connections: self.client_connections.unwrap_or(default.client_connections),
        }
    }
}

fn read_peppers(newest: Option<&Path>, older: &[PathBuf]) -> Result<Option<Pepper>, SettingsError> {
    let Some(newest) = newest else {
        return match older {
            [] => Ok(None),
            _ => {
                Err(ConfigError::new("`passwords.old_pepper_files` needs a new one as `pepper_file`").into())
            }
        };
    };
    let mut pepper = Pepper::new(read_file(newest)?.as_bytes())?;
    for path in older {
        pepper = pepper.with_older(read_file(path)?.as_bytes())?;
    }
    Ok(Some(pepper))
}

impl MailSettings {
    fn into_mail(self) -> Result<Mail, SettingsError> {
        match (self.directory, self.smtp) {
            (Some(directory), None) => Ok(Mail::Directory(directory)),
            (None, Some(smtp)) => smtp.into_mail(),
            (Some(_), Some(_)) => {
                Err(ConfigError::new("mail goes either into a directory or to an SMTP server").into())
            }
            (None, None) => Err(SettingsError::Missing("mail.directory` or `mail.smtp")),
        }
    }
}

impl SmtpSettings {
    fn into_mail(self) -> Result<Mail, SettingsError> {
        let credentials = match (self.user, self.password_file) {
            (Some(user), Some(path)) => Some((user, SecretString::from(first_line(&read_file(&path)?)))),
            (None, None) => None,
            _ => {
                return Err(
                    ConfigError::new("an SMTP user needs a password_file, and the other way round").into()
                );
            }
        };
        Ok(Mail::Smtp(Smtp {
            host: self.host,
            port: self.port,
            tls: self.tls,
            credentials,
            ca_file: self.ca_file,
            ehlo_name: self.ehlo_name,
            timeout: self.timeout.map_or(Smtp::TIMEOUT, Duration::from_secs),
        }))
    }
}

fn database(setting: SecretString, password_file: Option<PathBuf>) -> Result<Database, SettingsError> {
    let text = setting.expose_secret();
    if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
        return match password_file {
            None => Ok(Database::File(text.into())),
            Some(_) => Err(ConfigError::new("only a PostgreSQL database has a password_file").into()),
        };
    }
    let Some(path) = password_file else { return Ok(Database::Postgres(setting)) };
    let invalid = || ConfigError::new("the database must be a file or postgres://USER@HOST/NAME");
    let mut url = Url::parse(text).map_err(|_| invalid())?;
    url.set_password(Some(first_line(&read_file(&path)?))).map_err(|()| invalid())?;
    Ok(Database::Postgres(String::from(url).into()))
}

/// The file's text, wiped from memory after use.
pub(crate) fn read_file(path: &Path) -> Result<Zeroizing<String>, SettingsError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| SettingsError::Unreadable { path: path.to_owned(), source })?;
    Ok(text.into())
}

/// A secret file's first line: editors end files with a line feed that is not part of the password.
pub(crate) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"
        listen = "127.0.0.1:8400"
        database = "latchkey.db"
        link_base = "https://account.example.org/reset-password"
        [product]
        name = "Example"
        support = "help@example.org"
        sender = "no-reply@example.org"
        [mail]
        directory = "mail"
    "#;

    fn config(text: &str) -> Result<Config, String> {
        let settings: Settings = toml::from_str(text).map_err(|error| error.to_string())?;
        let draft = settings.read_config().map_err(|error| error.to_string())?;
        draft.checked().map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_not_written_has_the_defaults() {
        let config = config(WHOLE).unwrap();
        assert_eq!((config.limits.resend_after, config.policy.min_length), (60, 15));
    }

    #[test]
    fn mistakes_are_named() {
        let mistakes = [
            (WHOLE.replace("listen =", "lisen ="), "unknown field `lisen`"),
            (WHOLE.replace("name = \"Example\"", ""), "`product.name` is not set"),
            (WHOLE.replace("https://", "http://"), "must be https"),
            (WHOLE.replace("sender = \"no-reply@", "sender = \"no-reply"), "the sender must be"),
            (
                format!("{WHOLE}\n[mail.smtp]\nhost = \"localhost\"\ntls = \"none\""),
                "either into a directory or",
            ),
            (
                WHOLE.replace(
                    "directory = \"mail\"",
                    "smtp = { host = \"mail.example.org\", tls = \"none\" }",
                ),
                "SMTP without TLS",
            ),
        ];
        for (text, expected) in mistakes {
            let error = config(&text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }
}
