//! Whether the response time reveals if there is an account (REQ-2). It takes minutes and needs a release build on an
//! idle machine: `scripts/timing` runs it.
//!
//! The minimum response time is disabled, so that the duration of the work itself is compared. The test waits for the
//! email of each request, so that the server is idle before the next one.

#![allow(clippy::unwrap_used)]
#![allow(clippy::print_stdout, reason = "the test reports its measurements")]

mod support;

use std::io::Write as _;
use std::time::Instant;

use support::TestServer;

const SAMPLES: usize = 2000;
const WARM_UP: usize = 50;
/// Several accounts, so that not always the same row is cached.
const ACCOUNTS: usize = 20;
/// Maximum difference of the medians, in milliseconds.
const MAX_DIFFERENCE: f64 = 2.0;
const SIGNIFICANCE_LEVEL: f64 = 0.01;

async fn measure_request(server: &TestServer, email: &str) -> f64 {
    let request = server.client.post(server.url("/account/recovery")).form(&[("email", email)]);
    let start = Instant::now();
    let response = request.send().await.unwrap();
    let status = response.status();
    response.bytes().await.unwrap();
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    assert_eq!(status, 200);
    server.mail_delivered().await;
    milliseconds
}

/// Response times for known and unknown addresses, in a fixed pseudo-random order. Both kinds follow each other equally
/// often, because composing an email leaves cold caches for the next request.
async fn measure(server: &TestServer) -> [Vec<f64>; 2] {
    let mut times = [Vec::with_capacity(SAMPLES), Vec::with_capacity(SAMPLES)];
    let kinds = ["person", "nobody"];
    let mut order = 0x2545_F491_4F6C_DD1D_u64;
    for request in 0.. {
        if times.iter().all(|times| times.len() >= SAMPLES) {
            break;
        }
        // Marsaglia's xorshift.
        order ^= order << 13;
        order ^= order >> 7;
        order ^= order << 17;
        let kind = usize::from(order >> 63 == 1);
        let time =
            measure_request(server, &format!("{}{}@example.org", kinds[kind], request % ACCOUNTS)).await;
        if request >= 2 * WARM_UP && times[kind].len() < SAMPLES {
            times[kind].push(time);
        }
    }
    times
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2.0
}

/// The two-sided p-value of the Mann-Whitney U test, by its normal approximation.
fn mann_whitney(a: &[f64], b: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> =
        a.iter().map(|time| (*time, true)).chain(b.iter().map(|time| (*time, false))).collect();
    all.sort_by(|(x, _), (y, _)| x.total_cmp(y));
    let ranks = (1..).zip(&all).filter(|(_, (_, in_a))| *in_a).map(|(rank, _)| f64::from(rank));
    let (n, m) = (a.len() as f64, b.len() as f64);
    let u = ranks.sum::<f64>() - n * (n + 1.0) / 2.0;
    let z = (u - n * m / 2.0) / (n * m * (n + m + 1.0) / 12.0).sqrt();
    erfc(z.abs() / 2.0_f64.sqrt())
}

/// Abramowitz and Stegun 7.1.26; its error is below 1.5e-7.
fn erfc(x: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let terms = [0.254_829_592, -0.284_496_736, 1.421_413_741, -1.453_152_027, 1.061_405_429];
    terms.iter().rev().fold(0.0, |sum, term| (sum + term) * t) * (-x * x).exp()
}

#[test]
fn mann_whitney_test_distinguishes_equal_from_shifted_samples() {
    let even: Vec<f64> = (0..400).map(|number| f64::from(number * 7919 % 1000)).collect();
    let odd: Vec<f64> = (400..800).map(|number| f64::from(number * 7919 % 1000)).collect();
    let shifted: Vec<f64> = odd.iter().map(|time| time + 80.0).collect();
    assert!(mann_whitney(&even, &odd) > 0.05);
    assert!(mann_whitney(&even, &shifted) < 0.001);
    assert!((erfc(1.0) - 0.157_299).abs() < 1e-5);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes; scripts/timing runs it"]
async fn known_and_unknown_addresses_take_the_same_time() {
    let server = TestServer::start_with(|config| {
        config.limits.resend_after = 0;
        config.limits.client_requests = latchkey_server::Limits::MAX_REQUESTS;
    })
    .await;
    for person in 0..ACCOUNTS {
        server.running.add_user(&format!("person{person}@example.org"), support::OLD_PASSWORD).await.unwrap();
    }
    // At this level one in a hundred comparisons fails by chance; two in a row are significant.
    for attempt in 1..=2 {
        let [known, unknown] = measure(&server).await;
        let (known_median, unknown_median) = (median(&known), median(&unknown));
        let p = mann_whitney(&known, &unknown);
        writeln!(
            std::io::stdout(),
            "attempt {attempt}: {SAMPLES} requests each, median known {known_median:.3} ms, unknown \
             {unknown_median:.3} ms, Mann-Whitney p = {p:.4}"
        )
        .unwrap();
        assert!((known_median - unknown_median).abs() < MAX_DIFFERENCE, "the medians differ");
        if p >= SIGNIFICANCE_LEVEL {
            return;
        }
    }
    panic!("the response time reveals whether there is an account");
}
