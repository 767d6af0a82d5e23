//! An HTTP proxy that tunnels CONNECT to loopback, except to rejected hosts.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncWriteExt as _, copy_bidirectional};
use tokio::net::TcpStream;

use super::{Message, shared_socket};

#[derive(Clone)]
pub struct ConnectProxy {
    /// The rejected hosts, with the status of the response.
    rejected: Arc<Mutex<HashMap<String, u16>>>,
    /// The hosts whose requests were rejected.
    met: Arc<Mutex<HashSet<String>>>,
}

impl ConnectProxy {
    /// Reserves a free port while the socket lives. A proxy's address must be known before the subprocess starts.
    pub fn reserve_port() -> tokio::net::TcpSocket {
        shared_socket(SocketAddr::from(([127, 0, 0, 1], 0)))
    }

    pub fn listen(port: u16) -> Self {
        let listener = shared_socket(SocketAddr::from(([127, 0, 0, 1], port))).listen(1024).unwrap();
        let proxy = Self { rejected: Arc::default(), met: Arc::default() };
        let accepting = proxy.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(accepting.clone().handle(client));
            }
        });
        proxy
    }

    /// Answers CONNECT to `host` with `status` from now on.
    pub fn reject(&self, host: &str, status: u16) {
        self.rejected.lock().unwrap().insert(host.to_owned(), status);
    }

    pub fn allow(&self, host: &str) {
        self.rejected.lock().unwrap().remove(host);
    }

    /// Whether a request for `host` was rejected.
    pub fn has_rejected(&self, host: &str) -> bool {
        self.met.lock().unwrap().contains(host)
    }

    async fn handle(self, mut client: TcpStream) -> Option<()> {
        let request = Message::read(&mut client).await?;
        let (host, port) = request.line().strip_prefix("CONNECT ")?.rsplit_once(':')?;
        let rejected = self.rejected.lock().unwrap().get(host).copied();
        if let Some(status) = rejected {
            self.met.lock().unwrap().insert(host.to_owned());
            let response = format!("HTTP/1.1 {status} Any\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return client.write_all(response.as_bytes()).await.ok();
        }
        let mut server = TcpStream::connect(("127.0.0.1", port.parse().ok()?)).await.ok()?;
        client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok()?;
        copy_bidirectional(&mut client, &mut server).await.ok().map(drop)
    }
}
