//! TLS of the fault proxy: a trusted certificate, three untrusted ones, and two replies of servers with TLS 1.1.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::fault::{CertificateFault, Tls11Reply};

/// The hosts of the trusted certificate: for direct connections, and behind a CONNECT proxy.
pub const HOSTS: [&str; 2] = ["localhost", "*.server.test"];

/// A fatal alert, `protocol_version`, in a record of TLS 1.1.
const ALERT: &[u8] = &[0x15, 3, 2, 0, 2, 2, 70];

/// A trusted certificate and three untrusted ones.
pub struct Certificates {
    authority_pem: String,
    good: TlsAcceptor,
    expired: TlsAcceptor,
    other_host: TlsAcceptor,
    unknown_authority: TlsAcceptor,
}

impl Certificates {
    pub fn new() -> Self {
        let (known, unknown) = (authority(), authority());
        let for_hosts = |hosts: &[&str]| {
            CertificateParams::new(hosts.iter().map(ToString::to_string).collect::<Vec<_>>()).unwrap()
        };
        let mut expired = for_hosts(&HOSTS);
        (expired.not_before, expired.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2021, 1, 1));
        Self {
            authority_pem: known.pem(),
            good: acceptor(&for_hosts(&HOSTS), &known),
            expired: acceptor(&expired, &known),
            other_host: acceptor(&for_hosts(&["elsewhere.test"]), &known),
            unknown_authority: acceptor(&for_hosts(&HOSTS), &unknown),
        }
    }

    /// The certificate authority that the client must trust.
    pub fn authority_pem(&self) -> &str {
        &self.authority_pem
    }

    pub(super) fn good(&self) -> &TlsAcceptor {
        &self.good
    }

    pub(super) fn faulty(&self, fault: CertificateFault) -> &TlsAcceptor {
        match fault {
            CertificateFault::Expired => &self.expired,
            CertificateFault::OtherHost => &self.other_host,
            CertificateFault::UnknownAuthority => &self.unknown_authority,
        }
    }
}

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    let mut params = CertificateParams::new([]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn acceptor(params: &CertificateParams, authority: &Authority) -> TlsAcceptor {
    let key = KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, authority).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// The reply of a server with TLS 1.1 to a client that requires TLS 1.2.
pub(super) fn tls11_reply(kind: Tls11Reply) -> Vec<u8> {
    match kind {
        Tls11Reply::Alert => ALERT.to_vec(),
        Tls11Reply::Hello => server_hello(),
    }
}

/// Replies to a ClientHello with these bytes.
pub(super) async fn reply(mut client: TcpStream, reply: &[u8]) {
    let mut buffer = [0; 4096];
    if client.read(&mut buffer).await.is_err() {
        return;
    }
    let _ = client.write_all(reply).await;
    // Wait until the client closes the connection: a reset could overtake the reply.
    while client.read(&mut buffer).await.is_ok_and(|length| length > 0) {}
}

/// RFC 4346 §7.4.1.3: version, random, no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression.
fn server_hello() -> Vec<u8> {
    let body = [&[3, 2][..], &[7; 32], &[0], &[0x00, 0x2f], &[0]].concat();
    let length = u8::try_from(body.len()).unwrap();
    [&[0x16, 3, 2, 0, length + 4, 2, 0, 0, length][..], &body].concat()
}
