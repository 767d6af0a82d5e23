//! What Windows reads below `HKEY_CURRENT_USER` to open our links.

use super::Handler;

/// One value to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistryValue {
    /// Path of the key below `HKEY_CURRENT_USER`.
    pub key: String,
    /// Name of the value; empty for the key's own.
    pub name: &'static str,
    /// Its text.
    pub data: String,
}

/// The values that make the handler open `scheme`, the key of the scheme itself first.
pub fn registry_values(handler: &Handler, scheme: &str) -> Vec<RegistryValue> {
    let root = format!(r"Software\Classes\{scheme}");
    let value = |key: &str, name, data| RegistryValue { key: format!("{root}{key}"), name, data };
    vec![
        value("", "", format!("URL:{}", handler.display_name)),
        value("", "URL Protocol", String::new()),
        value(r"\DefaultIcon", "", format!("\"{}\",0", handler.executable.display())),
        value(r"\shell\open\command", "", open_command(handler)),
    ]
}

/// `"program" -- "%1"`. Windows puts the link in as it is, so one with a quote in it ends the argument early: after
/// `--` what follows can never be an option of ours. A Windows path holds no quote.
pub fn open_command(handler: &Handler) -> String {
    format!("\"{}\" -- \"%1\"", handler.executable.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// PLT-6.
    #[test]
    fn the_scheme_is_marked_as_a_url_and_opens_the_program_with_the_link() {
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
