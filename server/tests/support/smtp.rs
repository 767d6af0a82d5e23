//! An SMTP server on loopback (RFC 5321) with STARTTLS (RFC 3207), AUTH PLAIN and LOGIN (RFC 4954), and configurable
//! failures.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use latchkey_server::{Mail as Mailing, Smtp, SmtpTls};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::mailbox::Mail;
use super::{OLD_PASSWORD, TestServer};

pub const USER: &str = "latchkey";
pub const PASSWORD: &str = "canary-of-the-mail-server";

/// How the server behaves.
#[derive(Clone, Copy, PartialEq)]
pub enum Behavior {
    Normal,
    /// Accepts connections and sends nothing.
    Silent,
    /// Rejects every recipient.
    Rejecting,
    /// Disconnects before the end of the email.
    DisconnectBeforeEnd,
    /// Accepts the email and disconnects without a reply.
    DisconnectAfterEnd,
}

#[derive(Clone)]
pub struct Delivered {
    /// The client's EHLO name.
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
    behavior: Mutex<Behavior>,
    /// Whether the server supports SMTPUTF8 (RFC 6531).
    smtputf8: AtomicBool,
    /// Email to this domain is not accepted.
    blocked_domain: tokio::sync::watch::Sender<Option<&'static str>>,
    /// Time to accept an email.
    delay: Mutex<Duration>,
    delivered: tokio::sync::watch::Sender<Vec<Delivered>>,
    connections: tokio::sync::watch::Sender<usize>,
    /// After so many emails, a connection gets 421.
    mails_per_connection: AtomicUsize,
    /// Changes when the server closes its connections.
    closed: tokio::sync::watch::Sender<()>,
    tls: TlsAcceptor,
}

pub struct SmtpServer {
    pub port: u16,
    shared: Arc<Shared>,
}

impl SmtpServer {
    /// Starts a server with a certificate for `localhost`, and writes its certificate authority to `ca_file`.
    pub async fn start(ca_file: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            behavior: Mutex::new(Behavior::Normal),
            smtputf8: AtomicBool::new(false),
            blocked_domain: tokio::sync::watch::Sender::default(),
            delay: Mutex::default(),
            delivered: tokio::sync::watch::Sender::default(),
            connections: tokio::sync::watch::Sender::new(0),
            mails_per_connection: AtomicUsize::new(usize::MAX),
            closed: tokio::sync::watch::Sender::default(),
            tls: acceptor(ca_file),
        });
        let serving = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                serving.connections.send_modify(|count| *count += 1);
                // Errors of clients are ignored.
                tokio::spawn(connection(stream, Arc::clone(&serving)));
            }
        });
        Self { port, shared }
    }

    pub fn set_behavior(&self, behavior: Behavior) {
        *self.shared.behavior.lock().unwrap() = behavior;
    }

    /// Supports SMTPUTF8 from now on.
    pub fn offer_smtputf8(&self) {
        self.shared.smtputf8.store(true, Ordering::SeqCst);
    }

    /// Accepts no email to this domain until it is called with `None`.
    pub fn block_domain(&self, domain: Option<&'static str>) {
        self.shared.blocked_domain.send_replace(domain);
    }

    /// Takes this long to accept each email.
    pub fn set_delay(&self, each: Duration) {
        *self.shared.delay.lock().unwrap() = each;
    }

    pub fn delivered(&self) -> Vec<Delivered> {
        self.shared.delivered.borrow().clone()
    }

    /// The number of emails to `recipient` that have been accepted.
    pub fn delivered_to(&self, recipient: &str) -> usize {
        count_to(&self.shared.delivered.borrow(), recipient)
    }

    /// Waits until `count` emails to `recipient` have been accepted.
    pub async fn wait_for_delivery(&self, recipient: &str, count: usize) {
        let mut delivered = self.shared.delivered.subscribe();
        let wait = delivered.wait_for(|mails| count_to(mails, recipient) >= count);
        tokio::time::timeout(Duration::from_secs(60), wait)
            .await
            .expect("the mail was not sent in time")
            .unwrap();
    }

    /// Closes each connection after so many emails.
    pub fn limit_mails_per_connection(&self, limit: usize) {
        self.shared.mails_per_connection.store(limit, Ordering::SeqCst);
    }

    /// Closes all connections that wait for a command.
    pub fn close_connections(&self) {
        self.shared.closed.send_replace(());
    }

    /// The number of connections so far.
    pub fn connections(&self) -> usize {
        *self.shared.connections.borrow()
    }

    /// Waits until a client has connected.
    pub async fn connected(&self) {
        self.shared.connections.subscribe().wait_for(|count| *count > 0).await.unwrap();
    }
}

fn count_to(mails: &[Delivered], recipient: &str) -> usize {
    let wanted = format!("<{recipient}>");
    mails.iter().filter(|mail| mail.to.contains(&wanted)).count()
}

