//! Linux and the BSDs: a desktop file in the user's data folder, made the default with `xdg-mime`. A desktop file that
//! a package installed for all users is used as well.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, ffi::OsString, fs, io};

use directories::BaseDirs;

use crate::registration::{
    Handler, RegistryError, SchemeRegistry, Status, desktop_entry, exec_line, without_handler,
};

/// The registry of the current user's desktop.
///
/// # Errors
/// [`RegistryError::NoHome`].
pub fn scheme_registry() -> Result<impl SchemeRegistry, RegistryError> {
    let folders = BaseDirs::new().ok_or(RegistryError::NoHome)?;
    Ok(XdgRegistry {
        data_home: folders.data_dir().to_owned(),
        config_home: folders.config_dir().to_owned(),
        data_dirs: data_dirs(env::var_os("XDG_DATA_DIRS")),
    })
}

/// `$XDG_DATA_DIRS`, or the default of the Base Directory specification. Relative paths are ignored.
fn data_dirs(variable: Option<OsString>) -> Vec<PathBuf> {
    let variable = variable.filter(|folders| !folders.is_empty());
    let folders = variable.unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    env::split_paths(&folders).filter(|folder| folder.is_absolute()).collect()
}

struct XdgRegistry {
    /// `$XDG_DATA_HOME`
    data_home: PathBuf,
    /// `$XDG_CONFIG_HOME`
    config_home: PathBuf,
    /// Data folders for all users, in order of precedence.
    data_dirs: Vec<PathBuf>,
}

impl SchemeRegistry for XdgRegistry {
    fn register(&self, handler: &Handler) -> Result<Status, RegistryError> {
        let path = self.desktop_file(handler);
        let text = desktop_entry(handler)?;
        fs::create_dir_all(self.applications())
            .and_then(|()| fs::write(&path, text))
            .map_err(|source| RegistryError::File { path, source })?;
        self.refresh();
        for scheme in &handler.schemes {
            self.xdg_mime(&["default", &desktop_id(handler), &mime_type(scheme)])?;
        }
        self.status(handler)
    }

    fn unregister(&self, handler: &Handler) -> Result<Status, RegistryError> {
        let path = self.desktop_file(handler);
        if let Err(source) = fs::remove_file(&path)
            && source.kind() != io::ErrorKind::NotFound
        {
            return Err(RegistryError::File { path, source });
        }
        // Older versions of xdg-mime use the second file.
        for folder in [self.config_home.clone(), self.applications()] {
            remove_from_list(folder.join("mimeapps.list"), handler)?;
        }
        self.refresh();
        self.status(handler)
    }

    fn status(&self, handler: &Handler) -> Result<Status, RegistryError> {
        let ours = self.effective_desktop_file(handler)?;
        for scheme in &handler.schemes {
            let program = self.xdg_mime(&["query", "default", &mime_type(scheme)])?;
            match program.trim() {
                "" => return Ok(Status::NotRegistered),
                program if program == desktop_id(handler) && ours.is_some() => {}
                program => {
                    return Ok(Status::OtherProgram { scheme: scheme.clone(), program: program.to_owned() });
                }
            }
        }
        let exec = exec_line(handler)?;
        let current = ours.is_some_and(|text| text.lines().any(|line| line == exec));
        Ok(if current { Status::Registered } else { Status::OtherExecutable })
    }
}

impl XdgRegistry {
    fn applications(&self) -> PathBuf {
        self.data_home.join("applications")
    }

    fn desktop_file(&self, handler: &Handler) -> PathBuf {
        self.applications().join(desktop_id(handler))
    }

    /// The desktop file in effect: the user's, otherwise a package's.
    fn effective_desktop_file(&self, handler: &Handler) -> Result<Option<String>, RegistryError> {
        let places = [&self.data_home].into_iter().chain(&self.data_dirs);
        for path in places.map(|place: &PathBuf| place.join("applications").join(desktop_id(handler))) {
            match fs::read_to_string(&path) {
                Ok(text) => return Ok(Some(text)),
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(source) => return Err(RegistryError::File { path, source }),
            }
        }
        Ok(None)
    }

    /// Updates the MIME cache. Desktops without a cache read the files directly.
    fn refresh(&self) {
        let _ =
            Command::new("update-desktop-database").arg(self.applications()).stderr(Stdio::null()).status();
    }

    fn xdg_mime(&self, arguments: &[&str]) -> Result<String, RegistryError> {
        let failed = || RegistryError::ToolFailed(format!("xdg-mime {}", arguments.join(" ")));
        let output = Command::new("xdg-mime")
            .args(arguments)
            .env("XDG_DATA_HOME", &self.data_home)
            .env("XDG_CONFIG_HOME", &self.config_home)
            // Cannot fail: the parts were split at colons.
            .env("XDG_DATA_DIRS", env::join_paths(&self.data_dirs).unwrap_or_default())
            .stderr(Stdio::null())
            .output();
        match output {
            // A query without a result exits with 4 in some versions and 0 in others.
            Ok(output) if output.status.success() || arguments[0] == "query" => {
                String::from_utf8(output.stdout).map_err(|_| failed())
            }
            Ok(_) => Err(failed()),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Err(RegistryError::ToolMissing("xdg-mime")),
            Err(_) => Err(failed()),
        }
    }
}

