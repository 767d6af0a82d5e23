//! The executable part of Latchkey's AppImage (type 2). The files of the app follow it as a SquashFS image.
//!
//! It unpacks them into a folder of this user, replaces itself with `AppRun` there, and leaves a process that removes the
//! folder after the app and all its processes have ended. It needs neither FUSE nor the right to mount.

mod image;

use std::env;
use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{Read as _, Write as _, pipe, stderr, stdin, stdout};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use rustix::io::{FdFlags, fcntl_setfd};

use crate::image::Image;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "  --appimage-extract           unpacks the files into the folder squashfs-root
  --appimage-extract-and-run   runs the app, as without an option
  --appimage-offset            prints where the files begin
";
/// For the process that removes the folder.
const CLEAN: &str = "--appimage-clean";

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _terminal_is_closed = writeln!(stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<()> {
    let file = env::current_exe()?;
    let mut arguments = env::args_os().skip(1).peekable();
    let option = arguments.peek().and_then(|first| first.to_str()).unwrap_or_default();
    match option {
        "--appimage-offset" => Ok(writeln!(stdout(), "{}", image::offset(&file)?)?),
        "--appimage-extract" => Image::open(&file)?.unpack(Path::new("squashfs-root")),
        "--appimage-help" => Ok(stdout().write_all(USAGE.as_bytes())?),
        "--appimage-extract-and-run" => run(&file, arguments.skip(1)),
        CLEAN => clean(arguments.nth(1).as_deref()),
        unknown if unknown.starts_with("--appimage-") => {
            Err(format!("{unknown} is not an option:\n{USAGE}").into())
        }
        _ => run(&file, arguments),
    }
}

/// Unpacks the app and becomes it. Returns only errors.
fn run(file: &Path, arguments: impl Iterator<Item = OsString>) -> Result<()> {
    let image = Image::open(file)?;
    // Only this user can read it.
    let folder = tempfile::Builder::new().prefix("latchkey-").tempdir()?;
    let place = folder.path().canonicalize()?;
    image.unpack(&place)?;
    // The app and its processes keep the other end of this pipe open.
    let (ended, open) = pipe()?;
    let mut cleaner = Command::new(file);
    cleaner.arg(CLEAN).arg(&place).stdin(ended).process_group(0).spawn()?;
    let _removed_by_cleaner = folder.keep();
    fcntl_setfd(&open, FdFlags::empty())?;
    let mut app = Command::new(place.join("AppRun"));
    app.args(arguments).env("APPIMAGE", file).env("APPDIR", &place).env("ARGV0", started_as());
    Err(app.exec().into())
}

fn started_as() -> OsString {
    env::args_os().next().unwrap_or_default()
}

/// Waits until no process of the app is left, and removes its folder.
fn clean(folder: Option<&OsStr>) -> Result<()> {
    let folder = PathBuf::from(folder.ok_or("the folder is missing")?);
    stdin().read_to_end(&mut Vec::new())?;
    Ok(fs::remove_dir_all(folder)?)
}
