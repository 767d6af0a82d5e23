//! A proxy for CONNECT that refuses the hosts it is told to refuse, and tunnels everything else to this machine.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncWriteExt as _, copy_bidirectional};
use tokio::net::TcpStream;

use super::{Message, reusable};

#[derive(Clone)]
pub struct Proxy {
    refused: Arc<Mutex<HashMap<String, u16>>>,
}

impl Proxy {
    /// A free port, kept for this machine's tests for as long as the socket lives: a proxy must be known before the
    /// process that has it is started.
    pub fn port() -> tokio::net::TcpSocket {
        reusable(SocketAddr::from(([127, 0, 0, 1], 0)))
    }

    pub fn listen(port: u16) -> Self {
        let listener = reusable(SocketAddr::from(([127, 0, 0, 1], port))).listen(1024).unwrap();
        let proxy = Self { refused: Arc::default() };
        let answering = proxy.clone();
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(answering.clone().answer(near));
            }
        });
        proxy
    }

    /// From now on CONNECT to `host` is answered with `status`.
    pub fn refuse(&self, host: &str, status: u16) {
        self.refused.lock().unwrap().insert(host.to_owned(), status);
    }

    pub fn permit(&self, host: &str) {
        self.refused.lock().unwrap().remove(host);
    }

    async fn answer(self, mut near: TcpStream) -> Option<()> {
        let request = Message::read(&mut near).await?;
        let (host, port) = request.line().strip_prefix("CONNECT ")?.rsplit_once(':')?;
        let refused = self.refused.lock().unwrap().get(host).copied();
        if let Some(status) = refused {
            let answer = format!("HTTP/1.1 {status} Any\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return near.write_all(answer.as_bytes()).await.ok();
        }
        let mut far = TcpStream::connect(("127.0.0.1", port.parse().ok()?)).await.ok()?;
        near.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok()?;
        copy_bidirectional(&mut near, &mut far).await.ok().map(drop)
    }
}
