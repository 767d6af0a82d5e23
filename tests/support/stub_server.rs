//! A server on loopback with scripted responses, which records the requests.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use latchkey::service::BaseUrl;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio_rustls::TlsAcceptor;

use super::http_message::Message;

/// What the server does with a request.
#[derive(Debug, Clone)]
pub enum StubResponse {
    /// Sends these bytes and closes the connection.
    Send(Vec<u8>),
    /// Sends `head`, then `chunk` over and over until the client closes the connection.
    SendForever { head: Vec<u8>, chunk: Vec<u8> },
    /// Sends these bytes and keeps the connection open.
    Hang(Vec<u8>),
    /// Sends these bytes, keeps the connection open until `close`, and closes it. Says when the client has closed it too.
    KeepAlive { bytes: Vec<u8>, close: Arc<Notify>, closed: Arc<Notify> },
    /// Sends these bytes and resets the connection.
    Reset(Vec<u8>),
}

/// Chooses the response to a request. The number is how many requests with the same method and path came before.
type Handler = dyn Fn(&Message, usize) -> StubResponse + Send + Sync;

#[derive(Clone)]
pub struct StubServer {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Message>>>,
}

impl StubServer {
    pub async fn start(handler: impl Fn(&Message, usize) -> StubResponse + Send + Sync + 'static) -> Self {
        Self::listen(Arc::new(handler), None).await
    }

    pub async fn start_with_tls(
        acceptor: TlsAcceptor,
        handler: impl Fn(&Message, usize) -> StubResponse + Send + Sync + 'static,
    ) -> Self {
        Self::listen(Arc::new(handler), Some(acceptor)).await
    }

    async fn listen(handler: Arc<Handler>, tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self { address: listener.local_addr().unwrap(), requests: Arc::default() };
        let accepting = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (server, handler, tls) = (accepting.clone(), Arc::clone(&handler), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        None => server.serve(stream, &*handler, reset).await,
                        Some(tls) => {
                            let Ok(stream) = tls.accept(stream).await else { return };
                            server.serve(stream, &*handler, drop).await;
                        }
                    }
                });
            }
        });
        server
    }

    async fn serve<S: AsyncRead + AsyncWrite + Unpin>(&self, mut stream: S, handler: &Handler, reset: fn(S)) {
        let Some(request) = Message::read(&mut stream).await else { return };
        let response = handler(&request, self.count(request.line()));
        self.requests.lock().unwrap().push(request);
        // The client may close the connection at any time, so write errors are ignored.
        match response {
            StubResponse::Send(bytes) => drop(stream.write_all(&bytes).await),
            StubResponse::SendForever { head, chunk } => {
                let mut written = stream.write_all(&head).await;
                while written.is_ok() {
                    written = stream.write_all(&chunk).await;
                }
            }
            StubResponse::Hang(bytes) => {
                let _ = stream.write_all(&bytes).await;
                std::future::pending().await
            }
            StubResponse::KeepAlive { bytes, close, closed } => {
                let _ = stream.write_all(&bytes).await;
                close.notified().await;
                let _ = stream.shutdown().await;
                let _ = tokio::io::copy(&mut stream, &mut tokio::io::sink()).await;
                closed.notify_one();
            }
            StubResponse::Reset(bytes) => {
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

    /// All requests, in order.
    pub fn requests(&self) -> Vec<Message> {
        self.requests.lock().unwrap().clone()
    }

    /// The number of requests with this method and path.
    pub fn count(&self, line: &str) -> usize {
        self.requests.lock().unwrap().iter().filter(|message| message.line() == line).count()
    }
}

fn reset(stream: TcpStream) {
    stream.set_zero_linger().unwrap();
}

/// A complete response, with `headers` as lines.
pub fn response(status: u16, headers: &[&str], body: &str) -> StubResponse {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let length = body.len();
    StubResponse::Send(
        format!(
            "HTTP/1.1 {status} Any\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
        .into(),
    )
}

pub fn json(body: &str) -> StubResponse {
    response(200, &["Content-Type: application/json"], body)
}

pub fn not_found() -> StubResponse {
    response(404, &[], "")
}
