//! The recovery server as a program; see `latchkey-server --help`.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use latchkey_server::cli::Cli;
use tracing_subscriber::EnvFilter;

/// With it, the server answers more requests than with glibc's allocator, and with the settings of
/// deploy/latchkey-server.service it needs less memory with many connections (docs/performance-server.md).
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match Cli::parse().run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Standard error may be closed. The exit code reports the failure as well.
            drop(writeln!(std::io::stderr(), "latchkey-server: {error}"));
            ExitCode::FAILURE
        }
    }
}
