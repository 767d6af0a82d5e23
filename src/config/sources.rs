//! Finds the configuration file and applies environment variables.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{
    env, fs,
    io::{self, Read as _},
};

use latchkey_brand::logo;

use super::value::set;
use super::{Config, ConfigError, ConfigSource, parse};
use crate::{identity::AppIdentity, platform::is_install_folder};

/// The name of the file next to the executable and in the user's configuration folder.
pub const FILE_NAME: &str = "latchkey.toml";
/// The variable with the path of a file.
const FILE_VARIABLE: &str = "LATCHKEY_CONFIG_FILE";
/// The variables that override single values.
const OVERRIDES: [(&str, (&str, &str)); 4] = [
    ("LATCHKEY_BASE_URL", ("service", "base_url")),
    ("LATCHKEY_BACKEND", ("service", "backend")),
    ("LATCHKEY_BRAND_NAME", ("brand", "name")),
    ("LATCHKEY_SUPPORT", ("brand", "support")),
];

/// The prefix of variables for `[service.vars]`: `LATCHKEY_VAR_ANON_KEY` sets `anon_key`.
const VAR_PREFIX: &str = "LATCHKEY_VAR_";

/// All possible sources of a configuration, in order of precedence. The first one that exists is used, and the others
/// are ignored. Environment variables then override single values, except in a built-in configuration.
///
/// A built-in configuration decides where passwords are sent. A file or variable on the computer must not redirect
/// them; only `--config` can, which the person who starts the program passes.
#[derive(Debug, Clone, Default)]
pub struct ConfigSources {
    /// `--config`. The file must exist.
    pub argument: Option<PathBuf>,
    /// The configuration that was compiled in. If it has a text, the sources below are ignored.
    pub built_in: BuiltInConfig,
    /// The environment: `LATCHKEY_CONFIG_FILE`, whose file must exist, `LATCHKEY_BASE_URL`, `LATCHKEY_BACKEND`,
    /// `LATCHKEY_BRAND_NAME`, `LATCHKEY_SUPPORT`, and all variables with the prefix `LATCHKEY_VAR_`.
    pub variables: HashMap<String, String>,
    /// `latchkey.toml` next to the executable, if that is an [install folder](is_install_folder).
    pub beside_executable: Option<PathBuf>,
    /// `latchkey.toml` in the user's configuration folder.
    pub user_folder: Option<PathBuf>,
}

/// The configuration that is compiled into the program, if any.
#[derive(Debug, Clone, Copy, Default)]
pub struct BuiltInConfig {
    /// The text of the file.
    pub text: Option<&'static str>,
    /// The logo that the file names.
    pub logo: Option<&'static str>,
    /// The contract that the file names.
    pub contract: Option<&'static str>,
}

impl ConfigSources {
    /// The sources of this process, which runs the app of this identity. `argument` is the value of `--config`.
    pub fn from_process(argument: Option<PathBuf>, identity: &AppIdentity, built_in: BuiltInConfig) -> Self {
        let ours = |(name, value): (OsString, OsString)| {
            let name = name.into_string().ok()?;
            let known =
                OVERRIDES.iter().map(|(known, _)| *known).chain([FILE_VARIABLE]).any(|known| known == name);
            (known || name.starts_with(VAR_PREFIX)).then_some((name, value.into_string().ok()?))
        };
        Self {
            argument,
            variables: env::vars_os().filter_map(ours).collect(),
            beside_executable: env::current_exe().ok().and_then(|path| config_next_to(&path)),
            user_folder: user_folder(identity),
            built_in,
        }
    }

    /// Finds, parses and checks the configuration. Returns the default if there is none.
    ///
    /// # Errors
    /// A named file cannot be read, or the configuration is invalid.
    pub fn load(&self) -> Result<Config, ConfigError> {
        let found = self.find()?;
        let mut config = match &found {
            Some((text, source)) => parse(text, source, &|name| self.file(source, name))?,
            None => Config::default(),
        };
        if matches!(found, Some((_, ConfigSource::BuiltIn))) {
            self.warn_about_ignored_variables();
        } else {
            self.apply_variables(&mut config)?;
        }
        // The backend and its variables are known only now.
        let base_url = config.service.base_url.take();
        config.service.base_url = config.service.backend.check(base_url).map_err(|problem| {
            let source = found.map_or(ConfigSource::Variable("LATCHKEY_BACKEND"), |(_, source)| source);
            ConfigError { source, position: None, problem }
        })?;
        Ok(config)
    }

