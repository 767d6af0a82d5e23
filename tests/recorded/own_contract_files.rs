//! The files of an operator who has a contract of their own, and the program that reads them.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::support::stub_server::StubServer;

/// A folder with a configuration and a contract.
pub struct OwnContractFiles(TempDir);

impl OwnContractFiles {
    /// For this server. `name` is the file of the contract.
    pub fn new(server: &StubServer, name: &str, contract: &str) -> Self {
        let files = Self(tempfile::tempdir().unwrap());
        let base = server.base();
        let config = format!("[service]\nbase_url = \"{}\"\ncontract = \"{name}\"\n", base.as_str());
        std::fs::write(files.path("latchkey.toml"), config).unwrap();
        std::fs::write(files.path(name), contract).unwrap();
        files
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The program with this configuration, whose input and output are pipes.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_latchkey"));
        command.arg("--config").arg(self.path("latchkey.toml")).env_clear();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}
