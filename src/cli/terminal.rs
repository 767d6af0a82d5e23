//! Output of results, and questions to the person at the terminal.

use std::{
    error::Error,
    fmt,
    io::{self, IsTerminal as _, Write as _},
};

use zeroize::Zeroizing;

/// How a line of output begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Ok,
    Failed,
    Skipped,
    /// More about the line before, or what no check can say.
    Note,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Ok => "ok",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
            Self::Note => "",
        })
    }
}

/// Prints results, and counts them.
#[derive(Default)]
pub(super) struct Report {
    checks: usize,
    failed: usize,
    skipped: usize,
}

impl Report {
    pub fn line(&mut self, label: Label, text: impl fmt::Display) -> io::Result<()> {
        match label {
            Label::Ok => {}
            Label::Failed => self.failed += 1,
            Label::Skipped => self.skipped += 1,
            Label::Note => return writeln!(io::stdout(), "{:8}{text}", ""),
        }
        self.checks += 1;
        writeln!(io::stdout(), "{label:<7} {text}")
    }

    /// # Errors
    /// A check has failed or was skipped.
    pub fn finish(&self) -> Result<(), Box<dyn Error>> {
        let Self { checks, failed, skipped } = self;
        match (failed, skipped) {
            (0, 0) => Ok(()),
            (_, 0) => Err(format!("{failed} of {checks} checks failed").into()),
            (0, _) => Err(format!("{skipped} of {checks} checks skipped").into()),
            _ => Err(format!("{failed} of {checks} checks failed, {skipped} skipped").into()),
        }
    }
}

/// Asks for a line. Empty at the end of the input.
pub(super) async fn ask(question: &str) -> io::Result<Zeroizing<String>> {
    write!(io::stderr(), "{question} ")?;
    let line = wait_for(read_line).await?;
    Ok(Zeroizing::new(line.trim().to_owned()))
}

/// Asks for a password, which the terminal does not show. Spaces are part of a password.
pub(super) async fn ask_password(question: &str) -> io::Result<Zeroizing<String>> {
    write!(io::stderr(), "{question} ")?;
    let line = match io::stdin().is_terminal() {
        true => wait_for(|| rpassword::read_password().map(Zeroizing::new)).await?,
        false => wait_for(read_line).await?,
    };
    Ok(Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned()))
}

/// Waits for the person on another thread. The runtime has one thread only, which must notice that the server closes an
/// idle connection: the next call would be written to that connection, and fail.
async fn wait_for(
    read: impl FnOnce() -> io::Result<Zeroizing<String>> + Send + 'static,
) -> io::Result<Zeroizing<String>> {
    tokio::task::spawn_blocking(read).await.map_err(io::Error::other)?
}

fn read_line() -> io::Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    io::stdin().read_line(&mut line)?;
    Ok(line)
}
