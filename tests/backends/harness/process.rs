//! Runs a server from its folder in `servers`, with the packages that `./scripts/test backends` installed.

use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// Maximum start time of a server, on a busy machine.
const TIMEOUT: Duration = Duration::from_secs(600);

pub struct Process {
    pub port: u16,
    /// Killed when dropped.
    _child: Child,
}

impl Process {
    pub async fn start(folder: &str, smtp_port: u16, options: &[&str]) -> Self {
        let port = free_port();
        let mut child = program(folder)
            .args([port.to_string(), smtp_port.to_string()])
            .args(options)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut stderr = child.stderr.take().unwrap();
        let ready = async {
            while let Some(line) = stdout.next_line().await.unwrap() {
                if line == "ready" {
                    return;
                }
            }
            let mut text = String::new();
            stderr.read_to_string(&mut text).await.unwrap();
            panic!("{folder} did not start:\n{text}");
        };
        tokio::time::timeout(TIMEOUT, ready).await.expect("the server did not start in time");
        // Keep reading: a full pipe would block the server.
        tokio::spawn(async move { while let Ok(Some(_)) = stdout.next_line().await {} });
        tokio::spawn(async move { tokio::io::copy(&mut stderr, &mut tokio::io::sink()).await });
        Self { port, _child: child }
    }
}

/// The command for `serve.mjs` with its packages, or for `serve.py` in its virtual environment if it has one.
fn program(folder: &str) -> Command {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/backends/servers").join(folder);
    if source.join("package.json").exists() {
        let mut command = Command::new("node");
        command.arg(super::installed(folder).join("serve.mjs"));
        return command;
    }
    let mut command = if source.join("requirements.txt").exists() {
        Command::new(super::installed(folder).join("bin/python"))
    } else {
        Command::new("python3")
    };
    // Write no bytecode into the source tree.
    command.arg("-B").arg(source.join("serve.py"));
    command
}

/// A free port below the ephemeral ports, so that no client takes it before the server listens. Each process of these tests
/// starts its search elsewhere.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let own = u16::try_from(std::process::id() % 1000).unwrap() * 10;
    loop {
        let port = 20_000 + (own + NEXT.fetch_add(1, Ordering::Relaxed)) % 10_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