    fn apply_variables(&self, config: &mut Config) -> Result<(), ConfigError> {
        for (name, place) in OVERRIDES {
            if let Some(value) = self.variables.get(name).filter(|value| !value.is_empty()) {
                set(config, place, value, &no_file).map_err(|problem| ConfigError {
                    source: ConfigSource::Variable(name),
                    position: None,
                    problem,
                })?;
            }
        }
        for (name, value) in &self.variables {
            if let Some(key) = name.strip_prefix(VAR_PREFIX).filter(|_| !value.is_empty()) {
                config.service.backend.vars.insert(key.to_ascii_lowercase(), value.clone());
            }
        }
        Ok(())
    }

    /// Logs a warning for each variable, because it has no effect.
    fn warn_about_ignored_variables(&self) {
        for name in self.variables.keys() {
            tracing::warn!("{name} is ignored: this program has a built-in configuration; use --config");
        }
    }

    /// Reads a file that the configuration names: next to it, or compiled in with it.
    fn file(&self, source: &ConfigSource, name: &str) -> Result<String, String> {
        match source {
            ConfigSource::File(path) => read_bounded(&path.with_file_name(name)).map_err(|e| e.to_string()),
            ConfigSource::BuiltIn => {
                let file = if name.ends_with(".toml") { self.built_in.contract } else { self.built_in.logo };
                file.map(str::to_owned).ok_or_else(|| "it was not compiled in".to_owned())
            }
            ConfigSource::Variable(_) => no_file(name),
        }
    }

    fn find(&self) -> Result<Option<(String, ConfigSource)>, ConfigError> {
        if let Some(path) = &self.argument {
            return read(path).map(Some).map_err(|e| unreadable(path.clone(), &e));
        }
        if let Some(text) = self.built_in.text {
            return Ok(Some((text.to_owned(), ConfigSource::BuiltIn)));
        }
        if let Some(name) = self.variables.get(FILE_VARIABLE).filter(|name| !name.is_empty()) {
            let path = PathBuf::from(name);
            return read(&path).map(Some).map_err(|e| unreadable(path, &e));
        }
        for path in [&self.beside_executable, &self.user_folder].into_iter().flatten() {
            match read(path) {
                Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
                found => return found.map(Some).map_err(|e| unreadable(path.clone(), &e)),
            }
        }
        Ok(None)
    }
}

/// `latchkey.toml` next to the executable, if only an installer or an administrator can have put it there. A website can
/// put a file into the downloads folder; a program started there would send passwords to the server in that file.
pub(super) fn config_next_to(executable: &Path) -> Option<PathBuf> {
    let folder = executable.parent()?;
    let file = folder.join(FILE_NAME);
    if is_install_folder(folder) {
        return Some(file);
    }
    if file.exists() {
        tracing::warn!("{} is ignored: this user can write to its folder; use --config", file.display());
    }
    None
}

impl Config {
    /// Sets one value of `[brand]`, except the logo, which needs a file.
    ///
    /// # Errors
    /// What the value should be, to be appended to the key.
    pub fn set_brand(&mut self, key: &str, text: &str) -> Result<(), String> {
        set(self, ("brand", key), text, &no_file)
    }
}

fn read(path: &Path) -> io::Result<(String, ConfigSource)> {
    fs::read_to_string(path).map(|text| (text, ConfigSource::File(path.to_owned())))
}

/// Reads at most the maximum size of a logo, which is enough for a contract.
fn read_bounded(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(logo::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > logo::MAX_BYTES {
        return Err(io::Error::other(format!("it is larger than {} bytes", logo::MAX_BYTES)));
    }
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// Environment variables cannot name files.
fn no_file(_: &str) -> Result<String, String> {
    Err("an environment variable cannot name a file".to_owned())
}

fn unreadable(path: PathBuf, why: &io::Error) -> ConfigError {
    let problem = format!("cannot be read ({why}); name an existing file, or remove the setting");
    ConfigError { source: ConfigSource::File(path), position: None, problem }
}

#[cfg(not(target_arch = "wasm32"))]
fn user_folder(identity: &AppIdentity) -> Option<PathBuf> {
    Some(directories::BaseDirs::new()?.config_dir().join(identity.id()).join(FILE_NAME))
}

/// A page has no files.
#[cfg(target_arch = "wasm32")]
fn user_folder(_: &AppIdentity) -> Option<PathBuf> {
    None
}
