//! The program `latchkey` on Linux and Windows.

use std::env::{self, consts::EXE_SUFFIX};
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::{Command, ExitCode};

use clap::Parser as _;

use crate::arguments::Arguments;
use crate::platform;
use crate::single_instance::{HandOver, InstancePaths, hand_over};

/// The program with the window. It is in the same folder.
const WINDOW_PROGRAM: &str = "latchkey-window";

/// Prints the version or the help, hands a link to the open window of the app with this identifier, or becomes the program
/// with the window, which does everything else. On Windows, which cannot replace a process, it waits for that program.
pub fn run(identifier: &str) -> ExitCode {
    platform::attach_parent_console();
    let arguments = Arguments::parse();
    let mut passed: Vec<OsString> = env::args_os().skip(1).collect();
    if arguments.command.is_none() {
        match hand_over(&InstancePaths::of_this_user(identifier), arguments.url.as_deref()) {
            HandOver::Taken => return ExitCode::SUCCESS,
            HandOver::NotTaken(id) => {
                let id = id.map(|id| ["--message-id".into(), id.to_string().into()]);
                passed.splice(0..0, id.into_iter().flatten());
            }
        }
    }
    match start_window(passed) {
        Ok(code) => code,
        Err(error) => {
            // If standard error is closed, the exit code still reports the failure.
            let _ = writeln!(io::stderr(), "latchkey: {WINDOW_PROGRAM} cannot be started: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start_window(arguments: Vec<OsString>) -> io::Result<ExitCode> {
    let program = env::current_exe()?.with_file_name(format!("{WINDOW_PROGRAM}{EXE_SUFFIX}"));
    platform::exec_or_spawn(Command::new(program).args(arguments))
}
