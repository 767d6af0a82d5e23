//! The JSON schema of contract files, as docs/contract.schema.json.

use std::path::{Path, PathBuf};

/// Writes the file.
///
/// # Errors
/// The file cannot be written.
pub fn write() -> Result<(), Box<dyn std::error::Error>> {
    Ok(std::fs::write(file(), text()?)?)
}

fn text() -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(&latchkey_contract::schema())? + "\n")
}

fn file() -> PathBuf {
    root().join("docs/contract.schema.json")
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use jsonschema::Validator;
    use serde_json::Value;

    use super::*;

    fn validator() -> Validator {
        jsonschema::validator_for(&latchkey_contract::schema()).unwrap()
    }

    fn json(toml: &str) -> Value {
        toml::from_str(toml).unwrap()
    }

    #[test]
    fn file_is_current() {
        let committed = fs::read_to_string(file()).unwrap();
        assert!(committed == text().unwrap(), "run `cargo xtask schema`");
    }

    #[test]
    fn every_built_in_contract_is_valid() {
        let validator = validator();
        let mut count = 0;
        for entry in fs::read_dir(root().join("crates/client/contracts")).unwrap() {
            let path = entry.unwrap().path();
            let contract = json(&fs::read_to_string(&path).unwrap());
            let errors: Vec<String> =
                validator.iter_errors(&contract).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
            count += 1;
        }
        assert!(count >= 20, "{count}");
    }

    /// Every contract of the guide, which shows each part of the language.
    #[test]
    fn every_contract_of_the_guide_is_valid() {
        let validator = validator();
        let guide = fs::read_to_string(root().join("docs/contracts.md")).unwrap();
        let contracts: Vec<&str> = guide
            .split("```toml\n")
            .skip(1)
            .filter_map(|rest| rest.split("```").next())
            .filter(|text| text.contains("\nname = ") && text.contains("id = "))
            .collect();
        assert!(contracts.len() >= 5, "{}", contracts.len());
        for text in contracts {
            let contract = json(text);
            assert!(validator.is_valid(&contract), "{text}{:?}", validator.validate(&contract));
        }
    }

    #[test]
    fn wrong_contract_is_invalid() {
        const RIGHT: &str = r#"
            id = "mine"
            name = "Mine"
            link = { sources = ["query"], names = { token = "t" }, token = { min = 10 }, code = { digits = 6 } }
            request = [{ path = "/forgot", success = [{ status = 200 }] }]
            [[reset]]
            when = "link"
            path = "/reset"
            success = [{ status = [200, 204], pointer = "/ok", equals = true }]
            errors = [{ status = 422, kind = "password_refused", reason = "common" }]
            capture = { csrf = { header = "x-csrf" } }
        "#;
        let validator = validator();
        assert!(validator.is_valid(&json(RIGHT)), "{:?}", validator.validate(&json(RIGHT)));
        for (right, wrong) in [
            ("id = \"mine\"", "ident = \"mine\""),
            ("path = \"/reset\"", "pth = \"/reset\""),
            ("path = \"/reset\"", "path = \"reset\""),
            ("\"query\"", "\"cookie\""),
            ("min = 10", "minimum = 10"),
            ("digits = 6", "digits = \"six\""),
            ("kind = \"password_refused\"", "kind = \"refused\""),
            ("kind = \"password_refused\", ", ""),
            ("reason = \"common\"", "reason = \"ugly\""),
            ("equals = true", "equals = []"),
            ("status = 200 ", "status = 200, kind = \"down\" "),
            ("when = \"link\"", "when = \"mail\""),
            ("header = \"x-csrf\"", "head = \"x-csrf\""),
        ] {
            assert!(RIGHT.contains(right), "{right}");
            assert!(!validator.is_valid(&json(&RIGHT.replacen(right, wrong, 1))), "{wrong}");
        }
    }
}
