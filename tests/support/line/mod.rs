//! A TCP proxy between the client and a real server that passes everything on, until a test gives it a fault.

pub mod fault;
pub mod proxy;
pub mod tls;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;

use super::wire::Message;
use fault::{Fault, Spoilt, Then};
use tls::Certificates;

/// Between two bytes of [`Fault::Drip`].
const DRIP: Duration = Duration::from_millis(100);

/// The near end of the line. Cheap to clone; all clones are the same line.
#[derive(Clone)]
pub struct Line {
    address: SocketAddr,
    server: SocketAddr,
    certificates: Option<Arc<Certificates>>,
    state: Arc<Mutex<State>>,
    /// Bound and never listening: keeps the port while nobody listens on it.
    _port: Arc<TcpSocket>,
}

#[derive(Default)]
struct State {
    armed: Option<Armed>,
    /// What happens as soon as this request has its answer.
    after: Option<(&'static str, Next)>,
    passed: Vec<(Message, Message)>,
    listening: Option<JoinHandle<()>>,
}

/// What happens after an answer.
type Next = Box<dyn FnOnce() -> BoxFuture<'static, ()> + Send>;

#[derive(Clone, Copy)]
struct Armed {
    fault: Fault,
    /// The request that the fault is for, where it is one of answers.
    at: &'static str,
    /// For so many of them.
    left: usize,
}

impl Line {
    /// A line in the clear.
    pub async fn to(server: SocketAddr) -> Self {
        Self::open(server, None).await
    }

    /// A line that speaks TLS with the client.
    pub async fn with_tls(server: SocketAddr, certificates: Arc<Certificates>) -> Self {
        Self::open(server, Some(certificates)).await
    }

