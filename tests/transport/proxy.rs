//! Plain http is for this machine, so no proxy may carry it away. Where a proxy is in the way of https, it is named.

use super::support::scripted::answer;
use super::*;

const TEST: &str = "proxy::a_proxy_is_not_asked_for_what_is_on_this_machine";

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_is_not_asked_for_what_is_on_this_machine() {
    if is_again() {
        return at_a_service_beside_a_proxy().await;
    }
    let proxy = Scripted::start(|_, _| answer(200, &[], "from the proxy")).await;
    let address = format!("http://{}", proxy.address());
    tokio::task::spawn_blocking(move || again(TEST, &[("http_proxy", &address), ("all_proxy", &address)]))
        .await
        .unwrap();
    let seen = proxy.seen();
    let lines: Vec<_> = seen.iter().map(support::wire::Message::line).collect();
    let [only] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(only.ends_with("/proof-that-the-proxy-is-in-use"), "{only}");
}

/// The part that runs with the proxy's address in its environment.
async fn at_a_service_beside_a_proxy() {
    let server = able(|_, _| json(r#"{"min_length":15}"#)).await;
    let service = service(server.base());
    for line in CALLS {
        assert_eq!(call(&service, line).await, Ok(()));
        assert_eq!(server.count(line), 1);
    }
    // Without this, the test would pass in a process that knows of no proxy.
    let url = format!("http://{}/proof-that-the-proxy-is-in-use", server.address());
    let other_client = reqwest::Client::new().get(url).send().await.unwrap();
    assert_eq!(other_client.text().await.unwrap(), "from the proxy");
}

const REFUSED: &str = "proxy::a_proxy_that_refuses_is_named_and_is_not_offline";

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_refuses_is_named_and_is_not_offline() {
    if is_again() {
        let base = BaseUrl::parse("https://accounts.example.org").unwrap();
        let refused = Err(CallError::ProxyRefused);
        return assert_eq!(call(&service(base), REQUEST).await, refused);
    }
    for status in [407, 403, 502] {
        let challenge = ["Proxy-Authenticate: Basic realm=\"proxy\""];
        let proxy = Scripted::start(move |_, _| answer(status, &challenge, "<p>No")).await;
        let address = format!("http://{}", proxy.address());
        tokio::task::spawn_blocking(move || again(REFUSED, &[("https_proxy", &address)])).await.unwrap();
        let seen = proxy.seen();
        assert!(!seen.is_empty(), "{status}: the proxy was asked");
        assert!(seen.iter().all(|message| message.line().starts_with("CONNECT accounts.example.org:443")));
    }
}
