//! Reads the demo's mail folder.

use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

use mail_parser::{DateTime, MessageParser};

/// A delivered email.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReceivedMail {
    /// The file name: unique and sorted by time.
    pub name: String,
    pub from: String,
    pub to: String,
    pub subject: String,
    /// `09:41`, in UTC.
    pub time: String,
    /// Sanitized HTML: it runs no script and loads nothing.
    pub html: String,
}

/// All emails, newest first. `None` if they are those that are shown.
pub(super) fn read_changed(
    folder: &Path,
    shown: &[String],
    own_schemes: &[String],
) -> Option<Vec<ReceivedMail>> {
    let names = list(folder);
    (names != shown).then(|| names.iter().filter_map(|name| read(folder, name, own_schemes)).collect())
}

/// The file names of all emails, newest first.
pub(super) fn list(folder: &Path) -> Vec<String> {
    let name = |entry: io::Result<fs::DirEntry>| entry.ok()?.file_name().into_string().ok();
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(name)
        .filter(|name| name.ends_with(".eml"))
        .collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    names
}

/// Reads one email; `None` if it cannot be read. Its links of `own_schemes` are kept.
fn read(folder: &Path, name: &str, own_schemes: &[String]) -> Option<ReceivedMail> {
    let raw = fs::read(PathBuf::from(folder).join(name)).ok()?;
    let message = MessageParser::default().parse(&raw)?;
    let address = |group: Option<&mail_parser::Address<'_>>| {
        group.and_then(|group| group.first()).and_then(|one| one.address()).unwrap_or_default().to_owned()
    };
    let time = |date: &DateTime| format!("{:02}:{:02}", date.hour, date.minute);
    Some(ReceivedMail {
        name: name.to_owned(),
        from: address(message.from()),
        to: address(message.to()),
        subject: message.subject().unwrap_or_default().to_owned(),
        time: message.date().map(time).unwrap_or_default(),
        html: sanitize(&message.body_html(0).unwrap_or_default(), own_schemes),
    })
}

/// Sanitizes `html`: keeps text, and links to the app (`own_schemes`), to web pages and to email addresses.
fn sanitize(html: &str, own_schemes: &[String]) -> String {
    let mut schemes = HashSet::from(["https", "http", "mailto"]);
    schemes.extend(own_schemes.iter().map(String::as_str));
    ammonia::Builder::default()
        // No `style` attributes: they could load resources or cover the window.
        .add_generic_attributes(["lang", "dir"])
        // The classes of the emails, which the demo styles (style.css).
        .add_allowed_classes("td", ["main", "stop", "sheet", "sunk", "quiet", "ink", "big"])
        .rm_tags(["img"])
        .clean_content_tags(HashSet::from(["script", "style", "title"]))
        .url_schemes(schemes)
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn email_html_is_sanitized() {
        let shown = sanitize(
            "<p class='demo-bar' onclick='x()' style='position:fixed;inset:0;background:url(https://t.example/p)'>Hi<script>x()</script><img src=https://t.example/p.gif><a href='javascript:x()'>a</a><a href='latchkey://reset-password?token=t'>b</a>",
            &["latchkey".to_owned()],
        );
        for gone in ["demo-bar", "onclick", "style", "script", "img", "t.example"] {
            assert!(!shown.contains(gone), "{gone} in {shown}");
        }
        assert!(shown.contains("latchkey://reset-password?token=t"), "{shown}");
    }
}
