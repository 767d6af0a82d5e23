//! The line's end of TLS: a certificate that the client trusts, three that it does not, and two old servers.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::fault::{Faulty, Tls11By};

/// The hosts of the good certificate: a line that is reached directly, and those behind a proxy.
pub const HOSTS: [&str; 2] = ["localhost", "*.line.test"];

/// A handshake failure of level "fatal", `protocol_version`, in a record of TLS 1.1.
const ALERT: &[u8] = &[0x15, 3, 2, 0, 2, 2, 70];

/// One server in four conditions.
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

    /// What the client is to trust.
    pub fn authority_pem(&self) -> &str {
        &self.authority_pem
    }

    pub(super) fn good(&self) -> &TlsAcceptor {
        &self.good
    }

    pub(super) fn faulty(&self, faulty: Faulty) -> &TlsAcceptor {
        match faulty {
            Faulty::Expired => &self.expired,
            Faulty::OtherHost => &self.other_host,
            Faulty::UnknownAuthority => &self.unknown_authority,
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

/// What a server says to a client that wants TLS 1.2 or newer, and has 1.1.
pub(super) fn old_tls(by: Tls11By) -> Vec<u8> {
    match by {
        Tls11By::Alert => ALERT.to_vec(),
        Tls11By::Hello => server_hello(),
    }
}

/// Answers a ClientHello with these bytes.
pub(super) async fn answer_with(mut near: TcpStream, answer: &[u8]) {
    let mut heard = [0; 4096];
    if near.read(&mut heard).await.is_err() {
        return;
    }
    let _ = near.write_all(answer).await;
    // Until the client hangs up: a reset could overtake the answer.
    while near.read(&mut heard).await.is_ok_and(|length| length > 0) {}
}

/// RFC 4346 §7.4.1.3: version, random, no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression.
fn server_hello() -> Vec<u8> {
    let body = [&[3, 2][..], &[7; 32], &[0], &[0x00, 0x2f], &[0]].concat();
    let length = u8::try_from(body.len()).unwrap();
    [&[0x16, 3, 2, 0, length + 4, 2, 0, 0, length][..], &body].concat()
}
