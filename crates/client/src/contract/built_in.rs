//! The contracts that come with the app: what build.rs made of the files in the folder contracts.

use latchkey_contract::Contract;

include!(concat!(env!("OUT_DIR"), "/contracts.rs"));

/// The contract of this name, if one comes with the app.
pub fn built_in(id: &str) -> Option<Contract> {
    let (_, json) = CONTRACTS.iter().find(|(known, _)| *known == id)?;
    serde_json::from_str(json).ok()
}

/// The names of the contracts that come with the app, in the order of the alphabet.
#[cfg(not(target_arch = "wasm32"))]
pub fn names() -> impl Iterator<Item = &'static str> {
    CONTRACTS.iter().map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// What build.rs wrote as JSON is what the file says as TOML.
    #[test]
    fn every_contract_that_comes_along_is_the_one_of_its_file() {
        assert!(names().count() >= 20);
        for id in names() {
            let file = format!("{}/contracts/{id}.toml", env!("CARGO_MANIFEST_DIR"));
            let written = latchkey_contract::read(&std::fs::read_to_string(file).unwrap()).unwrap();
            assert_eq!(built_in(id).unwrap(), written, "{id}");
        }
        assert!(built_in("nobody-s").is_none());
    }
}
