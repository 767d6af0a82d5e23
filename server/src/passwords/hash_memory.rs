//! The memory of Argon2, which is used again by the next hash.
//!
//! A hash needs 19 MiB by default. If each hash allocated its own, the system's allocator would keep the memory of ended
//! hashes once for each of its arenas, because hashes run on changing threads.

use std::sync::{Mutex, MutexGuard, PoisonError};

use argon2::Block;
use zeroize::Zeroize as _;

/// Minimum capacity, in blocks of a kibibyte. glibc always returns freed memory to the system beyond 32 MiB, and may keep
/// smaller parts. Blocks that are not used take no memory.
const MIN_CAPACITY: usize = 33 * 1024;

/// The memory of ended hashes. Its content depends on their passwords until the next hash overwrites it, or
/// [`free`](Self::free) is called. The thread pool limits the number of hashes at once.
#[derive(Default)]
pub(super) struct HashMemory(Mutex<Vec<Vec<Block>>>);

impl HashMemory {
    /// Calls `hash` with at least `block_count` blocks of any content.
    pub(super) fn with_blocks<T>(&self, block_count: usize, hash: impl FnOnce(&mut [Block]) -> T) -> T {
        let mut blocks = self.unused().pop().unwrap_or_default();
        if blocks.len() < block_count {
            // Frees the old blocks first, so that both are never allocated at once.
            wipe(&mut blocks);
            drop(blocks);
            blocks = Vec::with_capacity(block_count.max(MIN_CAPACITY));
            blocks.resize(block_count, Block::new());
        }
        let result = hash(&mut blocks[..block_count]);
        self.unused().push(blocks);
        result
    }

    /// Wipes and frees the memory that no hash uses. To be called when no hash follows at once: wiping takes a fifth of the
    /// time of a hash.
    pub(super) fn free(&self) {
        let mut unused = std::mem::take(&mut *self.unused());
        unused.iter_mut().for_each(|blocks| wipe(blocks));
    }

    fn unused(&self) -> MutexGuard<'_, Vec<Vec<Block>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn wipe(blocks: &mut [Block]) {
    blocks.iter_mut().for_each(|block| block.zeroize());
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn is_zero(blocks: &[Block]) -> bool {
        blocks.iter().all(|block| block.as_ref().iter().all(|word| *word == 0))
    }

    #[test]
    fn blocks_are_used_again_until_they_are_freed() {
        let memory = HashMemory::default();
        let address = |blocks: &mut [Block]| {
            blocks.iter_mut().for_each(|block| block.as_mut().fill(7));
            blocks.as_ptr().addr()
        };
        let first = memory.with_blocks(8, address);
        for block_count in [8, 4, 8] {
            assert_eq!(memory.with_blocks(block_count, address), first, "{block_count}");
        }
        assert_eq!(memory.with_blocks(16, |blocks| blocks.len()), 16);
        assert_eq!(memory.unused().len(), 1, "larger memory replaces the smaller one");
        // Two hashes at once need two.
        memory.with_blocks(8, |_| memory.with_blocks(8, |_| ()));
        assert_eq!(memory.unused().len(), 2);
        memory.free();
        assert!(memory.unused().is_empty());
    }

    #[test]
    fn blocks_are_wiped() {
        let mut blocks = vec![Block::new(); 8];
        blocks.iter_mut().for_each(|block| block.as_mut().fill(7));
        assert!(!is_zero(&blocks));
        wipe(&mut blocks);
        assert!(is_zero(&blocks));
    }
}
