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
/// Prefixes of server secrets: Supabase, many payment and mail services, PEM, Appwrite.
const SECRET_PREFIXES: [&str; 5] = ["sb_secret_", "sk_", "-----BEGIN", "standard_", "whsec_"];
/// Roles of tokens with all rights.
const SECRET_ROLES: [&str; 4] = ["service_role", "supabase_admin", "admin", "root"];

/// Whether a name is that of a server secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    SECRET_NAMES.iter().any(|secret| plain.contains(secret))
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
