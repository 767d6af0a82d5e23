//! The list of breached passwords: what it is told, what its answer means, and that it can stop nobody.

use latchkey::password::breach::{BreachList, MAX_ANSWER, TIMEOUT};

use super::support::scripted::answer;
use super::*;

/// SHA-1 of [`PASSWORD`]: what the list is told of it, and what it is not.
const TOLD: &str = "C7D5D";
const KEPT: &str = "42CD010979DCD49A55EB10CFB8B1111F5EC";
const PADDING: &str = "0018A45C4D1DEF81644B54AB7F969B88D65:0";

fn list(server: &Scripted) -> BreachList {
    BreachList::new(server.base()).unwrap()
}

async fn answering(act: impl Fn() -> Act + Send + Sync + 'static) -> Scripted {
    Scripted::start(move |_, _| act()).await
}

/// PWD-7.
#[tokio::test]
async fn only_five_digits_of_the_hash_leave() {
    let server = answering(|| answer(200, &[], &format!("{PADDING}\r\n{KEPT}:42\r\n"))).await;
    assert_eq!(list(&server).has(&password()).await.ok(), Some(true));
    let seen = server.seen();
    let [request] = seen.as_slice() else { panic!("{} requests", seen.len()) };
    assert_eq!(request.line(), format!("GET /range/{TOLD}"));
    assert_eq!((request.body.as_str(), request.header("add-padding")), ("", Some("true")));
    let mut headers: Vec<_> = request.headers().map(|(name, _)| name).collect();
    headers.sort_unstable();
    assert_eq!(headers, ["accept", "add-padding", "host", "user-agent"]);
    let said = request.head.to_ascii_uppercase();
    for secret in [PASSWORD, "wet quay", EMAIL, KEPT, &KEPT[..6]] {
        assert!(!said.contains(&secret.to_ascii_uppercase()), "{secret} in {}", request.head);
    }
}

#[tokio::test]
async fn a_password_that_is_not_listed_or_only_pads_is_none_of_them() {
    for rows in [String::new(), PADDING.to_owned(), format!("{PADDING}\r\n{KEPT}:0\r\n")] {
        let body = rows.clone();
        let server = answering(move || answer(200, &[], &body)).await;
        assert_eq!(list(&server).has(&password()).await.ok(), Some(false), "{rows}");
    }
}

#[tokio::test]
async fn a_list_in_trouble_says_nothing() {
    let rows = format!("{KEPT}:42\r\n");
    for status in [204, 400, 404, 429, 500, 503] {
        let body = rows.clone();
        let server = answering(move || answer(status, &[], &body)).await;
        assert_eq!(list(&server).has(&password()).await.ok(), None, "{status}");
    }
    let page = answering(|| answer(200, &["Content-Type: text/html"], "<html>Sign in</html>")).await;
    assert_eq!(list(&page).has(&password()).await.ok(), None, "a network's sign-in page");
    let cut = answering(|| Act::Reset(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n0018A".to_vec())).await;
    assert_eq!(list(&cut).has(&password()).await.ok(), None, "a line that breaks");
}

/// NET-2.
#[tokio::test]
async fn no_redirect_leads_to_another_list() {
    let elsewhere = answering(|| answer(200, &[], &format!("{KEPT}:42\r\n"))).await;
    let location = format!("Location: http://{}/range/{TOLD}", elsewhere.address());
    let server = answering(move || answer(302, &[&location], "")).await;
    assert_eq!(list(&server).has(&password()).await.ok(), None);
    assert_eq!(elsewhere.seen(), []);
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_its_end() {
    let row = format!("{KEPT}:42\r\n");
    let longest = row.repeat(MAX_ANSWER / row.len());
    let bearable = answering(move || answer(200, &[], &longest)).await;
    assert_eq!(list(&bearable).has(&password()).await.ok(), Some(true));
    let endless = answering(move || Act::SayForEver {
        head: b"HTTP/1.1 200 OK\r\n\r\n".to_vec(),
        again: row.repeat(64).into_bytes(),
    })
    .await;
    assert_eq!(list(&endless).has(&password()).await.ok(), None);
}

/// The clock stands still but for the wait, so this is the whole of it, to the millisecond.
#[tokio::test(start_paused = true)]
async fn a_list_that_does_not_answer_is_waited_for_two_seconds() {
    for half in [&b""[..], b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n0018A"] {
        let server = answering(move || Act::Hang(half.to_vec())).await;
        let asked = tokio::time::Instant::now();
        assert_eq!(list(&server).has(&password()).await.ok(), None);
        let waited = asked.elapsed();
        assert!(waited >= TIMEOUT && waited < TIMEOUT + Duration::from_millis(10), "{waited:?}");
    }
}

#[tokio::test]
async fn nobody_there_says_nothing() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let list = BreachList::new(BaseUrl::parse(&format!("http://{gone}")).unwrap()).unwrap();
    assert_eq!(list.has(&password()).await.ok(), None);
}
