//! The programs that links lead to, outside the app: on a desk they write down what they are given.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::Desk;
use crate::failure::{Failure, Result};

/// What the desk's browser and mail program were given.
#[derive(Clone, Debug)]
pub struct OpenedLinks {
    file: PathBuf,
}

impl OpenedLinks {
    /// Every link so far, in order.
    pub fn all(&self) -> Vec<String> {
        fs::read_to_string(&self.file).unwrap_or_default().lines().map(str::to_owned).collect()
    }
}

impl Desk {
    /// Puts a program of this name into this folder that writes down each link it is given.
    ///
    /// # Errors
    /// The folder cannot be written to.
    pub fn install_link_recorder(&self, folder: &Path, name: &str) -> Result<OpenedLinks> {
        let opened = OpenedLinks { file: self.home().join("opened-links") };
        let script = format!("#!/bin/sh\necho \"$1\" >> '{}'\n", opened.file.display());
        let install = || -> io::Result<()> {
            fs::create_dir_all(folder)?;
            fs::write(folder.join(name), script)?;
            fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o755))
        };
        install().map_err(|error| Failure::new(format!("the program {name}: {error}")))?;
        Ok(opened)
    }

    /// Makes such a program the desk's browser and mail program. Errors as [`Desk::install_link_recorder`].
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
        register().map_err(|error| Failure::new(format!("the desk's browser: {error}")))?;
        Ok(opened)
    }
}
