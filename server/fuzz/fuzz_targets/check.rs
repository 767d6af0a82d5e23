//! The body of `POST /account/reset-password/check`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| latchkey_server_fuzz::post("/account/reset-password/check", data));
