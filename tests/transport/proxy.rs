//! Plain HTTP is for loopback, so no proxy may get it. A proxy that rejects HTTPS is reported.

use super::support::stub_server::response;
use super::*;

const TEST: &str = "proxy::proxy_is_not_used_for_loopback";

#[tokio::test(flavor = "multi_thread")]
async fn proxy_is_not_used_for_loopback() {
    if is_subprocess() {
        return call_loopback_with_proxy().await;
    }
    let proxy = StubServer::start(|_, _| response(200, &[], "from the proxy")).await;
    let address = format!("http://{}", proxy.address());
    tokio::task::spawn_blocking(move || {
        run_in_subprocess(TEST, &[("http_proxy", &address), ("all_proxy", &address)])
    })
    .await
    .unwrap();
    let seen = proxy.requests();
    let lines: Vec<_> = seen.iter().map(support::http_message::Message::line).collect();
    let [only] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(only.ends_with("/proof-that-the-proxy-is-in-use"), "{only}");
}

/// Runs in the subprocess, with the proxy's address in its environment.
async fn call_loopback_with_proxy() {
    let server = server_with_capabilities(|_, _| json(r#"{"min_length":15}"#)).await;
    let service = service(server.base());
    for line in CALLS {
        assert_eq!(call(&service, line).await, Ok(()));
        assert_eq!(server.count(line), 1);
    }
    // Shows that the process uses the proxy otherwise.
    let url = format!("http://{}/proof-that-the-proxy-is-in-use", server.address());
    let other_client = reqwest::Client::new().get(url).send().await.unwrap();
    assert_eq!(other_client.text().await.unwrap(), "from the proxy");
}

const REFUSED: &str = "proxy::proxy_rejection_is_reported_as_such";

#[tokio::test(flavor = "multi_thread")]
async fn proxy_rejection_is_reported_as_such() {
    if is_subprocess() {
        let base = BaseUrl::parse("https://accounts.example.org").unwrap();
        let refused = Err(CallError::ProxyRefused);
        return assert_eq!(call(&service(base), REQUEST).await, refused);
    }
    for status in [407, 403, 502] {
        let challenge = ["Proxy-Authenticate: Basic realm=\"proxy\""];
        let proxy = StubServer::start(move |_, _| response(status, &challenge, "<p>No")).await;
        let address = format!("http://{}", proxy.address());
        tokio::task::spawn_blocking(move || run_in_subprocess(REFUSED, &[("https_proxy", &address)]))
            .await
            .unwrap();
        let seen = proxy.requests();
        assert!(!seen.is_empty(), "{status}: the proxy was asked");
        assert!(seen.iter().all(|message| message.line().starts_with("CONNECT accounts.example.org:443")));
    }
}
