//! Compiles the contracts of the folder `contracts` to JSON, so that the program needs no TOML parser for them.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of the built-in contracts.
const CONTRACTS: &str = "contracts";
/// A contract must have fewer lines than this.
const MAX_LINES: usize = 100;

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

/// Rust source with the id and the JSON of each contract.
fn contracts(root: &Path) -> Result<String, String> {
    let files = fs::read_dir(root.join(CONTRACTS)).map_err(|e| format!("{CONTRACTS} cannot be read: {e}"))?;
    // The page in a browser is served by our server and should be small, so it has only our contract.
    let only_ours = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
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
        if contract.id == latchkey_contract::Contract::OURS || !only_ours {
            entries.push(format!("    ({:?}, {json:?}),\n", contract.id));
        }
    }
    entries.sort();
    Ok(format!(
        "/// Ids of contracts, and their JSON.\nconst CONTRACTS: &[(&str, &str)] = &[\n{}];\n",
        entries.concat()
    ))
}
