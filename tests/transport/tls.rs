//! NET-1: an untrusted certificate ends the connection.

use std::sync::Arc;

use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::*;

/// TLS for `localhost` with a self-signed certificate.
fn self_signed() -> TlsAcceptor {
    let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(certified.signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

#[tokio::test]
async fn self_signed_certificate_is_refused_before_any_request() {
    if !is_subprocess() {
        return run_in_subprocess("tls::self_signed_certificate_is_refused_before_any_request", &[]);
    }
    let server = StubServer::start_with_tls(self_signed(), |_, _| json("{}")).await;
    let service = service(BaseUrl::parse(&format!("https://localhost:{}", server.address().port())).unwrap());
    for line in CALLS {
        assert_eq!(call(&service, line).await, Err(CallError::TlsRefused), "{line}");
    }
    assert_eq!(server.requests(), []);
}
