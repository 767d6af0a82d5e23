//! A TCP proxy between the client and a real server. It forwards everything until a test injects a fault.

pub mod connect_proxy;
pub mod fault;
pub mod tls;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;

use super::http_message::Message;
use fault::{AfterResponse, Fault, FaultyResponse};
use tls::Certificates;

/// Time between two bytes of [`Fault::SlowResponse`].
const BYTE_INTERVAL: Duration = Duration::from_millis(100);

/// A handle to the proxy. Clones share it.
#[derive(Clone)]
pub struct FaultProxy {
    address: SocketAddr,
    server: SocketAddr,
    certificates: Option<Arc<Certificates>>,
    state: Arc<Mutex<State>>,
    /// Bound and never listening: reserves the port while the proxy does not listen.
    _port: Arc<TcpSocket>,
}

#[derive(Default)]
struct State {
    active: Option<ActiveFault>,
    /// Runs once, after this request has got its response.
    hook: Option<(&'static str, Hook)>,
    exchanges: Vec<(Message, Message)>,
    /// Whether a fault affected a request or a connection.
    was_met: bool,
    listener: Option<JoinHandle<()>>,
}

type Hook = Box<dyn FnOnce() -> BoxFuture<'static, ()> + Send>;

#[derive(Clone, Copy)]
struct ActiveFault {
    fault: Fault,
    /// The request that gets the fault. Ignored by faults of connections.
    line: &'static str,
    /// The number of requests that still get it.
    remaining: usize,
}

impl FaultProxy {
    /// Starts a proxy without TLS.
    pub async fn start(server: SocketAddr) -> Self {
        Self::open(server, None).await
    }

    /// Starts a proxy that speaks TLS with the client.
    pub async fn start_with_tls(server: SocketAddr, certificates: Arc<Certificates>) -> Self {
        Self::open(server, Some(certificates)).await
    }

