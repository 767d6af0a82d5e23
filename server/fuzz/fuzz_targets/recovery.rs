//! The body of `POST /account/recovery`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| latchkey_server_fuzz::post("/account/recovery", data));
