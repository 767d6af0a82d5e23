//! The desktop file that registers the program on a Linux desktop (Desktop Entry Specification 1.5), and its entries in
//! `mimeapps.list`.

use super::{Handler, RegistryError};

/// The content of the desktop file.
///
/// # Errors
/// [`RegistryError::UnsupportedPath`], see [`exec_line`].
pub fn desktop_entry(handler: &Handler) -> Result<String, RegistryError> {
    let Handler { display_name, identifier, window_class, schemes, .. } = handler;
    let mime_types: String = schemes.iter().map(|scheme| format!("x-scheme-handler/{scheme};")).collect();
    Ok(format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Version=1.0\n\
         Name={name}\n\
         {exec}\n\
         Icon={identifier}\n\
         Terminal=false\n\
         NoDisplay=false\n\
         StartupNotify=true\n\
         StartupWMClass={window_class}\n\
         Categories=Utility;\n\
         MimeType={mime_types}\n",
        name = escaped(display_name),
        exec = exec_line(handler)?,
    ))
}

/// The line `Exec=… %u` that starts the program. `%u` is replaced by the link, as one argument.
///
/// A path is quoted only if necessary. Outside of a known desktop `xdg-open` parses this line itself and treats the
/// quotes as part of the program's name, so a path that needs quotes cannot be opened there.
///
/// # Errors
/// [`RegistryError::UnsupportedPath`] for a path that is not UTF-8 or contains a control character or an equals sign.
/// The specification has no escape sequence for those.
pub fn exec_line(handler: &Handler) -> Result<String, RegistryError> {
    let unsupported = || RegistryError::UnsupportedPath(handler.executable.clone());
    let path = handler.executable.to_str().ok_or_else(unsupported)?;
    if path.contains(|c: char| c.is_control() || c == '=') {
        return Err(unsupported());
    }
    // Two levels of escaping: first as a quoted argument, where four characters need a backslash and `%` is doubled;
    // then as a string value, where backslashes are doubled.
    let mut quoted = String::from("\"");
    for c in path.chars() {
        if matches!(c, '"' | '`' | '$' | '\\') {
            quoted.push('\\');
        } else if c == '%' {
            quoted.push('%');
        }
        quoted.push(c);
    }
    quoted.push('"');
    let command = if path.chars().all(needs_no_quotes) { path.to_owned() } else { escaped(&quoted) };
    Ok(format!("Exec={command} %u"))
}

/// Whether a character has no special meaning in the specification or in a shell.
fn needs_no_quotes(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | '@' | ',' | ':')
}

/// Escapes a string value. It stays on one line, so it cannot add a key.
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('\n', r"\n").replace('\r', r"\r").replace('\t', r"\t")
}

/// The content of `mimeapps.list` without this program's entries for its schemes. `None` if there are none.
pub fn without_handler(list: &str, handler: &Handler) -> Option<String> {
    let desktop_id = format!("{}.desktop", handler.identifier);
    let mut changed = false;
    let mut kept = String::with_capacity(list.len());
    for line in list.split_inclusive('\n') {
        let ours = line.split_once('=').filter(|(key, _)| {
            key.trim()
                .strip_prefix("x-scheme-handler/")
                .is_some_and(|scheme| handler.schemes.iter().any(|s| s == scheme))
        });
        let Some((key, programs)) = ours else {
            kept.push_str(line);
            continue;
        };
        let programs: Vec<&str> = programs.trim().split(';').filter(|program| !program.is_empty()).collect();
        let others: Vec<&str> = programs.iter().copied().filter(|program| *program != desktop_id).collect();
        if others.len() == programs.len() {
            kept.push_str(line);
            continue;
        }
        changed = true;
        if !others.is_empty() {
            kept.push_str(&format!("{key}={};\n", others.join(";")));
        }
    }
    changed.then_some(kept)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn handler(executable: &str) -> Handler {
        Handler {
            display_name: "Latchkey".into(),
            identifier: "app.example.Latchkey".into(),
            window_class: "latchkey".into(),
            schemes: vec!["latchkey".into(), "acme-recovery".into()],
            executable: executable.into(),
        }
    }

    /// PLT-6.
    #[test]
    fn desktop_file_contains_schemes_and_link_argument() {
        let text = desktop_entry(&handler("/usr/bin/latchkey")).unwrap();
        assert_eq!(
            text,
            "[Desktop Entry]\nType=Application\nVersion=1.0\nName=Latchkey\nExec=/usr/bin/latchkey %u\n\
             Icon=app.example.Latchkey\nTerminal=false\nNoDisplay=false\nStartupNotify=true\n\
             StartupWMClass=latchkey\nCategories=Utility;\n\
             MimeType=x-scheme-handler/latchkey;x-scheme-handler/acme-recovery;\n"
        );
    }

    #[test]
    fn path_is_quoted_only_if_necessary() {
        for (path, line) in [
            ("/opt/größe-1.2/x86_64/latchkey", "Exec=/opt/größe-1.2/x86_64/latchkey %u"),
            ("/opt/My Apps/latchkey", r#"Exec="/opt/My Apps/latchkey" %u"#),
            ("/opt/100%u/latchkey", r#"Exec="/opt/100%%u/latchkey" %u"#),
            ("/opt/a\"b/latchkey", r#"Exec="/opt/a\\"b/latchkey" %u"#),
            ("/opt/$HOME/`id`", r#"Exec="/opt/\\$HOME/\\`id\\`" %u"#),
            ("/opt/back\\slash", r#"Exec="/opt/back\\\\slash" %u"#),
            ("/opt/größe;&|/x", r#"Exec="/opt/größe;&|/x" %u"#),
        ] {
            assert_eq!(exec_line(&handler(path)).unwrap(), line);
        }
    }

    #[test]
    fn unsupported_path_is_refused() {
        for path in ["/opt/a\nExec=evil", "/opt/a\tb", "/opt/a=b/latchkey", "/opt/\u{7f}"] {
            assert!(matches!(exec_line(&handler(path)), Err(RegistryError::UnsupportedPath(_))), "{path:?}");
        }
    }

    #[test]
    fn name_cannot_add_a_line() {
        let handler = Handler { display_name: "A\\B\nExec=evil".into(), ..handler("/usr/bin/latchkey") };
        let text = desktop_entry(&handler).unwrap();
        assert!(text.contains("\nName=A\\\\B\\nExec=evil\n"));
        assert_eq!(text.lines().filter(|line| line.starts_with("Exec=")).count(), 1);
    }

    #[test]
    fn only_own_entries_are_removed_from_the_list() {
        let list = "# mine\n[Default Applications]\ntext/html=web.desktop\n\
                    x-scheme-handler/latchkey=app.example.Latchkey.desktop\n\
                    x-scheme-handler/other=app.example.Latchkey.desktop\n\n[Added Associations]\n\
                    x-scheme-handler/acme-recovery=first.desktop;app.example.Latchkey.desktop;last.desktop;\n";
        let expected = "# mine\n[Default Applications]\ntext/html=web.desktop\n\
                        x-scheme-handler/other=app.example.Latchkey.desktop\n\n[Added Associations]\n\
                        x-scheme-handler/acme-recovery=first.desktop;last.desktop;\n";
        assert_eq!(without_handler(list, &handler("/x")).as_deref(), Some(expected));
        assert_eq!(without_handler(expected, &handler("/x")), None);
        assert_eq!(without_handler("", &handler("/x")), None);
    }
}
