//! HTTP/1.1 as bytes: whole messages off a line, read without believing anything but their length.

use tokio::io::{AsyncRead, AsyncReadExt as _};

/// A request or an answer as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub head: String,
    pub body: String,
}

impl Message {
    /// The next whole message; `None` where the line ends before it does.
    pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Self> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.ok()?);
        }
        let mut message = Self { head: String::from_utf8(head).ok()?, body: String::new() };
        let length = message.header("content-length").map_or(Some(0), |length| length.parse().ok())?;
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await.ok()?;
        message.body = String::from_utf8(body).ok()?;
        Some(message)
    }

    /// `POST /account/recovery`, without the version.
    pub fn line(&self) -> &str {
        let line = self.head.lines().next().unwrap_or_default();
        line.rsplit_once(' ').map_or(line, |(line, _version)| line)
    }

    /// The value of a header, whose name is given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().find_map(|(found, value)| (found == name).then_some(value))
    }

    /// Names in lower case, and values.
    pub fn headers(&self) -> impl Iterator<Item = (String, &str)> {
        let headers = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim()))
    }

    /// The value of a form's field.
    pub fn field(&self, name: &str) -> Option<String> {
        let mut fields = url::form_urlencoded::parse(self.body.as_bytes());
        fields.find_map(|(found, value)| (found == name).then(|| value.into_owned()))
    }

    /// The same with a header in the place of those of that name.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let is_other = |line: &&str| {
            !line.is_empty()
                && !line.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(name))
        };
        let others: Vec<_> = self.head.lines().filter(is_other).collect();
        self.head = format!("{}\r\n{name}: {value}\r\n\r\n", others.join("\r\n"));
        self
    }

    /// The same, whatever the body's length is.
    pub fn with_length(self, length: usize) -> Self {
        self.with("Content-Length", &length.to_string())
    }

    pub fn bytes(&self) -> Vec<u8> {
        [self.head.as_bytes(), self.body.as_bytes()].concat()
    }
}
