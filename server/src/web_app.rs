//! The files of the web app, as `scripts/web` builds them: a script, two WebAssembly modules, and the messages of each
//! language, each also compressed.
//!
//! They are read once at the start. tower-http's `ServeDir` would serve every file in the folder, read it on each request
//! and send no `ETag`.

use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

/// The script that pages load. Its name is fixed, so browsers must revalidate it each time.
pub(crate) const SCRIPT: &str = "start.js";
/// Prefixes of the modules' names: the screens, and the password strength meter, which is loaded on demand.
const MODULE_PREFIXES: [&str; 2] = ["app-", "strength-"];
/// Extension of the modules. The name before it contains a hash of the content, so a file never changes.
const MODULE_EXTENSION: &str = ".wasm";
/// Prefix and extension of the files with the messages of a language. English is part of the first module.
const MESSAGES: (&str, &str) = ("messages-", ".ftl");

/// Why the web app cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum WebAppError {
    /// A required file cannot be read.
    #[error("`web_app` requires {path}, which cannot be read: {source}; build it with `scripts/web`")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// There is not exactly one file for a module.
    #[error(
        "`web_app` requires one file {prefix}….wasm in {folder}, but there are {found}; build it with `scripts/web`"
    )]
    Modules {
        /// The folder.
        folder: PathBuf,
        /// Prefix of the module's name.
        prefix: &'static str,
        /// The number of files.
        found: usize,
    },
}

/// The files of the web app.
#[derive(Debug)]
pub(crate) struct WebApp {
    files: Vec<File>,
}

/// A file in all its encodings.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) content_type: &'static str,
    /// Whether the name changes with the content.
    pub(crate) immutable: bool,
    /// The smallest encoding first, the unencoded file last.
    pub(crate) variants: Vec<Variant>,
}

/// A file in one encoding.
#[derive(Debug)]
pub(crate) struct Variant {
    /// Value of `Content-Encoding`; `None` for the unencoded file.
    pub(crate) encoding: Option<&'static str>,
    /// Value of `ETag`, with quotes.
    pub(crate) etag: String,
    pub(crate) bytes: Bytes,
}

impl WebApp {
    /// Reads the files.
    pub(crate) fn read(folder: &Path) -> Result<Self, WebAppError> {
        let mut files = vec![File::read(folder, SCRIPT.to_owned(), "text/javascript; charset=utf-8", false)?];
        for prefix in MODULE_PREFIXES {
            files.push(File::read(folder, find_module(folder, prefix)?, "application/wasm", true)?);
        }
        for name in names(folder, MESSAGES)? {
            files.push(File::read(folder, name, "text/plain; charset=utf-8", true)?);
        }
        Ok(Self { files })
    }

    /// The file with this name, if it belongs to the web app.
    pub(crate) fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.name == name)
    }
}

impl File {
    fn read(
        folder: &Path,
        name: String,
        content_type: &'static str,
        immutable: bool,
    ) -> Result<Self, WebAppError> {
        let plain = folder.join(&name);
        let bytes =
            fs::read(&plain).map_err(|source| WebAppError::Unreadable { path: plain.clone(), source })?;
        let compressed = [("br", "br"), ("gz", "gzip")].into_iter().filter_map(|(extension, encoding)| {
            let bytes = fs::read(folder.join(format!("{name}.{extension}"))).ok()?;
            Some(Variant::new(Some(encoding), bytes))
        });
        let variants = compressed.chain([Variant::new(None, bytes)]).collect();
        Ok(Self { name, content_type, immutable, variants })
    }
}

impl Variant {
    fn new(encoding: Option<&'static str>, bytes: Vec<u8>) -> Self {
        Self {
            encoding,
            etag: format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes))),
            bytes: bytes.into(),
        }
    }
}

/// The names of the files with this prefix and extension.
fn names(folder: &Path, (prefix, extension): (&str, &str)) -> Result<Vec<String>, WebAppError> {
    let unreadable = |source| WebAppError::Unreadable { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned();
        if name.starts_with(prefix) && name.ends_with(extension) {
            names.push(name);
        }
    }
    Ok(names)
}

fn find_module(folder: &Path, prefix: &'static str) -> Result<String, WebAppError> {
    let mut modules = names(folder, (prefix, MODULE_EXTENSION))?;
    match modules.pop() {
        Some(module) if modules.is_empty() => Ok(module),
        last => Err(WebAppError::Modules {
            folder: folder.to_owned(),
            prefix,
            found: modules.len() + usize::from(last.is_some()),
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
    fn files_of_the_web_app_are_read_in_every_encoding() {
        let folder = folder(&[
            "start.js",
            "start.js.gz",
            "app-1f.wasm",
            "app-1f.wasm.br",
            "app-1f.wasm.gz",
            "strength-2.wasm",
            "messages-de-3.ftl",
            "messages-de-3.ftl.br",
            "messages-fr-4.ftl",
            "notes",
        ]);
        let app = WebApp::read(folder.path()).unwrap();
        let encodings = |name: &str| -> Vec<_> {
            app.file(name).unwrap().variants.iter().map(|variant| variant.encoding).collect()
        };
        assert_eq!(encodings("start.js"), [Some("gzip"), None]);
        assert_eq!(encodings("app-1f.wasm"), [Some("br"), Some("gzip"), None]);
        assert_eq!(encodings("messages-de-3.ftl"), [Some("br"), None]);
        assert!(app.file("messages-fr-4.ftl").unwrap().immutable);
        assert!(app.file("app-1f.wasm").unwrap().immutable && !app.file(SCRIPT).unwrap().immutable);
        for other in ["notes", "start.js.gz", "messages-de-3.ftl.br", "", "../start.js"] {
            assert!(app.file(other).is_none(), "{other}");
        }
    }

    #[test]
    fn missing_file_is_named_in_the_error() {
        for (files, missing) in [
            (&["start.js"][..], "app-….wasm in"),
            (&["start.js", "app-1.wasm"], "strength-….wasm in"),
            (&["start.js", "app-1.wasm", "app-2.wasm", "strength-1.wasm"], "but there are 2"),
            (&["app-1.wasm"], "start.js"),
        ] {
            let error = WebApp::read(folder(files).path()).unwrap_err().to_string();
            assert!(error.contains(missing), "{error}");
        }
        let error = WebApp::read(&folder(&[]).path().join("nowhere")).unwrap_err().to_string();
        assert!(error.contains("nowhere"), "{error}");
    }
}
