//! A mail folder, read as its addressee reads it.

use std::path::Path;

use mail_parser::MessageParser;
use url::Url;

/// One recovery mail.
pub struct Letter {
    /// The link, as it stands in the mail.
    pub link: String,
    /// The code without its blank, if the mail has one.
    pub code: Option<String>,
}

impl Letter {
    /// The newest mail in the folder to this address that has a link.
    pub fn newest_to(email: &str, folder: &Path) -> Option<Self> {
        let mut files: Vec<_> = mails(folder);
        files.sort();
        files.iter().rev().find_map(|file| {
            let raw = std::fs::read(file).unwrap();
            let message = MessageParser::default().parse(&raw).unwrap();
            let to = message.to().unwrap().first().unwrap().address().unwrap();
            let text = message.body_text(0).unwrap();
            let lines = || text.lines().map(str::trim);
            let link = lines().find(|line| line.starts_with("latchkey://"))?.to_owned();
            let is_code =
                |line: &&str| line.len() == 9 && line.chars().all(|c| c.is_ascii_digit() || c == ' ');
            let code = lines().find(is_code).map(|code| code.replace(' ', ""));
            (to == email).then_some(Self { link, code })
        })
    }

    /// The token in the link.
    pub fn token(&self) -> String {
        let link = Url::parse(&self.link).unwrap();
        link.query_pairs().find(|(name, _)| name == "token").unwrap().1.into_owned()
    }
}

/// The mails in a folder. None while there is no folder.
pub fn mails(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "eml")).collect()
}
