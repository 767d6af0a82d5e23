//! What the page in a browser loads when the first password is typed: the measure of its strength, and nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    latchkey::password::strength::install();
}

/// Elsewhere it is measured in place.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