fn desktop_id(handler: &Handler) -> String {
    format!("{}.desktop", handler.identifier)
}

fn mime_type(scheme: &str) -> String {
    format!("x-scheme-handler/{scheme}")
}

fn remove_from_list(path: PathBuf, handler: &Handler) -> Result<(), RegistryError> {
    let list = match fs::read_to_string(&path) {
        Ok(list) => list,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(RegistryError::File { path, source }),
    };
    let Some(list) = without_handler(&list, handler) else { return Ok(()) };
    fs::write(&path, list).map_err(|source| RegistryError::File { path, source })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    struct Desktop {
        registry: XdgRegistry,
        _home: tempfile::TempDir,
    }

    fn desktop() -> Desktop {
        let home = tempfile::tempdir().unwrap();
        let [data_home, config_home, shared] =
            ["data", "config", "shared"].map(|name| home.path().join(name));
        fs::create_dir(&config_home).unwrap();
        let registry = XdgRegistry { data_home, config_home, data_dirs: vec![shared] };
        Desktop { registry, _home: home }
    }

    fn handler(executable: &str) -> Handler {
        Handler {
            display_name: "Latchkey".into(),
            identifier: "app.example.LatchkeyTest".into(),
            window_class: "latchkey".into(),
            schemes: vec!["latchkey-test-a".into(), "latchkey-test-b".into()],
            executable: executable.into(),
        }
    }

    /// The real `xdg-mime` in a temporary home. Needs the Debian package `xdg-utils`.
    #[test]
    fn scheme_is_registered_and_unregistered() {
        let Desktop { registry, _home } = desktop();
        let (here, elsewhere) = (handler("/opt/My Apps/latchkey"), handler("/opt/elsewhere/latchkey"));
        assert_eq!(registry.status(&here).unwrap(), Status::NotRegistered);
        assert_eq!(registry.register(&here).unwrap(), Status::Registered);
        assert_eq!(registry.status(&elsewhere).unwrap(), Status::OtherExecutable);
        assert_eq!(registry.register(&elsewhere).unwrap(), Status::Registered);
        assert_eq!(registry.unregister(&here).unwrap(), Status::NotRegistered);
        assert!(!registry.desktop_file(&here).exists());
        let list = fs::read_to_string(registry.config_home.join("mimeapps.list")).unwrap();
        assert!(!list.contains("LatchkeyTest"), "{list}");
        assert_eq!(registry.unregister(&here).unwrap(), Status::NotRegistered);
    }

    #[test]
    fn other_program_is_reported_and_kept() {
        let Desktop { registry, _home } = desktop();
        let (ours, other) =
            (handler("/opt/latchkey"), Handler { identifier: "org.other".into(), ..handler("/opt/other") });
        registry.register(&other).unwrap();
        let theirs =
            Status::OtherProgram { scheme: "latchkey-test-a".into(), program: "org.other.desktop".into() };
        assert_eq!(registry.status(&ours).unwrap(), theirs);
        assert_eq!(registry.unregister(&ours).unwrap(), theirs);
        assert_eq!(registry.status(&other).unwrap(), Status::Registered);
    }

    /// The desktop file is one that a package installs.
    #[test]
    fn system_wide_desktop_file_counts_as_registered() {
        let Desktop { registry, _home } = desktop();
        let handler = handler("/usr/bin/latchkey-test");
        let shared = registry.data_dirs[0].join("applications");
        fs::create_dir_all(&shared).unwrap();
        fs::write(shared.join(desktop_id(&handler)), desktop_entry(&handler).unwrap()).unwrap();
        assert!(Command::new("update-desktop-database").arg(&shared).status().unwrap().success());
        assert_eq!(registry.status(&handler).unwrap(), Status::Registered);
        let copy = Handler { executable: "/opt/latchkey-test".into(), ..handler.clone() };
        assert_eq!(registry.status(&copy).unwrap(), Status::OtherExecutable);
        assert_eq!(registry.register(&copy).unwrap(), Status::Registered);
        assert_eq!(registry.status(&handler).unwrap(), Status::OtherExecutable);
        // Without the user's file, the package's is in effect again.
        assert_eq!(registry.unregister(&copy).unwrap(), Status::OtherExecutable);
        assert_eq!(registry.status(&handler).unwrap(), Status::Registered);
    }

    #[test]
    fn data_dirs_follow_the_specification() {
        let folders = |text: &str| data_dirs(Some(text.into()));
        assert_eq!(folders("/a:b:/c d"), [PathBuf::from("/a"), "/c d".into()]);
        for nothing in [None, Some("".into())] {
            assert_eq!(data_dirs(nothing), [PathBuf::from("/usr/local/share"), "/usr/share".into()]);
        }
    }

    /// The specification's validator. Needs the Debian package `desktop-file-utils`.
    #[test]
    fn desktop_file_is_valid() {
        let Desktop { registry, _home } = desktop();
        let handler = handler("/opt/a b$`\"\\%/latchkey");
        registry.register(&handler).unwrap();
        let checked = Command::new("desktop-file-validate").arg(registry.desktop_file(&handler)).output();
        let checked = checked.expect("desktop-file-validate runs; install desktop-file-utils");
        assert_eq!(String::from_utf8_lossy(&checked.stdout), "");
        assert!(checked.status.success());
    }
}
