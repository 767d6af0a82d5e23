//! The line between app and service: it can be cut or held up, and it counts what the app asks.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// Carries connections from an address of its own to the service.
pub struct Line {
    address: SocketAddr,
    service: SocketAddr,
    /// Keeps the port while nobody listens: another test must not get it meanwhile.
    _reserved: TcpSocket,
    /// Everything that the app sent.
    sent: Arc<Mutex<Vec<u8>>>,
    held: watch::Sender<bool>,
    carrier: Option<JoinHandle<()>>,
}

impl Line {
    pub async fn to(service: SocketAddr) -> Self {
        let reserved = shared_port(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let mut line = Self {
            address: reserved.local_addr().unwrap(),
            service,
            _reserved: reserved,
            sent: Arc::default(),
            held: watch::Sender::new(false),
            carrier: None,
        };
        line.mend().await;
        line
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Nobody answers at the address any more; connections that stand are broken.
    pub async fn cut(&mut self) {
        let carrier = self.carrier.take().unwrap();
        carrier.abort();
        assert!(carrier.await.unwrap_err().is_cancelled());
    }

    /// The address answers again.
    pub async fn mend(&mut self) {
        let listener = shared_port(self.address).listen(64).unwrap();
        let (sent, held) = (self.sent.clone(), self.held.subscribe());
        self.carrier = Some(tokio::spawn(carry(listener, self.service, sent, held)));
    }

    /// What the app asks from now on waits on the way.
    pub fn hold(&self) {
        self.held.send_replace(true);
    }

    /// What waited goes on.
    pub fn let_go(&self) {
        self.held.send_replace(false);
    }

    /// How often the app sent this request, such as `POST /account/recovery`.
    pub fn times(&self, request: &str) -> usize {
        let request = format!("{request} HTTP/1.1\r\n");
        self.sent.lock().unwrap().windows(request.len()).filter(|part| *part == request.as_bytes()).count()
    }
}

/// A socket on a port that it shares with others of this process. It does not listen.
fn shared_port(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseport(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

async fn carry(
    listener: TcpListener,
    service: SocketAddr,
    sent: Arc<Mutex<Vec<u8>>>,
    held: watch::Receiver<bool>,
) {
    // Dropped together with this task, and all connections with it.
    let mut connections = JoinSet::new();
    while let Ok((app, _)) = listener.accept().await {
        connections.spawn(forward(app, service, sent.clone(), held.clone()));
    }
}

async fn forward(
    mut app: TcpStream,
    service: SocketAddr,
    sent: Arc<Mutex<Vec<u8>>>,
    mut held: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let mut service = TcpStream::connect(service).await?;
    let (mut from_app, mut to_app) = app.split();
    let (mut from_service, mut to_service) = service.split();
    let asked = async {
        let mut part = [0; 4096];
        loop {
            match from_app.read(&mut part).await? {
                0 => return Ok(()),
                length => {
                    sent.lock().unwrap().extend_from_slice(&part[..length]);
                    // A line that is no more holds nothing up.
                    let _ = held.wait_for(|held| !held).await;
                    to_service.write_all(&part[..length]).await?;
                }
            }
        }
    };
    tokio::select! {
        ended = asked => ended,
        ended = copy(&mut from_service, &mut to_app) => ended.map(drop),
    }
}
