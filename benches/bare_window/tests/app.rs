//! The app beside the bare window: what its start and size may be at most. `./scripts/bench client` measures the
//! same precisely with a release build.
//!
//! The app must have been built: `cargo test --workspace` does that, `--package` does not.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::{Path, PathBuf};
use std::process::Command;

use latchkey_e2e::{DesktopSession, Keyring, Result};

/// The colour of the main button, in the app and in the bare window.
const ACCENT: [u8; 3] = [0x0B, 0x5C, 0x55];
const ROUNDS: usize = 5;
/// How many times as long as the bare window the app may take to its first usable frame. It takes 1.2 times as long
/// in a debug build.
const MAX_START_RATIO: f64 = 1.5;
/// How many times as large the program may be, without symbols. It is 28 times as large in a debug build, and 29 times in a
/// release.
const MAX_SIZE_RATIO: f64 = 32.0;

const BARE_WINDOW: &str = env!("CARGO_BIN_EXE_latchkey-bare-window");

/// A program of the app, which is in the same folder: `latchkey`, which a desktop starts, and `latchkey-window`, which it
/// becomes.
fn app(name: &str) -> PathBuf {
    let program = Path::new(BARE_WINDOW).with_file_name(name);
    assert!(program.exists(), "{} is missing: run `cargo build --workspace --bins`", program.display());
    program
}

/// The fastest start of each is compared, because other programs only ever make a start slower.
#[tokio::test]
async fn app_starts_about_as_fast_as_a_bare_window() -> Result<()> {
    let desktop = DesktopSession::start_with(Keyring::None).await?;
    let screen = desktop.frame_buffer()?;
    let programs = [app("latchkey"), BARE_WINDOW.into()];
    let mut starts = [const { Vec::new() }; 2];
    for _ in 0..ROUNDS {
        for (program, starts) in programs.iter().zip(&mut starts) {
            let window = desktop.start_and_measure(&screen, program, &[], ACCENT)?;
            starts.push(window.time_to_first_frame);
            window.end()?;
        }
    }
    let [ours, bare] = starts.each_ref().map(|starts| starts.iter().min().unwrap().as_secs_f64());
    let ratio = ours / bare;
    assert!(ratio <= MAX_START_RATIO, "{ratio:.2} times as long: {starts:?}");
    Ok(())
}

#[test]
fn app_is_not_too_large_beside_a_bare_window() {
    let folder = tempfile::tempdir().unwrap();
    let [ours, bare] = [app("latchkey-window"), BARE_WINDOW.into()].map(|program| {
        let stripped = folder.path().join("stripped");
        let strip = Command::new("strip").arg("-o").arg(&stripped).arg(program).status().unwrap();
        assert!(strip.success());
        stripped.metadata().unwrap().len() as f64
    });
    let ratio = ours / bare;
    assert!(ratio <= MAX_SIZE_RATIO, "{ratio:.1} times as large: {ours} and {bare} bytes");
}
