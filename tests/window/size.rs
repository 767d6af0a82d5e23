//! The size of the program with the window, beside a program with only a web view (`benches/bare_window`).

use std::fs;
use std::path::Path;

use crate::steps::WINDOW_BINARY;

/// How many times as large the program may be. A debug build with the demo is 28 times as large. docs/performance.md has the
/// sizes of release builds.
const MAX_RATIO: u64 = 33;
/// A segment of a program that is loaded into memory: elf(5).
const PT_LOAD: u64 = 1;

/// The bytes that are loaded, without what only a debugger reads. The file is a 64-bit ELF in the byte order of the machine.
fn loaded_bytes(program: &Path) -> u64 {
    let file = fs::read(program)
        .unwrap_or_else(|error| panic!("{}: {error}: cargo build --workspace --bins", program.display()));
    let number = |at: usize, bytes: usize| {
        let mut number = [0; 8];
        number[..bytes].copy_from_slice(&file[at..at + bytes]);
        u64::from_le_bytes(number)
    };
    let (start, size, count) = (number(32, 8) as usize, number(54, 2) as usize, number(56, 2) as usize);
    let headers = (0..count).map(|index| start + index * size);
    headers.filter(|header| number(*header, 4) == PT_LOAD).map(|header| number(header + 32, 8)).sum()
}

#[test]
fn program_is_not_much_larger_than_before() {
    let window = Path::new(WINDOW_BINARY);
    let (ours, bare) = (loaded_bytes(window), loaded_bytes(&window.with_file_name("latchkey-bare-window")));
    assert!(bare > 1_000_000, "a program with a web view has {bare} bytes");
    assert!(ours < bare * MAX_RATIO, "{ours} bytes, and a program with only a web view has {bare}");
}
