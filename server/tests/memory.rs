//! The memory of the server after many sign-ins. The only test of its process, whose memory it measures.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use support::{OLD_PASSWORD, TestServer};

/// Memory of one hash, in KiB.
const HASH_KIB: u64 = 19_456;

/// Heap and stacks of this process, in KiB.
fn own_memory() -> u64 {
    let sums = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap();
    let line = sums.lines().find_map(|line| line.strip_prefix("Anonymous:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[tokio::test]
async fn sign_ins_keep_the_memory_of_one_hash() {
    let server = TestServer::start().await;
    // Sign-ins and recoveries share their memory. That of the account that was just added may be freed already.
    let before = own_memory();
    for _ in 0..50 {
        server.sign_in(OLD_PASSWORD).await.assert_ok();
    }
    // That of the last sign-in is freed after its response.
    let freed = async {
        while own_memory() >= before + HASH_KIB {
            tokio::task::yield_now().await;
        }
    };
    let ended = tokio::time::timeout(Duration::from_secs(30), freed).await;
    assert!(ended.is_ok(), "{before} KiB, and {} KiB after 50 sign-ins", own_memory());
}
