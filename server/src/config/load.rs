//! Loads the configuration file and converts it into a [`Config`].

use std::path::{Path, PathBuf};
use std::time::Duration;

use latchkey_brand::contrast::Colour;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;
use zeroize::Zeroizing;

use super::file::{ConfigFile, LimitsSection, MailSection, PasswordsSection, ProductSection, SmtpSection};
use super::insecure::{SecretFile, insecure_settings};
use super::{Brand, Config, ConfigError, Database, HashingCost, Limits, Mail, Product, Smtp};
use crate::crypto::pepper::Pepper;
use crate::domain::new_password_rules::NewPasswordRules;

/// Why a configuration could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum ConfigFileError {
    /// A file cannot be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// The file is not TOML, or contains an unknown key or an invalid value.
    #[error("{path}: {source}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The place in the file, and what was expected.
        source: Box<toml::de::Error>,
    },
    /// A required setting is missing.
    #[error("`{0}` is not set; see --help")]
    Missing(&'static str),
    /// A setting is invalid.
    #[error(transparent)]
    Config(#[from] ConfigError),
}

/// A configuration that is not validated yet.
pub(crate) struct LoadedConfig {
    pub(crate) config: Config,
    /// Whether the server is only a demonstration.
    pub(crate) demo: bool,
    /// What is invalid or insecure.
    pub(crate) errors: Vec<String>,
}

impl LoadedConfig {
    /// The configuration, if it has no errors.
    pub(crate) fn validate(self) -> Result<Config, ConfigError> {
        ConfigError::check(self.errors)?;
        Ok(self.config)
    }
}

impl ConfigFile {
    /// Reads and parses a file.
    pub(crate) fn read(path: &Path) -> Result<Self, ConfigFileError> {
        let text = read_file(path)?;
        let file: Self = toml::from_str(&text).map_err(|source| ConfigFileError::Malformed {
            path: path.to_owned(),
            source: Box::new(source),
        })?;
        let has_password = file.database.as_ref().is_some_and(|url| has_password(url.expose_secret()));
        Ok(Self { contains_password: has_password.then(|| path.to_owned()), ..file })
    }

    /// Writes email to a folder, whatever the file says.
    pub(crate) fn set_mail_directory(&mut self, directory: PathBuf) {
        self.mail = MailSection { directory: Some(directory), smtp: None };
    }

    /// Converts the settings into a configuration, and collects its errors.
    pub(crate) fn load(self) -> Result<LoadedConfig, ConfigFileError> {
        let (secret_files, allow_insecure, demo) =
            (self.secret_files(), self.allow_insecure.clone(), self.demo);
        let config = self.into_config()?;
        let mut errors = config.errors();
        errors.extend(insecure_settings(&config, &secret_files, &allow_insecure));
        Ok(LoadedConfig { config, demo, errors })
    }

    /// The files that other users must not be able to read.
    fn secret_files(&self) -> Vec<SecretFile> {
        let smtp = self.mail.smtp.as_ref().and_then(|smtp| smtp.password_file.as_ref());
        let files = [
            ("database", self.contains_password.as_ref()),
            ("database_password_file", self.database_password_file.as_ref()),
            ("tls.key", self.tls.as_ref().map(|tls| &tls.key)),
            ("mail.smtp.password_file", smtp),
            ("passwords.pepper_file", self.passwords.pepper_file.as_ref()),
        ];
        let old =
            self.passwords.old_pepper_files.iter().map(|path| ("passwords.old_pepper_files", Some(path)));
        let named = files.into_iter().chain(old).filter_map(|(setting, path)| Some((setting, path?.clone())));
        named.map(|(setting, path)| SecretFile { setting, path }).collect()
    }

    fn into_config(self) -> Result<Config, ConfigFileError> {
        Ok(Config {
            listen: self.listen.ok_or(ConfigFileError::Missing("listen"))?,
            database: database(
                self.database.ok_or(ConfigFileError::Missing("database"))?,
                self.database_password_file,
            )?,
            mail: self.mail.into_mail()?,
            link_base: self.link_base.ok_or(ConfigFileError::Missing("link_base"))?,
            product: self.product.into_product()?,
            limits: self.limits.into_limits(),
            new_passwords: self.passwords.rules(),
            public_origin: self.public_origin,
            binding: self.binding,
            hashing: self.passwords.hashing_cost(),
            pepper: self.passwords.read_pepper()?,
            breach_list: self.passwords.breaches,
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

impl ProductSection {
    fn into_product(self) -> Result<Product, ConfigFileError> {
        let colour = |name: &str, text: Option<String>| {
            let parse = |text: String| {
                let error = || ConfigError::new(format!("`product.{name}` must be a colour such as #0b5c55"));
                Colour::parse(&text).ok_or_else(error)
            };
            text.map(parse).transpose()
        };
        let brand = Brand {
            accent: colour("accent", self.accent)?,
            accent_dark: colour("accent_dark", self.accent_dark)?,
            logo: self.logo.map(|path| read_file(&path).map(|svg| svg.to_string())).transpose()?,
            mail_logo: self.mail_logo.map(read_bytes).transpose()?,
            privacy: self.privacy,
            terms: self.terms,
        };
        Ok(Product {
            name: self.name.ok_or(ConfigFileError::Missing("product.name"))?,
            support: self.support.ok_or(ConfigFileError::Missing("product.support"))?,
            sender: self.sender.ok_or(ConfigFileError::Missing("product.sender"))?,
            brand,
        })
    }
}

impl LimitsSection {
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

impl PasswordsSection {
    fn rules(&self) -> NewPasswordRules {
        NewPasswordRules {
            min_length: self.min_length.unwrap_or(NewPasswordRules::default().min_length),
            second_factor_in_place: self.second_factor_in_place,
        }
    }

    fn hashing_cost(&self) -> HashingCost {
        let default = HashingCost::default();
        HashingCost {
            memory_kib: self.argon2_memory_kib.unwrap_or(default.memory_kib),
            passes: self.argon2_passes.unwrap_or(default.passes),
            lanes: self.argon2_lanes.unwrap_or(default.lanes),
        }
    }

    fn read_pepper(&self) -> Result<Option<Pepper>, ConfigFileError> {
        let Some(current) = &self.pepper_file else {
            return match self.old_pepper_files.as_slice() {
                [] => Ok(None),
                _ => {
                    Err(ConfigError::new("`passwords.old_pepper_files` requires `passwords.pepper_file`")
                        .into())
                }
            };
        };
        let mut pepper = Pepper::new(read_file(current)?.as_bytes()).map_err(ConfigError::from)?;
        for path in &self.old_pepper_files {
            pepper = pepper.with_old(read_file(path)?.as_bytes()).map_err(ConfigError::from)?;
        }
        Ok(Some(pepper))
    }
}

/// Whether the `database` setting is the URL of a PostgreSQL database. Anything else is a file.
fn is_postgres_url(database: &str) -> bool {
    database.starts_with("postgres://") || database.starts_with("postgresql://")
}

/// Whether a database URL contains a password.
fn has_password(database: &str) -> bool {
    let parsed = is_postgres_url(database).then(|| Url::parse(database).ok()).flatten();
    let in_query = |url: &Url| url.query_pairs().any(|(name, _)| name == "password");
    parsed.is_some_and(|url| url.password().is_some() || in_query(&url))
}

impl MailSection {
    fn into_mail(self) -> Result<Mail, ConfigFileError> {
        match (self.directory, self.smtp) {
            (Some(directory), None) => Ok(Mail::Directory(directory)),
            (None, Some(smtp)) => smtp.into_mail(),
            (Some(_), Some(_)) => {
                Err(ConfigError::new("`mail.directory` and `mail.smtp` cannot be set both").into())
            }
            (None, None) => Err(ConfigFileError::Missing("mail.directory` or `mail.smtp")),
        }
    }
}

impl SmtpSection {
    fn into_mail(self) -> Result<Mail, ConfigFileError> {
        let credentials = match (self.user, self.password_file) {
            (Some(user), Some(path)) => Some((user, SecretString::from(first_line(&read_file(&path)?)))),
            (None, None) => None,
            _ => {
                let message = "`mail.smtp.user` and `mail.smtp.password_file` must be set together";
                return Err(ConfigError::new(message).into());
            }
        };
        Ok(Mail::Smtp(Smtp {
            host: self.host,
            port: self.port,
            tls: self.tls,
            credentials,
            ca_file: self.ca_file,
            ehlo_name: self.ehlo_name,
            timeout: self.timeout.map_or(Smtp::DEFAULT_TIMEOUT, Duration::from_secs),
        }))
    }
}

fn database(setting: SecretString, password_file: Option<PathBuf>) -> Result<Database, ConfigFileError> {
    let text = setting.expose_secret();
    if !is_postgres_url(text) {
        return match password_file {
            None => Ok(Database::File(text.into())),
            Some(_) => Err(ConfigError::new("`database_password_file` is for PostgreSQL only").into()),
        };
    }
    let Some(path) = password_file else { return Ok(Database::Postgres(setting)) };
    let invalid = || ConfigError::new("`database` must be a file or postgres://USER@HOST/NAME");
    let mut url = Url::parse(text).map_err(|_| invalid())?;
    url.set_password(Some(first_line(&read_file(&path)?))).map_err(|()| invalid())?;
    Ok(Database::Postgres(String::from(url).into()))
}

fn read_bytes(path: PathBuf) -> Result<Vec<u8>, ConfigFileError> {
    std::fs::read(&path).map_err(|source| ConfigFileError::Unreadable { path, source })
}

/// Reads a text file. The text is zeroized on drop.
pub(crate) fn read_file(path: &Path) -> Result<Zeroizing<String>, ConfigFileError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigFileError::Unreadable { path: path.to_owned(), source })?;
    Ok(text.into())
}

/// The first line of a secret file. Editors append a line feed that is not part of the secret.
pub(crate) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const VALID: &str = r#"
        listen = "127.0.0.1:8400"
        trusted_proxies = ["127.0.0.1/32"]
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
        let file: ConfigFile = toml::from_str(text).map_err(|error| error.to_string())?;
        let loaded = file.load().map_err(|error| error.to_string())?;
        loaded.validate().map_err(|error| error.to_string())
    }

    #[test]
    fn missing_settings_have_their_defaults() {
        let config = config(VALID).unwrap();
        assert_eq!((config.limits.resend_after, config.new_passwords.min_length), (60, 15));
    }

    #[test]
    fn errors_name_the_setting() {
        let invalid = [
            (VALID.replace("listen =", "lisen ="), "unknown field `lisen`"),
            (VALID.replace("name = \"Example\"", ""), "`product.name` is not set"),
            (VALID.replace("https://", "http://"), "must be https"),
            (
                format!("{VALID}\n[passwords]\nbreaches = \"http://breaches.example.org/\""),
                "http is only for loopback",
            ),
            (VALID.replace("sender = \"no-reply@", "sender = \"no-reply"), "`product.sender` must be"),
            (
                format!("{VALID}\n[mail.smtp]\nhost = \"localhost\"\ntls = \"none\""),
                "`mail.directory` and `mail.smtp`",
            ),
            (
                VALID.replace(
                    "directory = \"mail\"",
                    "smtp = { host = \"mail.example.org\", tls = \"none\" }",
                ),
                "SMTP without TLS",
            ),
        ];
        for (text, expected) in invalid {
            let error = config(&text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }
}
