//! The built-in contracts, which build.rs compiles from the folder `contracts`.

use latchkey_contract::Contract;

include!(concat!(env!("OUT_DIR"), "/contracts.rs"));

/// The built-in contract with this id.
pub fn built_in(id: &str) -> Option<Contract> {
    let (_, json) = CONTRACTS.iter().find(|(known, _)| *known == id)?;
    latchkey_contract::from_json(json)
}

/// The ids of all built-in contracts, sorted.
#[cfg(not(target_arch = "wasm32"))]
pub fn ids() -> impl Iterator<Item = &'static str> {
    CONTRACTS.iter().map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The JSON of build.rs is equal to the TOML of the file.
    #[test]
    fn built_in_contracts_equal_their_files() {
        assert!(ids().count() >= 20);
        for id in ids() {
            let file = format!("{}/contracts/{id}.toml", env!("CARGO_MANIFEST_DIR"));
            let written = latchkey_contract::read(&std::fs::read_to_string(file).unwrap()).unwrap();
            assert_eq!(built_in(id).unwrap(), written, "{id}");
        }
        assert!(built_in("unknown").is_none());
    }
}
