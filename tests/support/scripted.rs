//! A server on loopback that does exactly what a test tells it to, and remembers what it was asked.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use latchkey::service::BaseUrl;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::wire::Message;

/// What becomes of a request.
#[derive(Debug, Clone)]
pub enum Act {
    /// These bytes, and the line is closed.
    Say(Vec<u8>),
    /// These bytes over and over, for as long as anybody listens.
    SayForEver { head: Vec<u8>, again: Vec<u8> },
    /// These bytes, and then silence on an open line.
    Hang(Vec<u8>),
    /// These bytes, and the line is reset.
    Reset(Vec<u8>),
}

/// Decides by the request and by how many of the same line came before it.
type Script = dyn Fn(&Message, usize) -> Act + Send + Sync;

#[derive(Clone)]
pub struct Scripted {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Message>>>,
}

impl Scripted {
    pub async fn start(script: impl Fn(&Message, usize) -> Act + Send + Sync + 'static) -> Self {
        Self::listen(Arc::new(script), None).await
    }

    /// Speaks TLS with a certificate that nobody has a reason to trust.
    pub async fn start_with_tls(
        acceptor: TlsAcceptor,
        script: impl Fn(&Message, usize) -> Act + Send + Sync + 'static,
    ) -> Self {
        Self::listen(Arc::new(script), Some(acceptor)).await
    }

    async fn listen(script: Arc<Script>, tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self { address: listener.local_addr().unwrap(), seen: Arc::default() };
        let (accepting, all) = (server.clone(), script);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (server, script, tls) = (accepting.clone(), Arc::clone(&all), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        None => server.converse(stream, &*script, reset).await,
                        Some(tls) => {
                            let Ok(stream) = tls.accept(stream).await else { return };
                            server.converse(stream, &*script, drop).await;
                        }
                    }
                });
            }
        });
        server
    }

    async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        mut stream: S,
        script: &Script,
        reset: fn(S),
    ) {
        let Some(request) = Message::read(&mut stream).await else { return };
        let act = script(&request, self.count(request.line()));
        self.seen.lock().unwrap().push(request);
        // Whoever hangs up on a misbehaving server is right to; nothing here depends on the bytes arriving.
        match act {
            Act::Say(bytes) => drop(stream.write_all(&bytes).await),
            Act::SayForEver { head, again } => {
                let mut heard = stream.write_all(&head).await;
                while heard.is_ok() {
                    heard = stream.write_all(&again).await;
                }
            }
            Act::Hang(bytes) => {
                let _ = stream.write_all(&bytes).await;
                std::future::pending().await
            }
            Act::Reset(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.flush().await;
                reset(stream);
            }
        }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn base(&self) -> BaseUrl {
        BaseUrl::parse(&format!("http://{}", self.address)).unwrap()
    }

    /// Everything it was asked, in order.
    pub fn seen(&self) -> Vec<Message> {
        self.seen.lock().unwrap().clone()
    }

    /// How many requests began with this line.
    pub fn count(&self, line: &str) -> usize {
        self.seen.lock().unwrap().iter().filter(|message| message.line() == line).count()
    }
}

fn reset(stream: TcpStream) {
    stream.set_zero_linger().unwrap();
}

/// A whole answer, with `headers` as lines.
pub fn answer(status: u16, headers: &[&str], body: &str) -> Act {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let length = body.len();
    Act::Say(
        format!(
            "HTTP/1.1 {status} Any\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
        .into(),
    )
}

pub fn json(body: &str) -> Act {
    answer(200, &["Content-Type: application/json"], body)
}

pub fn not_found() -> Act {
    answer(404, &[], "")
}
