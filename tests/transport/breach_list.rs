//! The list of breached passwords: what is sent to it, how its responses are read, and that its failure blocks nothing.

use latchkey::password::breach::{BreachList, MAX_RESPONSE_BYTES, TIMEOUT};

use super::support::stub_server::response;
use super::*;

/// SHA-1 of [`PASSWORD`]: the part that is sent to the list, and the rest.
const PREFIX: &str = "C7D5D";
const SUFFIX: &str = "42CD010979DCD49A55EB10CFB8B1111F5EC";
const PADDING: &str = "0018A45C4D1DEF81644B54AB7F969B88D65:0";

fn list(server: &StubServer) -> BreachList {
    BreachList::new(server.base()).unwrap()
}

async fn answering(act: impl Fn() -> StubResponse + Send + Sync + 'static) -> StubServer {
    StubServer::start(move |_, _| act()).await
}

/// PWD-7.
#[tokio::test]
async fn only_five_digits_of_the_hash_are_sent() {
    let server = answering(|| response(200, &[], &format!("{PADDING}\r\n{SUFFIX}:42\r\n"))).await;
    assert_eq!(list(&server).contains(&password()).await.ok(), Some(true));
    let seen = server.requests();
    let [request] = seen.as_slice() else { panic!("{} requests", seen.len()) };
    assert_eq!(request.line(), format!("GET /range/{PREFIX}"));
    assert_eq!((request.body.as_str(), request.header("add-padding")), ("", Some("true")));
    let mut headers: Vec<_> = request.headers().map(|(name, _)| name).collect();
    headers.sort_unstable();
    assert_eq!(headers, ["accept", "add-padding", "host", "user-agent"]);
    let head = request.head.to_ascii_uppercase();
    for secret in [PASSWORD, "wet quay", EMAIL, SUFFIX, &SUFFIX[..6]] {
        assert!(!head.contains(&secret.to_ascii_uppercase()), "{secret} in {}", request.head);
    }
}

#[tokio::test]
async fn unlisted_and_padding_entries_are_not_breached() {
    for rows in [String::new(), PADDING.to_owned(), format!("{PADDING}\r\n{SUFFIX}:0\r\n")] {
        let body = rows.clone();
        let server = answering(move || response(200, &[], &body)).await;
        assert_eq!(list(&server).contains(&password()).await.ok(), Some(false), "{rows}");
    }
}

#[tokio::test]
async fn failing_list_gives_no_result() {
    let rows = format!("{SUFFIX}:42\r\n");
    for status in [204, 400, 404, 429, 500, 503] {
        let body = rows.clone();
        let server = answering(move || response(status, &[], &body)).await;
        assert_eq!(list(&server).contains(&password()).await.ok(), None, "{status}");
    }
    let page = answering(|| response(200, &["Content-Type: text/html"], "<html>Sign in</html>")).await;
    assert_eq!(list(&page).contains(&password()).await.ok(), None, "a captive portal");
    let cut =
        answering(|| StubResponse::Reset(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n0018A".to_vec()))
            .await;
    assert_eq!(list(&cut).contains(&password()).await.ok(), None, "an interrupted connection");
}

/// NET-2.
#[tokio::test]
async fn redirect_to_another_list_is_not_followed() {
    let elsewhere = answering(|| response(200, &[], &format!("{SUFFIX}:42\r\n"))).await;
    let location = format!("Location: http://{}/range/{PREFIX}", elsewhere.address());
    let server = answering(move || response(302, &[&location], "")).await;
    assert_eq!(list(&server).contains(&password()).await.ok(), None);
    assert_eq!(elsewhere.requests(), []);
}

#[tokio::test]
async fn endless_response_is_cut_off() {
    let row = format!("{SUFFIX}:42\r\n");
    let longest = row.repeat(MAX_RESPONSE_BYTES / row.len());
    let longest_allowed = answering(move || response(200, &[], &longest)).await;
    assert_eq!(list(&longest_allowed).contains(&password()).await.ok(), Some(true));
    let endless = answering(move || StubResponse::SendForever {
        head: b"HTTP/1.1 200 OK\r\n\r\n".to_vec(),
        chunk: row.repeat(64).into_bytes(),
    })
    .await;
    assert_eq!(list(&endless).contains(&password()).await.ok(), None);
}

/// The paused clock advances only by the timeout, so it is exact to the millisecond.
#[tokio::test(start_paused = true)]
async fn unresponsive_list_times_out_after_two_seconds() {
    for half in [&b""[..], b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n0018A"] {
        let server = answering(move || StubResponse::Hang(half.to_vec())).await;
        let asked = tokio::time::Instant::now();
        assert_eq!(list(&server).contains(&password()).await.ok(), None);
        let waited = asked.elapsed();
        assert!(waited >= TIMEOUT && waited < TIMEOUT + Duration::from_millis(10), "{waited:?}");
    }
}

#[tokio::test]
async fn unreachable_list_gives_no_result() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let list = BreachList::new(BaseUrl::parse(&format!("http://{gone}")).unwrap()).unwrap();
    assert_eq!(list.contains(&password()).await.ok(), None);
}
