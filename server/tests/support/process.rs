//! `latchkey-server` as a process. It is not part of `support`, which other packages use too: only tests of this
//! package have the path of the program.

#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses only a part of it")]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};

use crate::support::database;

/// The program with a configuration file and an empty environment.
pub fn server_command(config: &Path) -> Command {
    command_via(Command::new(env!("CARGO_BIN_EXE_latchkey-server")), config)
}

/// The same, run by another program, such as `env`.
pub fn command_via(mut starter: Command, config: &Path) -> Command {
    starter
        .arg("--config")
        .arg(config)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    starter
}

/// A configuration with all files in `folder` and high limits.
pub async fn config_file(folder: &Path) -> PathBuf {
    config_file_on(folder, &database::setting(folder).await)
}

/// The same with another database.
pub fn config_file_on(folder: &Path, database: &str) -> PathBuf {
    let file = folder.join("server.toml");
    let text = format!(
        "listen = '127.0.0.1:0'\ndatabase = '{1}'\nlink_base = 'latchkey://reset-password'\n\
         product = {{ name = 'Latchkey', support = 'help', sender = 'no-reply@example.org' }}\n\
         allow_insecure = ['no_resend_wait', 'unpadded_responses']\n\
         limits = {{ resend_after = 0, client_requests = 100000, answer_after = 0, connections = 16000, \
         client_connections = 1000 }}\n\
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

/// A running server process. It is killed on drop.
pub struct ServerProcess {
    child: Child,
    address: String,
    log: Arc<Mutex<String>>,
}

impl ServerProcess {
    /// Starts a server and waits until it listens.
    pub fn serve(config: &Path) -> Self {
        Self::serve_with(config, "info")
    }

    /// Starts a server with a log level.
    pub fn serve_with(config: &Path, level: &str) -> Self {
        Self::start(server_command(config), level)
    }

    /// Runs `serve` with a prepared command.
    pub fn start(mut command: Command, level: &str) -> Self {
        let mut child = command.arg("serve").env("NO_COLOR", "1").env("RUST_LOG", level).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let (mut line, mut seen) = (String::new(), String::new());
        while log.read_line(&mut line).unwrap() > 0 {
            if let Some((_, address)) = line.split_once("listening address=") {
                let address = address.trim().to_owned();
                let collected = Arc::new(Mutex::new(format!("{seen}{line}")));
                let collector = Arc::clone(&collected);
                // Reads the log, so that the server does not block on a full pipe.
                std::thread::spawn(move || {
                    for line in log.lines().map_while(Result::ok) {
                        collector.lock().unwrap().push_str(&format!("{line}\n"));
                    }
                });
                return Self { child, address, log: collected };
            }
            seen.push_str(&std::mem::take(&mut line));
        }
        child.wait().unwrap();
        panic!("the server did not start: {seen}");
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The address for operators.
    pub fn operations(&self) -> String {
        let log = self.log();
        let (_, rest) = log.split_once("operations=").unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    }

    /// The log so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal, named without `SIG`.
    pub fn signal(&self, name: &str) {
        // The `kill` of the shell, because a minimal system has no such program.
        let pid = self.child.id().to_string();
        let sent = Command::new("sh").args(["-c", "kill -\"$0\" \"$1\"", name, &pid]).status().unwrap();
        assert!(sent.success());
    }

    /// Sends SIGTERM and waits.
    pub fn terminate(mut self) -> ExitStatus {
        self.signal("TERM");
        self.child.wait().unwrap()
    }

    /// Sends SIGKILL and waits.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // The process may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
