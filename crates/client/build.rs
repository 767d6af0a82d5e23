//! The contracts of the folder contracts are checked here, and become JSON: the program needs no TOML to read them.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where the contracts are that come with the app.
const CONTRACTS: &str = "contracts";
/// Longest of them, in lines: what takes more is no description any more.
const MAX_LINES: usize = 60;

fn main() {
    if let Err(problem) = run() {
        // Cargo shows these and stops the build.
        problem.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn run() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={CONTRACTS}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);
    fs::write(out.join("contracts.rs"), contracts(&root)?)
        .map_err(|e| format!("the contracts cannot be written: {e}"))
}

/// Each file of the folder, checked, as a line of Rust.
fn contracts(root: &Path) -> Result<String, String> {
    let files = fs::read_dir(root.join(CONTRACTS)).map_err(|e| format!("{CONTRACTS} cannot be read: {e}"))?;
    // A page is served by what speaks our own, and its program is to be small.
    let ours_alone = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|processor| processor == "wasm32");
    let mut entries = Vec::new();
    for file in files {
        let path = file.map_err(|e| e.to_string())?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let text =
            fs::read_to_string(&path).map_err(|e| format!("{CONTRACTS}/{name} cannot be read: {e}"))?;
        let refuse = |problem: String| format!("{CONTRACTS}/{name}:{problem}");
        let contract = latchkey_contract::read(&text).map_err(|error| refuse(error.to_string()))?;
        if name != format!("{}.toml", contract.id) {
            return Err(refuse(format!(" `id` is {:?}; it must be the name of the file", contract.id)));
        }
        if text.lines().count() >= MAX_LINES {
            return Err(refuse(format!(" has {MAX_LINES} lines or more")));
        }
        let json = serde_json::to_string(&contract).map_err(|error| refuse(error.to_string()))?;
        if contract.id == latchkey_contract::Contract::OURS || !ours_alone {
            entries.push(format!("    ({:?}, {json:?}),\n", contract.id));
        }
    }
    entries.sort();
    Ok(format!(
        "/// Names of contracts, and what they say.\nconst CONTRACTS: &[(&str, &str)] = &[\n{}];\n",
        entries.concat()
    ))
}
