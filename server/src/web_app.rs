//! The app for browsers, as `scripts/web` has built it: a folder with a script, two programs, and all of them compressed.
//!
//! It is read once, whole: what is served is what was there at the start, and nothing else that may lie in the folder.

use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

/// What the page loads first. Its name stays, so a browser asks each time whether it is still the same.
pub(crate) const START: &str = "start.js";
/// What the programs' names begin with: the screens, and the measure of passwords, which is loaded when it is needed.
const PROGRAMS: [&str; 2] = ["app-", "strength-"];
/// What they end with. Before it stands a hash of what they hold, so a file never changes.
const ENDING: &str = ".wasm";

/// Why a folder cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum WebAppError {
    /// A file that belongs there cannot be read.
    #[error("`web_app` needs {path}, which cannot be read: {source}; `scripts/web` makes it")]
    Unreadable {
        /// The file, or the folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There must be one of each program, or nobody knows which one the script means.
    #[error(
        "`web_app` needs one file {name}….wasm in {folder}, and there are {found}; `scripts/web` makes it"
    )]
    Programs {
        /// The folder.
        folder: PathBuf,
        /// What the program's name begins with.
        name: &'static str,
        /// How many there are.
        found: usize,
    },
}

/// The app's files.
#[derive(Debug)]
pub(crate) struct WebApp {
    files: Vec<File>,
}

/// A file, in all the forms that it can be sent in.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) content_type: &'static str,
    /// Whether its name changes with what it holds.
    pub(crate) lasting: bool,
    /// The smallest first; the last is the file as it is.
    pub(crate) forms: Vec<Form>,
}

/// A file as it is, or compressed.
#[derive(Debug)]
pub(crate) struct Form {
    /// The name of the compression in `Content-Encoding`; none for the file as it is.
    pub(crate) encoding: Option<&'static str>,
    /// For `ETag`, in quotes.
    pub(crate) tag: String,
    pub(crate) bytes: Bytes,
}

impl WebApp {
    /// Reads the folder.
    pub(crate) fn read(folder: &Path) -> Result<Self, WebAppError> {
        let mut files = vec![File::read(folder, START.to_owned(), "text/javascript; charset=utf-8", false)?];
        for name in PROGRAMS {
            files.push(File::read(folder, program_in(folder, name)?, "application/wasm", true)?);
        }
        Ok(Self { files })
    }

    /// The file with this name, if it is one of the app's.
    pub(crate) fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.name == name)
    }
}

impl File {
    fn read(
        folder: &Path,
        name: String,
        content_type: &'static str,
        lasting: bool,
    ) -> Result<Self, WebAppError> {
        let plain = folder.join(&name);
        let bytes =
            fs::read(&plain).map_err(|source| WebAppError::Unreadable { path: plain.clone(), source })?;
        let compressed = [("br", "br"), ("gz", "gzip")].into_iter().filter_map(|(ending, encoding)| {
            let bytes = fs::read(folder.join(format!("{name}.{ending}"))).ok()?;
            Some(Form::new(Some(encoding), bytes))
        });
        let forms = compressed.chain([Form::new(None, bytes)]).collect();
        Ok(Self { name, content_type, lasting, forms })
    }
}

impl Form {
    fn new(encoding: Option<&'static str>, bytes: Vec<u8>) -> Self {
        Self {
            encoding,
            tag: format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes))),
            bytes: bytes.into(),
        }
    }
}

fn program_in(folder: &Path, beginning: &'static str) -> Result<String, WebAppError> {
    let unreadable = |source| WebAppError::Unreadable { path: folder.to_owned(), source };
    let mut programs = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned();
        if name.starts_with(beginning) && name.ends_with(ENDING) {
            programs.push(name);
        }
    }
    match programs.pop() {
        Some(program) if programs.is_empty() => Ok(program),
        last => Err(WebAppError::Programs {
            folder: folder.to_owned(),
            name: beginning,
            found: programs.len() + usize::from(last.is_some()),
        }),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in files {
            fs::write(folder.path().join(name), name).unwrap();
        }
        folder
    }

    #[test]
    fn what_belongs_to_the_app_is_there_in_every_form() {
        let folder = folder(&[
            "start.js",
            "start.js.gz",
            "app-1f.wasm",
            "app-1f.wasm.br",
            "app-1f.wasm.gz",
            "strength-2.wasm",
            "notes",
        ]);
        let app = WebApp::read(folder.path()).unwrap();
        let forms = |name: &str| -> Vec<_> {
            app.file(name).unwrap().forms.iter().map(|form| form.encoding).collect()
        };
        assert_eq!(forms("start.js"), [Some("gzip"), None]);
        assert_eq!(forms("app-1f.wasm"), [Some("br"), Some("gzip"), None]);
        assert!(app.file("app-1f.wasm").unwrap().lasting && !app.file(START).unwrap().lasting);
        for other in ["notes", "start.js.gz", "", "../start.js"] {
            assert!(app.file(other).is_none(), "{other}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        for (files, missing) in [
            (&["start.js"][..], "app-….wasm in"),
            (&["start.js", "app-1.wasm"], "strength-….wasm in"),
            (&["start.js", "app-1.wasm", "app-2.wasm", "strength-1.wasm"], "and there are 2"),
            (&["app-1.wasm"], "start.js"),
        ] {
            let error = WebApp::read(folder(files).path()).unwrap_err().to_string();
            assert!(error.contains(missing), "{error}");
        }
        let error = WebApp::read(&folder(&[]).path().join("nowhere")).unwrap_err().to_string();
        assert!(error.contains("nowhere"), "{error}");
    }
}
