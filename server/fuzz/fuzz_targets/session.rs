//! The body of `POST /session`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| latchkey_server_fuzz::post("/session", data));
