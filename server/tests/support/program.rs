//! `latchkey-server` as a process of its own. Not part of `support`, which the app's stories use too: only this
//! package's tests are told where its program is.

#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses its own part of this")]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};

use crate::support::database;

/// The program with a configuration file, and nothing of this process's environment.
pub fn program(config: &Path) -> Command {
    program_by(Command::new(env!("CARGO_BIN_EXE_latchkey-server")), config)
}

/// The same, started by another program that is told to.
pub fn program_by(mut starter: Command, config: &Path) -> Command {
    starter
        .arg("--config")
        .arg(config)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    starter
}

/// A configuration with everything in `folder`, and limits that a test does not reach.
pub async fn config_file(folder: &Path) -> PathBuf {
    config_file_on(folder, &database::setting(folder).await)
}

/// The same, on a database of the test's choice.
pub fn config_file_on(folder: &Path, database: &str) -> PathBuf {
    let file = folder.join("server.toml");
    let text = format!(
        "listen = '127.0.0.1:0'\ndatabase = '{1}'\nlink_base = 'latchkey://reset-password'\n\
         product = {{ name = 'Latchkey', support = 'help', sender = 'no-reply@example.org' }}\n\
         allow_insecure = ['no_resend_wait', 'unpadded_responses']\n\
         limits = {{ resend_after = 0, client_requests = 100000, answer_after = 0, connections = 10000, \
         client_connections = 10000 }}\n\
         [mail]\ndirectory = '{0}/mail'\n",
        folder.display(),
        database
    );
    private_file(&file, &text);
    file
}

/// Writes a file that only its owner can read.
pub fn private_file(path: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::write(path, text).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

/// A serving process. Dropped, it is killed.
pub struct Program {
    child: Child,
    address: String,
    log: Arc<Mutex<String>>,
}

impl Program {
    /// Starts one, and returns once it listens.
    pub fn serve(config: &Path) -> Self {
        Self::serve_with(config, "info")
    }

    /// Starts one that logs as much as `level` says.
    pub fn serve_with(config: &Path, level: &str) -> Self {
        Self::start(program(config), level)
    }

    /// Starts what `command` is up to its last word, `serve`.
    pub fn start(mut command: Command, level: &str) -> Self {
        let mut child = command.arg("serve").env("NO_COLOR", "1").env("RUST_LOG", level).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let (mut line, mut seen) = (String::new(), String::new());
        while log.read_line(&mut line).unwrap() > 0 {
            if let Some((_, address)) = line.split_once("listening address=") {
                let address = address.trim().to_owned();
                let written = Arc::new(Mutex::new(format!("{seen}{line}")));
                let writing = Arc::clone(&written);
                // Somebody must read on, or the server would wait for room in the pipe.
                std::thread::spawn(move || {
                    for line in log.lines().map_while(Result::ok) {
                        writing.lock().unwrap().push_str(&format!("{line}\n"));
                    }
                });
                return Self { child, address, log: written };
            }
            seen.push_str(&std::mem::take(&mut line));
        }
        child.wait().unwrap();
        panic!("the server never said where it listens: {seen}");
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Where it answers operators.
    pub fn operations(&self) -> String {
        let log = self.log();
        let (_, rest) = log.split_once("operations=").unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    }

    /// What it has written to its log so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal, by its name without `SIG`.
    pub fn signal(&self, name: &str) {
        // The shell's own `kill`: a minimal system has no program of that name.
        let pid = self.child.id().to_string();
        let sent = Command::new("sh").args(["-c", "kill -\"$0\" \"$1\"", name, &pid]).status().unwrap();
        assert!(sent.success());
    }

    /// SIGTERM.
    pub fn terminate(mut self) -> ExitStatus {
        self.signal("TERM");
        self.child.wait().unwrap()
    }

    /// SIGKILL.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
