//! A browser and an email program that record the links they are opened with.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::DesktopSession;
use crate::error::{Error, Result};

/// The links that the session's browser and email program were opened with.
#[derive(Clone, Debug)]
pub struct OpenedLinks {
    file: PathBuf,
    environment: PathBuf,
}

impl OpenedLinks {
    /// Every link so far, in order.
    pub fn all(&self) -> Vec<String> {
        fs::read_to_string(&self.file).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// Whether the program that the last link was opened with had this environment variable.
    pub fn had_variable(&self, name: &str) -> bool {
        let environment = fs::read_to_string(&self.environment).unwrap_or_default();
        environment.lines().any(|line| line.split_once('=').is_some_and(|(variable, _)| variable == name))
    }
}

impl DesktopSession {
    /// Installs a program with this name in this folder that records each link it is opened with.
    ///
    /// # Errors
    /// The folder is not writable.
    pub fn install_link_recorder(&self, folder: &Path, name: &str) -> Result<OpenedLinks> {
        let [file, environment] =
            ["opened-links", "environment-of-opener"].map(|name| self.home().join(name));
        let script =
            format!("#!/bin/sh\nenv > '{}'\necho \"$1\" >> '{}'\n", environment.display(), file.display());
        let opened = OpenedLinks { file, environment };
        let install = || -> io::Result<()> {
            fs::create_dir_all(folder)?;
            fs::write(folder.join(name), script)?;
            fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o755))
        };
        install().map_err(|error| Error::new(format!("the program {name}: {error}")))?;
        Ok(opened)
    }

    /// Makes such a program the default browser and email program.
    ///
    /// # Errors
    /// The same as [`DesktopSession::install_link_recorder`].
    pub fn record_opened_links(&self) -> Result<OpenedLinks> {
        let folder = self.home().join("bin");
        let opened = self.install_link_recorder(&folder, "opener")?;
        let kinds = "x-scheme-handler/http;x-scheme-handler/https;x-scheme-handler/mailto;";
        let program = folder.join("opener");
        let entry = format!(
            "[Desktop Entry]\nType=Application\nName=Opener\nExec={} %u\nMimeType={kinds}\n",
            program.display()
        );
        let defaults: String =
            kinds.split_terminator(';').map(|kind| format!("{kind}=opener.desktop\n")).collect();
        let applications = self.data_home().join("applications");
        let register = || -> io::Result<()> {
            fs::create_dir_all(&applications)?;
            fs::write(applications.join("opener.desktop"), entry)?;
            fs::write(self.config_home().join("mimeapps.list"), format!("[Default Applications]\n{defaults}"))
        };
        register().map_err(|error| Error::new(format!("the session's browser: {error}")))?;
        Ok(opened)
    }
}
