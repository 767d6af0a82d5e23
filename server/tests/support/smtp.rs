//! A mail server on loopback that speaks as much SMTP (RFC 5321) as a client needs: STARTTLS (RFC 3207), AUTH PLAIN and
//! LOGIN (RFC 4954), and whatever can go wrong.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use latchkey_server::{Mail as Mailing, Smtp, SmtpTls};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::mailbox::Mail;

pub const USER: &str = "latchkey";
pub const PASSWORD: &str = "canary-of-the-mail-server";

/// How the server behaves from now on.
#[derive(Clone, Copy, PartialEq)]
pub enum Mood {
    Well,
    /// Never says a word.
    Silent,
    /// Refuses every recipient.
    Refusing,
    /// Hangs up in the middle of the mail.
    DyingBeforeTheEnd,
    /// Takes the mail and hangs up instead of saying so.
    DyingAfterTheEnd,
}

#[derive(Clone)]
pub struct Delivered {
    /// What the client called itself.
    pub ehlo: String,
    pub over_tls: bool,
    pub signed_in: bool,
    pub from: String,
    pub to: Vec<String>,
    pub raw: Vec<u8>,
}

impl Delivered {
    pub fn mail(&self) -> Mail {
        Mail::parse(&self.raw)
    }
}

struct Shared {
    mood: Mutex<Mood>,
    /// Offers SMTPUTF8 (RFC 6531) and what goes with it.
    smtputf8: AtomicBool,
    /// Mail to this domain is not taken while it is here.
    held: tokio::sync::watch::Sender<Option<&'static str>>,
    /// How long each mail takes to be taken.
    slowness: Mutex<Duration>,
    delivered: tokio::sync::watch::Sender<Vec<Delivered>>,
    connections: tokio::sync::watch::Sender<usize>,
    tls: TlsAcceptor,
}

pub struct SmtpServer {
    pub port: u16,
    shared: Arc<Shared>,
}

impl SmtpServer {
    /// Starts one, with a certificate for `localhost` whose authority is written to `ca_file`.
    pub async fn start(ca_file: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            mood: Mutex::new(Mood::Well),
            smtputf8: AtomicBool::new(false),
            held: tokio::sync::watch::Sender::default(),
            slowness: Mutex::default(),
            delivered: tokio::sync::watch::Sender::default(),
            connections: tokio::sync::watch::Sender::new(0),
            tls: acceptor(ca_file),
        });
        let serving = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                serving.connections.send_modify(|count| *count += 1);
                // A client that hangs up is not this server's concern.
                tokio::spawn(connection(stream, Arc::clone(&serving)));
            }
        });
        Self { port, shared }
    }

    pub fn become_(&self, mood: Mood) {
        *self.shared.mood.lock().unwrap() = mood;
    }

    /// Takes mail to addresses beyond ASCII from now on.
    pub fn offer_smtputf8(&self) {
        self.shared.smtputf8.store(true, Ordering::SeqCst);
    }

    /// Takes no mail to this domain until `None` is held.
    pub fn hold(&self, domain: Option<&'static str>) {
        self.shared.held.send_replace(domain);
    }

    /// Takes so long about every mail.
    pub fn slow_down(&self, each: Duration) {
        *self.shared.slowness.lock().unwrap() = each;
    }

    pub fn delivered(&self) -> Vec<Delivered> {
        self.shared.delivered.borrow().clone()
    }

    /// Waits until `count` mails to `recipient` have been taken.
    pub async fn delivered_to(&self, recipient: &str, count: usize) {
        let mut delivered = self.shared.delivered.subscribe();
        let wanted = format!("<{recipient}>");
        let there =
            |mails: &Vec<Delivered>| mails.iter().filter(|mail| mail.to.contains(&wanted)).count() >= count;
        let wait = delivered.wait_for(there);
        tokio::time::timeout(Duration::from_secs(60), wait).await.expect("the mail never came").unwrap();
    }

    /// Waits until somebody has connected.
    pub async fn connected(&self) {
        self.shared.connections.subscribe().wait_for(|count| *count > 0).await.unwrap();
    }
}

/// A configuration that mails through the server on this port, with STARTTLS and a password.
pub fn mail_to(port: u16, ca_file: Option<PathBuf>, timeout: Duration) -> Mailing {
    Mailing::Smtp(Smtp {
        host: "localhost".into(),
        port: Some(port),
        tls: SmtpTls::Starttls,
        credentials: Some((USER.into(), PASSWORD.into())),
        ca_file,
        ehlo_name: None,
        timeout,
    })
}

