//! Runs the tests of `crates/idna-adapter`, which is not in the workspace.

#[path = "../../idna-adapter/src/punycode.rs"]
mod punycode;
