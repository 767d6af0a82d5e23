//! What can be wrong with a line, and what that makes of an answer.

use super::Message;

/// Longest answer that the client reads, in bytes (`CallLimits::default`).
const LONGEST_ANSWER: usize = 64 * 1024;

/// One thing that can be wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nobody listens.
    Refused,
    /// A connection is accepted, and nothing is ever said on it.
    BlackHole,
    /// The request arrives and is done; its answer never comes.
    Withheld,
    /// The connection is reset after so many percent of the answer's bytes.
    Reset(u8),
    /// The answer comes ten bytes a second.
    Drip,
    /// The connection is closed in the middle of the answer's body.
    Truncated,
    /// The answer comes twice on a connection that stays open.
    Duplicated,
    /// The answer is one byte longer than the client reads.
    Oversized,
    /// `Content-Length` says half of what comes.
    LengthTooShort,
    /// `Content-Length` says more than what comes, and the connection stays open.
    LengthTooLong,
    /// The body is announced as gzip, and begins with a header that is none.
    CorruptGzip,
    /// A gateway loses the server's answer, and says this status instead.
    Gateway(u16),
    /// A public network's sign-in: a redirect in the place of the server's answer.
    PortalRedirect,
    /// The same as a page.
    PortalPage,
    /// A public network's sign-in page on the port of TLS, in the clear.
    PortalOnTlsPort,
    /// The TLS handshake is accepted and never answered.
    HandshakeSilence,
    /// The connection is reset in the TLS handshake.
    HandshakeReset,
    /// The certificate is none to trust.
    Certificate(Faulty),
    /// The server knows TLS 1.1 and nothing newer.
    Tls11(Tls11By),
    /// A proxy answers CONNECT with this status.
    ProxyRefuses(u16),
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faulty {
    Expired,
    OtherHost,
    UnknownAuthority,
}

/// How a server says that it knows TLS 1.1 at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls11By {
    /// By the alert `protocol_version` (RFC 8446 §6.2).
    Alert,
    /// By a ServerHello of version 1.1.
    Hello,
}

/// What is sent instead of the server's answer, and what happens after it.
pub struct Spoilt {
    pub bytes: Vec<u8>,
    pub then: Then,
}

/// What happens to the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Close,
    Reset,
    Silence,
    StayOpen,
    /// It is closed, and each byte has come after a pause.
    Drip,
}

impl Fault {
    /// The server never learns of a request that has this fault.
    pub fn keeps_request_from_server(self) -> bool {
        use Fault::*;
        match self {
            Refused | BlackHole | PortalRedirect | PortalPage | PortalOnTlsPort | HandshakeSilence
            | HandshakeReset | Certificate(_) | Tls11(_) | ProxyRefuses(_) => true,
            Withheld | Reset(_) | Drip | Truncated | Duplicated | Oversized | LengthTooShort
            | LengthTooLong | CorruptGzip | Gateway(_) => false,
        }
    }

    /// What is answered without the server, if this is a fault that does.
    pub(super) fn instead(self) -> Option<Spoilt> {
        let answer = |text: &str| Some(Spoilt { bytes: text.as_bytes().to_vec(), then: Then::Close });
        match self {
            Self::PortalRedirect => answer(
                "HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\nContent-Length: 0\r\n\
                 Connection: close\r\n\r\n",
            ),
            Self::PortalPage => answer(PORTAL),
            _ => None,
        }
    }

    /// What this fault makes of an answer.
    pub(super) fn spoil(self, answer: &Message) -> Spoilt {
        let whole = closing(answer);
        let bytes = whole.bytes();
        let (bytes, then) = match self {
            Self::Withheld => (Vec::new(), Then::Silence),
            Self::Reset(percent) => (bytes[..bytes.len() * usize::from(percent) / 100].to_vec(), Then::Reset),
            Self::Drip => (bytes, Then::Drip),
            Self::Truncated => (bytes[..bytes.len() - answer.body.len() / 2].to_vec(), Then::Close),
            Self::Duplicated => ([answer.bytes(), answer.bytes()].concat(), Then::StayOpen),
            Self::Oversized => {
                let spaces = " ".repeat(LONGEST_ANSWER + 1 - answer.body.len());
                let body = format!("{}{spaces}", answer.body);
                (Message { body, ..whole }.with_length(LONGEST_ANSWER + 1).bytes(), Then::Close)
            }
            Self::LengthTooShort => {
                let half = whole.body.len() / 2;
                (whole.with_length(half).bytes(), Then::Close)
            }
            Self::LengthTooLong => {
                let more = whole.body.len() + 1;
                (whole.with_length(more).bytes(), Then::Silence)
            }
            Self::CorruptGzip => {
                // Only the first of gzip's two magic bytes is right (RFC 1952 §2.3.1).
                let length = whole.body.len() + 1;
                let announced = whole.with("Content-Encoding", "gzip").with_length(length);
                ([announced.head.as_bytes(), b"\x1f", answer.body.as_bytes()].concat(), Then::Close)
            }
            Self::Gateway(status) => {
                let text = format!(
                    "HTTP/1.1 {status} Any\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\
                     Connection: close\r\n\r\n<p>Oops"
                );
                (text.into_bytes(), Then::Close)
            }
            _ => return Spoilt::whole(answer),
        };
        Spoilt { bytes, then }
    }
}

/// A network's sign-in page as an answer.
pub(super) const PORTAL: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\
     Content-Length: 24\r\nConnection: close\r\n\r\n<title>Sign in</title><p>";

impl Spoilt {
    /// The answer as it is.
    pub(super) fn whole(answer: &Message) -> Self {
        Self { bytes: closing(answer).bytes(), then: Then::Close }
    }
}

/// Every request gets a connection of its own, so that a fault of connections is met by the next request for certain.
fn closing(answer: &Message) -> Message {
    answer.clone().with("Connection", "close")
}
