//! A TCP proxy between the app and the service. It can be disconnected or paused, or answer itself, and counts requests.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// Forwards connections from its own address to the service.
pub struct ServiceProxy {
    address: SocketAddr,
    /// Reserves the port while the proxy is disconnected, so that no other test gets it.
    _reserved: TcpSocket,
    shared: Arc<Shared>,
    task: Option<JoinHandle<()>>,
}

struct Shared {
    service: SocketAddr,
    /// Everything that the app sent.
    sent: Mutex<Vec<u8>>,
    paused: watch::Sender<bool>,
    responses_paused: watch::Sender<bool>,
    /// The response to all requests, instead of the service's.
    answer: Mutex<Option<&'static str>>,
    /// How often data from the service was forwarded.
    responses: AtomicUsize,
}

impl ServiceProxy {
    pub async fn start(service: SocketAddr) -> Self {
        let reserved = shared_port(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let shared = Shared {
            service,
            sent: Mutex::default(),
            paused: watch::Sender::new(false),
            responses_paused: watch::Sender::new(false),
            answer: Mutex::default(),
            responses: AtomicUsize::default(),
        };
        let address = reserved.local_addr().unwrap();
        let mut proxy = Self { address, _reserved: reserved, shared: Arc::new(shared), task: None };
        proxy.reconnect().await;
        proxy
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Refuses new connections and closes the open ones.
    pub async fn disconnect(&mut self) {
        let task = self.task.take().unwrap();
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
    }

    /// Accepts connections again.
    pub async fn reconnect(&mut self) {
        let listener = shared_port(self.address).listen(64).unwrap();
        self.task = Some(tokio::spawn(accept(listener, self.shared.clone())));
    }

    /// Answers all requests from now on with this response, or forwards them again. The service gets none of them.
    pub fn answer_with(&self, response: Option<&'static str>) {
        *self.shared.answer.lock().unwrap() = response;
    }

    /// Drops the requests that are held back, and forwards new ones.
    pub async fn drop_paused_requests(&mut self) {
        self.disconnect().await;
        self.resume();
        self.reconnect().await;
    }

    /// Holds back all requests from now on.
    pub fn pause(&self) {
        self.shared.paused.send_replace(true);
    }

    /// Forwards all requests, and holds back all responses from now on.
    pub fn pause_responses(&self) {
        self.shared.responses_paused.send_replace(true);
    }

    /// Forwards the requests and responses that were held back.
    pub fn resume(&self) {
        self.shared.paused.send_replace(false);
        self.shared.responses_paused.send_replace(false);
    }

    /// How often the app sent this request, such as `POST /account/recovery`.
    pub fn count(&self, request: &str) -> usize {
        self.count_text(&format!("{request} HTTP/1.1\r\n"))
    }

    /// How often data from the service was forwarded to the app.
    pub fn responses(&self) -> usize {
        self.shared.responses.load(Ordering::SeqCst)
    }

    /// How often the app sent this text.
    pub fn count_text(&self, text: &str) -> usize {
        self.shared.sent.lock().unwrap().windows(text.len()).filter(|part| *part == text.as_bytes()).count()
    }
}

/// A socket that does not listen, on a port that it shares with other sockets of this process.
fn shared_port(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseport(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    // Dropped with this task, which closes all connections.
    let mut connections = JoinSet::new();
    while let Ok((app, _)) = listener.accept().await {
        connections.spawn(forward(app, shared.clone()));
    }
}

async fn forward(mut app: TcpStream, shared: Arc<Shared>) -> std::io::Result<()> {
    let mut paused = shared.paused.subscribe();
    let mut responses_paused = shared.responses_paused.subscribe();
    let mut service = TcpStream::connect(shared.service).await?;
    let (mut from_app, mut to_app) = app.split();
    let (mut from_service, mut to_service) = service.split();
    let requests = async {
        let mut buffer = [0; 4096];
        loop {
            let length = from_app.read(&mut buffer).await?;
            if length == 0 {
                return Ok(None);
            }
            shared.sent.lock().unwrap().extend_from_slice(&buffer[..length]);
            // An error means that the proxy was dropped.
            let _ = paused.wait_for(|paused| !paused).await;
            let answer = *shared.answer.lock().unwrap();
            if answer.is_some() {
                return Ok(answer);
            }
            to_service.write_all(&buffer[..length]).await?;
        }
    };
    let responses = async {
        let mut buffer = [0; 4096];
        loop {
            let length = from_service.read(&mut buffer).await?;
            if length == 0 {
                return Ok(None);
            }
            let _ = responses_paused.wait_for(|paused| !paused).await;
            to_app.write_all(&buffer[..length]).await?;
            shared.responses.fetch_add(1, Ordering::SeqCst);
        }
    };
    let ended: std::io::Result<_> = tokio::select! {
        ended = requests => ended,
        ended = responses => ended,
    };
    if let Some(answer) = ended? {
        app.write_all(answer.as_bytes()).await?;
        app.shutdown().await?;
        // Data that was not read would reset the connection, and the app might lose the response.
        tokio::io::copy(&mut app, &mut tokio::io::sink()).await?;
    }
    Ok(())
}
