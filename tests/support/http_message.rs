//! HTTP/1.1 messages as bytes. Only `Content-Length` is interpreted.

use tokio::io::{AsyncRead, AsyncReadExt as _};

/// A request or a response, as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub head: String,
    pub body: String,
}

impl Message {
    /// Reads the next message. `None` if the connection closes before its end.
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

    /// The first line. Of a request without the version: `POST /account/recovery`.
    pub fn line(&self) -> &str {
        let line = self.head.lines().next().unwrap_or_default();
        line.rsplit_once(' ').map_or(line, |(line, _version)| line)
    }

    /// The value of the header with this name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().find_map(|(found, value)| (found == name).then_some(value))
    }

    /// All headers, with their names in lower case.
    pub fn headers(&self) -> impl Iterator<Item = (String, &str)> {
        let headers = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim()))
    }

    /// The value of a field of a form body.
    pub fn field(&self, name: &str) -> Option<String> {
        let mut fields = url::form_urlencoded::parse(self.body.as_bytes());
        fields.find_map(|(found, value)| (found == name).then(|| value.into_owned()))
    }

    /// Replaces the headers with this name.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        let is_other = |line: &&str| {
            !line.is_empty()
                && !line.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(name))
        };
        let others: Vec<_> = self.head.lines().filter(is_other).collect();
        self.head = format!("{}\r\n{name}: {value}\r\n\r\n", others.join("\r\n"));
        self
    }

    /// Replaces `Content-Length`, whatever the length of the body is.
    pub fn with_length(self, length: usize) -> Self {
        self.with_header("Content-Length", &length.to_string())
    }

    pub fn bytes(&self) -> Vec<u8> {
        [self.head.as_bytes(), self.body.as_bytes()].concat()
    }
}
