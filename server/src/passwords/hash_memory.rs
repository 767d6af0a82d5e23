//! The memory of Argon2, which is used again by the next hash.
//!
//! A hash needs 19 MiB by default. If each hash allocated its own, the system's allocator would keep the memory of ended
//! hashes once for each of its arenas, because hashes run on changing threads.

use std::sync::{Mutex, PoisonError};

use argon2::Block;
use zeroize::Zeroize as _;

/// Memory for as many hashes as ran at once until now. The thread pools limit their number.
#[derive(Default)]
pub(super) struct HashMemory(Mutex<Vec<Vec<Block>>>);

impl HashMemory {
    /// Calls `hash` with at least `block_count` blocks, which are zero. They are wiped afterwards: their content depends on
    /// the password.
    pub(super) fn with_blocks<T>(&self, block_count: usize, hash: impl FnOnce(&mut [Block]) -> T) -> T {
        let mut blocks = self.unused().pop().unwrap_or_default();
        if blocks.len() < block_count {
            // Frees the old blocks first, so that both are never allocated at once.
            drop(blocks);
            blocks = vec![Block::new(); block_count];
        }
        let result = hash(&mut blocks[..block_count]);
        blocks[..block_count].iter_mut().for_each(|block| block.zeroize());
        self.unused().push(blocks);
        result
    }

    fn unused(&self) -> std::sync::MutexGuard<'_, Vec<Vec<Block>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn is_zero(blocks: &[Block]) -> bool {
        blocks.iter().all(|block| block.as_ref().iter().all(|word| *word == 0))
    }

    #[test]
    fn blocks_are_used_again_and_wiped() {
        let memory = HashMemory::default();
        let address = |blocks: &mut [Block]| {
            assert!(is_zero(blocks));
            blocks.iter_mut().for_each(|block| block.as_mut().fill(7));
            blocks.as_ptr().addr()
        };
        let first = memory.with_blocks(8, address);
        assert!(is_zero(&memory.unused()[0]));
        for block_count in [8, 4, 8] {
            assert_eq!(memory.with_blocks(block_count, address), first, "{block_count}");
        }
        assert_eq!(memory.with_blocks(16, |blocks| blocks.len()), 16);
        assert_eq!(memory.unused().len(), 1, "larger memory replaces the smaller one");
        // Two hashes at once need two.
        memory.with_blocks(8, |_| memory.with_blocks(8, |_| ()));
        assert_eq!(memory.unused().len(), 2);
    }
}
