//! Password hashes per second that Argon2id alone allows, with the server's default cost: `hash_rate THREADS SECONDS`.

use std::io::Write as _;
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};

/// The defaults of `passwords.argon2_…` (docs/operators.md).
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// Hashes until `end`, and returns the number of hashes.
fn hash_until(end: Instant) -> Result<u32, argon2::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None)?;
    let mut memory = vec![Block::new(); params.block_count()];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let (mut output, mut hashes) = ([0; 32], 0);
    while Instant::now() < end {
        argon2.hash_password_into_with_memory(
            b"seven grey herons",
            b"sixteen  of salt",
            &mut output,
            &mut memory,
        )?;
        hashes += 1;
    }
    Ok(hashes)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let numbers: Vec<u32> = std::env::args().skip(1).map(|text| text.parse()).collect::<Result<_, _>>()?;
    let [threads, seconds] = numbers[..] else { return Err("usage: hash_rate THREADS SECONDS".into()) };
    let end = Instant::now() + Duration::from_secs(seconds.into());
    let running: Vec<_> = (0..threads).map(|_| std::thread::spawn(move || hash_until(end))).collect();
    let mut total = 0;
    for thread in running {
        total += thread.join().map_err(|_| "a thread panicked")??;
    }
    writeln!(std::io::stdout(), "{:.1}", f64::from(total) / f64::from(seconds))?;
    Ok(())
}
