//! The desktop file that makes a Linux desktop open our links (Desktop Entry Specification 1.5), and the lines of
//! `mimeapps.list` that say so.

use super::{Handler, RegistryError};

/// The whole file.
///
/// # Errors
/// [`RegistryError::Unquotable`], see [`exec_line`].
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

/// The line that starts the program, `Exec=… %u`: `%u` is where the link goes, as one argument.
///
/// A path stands in quotes only if it must: outside of a known desktop `xdg-open` reads this line itself, and looks
/// for a program whose name has the quotes in it. There a path that needs them cannot be opened at all.
///
/// # Errors
/// [`RegistryError::Unquotable`] for a path that is not UTF-8, or has a control character or an equals sign: the
/// specification knows no way to write those.
pub fn exec_line(handler: &Handler) -> Result<String, RegistryError> {
    let unquotable = || RegistryError::Unquotable(handler.executable.clone());
    let path = handler.executable.to_str().ok_or_else(unquotable)?;
    if path.contains(|c: char| c.is_control() || c == '=') {
        return Err(unquotable());
    }
    // First as an argument within quotes, where four characters take a backslash and a percent sign doubles; then,
    // as every value of a desktop file, with its backslashes doubled.
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
    let command = if path.chars().all(stands_unquoted) { path.to_owned() } else { escaped(&quoted) };
    Ok(format!("Exec={command} %u"))
}

/// Letters and digits of any language, and marks that neither the specification nor a shell gives a meaning.
fn stands_unquoted(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | '@' | ',' | ':')
}

/// A string value: no line of it can begin another key.
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('\n', r"\n").replace('\r', r"\r").replace('\t', r"\t")
}

/// `mimeapps.list` without this program as the opener of these schemes; `None` if it did not name it.
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
    fn the_file_names_the_schemes_and_where_the_link_goes() {
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
    fn a_path_is_quoted_where_it_must_be_so_that_it_stays_one_argument() {
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
    fn a_path_that_cannot_be_written_is_refused() {
        for path in ["/opt/a\nExec=evil", "/opt/a\tb", "/opt/a=b/latchkey", "/opt/\u{7f}"] {
            assert!(matches!(exec_line(&handler(path)), Err(RegistryError::Unquotable(_))), "{path:?}");
        }
    }

    #[test]
    fn a_name_cannot_smuggle_a_second_line_in() {
        let handler = Handler { display_name: "A\\B\nExec=evil".into(), ..handler("/usr/bin/latchkey") };
        let text = desktop_entry(&handler).unwrap();
        assert!(text.contains("\nName=A\\\\B\\nExec=evil\n"));
        assert_eq!(text.lines().filter(|line| line.starts_with("Exec=")).count(), 1);
    }

    #[test]
    fn only_our_own_entries_leave_the_list() {
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
