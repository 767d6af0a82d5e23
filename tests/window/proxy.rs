//! A TCP proxy between the app and the service. It can be disconnected or paused, and counts requests.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// Forwards connections from its own address to the service.
pub struct ServiceProxy {
    address: SocketAddr,
    service: SocketAddr,
    /// Reserves the port while the proxy is disconnected, so that no other test gets it.
    _reserved: TcpSocket,
    /// Everything that the app sent.
    sent: Arc<Mutex<Vec<u8>>>,
    paused: watch::Sender<bool>,
    task: Option<JoinHandle<()>>,
}

impl ServiceProxy {
    pub async fn start(service: SocketAddr) -> Self {
        let reserved = shared_port(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let mut proxy = Self {
            address: reserved.local_addr().unwrap(),
            service,
            _reserved: reserved,
            sent: Arc::default(),
            paused: watch::Sender::new(false),
            task: None,
        };
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
        let (sent, paused) = (self.sent.clone(), self.paused.subscribe());
        self.task = Some(tokio::spawn(accept(listener, self.service, sent, paused)));
    }

    /// Holds back all requests from now on.
    pub fn pause(&self) {
        self.paused.send_replace(true);
    }

    /// Forwards the requests that were held back.
    pub fn resume(&self) {
        self.paused.send_replace(false);
    }

    /// How often the app sent this request, such as `POST /account/recovery`.
    pub fn count(&self, request: &str) -> usize {
        let request = format!("{request} HTTP/1.1\r\n");
        self.sent.lock().unwrap().windows(request.len()).filter(|part| *part == request.as_bytes()).count()
    }
}

/// A socket that does not listen, on a port that it shares with other sockets of this process.
fn shared_port(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseport(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

async fn accept(
    listener: TcpListener,
    service: SocketAddr,
    sent: Arc<Mutex<Vec<u8>>>,
    paused: watch::Receiver<bool>,
) {
    // Dropped with this task, which closes all connections.
    let mut connections = JoinSet::new();
    while let Ok((app, _)) = listener.accept().await {
        connections.spawn(forward(app, service, sent.clone(), paused.clone()));
    }
}

async fn forward(
    mut app: TcpStream,
    service: SocketAddr,
    sent: Arc<Mutex<Vec<u8>>>,
    mut paused: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let mut service = TcpStream::connect(service).await?;
    let (mut from_app, mut to_app) = app.split();
    let (mut from_service, mut to_service) = service.split();
    let requests = async {
        let mut buffer = [0; 4096];
        loop {
            match from_app.read(&mut buffer).await? {
                0 => return Ok(()),
                length => {
                    sent.lock().unwrap().extend_from_slice(&buffer[..length]);
                    // An error means that the proxy was dropped.
                    let _ = paused.wait_for(|paused| !paused).await;
                    to_service.write_all(&buffer[..length]).await?;
                }
            }
        }
    };
    tokio::select! {
        ended = requests => ended,
        ended = copy(&mut from_service, &mut to_app) => ended.map(drop),
    }
}
