//! Every fault at every call.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use tokio::sync::Semaphore;
use tokio::task::LocalSet;

use super::call::Call;
use super::cell::{Lines, play};
use super::expected::faults;
use super::support::again::{again, is_again};
use super::support::line::{proxy::Proxy, tls::Certificates};
use super::table::{assert_documented, table};

const TEST: &str = "matrix::every_fault_at_every_call_keeps_what_was_typed_and_the_link";
/// Where the process that runs the cells finds its authority and its proxy.
const AUTHORITY: &str = "SSL_CERT_FILE";
const PROXY_PORT: &str = "LATCHKEY_TEST_PROXY_PORT";
/// Cells at a time: most of them wait most of the time.
const AT_A_TIME: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_at_every_call_keeps_what_was_typed_and_the_link() {
    if is_again() {
        return play_all().await;
    }
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("authority.pem");
    let reserved = Proxy::port();
    let port = reserved.local_addr().unwrap().port().to_string();
    let proxy = format!("http://127.0.0.1:{port}");
    tokio::task::spawn_blocking(move || {
        let authority = authority.to_str().unwrap();
        again(
            TEST,
            &[
                (AUTHORITY, authority),
                ("https_proxy", &proxy),
                ("no_proxy", "localhost,127.0.0.1"),
                (PROXY_PORT, &port),
            ],
        );
    })
    .await
    .unwrap();
}

/// The part that runs with an authority to trust and a proxy in its environment.
async fn play_all() {
    let certificates = Arc::new(Certificates::new());
    std::fs::write(std::env::var_os(AUTHORITY).unwrap(), certificates.authority_pem()).unwrap();
    let proxy = Proxy::listen(std::env::var(PROXY_PORT).unwrap().parse().unwrap());
    let lines = Rc::new(Lines { certificates, proxy, hosts: AtomicUsize::new(0) });
    let cells = faults().into_iter().flat_map(|fault| Call::ALL.map(|call| (fault, call)));
    let places = Arc::new(Semaphore::new(AT_A_TIME));
    let local = LocalSet::new();
    let running: Vec<_> = cells
        .map(|(fault, call)| {
            let (lines, places) = (Rc::clone(&lines), Arc::clone(&places));
            let cell = local.spawn_local(async move {
                let _place = places.acquire().await.unwrap();
                play(&lines, fault, call).await
            });
            (fault, call, cell)
        })
        .collect();
    // All of them are played, and what failed is said at once.
    let (mut outcomes, mut failed) = (Vec::new(), Vec::new());
    local
        .run_until(async {
            for (fault, call, cell) in running {
                match cell.await {
                    Ok(outcome) => outcomes.push((fault, call, outcome)),
                    Err(_) => failed.push(format!("{fault:?} at {call:?}")),
                }
            }
        })
        .await;
    assert_eq!(failed, Vec::<String>::new());
    assert_documented(&table(&outcomes));
}
