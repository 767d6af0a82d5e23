//! A server as a process of its own, from its folder below `servers`, with what `./scripts/backends` installed for it.

use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// The longest that a server may take to start: a Java or Node one on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

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
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut complaints = child.stderr.take().unwrap();
        let ready = async {
            while let Some(line) = said.next_line().await.unwrap() {
                if line == "ready" {
                    return;
                }
            }
            let mut text = String::new();
            complaints.read_to_string(&mut text).await.unwrap();
            panic!("{folder} did not start:\n{text}");
        };
        tokio::time::timeout(PATIENCE, ready).await.expect("the server never got ready");
        // A pipe that nobody reads would stop a talkative server.
        tokio::spawn(async move { while let Ok(Some(_)) = said.next_line().await {} });
        tokio::spawn(async move { tokio::io::copy(&mut complaints, &mut tokio::io::sink()).await });
        Self { port, _child: child }
    }
}

/// The serve program with what was installed for it: `serve.py` in its environment, `serve.mjs` among its packages.
fn program(folder: &str) -> Command {
    let installed = super::installed(folder);
    let copied = installed.join("serve.mjs");
    if copied.exists() {
        let mut command = Command::new("node");
        command.arg(copied);
        return command;
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/backends/servers").join(folder);
    let mut command = Command::new(installed.join("bin/python"));
    // No compiled files into the source tree.
    command.arg("-B").arg(source.join("serve.py"));
    command
}

/// Below the ports that systems give to clients, so that nobody takes it before the server does; another process of
/// these tests begins its search elsewhere.
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