fn acceptor(ca_file: &Path) -> TlsAcceptor {
    let rcgen::CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(ca_file, cert.pem()).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

async fn connection(stream: TcpStream, shared: Arc<Shared>) -> std::io::Result<()> {
    if *shared.mood.lock().unwrap() == Mood::Silent {
        std::future::pending::<()>().await;
    }
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 localhost ESMTP\r\n").await?;
    let shared = shared.as_ref();
    let (plain, protected) = (Session { shared, over_tls: false }, Session { shared, over_tls: true });
    if plain.talk(&mut stream).await? {
        let stream = shared.tls.accept(stream.into_inner()).await?;
        protected.talk(&mut BufReader::new(stream)).await?;
    }
    Ok(())
}

struct Session<'a> {
    shared: &'a Shared,
    over_tls: bool,
}

impl Session<'_> {
    /// Waits as long as mail to these recipients shall take.
    async fn dawdle(&self, to: &[String]) {
        let is_held = |held: &Option<&str>| {
            held.is_some_and(|domain| to.iter().any(|to| to.ends_with(&format!("@{domain}>"))))
        };
        let mut held = self.shared.held.subscribe();
        held.wait_for(|held| !is_held(held)).await.unwrap();
        let slowness = *self.shared.slowness.lock().unwrap();
        tokio::time::sleep(slowness).await;
    }

    /// Talks until the client leaves; true if it wants TLS now.
    async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        stream: &mut BufReader<S>,
    ) -> std::io::Result<bool> {
        let (mut from, mut to, mut signed_in, mut ehlo) = (String::new(), Vec::new(), false, String::new());
        loop {
            let line = read_line(stream).await?;
            let mood = *self.shared.mood.lock().unwrap();
            let command = line.to_ascii_uppercase();
            let answer = if line.is_empty() || command == "QUIT" {
                return Ok(false);
            } else if command.starts_with("EHLO") {
                line["EHLO".len()..].trim().clone_into(&mut ehlo);
                if self.over_tls && self.shared.smtputf8.load(Ordering::SeqCst) {
                    "250-localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN"
                } else if self.over_tls {
                    "250-localhost\r\n250 AUTH PLAIN LOGIN"
                } else {
                    "250-localhost\r\n250 STARTTLS"
                }
            } else if command == "STARTTLS" {
                stream.write_all(b"220 go ahead\r\n").await?;
                return Ok(true);
            } else if let Some(credentials) = line.strip_prefix("AUTH PLAIN ") {
                signed_in =
                    STANDARD.decode(credentials).unwrap() == format!("\0{USER}\0{PASSWORD}").into_bytes();
                if signed_in { "235 welcome" } else { "535 no" }
            } else if let Some(address) = command.strip_prefix("MAIL FROM:") {
                from = address.to_lowercase();
                "250 ok"
            } else if command.starts_with("RCPT TO:") {
                to.push(line["RCPT TO:".len()..].to_owned());
                if mood == Mood::Refusing { "550 no such mailbox" } else { "250 ok" }
            } else if command == "DATA" {
                stream.write_all(b"354 go ahead\r\n").await?;
                let Some(raw) = read_mail(stream, mood).await? else { return Ok(false) };
                self.dawdle(&to).await;
                let (from, to) = (std::mem::take(&mut from), std::mem::take(&mut to));
                let ehlo = ehlo.clone();
                let mail = Delivered { ehlo, over_tls: self.over_tls, signed_in, from, to, raw };
                self.shared.delivered.send_modify(|mails| mails.push(mail));
                if mood == Mood::DyingAfterTheEnd {
                    return Ok(false);
                }
                "250 taken"
            } else {
                "250 ok"
            };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
    }
}

async fn read_line<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<String> {
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    Ok(line.trim_end().to_owned())
}

/// The mail up to its lone dot; `None` if the server shall not live so long.
async fn read_mail<S: AsyncRead + Unpin>(
    stream: &mut BufReader<S>,
    mood: Mood,
) -> std::io::Result<Option<Vec<u8>>> {
    let mut raw = Vec::new();
    loop {
        let mut line = Vec::new();
        stream.read_until(b'\n', &mut line).await?;
        if mood == Mood::DyingBeforeTheEnd {
            return Ok(None);
        }
        if line == b".\r\n" || line.is_empty() {
            return Ok(Some(raw));
        }
        // RFC 5321 §4.5.2: a leading dot was doubled.
        raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
