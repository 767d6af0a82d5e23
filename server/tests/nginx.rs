//! nginx with `deploy/nginx.conf` in front of the server.

#![cfg(target_os = "linux")] // `scripts/bootstrap postgres` installs nginx there
#![allow(clippy::unwrap_used)]

mod support;

use std::process::Command;
use std::sync::Arc;

use reqwest::{Response, StatusCode};
use support::{TestServer, UNKNOWN, join_all};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// The host name in the file.
const HOST: &str = "account.example.org";
/// Header with the client address that nginx uses. On one machine all clients would have the same address.
const TEST_CLIENT: &str = "X-Test-Client";

struct Nginx {
    folder: TempDir,
    plain_port: u16,
    tls_port: u16,
    client: reqwest::Client,
    certificate: rustls::pki_types::CertificateDer<'static>,
}

/// A free port.
fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn is_root(own: &TempDir) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(own.path()).unwrap().uid() == 0
}

impl Nginx {
    /// Starts nginx in front of `server` and waits until it listens.
    fn start(server: &TestServer) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let rcgen::CertifiedKey { cert, signing_key } =
            rcgen::generate_simple_self_signed([HOST.to_owned()]).unwrap();
        std::fs::write(folder.path().join("fullchain.pem"), cert.pem()).unwrap();
        std::fs::write(folder.path().join("privkey.pem"), signing_key.serialize_pem()).unwrap();
        let (plain_port, tls_port) = (free_port(), free_port());
        let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/../deploy/nginx.conf");
        let mut site = std::fs::read_to_string(shipped).unwrap();
        for (shipped, here) in [
            ("    listen [::]:80;\n", ""),
            ("    listen [::]:443 ssl http2;\n", ""),
            ("listen 80;", &format!("listen 127.0.0.1:{plain_port};")),
            ("listen 443 ssl http2;", &format!("listen 127.0.0.1:{tls_port} ssl http2;")),
            // A busy machine may need longer for many connections.
            ("client_body_timeout 10s", "client_body_timeout 60s"),
            ("/etc/letsencrypt/live/account.example.org", &folder.path().display().to_string()),
            ("http://127.0.0.1:8400", &format!("http://{}", server.running.addr())),
        ] {
            assert!(site.contains(shipped), "{shipped}");
            site = site.replace(shipped, here);
        }
        std::fs::write(folder.path().join("site.conf"), site).unwrap();
        let main = format!(
            "pid {0}/pid;\nerror_log {0}/error.log;\n{1}events {{ worker_connections 2048; }}\nhttp {{\n\
             client_body_temp_path {0}/body;\nproxy_temp_path {0}/proxy;\nfastcgi_temp_path {0}/fastcgi;\n\
             uwsgi_temp_path {0}/uwsgi;\nscgi_temp_path {0}/scgi;\n\
             set_real_ip_from 127.0.0.1;\nreal_ip_header {TEST_CLIENT};\ninclude {0}/site.conf;\n}}\n",
            folder.path().display(),
            // Workers with another user id could not access the folder.
            if is_root(&folder) { "user root;\n" } else { "" },
        );
        std::fs::write(folder.path().join("nginx.conf"), main).unwrap();
        let client = reqwest::Client::builder()
            .no_proxy()
            .tls_certs_only([reqwest::Certificate::from_pem(cert.pem().as_bytes()).unwrap()])
            .resolve(HOST, ([127, 0, 0, 1], 0).into())
            .build()
            .unwrap();
        let nginx = Self { folder, plain_port, tls_port, client, certificate: cert.der().clone() };
        let started = nginx.invocation().output().unwrap();
        assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
        nginx
    }

    fn invocation(&self) -> Command {
        // Debian installs it in a folder that is only in root's path.
        let path = format!("/usr/sbin:/usr/local/sbin:{}", std::env::var("PATH").unwrap_or_default());
        let mut command = Command::new("nginx");
        command.env("PATH", path);
        command.arg("-e").arg(self.folder.path().join("error.log"));
        command.arg("-c").arg(self.folder.path().join("nginx.conf"));
        command
    }

    fn url(&self, path: &str) -> String {
        format!("https://{HOST}:{}{path}", self.tls_port)
    }

    /// Begins `count` requests, and completes them when nginx has accepted or rejected all of them. Returns the number of
    /// accepted requests.
    async fn accepted_at_once(&self, count: usize, client: fn(usize) -> String) -> usize {
        const BODY: &str = "email=nobody@example.org";
        let mut roots = rustls::RootCertStore::empty();
        roots.add(self.certificate.clone()).unwrap();
        let tls = rustls::ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        let tls = TlsConnector::from(Arc::new(tls));
        let mut streams = Vec::new();
        for number in 0..count {
            let stream = TcpStream::connect(("127.0.0.1", self.tls_port)).await.unwrap();
            let mut stream = tls.connect(HOST.try_into().unwrap(), stream).await.unwrap();
            let head = format!(
                "POST /account/recovery HTTP/1.1\r\nHost: {HOST}\r\n{TEST_CLIENT}: {}\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
                client(number),
                BODY.len(),
            );
            stream.write_all(head.as_bytes()).await.unwrap();
            streams.push(stream);
        }
        let mut accepted = 0;
        // The newest first: when it was rejected or is complete, nginx has read the heads of all others.
        for mut stream in streams.into_iter().rev() {
            // A rejected request may be closed already.
            drop(stream.write_all(BODY.as_bytes()).await);
            let mut beginning = [0; 12];
            stream.read_exact(&mut beginning).await.unwrap();
            match &beginning {
                b"HTTP/1.1 200" => accepted += 1,
                b"HTTP/1.1 429" => {}
                other => panic!("{}", String::from_utf8_lossy(other)),
            }
        }
        accepted
    }

    async fn get(&self, client: &str) -> Response {
        self.client.get(self.url("/healthz")).header(TEST_CLIENT, client).send().await.unwrap()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        drop(self.invocation().args(["-s", "stop"]).output());
    }
}

