//! The program that measures password strength in a browser. The page loads it when the first password is typed.

#[cfg(target_arch = "wasm32")]
fn main() {
    latchkey::password::strength::install();
}

/// Other platforms measure it in the app.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