    async fn open(server: SocketAddr, certificates: Option<Arc<Certificates>>) -> Self {
        let port = shared_socket(SocketAddr::from(([127, 0, 0, 1], 0)));
        let address = port.local_addr().unwrap();
        let proxy = Self { address, server, certificates, state: Arc::default(), _port: Arc::new(port) };
        proxy.listen();
        proxy
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL for the client.
    pub fn base(&self) -> String {
        match self.certificates {
            Some(_) => format!("https://localhost:{}", self.address.port()),
            None => format!("http://{}", self.address),
        }
    }

    /// Injects a fault from now on. A fault of responses affects only requests with this first line.
    pub async fn inject(&self, fault: Fault, line: &'static str) {
        self.activate(ActiveFault { fault, line, remaining: usize::MAX }).await;
    }

    /// Injects a fault of responses for the first `times` requests.
    pub async fn inject_times(&self, fault: Fault, line: &'static str, times: usize) {
        self.activate(ActiveFault { fault, line, remaining: times }).await;
    }

    /// Injects a fault once the request `after` has got its response.
    pub fn inject_after(&self, after: &'static str, fault: Fault, line: &'static str) {
        let proxy = self.clone();
        self.run_after(after, move || async move { proxy.inject(fault, line).await }.boxed());
    }

    /// Runs `hook` once the server has answered the request `after`, before the response is forwarded.
    pub fn run_after(
        &self,
        after: &'static str,
        hook: impl FnOnce() -> BoxFuture<'static, ()> + Send + 'static,
    ) {
        self.state().hook = Some((after, Box::new(hook)));
    }

    /// Removes the fault. Everything is forwarded again.
    pub fn clear(&self) {
        let mut state = self.state();
        (state.active, state.hook) = (None, None);
        let is_closed = state.listener.is_none();
        drop(state);
        if is_closed {
            self.listen();
        }
    }

    /// The requests with this first line that the server answered, with its responses, whether or not they were forwarded.
    pub fn exchanges(&self, line: &str) -> Vec<(Message, Message)> {
        let state = self.state();
        state.exchanges.iter().filter(|(request, _)| request.line() == line).cloned().collect()
    }

    /// Whether the client has met a fault. A refused connection cannot be seen from here: it counts as met when the port
    /// is closed.
    pub fn was_met(&self) -> bool {
        self.state().was_met
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn activate(&self, fault: ActiveFault) {
        let listener = {
            let mut state = self.state();
            state.active = Some(fault);
            if fault.fault == Fault::ConnectionRefused {
                state.was_met = true;
                state.listener.take()
            } else {
                None
            }
        };
        if let Some(listener) = listener {
            listener.abort();
            // The socket is closed when the task has ended.
            let _ = listener.await;
        }
    }

    fn listen(&self) {
        let listener = shared_socket(self.address).listen(1024).unwrap();
        let proxy = self.clone();
        self.state().listener = Some(tokio::spawn(async move { proxy.accept_all(listener).await }));
    }

    async fn accept_all(&self, listener: TcpListener) {
        while let Ok((client, _)) = listener.accept().await {
            let proxy = self.clone();
            tokio::spawn(async move { proxy.handle(client).await });
        }
    }

    async fn handle(self, mut client: TcpStream) {
        let fault = self.connection_fault();
        match (fault, &self.certificates) {
            (Some(Fault::BlackHole | Fault::HandshakeTimeout), _) => hang(client).await,
            (Some(Fault::HandshakeReset), _) => {
                let _ = client.read_u8().await;
                reset(client);
            }
            (Some(Fault::PlainHttpOnTlsPort), _) => {
                tls::reply(client, fault::CAPTIVE_PORTAL.as_bytes()).await;
            }
            (Some(Fault::Tls11Only(kind)), _) => tls::reply(client, &tls::tls11_reply(kind)).await,
            (Some(Fault::BadCertificate(fault)), Some(certificates)) => {
                // The client must abort the handshake. If it does not, the test notices the response.
                if let Ok(client) = certificates.faulty(fault).accept(client).await {
                    self.serve(client, drop).await;
                }
            }
            (_, Some(certificates)) => {
                if let Ok(client) = certificates.good().accept(client).await {
                    self.serve(client, drop).await;
                }
            }
            (_, None) => self.serve(client, reset).await,
        }
    }

    /// Serves one connection: one request, unless the fault keeps the connection open.
    async fn serve<S: AsyncRead + AsyncWrite + Unpin>(&self, mut client: S, reset: fn(S)) {
        while let Some(request) = Message::read(&mut client).await {
            let fault = self.fault_for(&request);
            let FaultyResponse { bytes, then } = match fault.and_then(Fault::local_response) {
                Some(response) => response,
                None => {
                    let response = self.forward(&request).await;
                    self.run_hook(&request).await;
                    fault.map_or_else(|| FaultyResponse::intact(&response), |fault| fault.apply(&response))
                }
            };
            // The client may close the connection at any time, so write errors are ignored.
            match then {
                AfterResponse::SendSlowly => {
                    for byte in bytes {
                        if client.write_all(&[byte]).await.is_err() {
                            return;
                        }
                        let _ = client.flush().await;
                        tokio::time::sleep(BYTE_INTERVAL).await;
                    }
                    return;
                }
                AfterResponse::Close => {
                    let _ = client.write_all(&bytes).await;
                    let _ = client.shutdown().await;
                    return;
                }
                AfterResponse::Reset => {
                    let _ = client.write_all(&bytes).await;
                    let _ = client.flush().await;
                    return reset(client);
                }
                AfterResponse::Hang => {
                    let _ = client.write_all(&bytes).await;
                    let _ = client.flush().await;
                    return hang(client).await;
                }
                AfterResponse::KeepOpen => {
                    let _ = client.write_all(&bytes).await;
                    let _ = client.flush().await;
                }
            }
        }
    }

    fn connection_fault(&self) -> Option<Fault> {
        let mut state = self.state();
        let fault = state.active.map(|active| active.fault).filter(|fault| fault.affects_connection())?;
        state.was_met = true;
        Some(fault)
    }

    fn fault_for(&self, request: &Message) -> Option<Fault> {
        let mut state = self.state();
        let active =
            state.active.as_mut().filter(|active| active.line == request.line() && active.remaining > 0)?;
        active.remaining -= 1;
        let fault = active.fault;
        state.was_met = true;
        Some(fault)
    }

    async fn forward(&self, request: &Message) -> Message {
        let mut server = TcpStream::connect(self.server).await.unwrap();
        server.write_all(&request.bytes()).await.unwrap();
        let response = Message::read(&mut server).await.expect("the server answers");
        self.state().exchanges.push((request.clone(), response.clone()));
        response
    }

    async fn run_hook(&self, request: &Message) {
        let hook = {
            let mut state = self.state();
            state.hook.take_if(|(after, _)| *after == request.line())
        };
        if let Some((_, hook)) = hook {
            hook().await;
        }
    }
}

/// A socket on an address that other sockets of this process may use too.
fn shared_socket(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseport(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

fn reset(stream: TcpStream) {
    stream.set_zero_linger().unwrap();
}

/// Keeps a connection open and sends nothing.
async fn hang<S>(_stream: S) {
    std::future::pending().await
}