/// A configuration for the server on this port, with STARTTLS and a password.
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
    if *shared.behavior.lock().unwrap() == Behavior::Silent {
        std::future::pending::<()>().await;
    }
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 localhost ESMTP\r\n").await?;
    let shared = shared.as_ref();
    let (plain, protected) = (Session { shared, over_tls: false }, Session { shared, over_tls: true });
    if plain.handle_commands(&mut stream).await? {
        let stream = shared.tls.accept(stream.into_inner()).await?;
        protected.handle_commands(&mut BufReader::new(stream)).await?;
    }
    Ok(())
}

struct Session<'a> {
    shared: &'a Shared,
    over_tls: bool,
}

impl Session<'_> {
    /// Waits as long as email to these recipients is to take.
    async fn delay(&self, to: &[String]) {
        let is_blocked = |blocked_domain: &Option<&str>| {
            blocked_domain.is_some_and(|domain| to.iter().any(|to| to.ends_with(&format!("@{domain}>"))))
        };
        let mut blocked_domain = self.shared.blocked_domain.subscribe();
        blocked_domain.wait_for(|blocked_domain| !is_blocked(blocked_domain)).await.unwrap();
        let delay = *self.shared.delay.lock().unwrap();
        tokio::time::sleep(delay).await;
    }

    /// Handles commands until the client disconnects. Returns whether the client requests TLS.
    async fn handle_commands<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        stream: &mut BufReader<S>,
    ) -> std::io::Result<bool> {
        let (mut from, mut to, mut signed_in, mut ehlo) = (String::new(), Vec::new(), false, String::new());
        let (mut accepted, mut closed) = (0, self.shared.closed.subscribe());
        loop {
            let line = tokio::select! {
                line = read_line(stream) => line?,
                _ = closed.changed() => {
                    stream.write_all(b"421 idle for too long\r\n").await?;
                    return Ok(false);
                }
            };
            let behavior = *self.shared.behavior.lock().unwrap();
            let command = line.to_ascii_uppercase();
            let response = if line.is_empty() || command == "QUIT" {
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
            } else if command.starts_with("MAIL FROM:")
                && accepted >= self.shared.mails_per_connection.load(Ordering::SeqCst)
            {
                stream.write_all(b"421 too many messages in this connection\r\n").await?;
                return Ok(false);
            } else if let Some(address) = command.strip_prefix("MAIL FROM:") {
                from = address.to_lowercase();
                "250 ok"
            } else if command.starts_with("RCPT TO:") {
                to.push(line["RCPT TO:".len()..].to_owned());
                if behavior == Behavior::Rejecting { "550 no such mailbox" } else { "250 ok" }
            } else if command == "DATA" {
                stream.write_all(b"354 go ahead\r\n").await?;
                let Some(raw) = read_mail(stream, behavior).await? else { return Ok(false) };
                self.delay(&to).await;
                let (from, to) = (std::mem::take(&mut from), std::mem::take(&mut to));
                let ehlo = ehlo.clone();
                let mail = Delivered { ehlo, over_tls: self.over_tls, signed_in, from, to, raw };
                self.shared.delivered.send_modify(|mails| mails.push(mail));
                accepted += 1;
                if behavior == Behavior::DisconnectAfterEnd {
                    return Ok(false);
                }
                "250 taken"
            } else {
                "250 ok"
            };
            stream.write_all(format!("{response}\r\n").as_bytes()).await?;
        }
    }
}

async fn read_line<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<String> {
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    Ok(line.trim_end().to_owned())
}

/// Reads the email up to the line with a single dot; `None` if the server is to disconnect.
async fn read_mail<S: AsyncRead + Unpin>(
    stream: &mut BufReader<S>,
    behavior: Behavior,
) -> std::io::Result<Option<Vec<u8>>> {
    let mut raw = Vec::new();
    loop {
        let mut line = Vec::new();
        stream.read_until(b'\n', &mut line).await?;
        if behavior == Behavior::DisconnectBeforeEnd {
            return Ok(None);
        }
        if line == b".\r\n" || line.is_empty() {
            return Ok(Some(raw));
        }
        // RFC 5321 §4.5.2: a leading dot was doubled.
        raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

/// A recovery server that sends email through an SMTP server with STARTTLS and a password. The folder has its certificate.
pub async fn start_with(timeout: Duration) -> (TestServer, SmtpServer, TempDir) {
    let certificates = tempfile::tempdir().unwrap();
    let ca_file = certificates.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    let port = smtp.port;
    let server = TestServer::start_with(|config| {
        config.mail = mail_to(port, Some(ca_file), timeout);
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    (server, smtp, certificates)
}

/// Adds `person0` and so on at a domain.
pub async fn add_accounts(server: &TestServer, count: usize, domain: &str) {
    for number in 0..count {
        let email = format!("person{number}@{domain}");
        server.running.add_user(&email, OLD_PASSWORD).await.unwrap();
    }
}

/// Requests a recovery from a client with this address.
pub async fn request_from(server: &TestServer, from: &str, email: &str) {
    let request = server.client.post(server.url("/account/recovery")).header("X-Forwarded-For", from);
    assert_eq!(request.form(&[("email", email)]).send().await.unwrap().status(), 200);
}