    async fn open(server: SocketAddr, certificates: Option<Arc<Certificates>>) -> Self {
        let port = reusable(SocketAddr::from(([127, 0, 0, 1], 0)));
        let address = port.local_addr().unwrap();
        let line = Self { address, server, certificates, state: Arc::default(), _port: Arc::new(port) };
        line.listen();
        line
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address that a client begins with.
    pub fn base(&self) -> String {
        match self.certificates {
            Some(_) => format!("https://localhost:{}", self.address.port()),
            None => format!("http://{}", self.address),
        }
    }

    /// From now on `fault` is what happens, at the request `at` if it is a fault of answers.
    pub async fn break_with(&self, fault: Fault, at: &'static str) {
        self.arm(Armed { fault, at, left: usize::MAX }).await;
    }

    /// The same, for the first `times` requests.
    pub async fn break_times(&self, fault: Fault, at: &'static str, times: usize) {
        self.arm(Armed { fault, at, left: times }).await;
    }

    /// The same, as soon as the request `after` has its answer.
    pub fn break_after(&self, after: &'static str, fault: Fault, at: &'static str) {
        let line = self.clone();
        self.once_after(after, move || async move { line.break_with(fault, at).await }.boxed());
    }

    /// Does something as soon as the request `after` has its answer, and before anybody hears it.
    pub fn once_after(
        &self,
        after: &'static str,
        next: impl FnOnce() -> BoxFuture<'static, ()> + Send + 'static,
    ) {
        self.state().after = Some((after, Box::new(next)));
    }

    /// Everything is passed on again.
    pub fn mend(&self) {
        let mut state = self.state();
        (state.armed, state.after) = (None, None);
        let is_closed = state.listening.is_none();
        drop(state);
        if is_closed {
            self.listen();
        }
    }

    /// Every request that the server has answered, with its answer, heard or not.
    pub fn passed(&self, line: &str) -> Vec<(Message, Message)> {
        let state = self.state();
        state.passed.iter().filter(|(request, _)| request.line() == line).cloned().collect()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn arm(&self, armed: Armed) {
        let listening = {
            let mut state = self.state();
            state.armed = Some(armed);
            if armed.fault == Fault::Refused { state.listening.take() } else { None }
        };
        if let Some(listening) = listening {
            listening.abort();
            // The socket is closed once the task is gone.
            let _ = listening.await;
        }
    }

    fn listen(&self) {
        let listener = reusable(self.address).listen(1024).unwrap();
        let line = self.clone();
        self.state().listening = Some(tokio::spawn(async move { line.accept_all(listener).await }));
    }

    async fn accept_all(&self, listener: TcpListener) {
        while let Ok((near, _)) = listener.accept().await {
            let line = self.clone();
            tokio::spawn(async move { line.take(near).await });
        }
    }

    async fn take(self, mut near: TcpStream) {
        let fault = self.state().armed.map(|armed| armed.fault);
        match (fault, &self.certificates) {
            (Some(Fault::BlackHole | Fault::HandshakeSilence), _) => hold(near).await,
            (Some(Fault::HandshakeReset), _) => {
                let _ = near.read_u8().await;
                reset(near);
            }
            (Some(Fault::PortalOnTlsPort), _) => tls::answer_with(near, fault::PORTAL.as_bytes()).await,
            (Some(Fault::Tls11(by)), _) => tls::answer_with(near, &tls::old_tls(by)).await,
            (Some(Fault::Certificate(faulty)), Some(certificates)) => {
                // The client hangs up; what it is answered if it does not is seen by the test.
                if let Ok(near) = certificates.faulty(faulty).accept(near).await {
                    self.carry(near, drop).await;
                }
            }
            (_, Some(certificates)) => {
                if let Ok(near) = certificates.good().accept(near).await {
                    self.carry(near, drop).await;
                }
            }
            (_, None) => self.carry(near, reset).await,
        }
    }

    /// One connection: one request, unless the fault leaves the connection open.
    async fn carry<S: AsyncRead + AsyncWrite + Unpin>(&self, mut near: S, reset: fn(S)) {
        while let Some(request) = Message::read(&mut near).await {
            let fault = self.fault_for(&request);
            let Spoilt { bytes, then } = match fault.and_then(Fault::instead) {
                Some(spoilt) => spoilt,
                None => {
                    let answer = self.ask(&request).await;
                    self.after(&request).await;
                    fault.map_or_else(|| Spoilt::whole(&answer), |fault| fault.spoil(&answer))
                }
            };
            // Whoever hangs up on a line with a fault is right to.
            match then {
                Then::Drip => {
                    for byte in bytes {
                        if near.write_all(&[byte]).await.is_err() {
                            return;
                        }
                        let _ = near.flush().await;
                        tokio::time::sleep(DRIP).await;
                    }
                    return;
                }
                Then::Close => {
                    let _ = near.write_all(&bytes).await;
                    let _ = near.shutdown().await;
                    return;
                }
                Then::Reset => {
                    let _ = near.write_all(&bytes).await;
                    let _ = near.flush().await;
                    return reset(near);
                }
                Then::Silence => {
                    let _ = near.write_all(&bytes).await;
                    let _ = near.flush().await;
                    return hold(near).await;
                }
                Then::StayOpen => {
                    let _ = near.write_all(&bytes).await;
                    let _ = near.flush().await;
                }
            }
        }
    }

    fn fault_for(&self, request: &Message) -> Option<Fault> {
        let mut state = self.state();
        let armed = state.armed.as_mut().filter(|armed| armed.at == request.line() && armed.left > 0)?;
        armed.left -= 1;
        Some(armed.fault)
    }

    async fn ask(&self, request: &Message) -> Message {
        let mut far = TcpStream::connect(self.server).await.unwrap();
        far.write_all(&request.bytes()).await.unwrap();
        let answer = Message::read(&mut far).await.expect("the server answers");
        self.state().passed.push((request.clone(), answer.clone()));
        answer
    }

    async fn after(&self, request: &Message) {
        let next = {
            let mut state = self.state();
            state.after.take_if(|(after, _)| *after == request.line())
        };
        if let Some((_, next)) = next {
            next().await;
        }
    }
}

/// A socket on an address that another socket of this process may have too.
fn reusable(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseport(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

fn reset(stream: TcpStream) {
    stream.set_zero_linger().unwrap();
}

/// Keeps a connection open and says nothing.
async fn hold<S>(_stream: S) {
    std::future::pending().await
}
