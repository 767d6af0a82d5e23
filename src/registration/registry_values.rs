//! The registry values below `HKEY_CURRENT_USER` that register the program on Windows.

use super::Handler;

/// A registry value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistryValue {
    /// The path of the key below `HKEY_CURRENT_USER`.
    pub key: String,
    /// The name of the value; empty for the key's default value.
    pub name: &'static str,
    /// The data of the value.
    pub data: String,
}

/// The values that register the handler for `scheme`.
pub fn registry_values(handler: &Handler, scheme: &str) -> Vec<RegistryValue> {
    let value = |key, name, data| RegistryValue { key, name, data };
    let icon_key = format!(r"{}\DefaultIcon", scheme_key(scheme));
    vec![
        value(scheme_key(scheme), "", format!("URL:{}", handler.display_name)),
        value(scheme_key(scheme), "URL Protocol", String::new()),
        value(icon_key, "", format!("\"{}\",0", handler.executable.display())),
        value(open_command_key(scheme), "", open_command(handler)),
    ]
}

/// The key that has everything about a scheme.
pub fn scheme_key(scheme: &str) -> String {
    format!(r"Software\Classes\{scheme}")
}

/// The key whose default value is the command that opens a link of the scheme.
pub fn open_command_key(scheme: &str) -> String {
    format!(r"{}\shell\open\command", scheme_key(scheme))
}

/// The command `"program" -- "%1"`. Windows inserts the link without escaping, so a quote in a link ends the argument
/// early. `--` prevents the rest from being parsed as an option. Windows paths cannot contain a quote.
pub fn open_command(handler: &Handler) -> String {
    format!("\"{}\" -- \"%1\"", handler.executable.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// PLT-6.
    #[test]
    fn scheme_is_registered_as_url_with_open_command() {
        let handler = Handler {
            display_name: "Latchkey".into(),
            identifier: "app.example.Latchkey".into(),
            window_class: "latchkey".into(),
            schemes: vec!["latchkey".into()],
            executable: r"C:\Program Files\Latchkey\latchkey.exe".into(),
        };
        let values: Vec<_> = registry_values(&handler, "latchkey")
            .into_iter()
            .map(|value| (value.key, value.name, value.data))
            .collect();
        let expected = [
            (r"Software\Classes\latchkey", "", "URL:Latchkey"),
            (r"Software\Classes\latchkey", "URL Protocol", ""),
            (r"Software\Classes\latchkey\DefaultIcon", "", r#""C:\Program Files\Latchkey\latchkey.exe",0"#),
            (
                r"Software\Classes\latchkey\shell\open\command",
                "",
                r#""C:\Program Files\Latchkey\latchkey.exe" -- "%1""#,
            ),
        ];
        assert_eq!(values, expected.map(|(key, name, data)| (key.to_owned(), name, data.to_owned())));
    }
}
