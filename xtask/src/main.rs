//! Development tasks that are programs rather than scripts. They are started with `cargo xtask TASK`.

mod crates;
mod packaged_app;
mod run;
mod schema;
mod shared_features;
mod sync_directory;

use std::io::Write as _;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask TASK

  crates   packages every published crate, and tests an app outside of the workspace with the packages
  schema   writes the JSON schema of contract files, docs/contract.schema.json
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["crates"] => crates::package().and_then(|crates| packaged_app::test(&crates)),
        ["schema"] => schema::write(),
        _ => Err(HELP.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed, the exit code still reports the failure.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}
