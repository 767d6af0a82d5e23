//! Takes a secret out of the clipboard once it has arrived where it belongs: other programs can read what lies there.

use secrecy::zeroize::Zeroizing;

#[cfg(all(
    feature = "desktop",
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
))]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;
// A page and a phone's app can clear the clipboard only by asking the person; without a window nothing is pasted.
#[cfg(not(any(
    target_os = "macos",
    windows,
    all(feature = "desktop", unix, not(any(target_os = "ios", target_os = "android")))
)))]
#[path = "elsewhere.rs"]
mod system;

/// Empties the clipboard if it still holds `pasted`, white space aside. To be called from an event handler.
pub fn take_from_clipboard(pasted: &str) {
    system::clear_if_it_holds(Zeroizing::new(pasted.to_owned()));
}

/// Whether the clipboard holds what was pasted; a field keeps no line ends.
#[cfg(any(
    target_os = "macos",
    all(feature = "desktop", unix, not(any(target_os = "ios", target_os = "android")))
))]
fn same(held: &str, pasted: &str) -> bool {
    held.split_whitespace().eq(pasted.split_whitespace())
}
