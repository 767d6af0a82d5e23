//! Network faults, and what each makes of a response.

use super::Message;

/// Maximum response that the client reads, in bytes (`CallLimits::default`).
const MAX_RESPONSE: usize = 64 * 1024;

/// A network fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The port is closed.
    ConnectionRefused,
    /// The connection is accepted, and nothing is ever sent.
    BlackHole,
    /// The server handles the request, and its response is never forwarded.
    ResponseWithheld,
    /// The connection is reset after this percentage of the response's bytes.
    ConnectionReset(u8),
    /// The response is sent at ten bytes a second.
    SlowResponse,
    /// The connection is closed in the middle of the response's body.
    TruncatedBody,
    /// The response is sent twice on a connection that stays open.
    DuplicatedResponse,
    /// The response is one byte longer than the client reads.
    OversizedResponse,
    /// `Content-Length` is half of the body's length.
    ContentLengthTooSmall,
    /// `Content-Length` is larger than the body's length, and the connection stays open.
    ContentLengthTooLarge,
    /// The body is declared as gzip and has a corrupt header.
    CorruptGzip,
    /// A gateway loses the server's response and answers with this status.
    GatewayError(u16),
    /// A captive portal answers with a redirect.
    PortalRedirect,
    /// A captive portal answers with its sign-in page.
    PortalPage,
    /// A captive portal answers on the TLS port in plain HTTP.
    PlainHttpOnTlsPort,
    /// The TLS handshake is never answered.
    HandshakeTimeout,
    /// The connection is reset in the TLS handshake.
    HandshakeReset,
    /// The certificate is not trusted.
    BadCertificate(CertificateFault),
    /// The server supports only TLS 1.1.
    Tls11Only(Tls11Reply),
    /// A proxy answers CONNECT with this status.
    ProxyRejects(u16),
}

impl Fault {
    /// Whether it affects whole connections, and not single responses.
    pub fn affects_connection(self) -> bool {
        use Fault::*;
        matches!(
            self,
            BlackHole
                | HandshakeTimeout
                | HandshakeReset
                | PlainHttpOnTlsPort
                | Tls11Only(_)
                | BadCertificate(_)
        )
    }
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateFault {
    Expired,
    OtherHost,
    UnknownAuthority,
}

/// How a server answers a client that does not support TLS 1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls11Reply {
    /// With the alert `protocol_version` (RFC 8446 §6.2).
    Alert,
    /// With a ServerHello of version 1.1.
    Hello,
}

/// What is sent instead of the server's response, and what happens to the connection.
pub struct FaultyResponse {
    pub bytes: Vec<u8>,
    pub then: AfterResponse,
}

/// What happens to the connection after the response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterResponse {
    Close,
    Reset,
    Hang,
    KeepOpen,
    /// The bytes are sent with pauses; then the connection is closed.
    SendSlowly,
}

impl Fault {
    /// Whether the request does not reach the server.
    pub fn blocks_request(self) -> bool {
        use Fault::*;
        match self {
            ConnectionRefused | BlackHole | PortalRedirect | PortalPage | PlainHttpOnTlsPort
            | HandshakeTimeout | HandshakeReset | BadCertificate(_) | Tls11Only(_) | ProxyRejects(_) => true,
            ResponseWithheld
            | ConnectionReset(_)
            | SlowResponse
            | TruncatedBody
            | DuplicatedResponse
            | OversizedResponse
            | ContentLengthTooSmall
            | ContentLengthTooLarge
            | CorruptGzip
            | GatewayError(_) => false,
        }
    }

    /// The response that is sent without asking the server, if this fault has one.
    pub(super) fn local_response(self) -> Option<FaultyResponse> {
        let response =
            |text: &str| Some(FaultyResponse { bytes: text.as_bytes().to_vec(), then: AfterResponse::Close });
        match self {
            Self::PortalRedirect => response(
                "HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\nContent-Length: 0\r\n\
                 Connection: close\r\n\r\n",
            ),
            Self::PortalPage => response(CAPTIVE_PORTAL),
            _ => None,
        }
    }

    /// Applies this fault to the server's response.
    pub(super) fn apply(self, response: &Message) -> FaultyResponse {
        let closing = close_after(response);
        let bytes = closing.bytes();
        let (bytes, then) = match self {
            Self::ResponseWithheld => (Vec::new(), AfterResponse::Hang),
            Self::ConnectionReset(percent) => {
                (bytes[..bytes.len() * usize::from(percent) / 100].to_vec(), AfterResponse::Reset)
            }
            Self::SlowResponse => (bytes, AfterResponse::SendSlowly),
            Self::TruncatedBody => {
                (bytes[..bytes.len() - response.body.len() / 2].to_vec(), AfterResponse::Close)
            }
            Self::DuplicatedResponse => {
                ([response.bytes(), response.bytes()].concat(), AfterResponse::KeepOpen)
            }
            Self::OversizedResponse => {
                let spaces = " ".repeat(MAX_RESPONSE + 1 - response.body.len());
                let body = format!("{}{spaces}", response.body);
                let oversized = Message { body, ..closing }.with_length(MAX_RESPONSE + 1);
                (oversized.bytes(), AfterResponse::Close)
            }
            Self::ContentLengthTooSmall => {
                let half = closing.body.len() / 2;
                (closing.with_length(half).bytes(), AfterResponse::Close)
            }
            Self::ContentLengthTooLarge => {
                let more = closing.body.len() + 1;
                (closing.with_length(more).bytes(), AfterResponse::Hang)
            }
            Self::CorruptGzip => {
                // Only the first of gzip's two magic bytes is right (RFC 1952 §2.3.1).
                let length = closing.body.len() + 1;
                let declared = closing.with_header("Content-Encoding", "gzip").with_length(length);
                let bytes = [declared.head.as_bytes(), b"\x1f", response.body.as_bytes()].concat();
                (bytes, AfterResponse::Close)
            }
            Self::GatewayError(status) => {
                let text = format!(
                    "HTTP/1.1 {status} Any\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\
                     Connection: close\r\n\r\n<p>Oops"
                );
                (text.into_bytes(), AfterResponse::Close)
            }
            _ => return FaultyResponse::intact(response),
        };
        FaultyResponse { bytes, then }
    }
}

/// The sign-in page of a captive portal, as a response.
pub(super) const CAPTIVE_PORTAL: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\
     Content-Length: 24\r\nConnection: close\r\n\r\n<title>Sign in</title><p>";

impl FaultyResponse {
    /// The unchanged response.
    pub(super) fn intact(response: &Message) -> Self {
        Self { bytes: close_after(response).bytes(), then: AfterResponse::Close }
    }
}

/// Every request gets its own connection, so that a connection fault affects the next request.
fn close_after(response: &Message) -> Message {
    response.clone().with_header("Connection", "close")
}
