//! Every fault at every call.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use tokio::sync::Semaphore;
use tokio::task::LocalSet;

use super::call::Call;
use super::case::{Shared, run_case};
use super::expected::faults;
use super::support::fault_proxy::{connect_proxy::ConnectProxy, tls::Certificates};
use super::support::subprocess::{is_subprocess, run_in_subprocess};
use super::table::{assert_documented, table};

const TEST: &str = "matrix::every_fault_at_every_call_keeps_input_and_link";
// Environment variables of the subprocess: its certificate authority, and the port of its proxy.
const AUTHORITY: &str = "SSL_CERT_FILE";
const PROXY_PORT: &str = "LATCHKEY_TEST_PROXY_PORT";
/// Number of concurrent cases. Most of them wait most of the time.
const CONCURRENCY: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_at_every_call_keeps_input_and_link() {
    if is_subprocess() {
        return run_all().await;
    }
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("authority.pem");
    let reserved = ConnectProxy::reserve_port();
    let port = reserved.local_addr().unwrap().port().to_string();
    let proxy = format!("http://127.0.0.1:{port}");
    tokio::task::spawn_blocking(move || {
        let authority = authority.to_str().unwrap();
        run_in_subprocess(
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

/// Runs in the subprocess, with a trusted authority and a proxy in its environment.
async fn run_all() {
    let certificates = Arc::new(Certificates::new());
    std::fs::write(std::env::var_os(AUTHORITY).unwrap(), certificates.authority_pem()).unwrap();
    let connect_proxy = ConnectProxy::listen(std::env::var(PROXY_PORT).unwrap().parse().unwrap());
    let shared = Rc::new(Shared { certificates, connect_proxy, next_host: AtomicUsize::new(0) });
    let cases = faults().into_iter().flat_map(|fault| Call::ALL.map(|call| (fault, call)));
    let permits = Arc::new(Semaphore::new(CONCURRENCY));
    let local = LocalSet::new();
    let running: Vec<_> = cases
        .map(|(fault, call)| {
            let (shared, permits) = (Rc::clone(&shared), Arc::clone(&permits));
            let case = local.spawn_local(async move {
                let _permit = permits.acquire().await.unwrap();
                run_case(&shared, fault, call).await
            });
            (fault, call, case)
        })
        .collect();
    // Run all cases, then report all failures.
    let (mut outcomes, mut failed) = (Vec::new(), Vec::new());
    local
        .run_until(async {
            for (fault, call, case) in running {
                match case.await {
                    Ok(outcome) => outcomes.push((fault, call, outcome)),
                    Err(_) => failed.push(format!("{fault:?} at {call:?}")),
                }
            }
        })
        .await;
    assert_eq!(failed, Vec::<String>::new());
    assert_documented(&table(&outcomes));
}
