//! The line between app and service: it can be cut, and it counts what the app asks.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// Carries connections from an address of its own to the service.
pub struct Line {
    address: SocketAddr,
    service: SocketAddr,
    /// Everything that the app sent.
    sent: Arc<Mutex<Vec<u8>>>,
    carrier: Option<JoinHandle<()>>,
}

impl Line {
    pub async fn to(service: SocketAddr) -> Self {
        let anywhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let mut line = Self { address: anywhere, service, sent: Arc::default(), carrier: None };
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
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.address = listener.local_addr().unwrap();
        self.carrier = Some(tokio::spawn(carry(listener, self.service, self.sent.clone())));
    }

    /// How often the app sent this request, such as `POST /account/recovery`.
    pub fn times(&self, request: &str) -> usize {
        let request = format!("{request} HTTP/1.1\r\n");
        self.sent.lock().unwrap().windows(request.len()).filter(|part| *part == request.as_bytes()).count()
    }
}

async fn carry(listener: TcpListener, service: SocketAddr, sent: Arc<Mutex<Vec<u8>>>) {
    // Dropped together with this task, and all connections with it.
    let mut connections = JoinSet::new();
    while let Ok((app, _)) = listener.accept().await {
        connections.spawn(forward(app, service, sent.clone()));
    }
}

async fn forward(mut app: TcpStream, service: SocketAddr, sent: Arc<Mutex<Vec<u8>>>) -> std::io::Result<()> {
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
