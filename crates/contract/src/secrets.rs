//! Recognizes server secrets. A contract must not have any, because everybody who installs the app can read it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;

/// Names of server secrets, in lower case and without separators.
const SECRET_NAMES: [&str; 15] = [
    "clientsecret",
    "secrethash",
    "servicerole",
    "servicekey",
    "serviceaccount",
    "masterkey",
    "secretkey",
    "apisecret",
    "privatekey",
    "adminkey",
    "admintoken",
    "adminpassword",
    "adminsecret",
    "appwritekey",
    "managementtoken",
];
/// Prefixes of server secrets: Supabase, many payment and email services, PEM, Appwrite.
const SECRET_PREFIXES: [&str; 5] = ["sb_secret_", "sk_", "-----BEGIN", "standard_", "whsec_"];
/// Parts of the names under which a key is sent, in lower case and without separators.
const KEY_NAMES: [&str; 6] =
    ["apikey", "accesskey", "subscriptionkey", "functionskey", "authorization", "accesstoken"];
/// Roles of tokens with all rights.
const SECRET_ROLES: [&str; 4] = ["service_role", "supabase_admin", "admin", "root"];

/// Whether a name is that of a server secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    let plain = plain(name);
    SECRET_NAMES.iter().any(|secret| plain.contains(secret))
}

/// Whether a key is sent under this name. `key` alone often names something else, so it counts only for variables.
pub(super) fn is_key_name(name: &str, is_literal: bool) -> bool {
    let plain = plain(name);
    KEY_NAMES.iter().any(|key| plain.contains(key)) || (plain == "key" && !is_literal)
}

fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether a value is a credential, public or not: Basic or Bearer (RFC 7617, RFC 6750), or a JWT.
pub(super) fn is_credential(value: &str) -> bool {
    let mut words = value.split_ascii_whitespace();
    let scheme = words.next().unwrap_or_default();
    let has_scheme = ["Basic", "Bearer"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    (has_scheme && words.next().is_some()) || is_jwt(value.trim())
}

/// Three parts, of which the first names an algorithm (RFC 7515 §4.1.1).
fn is_jwt(value: &str) -> bool {
    let header = value.split('.').next().unwrap_or_default();
    let header = URL_SAFE_NO_PAD.decode(header).ok();
    let header: Option<Value> = header.and_then(|header| serde_json::from_slice(&header).ok());
    value.split('.').count() == 3 && header.is_some_and(|header| header.get("alg").is_some())
}

/// Whether a value looks like a server secret.
pub fn is_secret_value(value: &str) -> bool {
    let value = value.trim();
    let bare = value.strip_prefix("Bearer ").unwrap_or(value);
    SECRET_PREFIXES.iter().any(|prefix| bare.starts_with(prefix))
        || role_of(bare).is_some_and(|role| SECRET_ROLES.contains(&role.as_str()))
}

/// The claim `role` of a JWT (RFC 7519), which is not encrypted.
fn role_of(token: &str) -> Option<String> {
    let payload = token.split('.').nth(1)?;
    let payload = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    let claims: Value = serde_json::from_slice(&payload).ok()?;
    Some(claims.get("role")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_is_recognized_by_its_name() {
        for name in [
            "client_secret",
            "Client-Secret",
            "X-Appwrite-Key",
            "x-parse-master-key",
            "SecretHash",
            "service_role",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in
            ["apikey", "client_id", "X-Appwrite-Project", "secret", "key", "x-parse-rest-api-key", "anon_key"]
        {
            assert!(!is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn key_is_recognized_by_its_name_and_credential_by_its_value() {
        for name in ["apikey", "X-Api-Key", "x-parse-rest-api-key", "Authorization", "api_key"] {
            assert!(is_key_name(name, true) && is_key_name(name, false), "{name}");
        }
        assert!(is_key_name("key", false) && !is_key_name("key", true));
        for name in ["accept", "x-appwrite-project", "token", "keyboard", "monkey"] {
            assert!(!is_key_name(name, false), "{name}");
        }
        let jwt = format!("{}.{}.c2ln", URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#), "e30");
        for value in ["Basic dXNlcjpwYXNz", "bearer abc", "Bearer  {realm}", &jwt, &format!(" {jwt}")] {
            assert!(is_credential(value), "{value}");
        }
        for value in ["", "Basic", "Bearer ", "Basically true", "a.b.c", "e30.e30.c2ln"] {
            assert!(!is_credential(value), "{value}");
        }
    }

    #[test]
    fn secret_is_recognized_by_its_value() {
        let jwt = |claims: &str| format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims));
        for value in
            ["sb_secret_abc", "sk_live_1", "-----BEGIN PRIVATE KEY-----", &jwt(r#"{"role":"service_role"}"#)]
        {
            assert!(is_secret_value(value), "{value}");
            assert!(is_secret_value(&format!("Bearer {value}")), "{value}");
        }
        for value in ["", "anon", "sb_publishable_abc", "a.b.c", &jwt(r#"{"role":"anon"}"#), &jwt("{}")] {
            assert!(!is_secret_value(value), "{value}");
        }
    }
}
