//! A line to a real server that loses answers: what was asked for arrives and is done, and nobody hears of it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};

use super::wire::Message;

/// What the line does with the first answer to a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loses {
    /// Cuts the line instead of passing it on.
    ByCutting,
    /// Keeps it, and the line open.
    ByKeeping,
}

/// The line's near end.
pub struct Line {
    address: SocketAddr,
    resets: Arc<Mutex<Vec<(Message, Message)>>>,
}

impl Line {
    pub async fn to(server: SocketAddr, loses: Loses) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let line = Self { address: listener.local_addr().unwrap(), resets: Arc::default() };
        let resets = Arc::clone(&line.resets);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let far = TcpStream::connect(server).await.unwrap();
                tokio::spawn(carry(near, far, loses, Arc::clone(&resets)));
            }
        });
        line
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every reset with the server's answer to it, heard or not.
    pub fn resets(&self) -> Vec<(Message, Message)> {
        self.resets.lock().unwrap().clone()
    }
}

async fn carry(
    mut near: TcpStream,
    mut far: TcpStream,
    loses: Loses,
    resets: Arc<Mutex<Vec<(Message, Message)>>>,
) {
    while let Some(request) = Message::read(&mut near).await {
        far.write_all(&request.bytes()).await.unwrap();
        let answer = Message::read(&mut far).await.unwrap();
        if request.line() == "POST /account/reset-password" {
            let first = {
                let mut resets = resets.lock().unwrap();
                resets.push((request, answer.clone()));
                resets.len() == 1
            };
            match loses {
                Loses::ByCutting if first => return,
                Loses::ByKeeping if first => std::future::pending().await,
                _ => {}
            }
        }
        if near.write_all(&answer.bytes()).await.is_err() {
            return;
        }
    }
}
