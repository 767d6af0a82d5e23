//! Compares what many recoveries use after a warm-up with what they use at the end.

use std::io::Write as _;

use latchkey_e2e::ResourceUsage;

/// Maximum growth of memory after the warm-up, in percent.
const MAX_GROWTH: u64 = 5;

/// The number of recoveries, from `LATCHKEY_TEST_RECOVERIES`.
pub fn recoveries(default: usize) -> usize {
    std::env::var("LATCHKEY_TEST_RECOVERIES").map_or(default, |count| count.parse().unwrap())
}

/// Asserts that memory has grown by 5 % at most, and that no descriptor leaks. `usages` has what was used after each
/// recovery. Prints the figures, which `scripts/soak` shows.
#[track_caller]
pub fn assert_no_growth(usages: &[ResourceUsage]) {
    let count = usages.len();
    let (part, warm_up) = (count / 5, count / 5);
    let (early, late) = (&usages[warm_up..warm_up + part], &usages[count - part..]);
    let (before, after) = (median(early, |usage| usage.memory), median(late, |usage| usage.memory));
    let web_view = [early, late].map(|part| median(part, |usage| usage.web_view_memory));
    let max = early.iter().map(|usage| usage.descriptors).max().unwrap();
    let min = late.iter().map(|usage| usage.descriptors).min().unwrap();
    let report = format!(
        "{count} recoveries: {before} KiB and {max} descriptors after {}, {after} KiB and {min} at the end; \
         web view: {web_view:?} KiB",
        warm_up + part
    );
    std::io::stderr().write_all(format!("{report}\n").as_bytes()).unwrap();
    assert!(after * 100 <= before * (100 + MAX_GROWTH), "{report}: {usages:?}");
    assert!(min <= max, "{report}");
}

fn median(usages: &[ResourceUsage], memory: fn(&ResourceUsage) -> u64) -> u64 {
    let mut values: Vec<u64> = usages.iter().map(memory).collect();
    values.sort_unstable();
    values[values.len() / 2]
}