#[tokio::test]
async fn client_cannot_forge_its_address_behind_nginx() {
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audit.jsonl");
    let server = TestServer::start_with(|config| {
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
        config.audit_file = Some(audit.clone());
    })
    .await;
    let nginx = Nginx::start(&server);
    for (number, audit_log) in
        [&b"\xff\xfe"[..], b"1.2.3.4", b"127.0.0.1, 127.0.0.1", b"unknown, \"", b"[::1]:80"]
            .iter()
            .enumerate()
    {
        for client in [format!("198.51.100.{number}"), format!("2001:db8:7:{number}::9")] {
            let value = reqwest::header::HeaderValue::from_bytes(audit_log).unwrap();
            let request = nginx.client.post(nginx.url("/account/reset-password/check"));
            let request = request.header("X-Forwarded-For", value).header(TEST_CLIENT, &client);
            assert_eq!(request.form(&[("token", "x")]).send().await.unwrap().status(), 400);
            let audit_log = std::fs::read_to_string(&audit).unwrap();
            let last = audit_log.lines().last().unwrap();
            assert!(last.contains(&format!("\"client\":\"{}\"", client.replace("7:0::", "7::"))), "{last}");
        }
    }
}

#[tokio::test]
async fn plain_http_long_bodies_and_too_many_requests_are_rejected() {
    let server = TestServer::start().await;
    let nginx = Nginx::start(&server);
    let plain = format!("http://{HOST}:{}/healthz", nginx.plain_port);
    assert_eq!(nginx.client.get(plain).send().await.unwrap().status(), 404);
    let long = format!("email={}{UNKNOWN}", "a".repeat(17 * 1024));
    let long = nginx.client.post(nginx.url("/account/recovery")).body(long).send().await.unwrap();
    assert_eq!(long.status(), 413);
    let response = nginx.get("192.0.2.1").await;
    assert_eq!(response.headers().get_all("strict-transport-security").iter().count(), 1);
    // 200 requests, 40 at a time, exceed the limit of ten per second.
    let nginx = &nginx;
    let rejected = async |client: fn(usize) -> String| {
        let mut rejected = 0;
        for round in 0..5 {
            let metrics_text = (round * 40..round * 40 + 40).collect::<Vec<_>>();
            let requests = metrics_text.into_iter().map(|number| {
                let client = client(number);
                async move { nginx.get(&client).await.status() }
            });
            let statuses = join_all(requests.collect()).await;
            rejected += statuses.iter().filter(|status| **status == StatusCode::TOO_MANY_REQUESTS).count();
        }
        rejected
    };
    assert!(rejected(|_| "192.0.2.2".to_owned()).await > 0);
    assert!(rejected(|number| format!("2001:db8:1:2::{number:x}")).await > 0, "addresses of one subscriber");
    assert_eq!(rejected(|number| format!("2001:db8:2:{number:x}::1")).await, 0, "other subscribers");
    assert_eq!(rejected(|number| format!("198.51.100.{number}")).await, 0, "other addresses");
}

#[tokio::test]
async fn connections_of_larger_ipv6_networks_are_limited() {
    let server = TestServer::start_with(|config| {
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
        config.limits.client_requests = 100_000;
    })
    .await;
    let nginx = Nginx::start(&server);
    assert_eq!(nginx.accepted_at_once(110, |number| format!("2001:db8:1:{number:x}::1")).await, 100);
    assert_eq!(nginx.accepted_at_once(210, |number| format!("2001:db8:2:{number:x}00::1")).await, 200);
    assert_eq!(nginx.accepted_at_once(210, |number| format!("2001:db8:{:x}::1", 16 + number)).await, 210);
}
