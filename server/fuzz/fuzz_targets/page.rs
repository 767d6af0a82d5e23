//! The body of `POST /reset-password`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| latchkey_server_fuzz::post("/reset-password", data));
