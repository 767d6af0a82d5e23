//! Reads the emails in a folder.

use std::path::PathBuf;
use std::time::Duration;

use mail_parser::{MessageParser, MessagePart, MimeHeaders as _};
use url::Url;

pub struct Mailbox(PathBuf);

/// A sent email.
#[derive(Debug)]
pub struct Mail {
    pub subject: String,
    pub to: String,
    pub text: String,
    pub html: String,
    pub content_type: String,
    /// Content ID and bytes of each attachment.
    pub images: Vec<(String, Vec<u8>)>,
}

fn image(part: &MessagePart<'_>) -> (String, Vec<u8>) {
    (part.content_id().unwrap_or_default().to_owned(), part.contents().to_vec())
}

impl Mailbox {
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Paths of all emails, sorted by name.
    pub fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(&self.0) else { return Vec::new() };
        // The name of an incomplete email starts with a dot.
        let mut files: Vec<PathBuf> = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        files.sort();
        files
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.files().iter().map(|path| Mail::parse(&std::fs::read(path).unwrap())).collect()
    }

    /// Waits for the recovery email of a flow.
    pub async fn mail_of_flow(&self, flow: &str) -> Mail {
        self.wait_for(|mail| mail.is_for_flow(flow)).await
    }

    /// Waits for the first email.
    pub async fn first(&self) -> Mail {
        self.wait_for(|_| true).await
    }

    /// Waits for the first change notice.
    pub async fn change_notice(&self) -> Mail {
        self.wait_for(|mail| mail.subject.contains("was changed")).await
    }

    async fn wait_for(&self, wanted: impl Fn(&Mail) -> bool) -> Mail {
        let poll = async {
            loop {
                let found = self.mails().into_iter().find(&wanted);
                if let Some(mail) = found {
                    return mail;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), poll).await.expect("the mail was not sent in time")
    }

    pub fn newest(&self) -> Mail {
        self.mails().pop().expect("a mail was delivered")
    }
}

impl Mail {
    pub fn parse(raw: &[u8]) -> Self {
        let message = MessageParser::default().parse(raw).expect("a readable mail");
        let kind = message.content_type().expect("a content type");
        Self {
            subject: message.subject().unwrap().to_owned(),
            to: message.to().unwrap().first().unwrap().address().unwrap().to_owned(),
            text: message.body_text(0).unwrap().into_owned(),
            html: message.body_html(0).unwrap().into_owned(),
            images: message.attachments().map(image).collect(),
            content_type: format!("{}/{}", kind.ctype(), kind.subtype().unwrap()),
        }
    }

    /// The link in the email: the line of the text that is a URL with a token.
    pub fn link(&self) -> Url {
        let lines = self.text.lines().filter(|line| line.contains("token="));
        lines.filter_map(|line| Url::parse(line.trim()).ok()).next().expect("a link in the mail")
    }

    pub fn parameter(&self, name: &str) -> String {
        let link = self.link();
        let parameters = link.query().or(link.fragment()).expect("a query or fragment").to_owned();
        let mut pairs = url::form_urlencoded::parse(parameters.as_bytes());
        pairs.find(|(key, _)| key == name).expect("the parameter").1.into_owned()
    }

    pub fn is_for_flow(&self, flow: &str) -> bool {
        self.text.contains(&format!("flow={flow}"))
    }

    pub fn token(&self) -> String {
        self.parameter("token")
    }

    /// The code without its space, if the email has one.
    pub fn code(&self) -> Option<String> {
        let is_code = |line: &&str| line.len() == 9 && line.chars().all(|c| c.is_ascii_digit() || c == ' ');
        self.text.lines().map(str::trim).find(is_code).map(|line| line.replace(' ', ""))
    }
}
