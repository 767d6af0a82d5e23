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
/// [`wipe`](Self::wipe) is called. The thread pool limits the number of hashes at once.
#[derive(Default)]
pub(super) struct HashMemory(Mutex<Vec<Memory>>);

struct Memory {
    blocks: Vec<Block>,
    is_wiped: bool,
}

impl HashMemory {
    /// Calls `hash` with at least `block_count` blocks of any content.
    pub(super) fn with_blocks<T>(&self, block_count: usize, hash: impl FnOnce(&mut [Block]) -> T) -> T {
        let unused = self.unused().pop();
        let mut blocks =
            unused.map(|memory| memory.wiped_if(|blocks| blocks.len() < block_count)).unwrap_or_default();
        if blocks.len() < block_count {
            // Frees the old blocks first, so that both are never allocated at once.
            drop(blocks);
            blocks = Vec::with_capacity(block_count.max(MIN_CAPACITY));
            blocks.resize(block_count, Block::new());
        }
        let result = hash(&mut blocks[..block_count]);
        self.unused().push(Memory { blocks, is_wiped: false });
        result
    }

    /// Wipes the memory that no hash uses, and frees all but that of one hash. To be called when no hash follows at once:
    /// wiping takes a fifth of the time of a hash.
    pub(super) fn wipe(&self) {
        let unused = std::mem::take(&mut *self.unused());
        let wiped = unused.into_iter().map(|memory| memory.wiped_if(|_| true));
        let Some(mut largest) = wiped.max_by_key(Vec::len) else { return };
        {
            let mut unused = self.unused();
            match unused.first_mut() {
                // Another hash ended meanwhile.
                Some(kept) if kept.is_wiped && kept.blocks.len() < largest.len() => {
                    std::mem::swap(&mut kept.blocks, &mut largest);
                }
                Some(_) => {}
                None => unused.push(Memory { blocks: std::mem::take(&mut largest), is_wiped: true }),
            }
        }
        drop(largest);
    }

    fn unused(&self) -> MutexGuard<'_, Vec<Memory>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// The blocks, wiped if the condition is true.
    fn wiped_if(mut self, condition: impl FnOnce(&[Block]) -> bool) -> Vec<Block> {
        if !self.is_wiped && condition(&self.blocks) {
            self.blocks.iter_mut().for_each(|block| block.zeroize());
        }
        self.blocks
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Fills the blocks, and returns their address.
    fn fill(blocks: &mut [Block]) -> usize {
        blocks.iter_mut().for_each(|block| block.as_mut().fill(7));
        blocks.as_ptr().addr()
    }

    fn is_zero(memory: &Memory) -> bool {
        memory.blocks.iter().all(|block| block.as_ref().iter().all(|word| *word == 0))
    }

    #[test]
    fn blocks_are_used_again_and_wiped_when_no_hash_follows() {
        let memory = HashMemory::default();
        let first = memory.with_blocks(8, fill);
        for block_count in [8, 4, 8] {
            assert_eq!(memory.with_blocks(block_count, fill), first, "{block_count}");
            memory.wipe();
            assert!(memory.unused().iter().all(is_zero));
        }
        assert_eq!(memory.with_blocks(16, |blocks| blocks.len()), 16);
        assert_eq!(memory.unused().len(), 1, "larger memory replaces the smaller one");
    }

    #[test]
    fn memory_of_one_hash_is_kept() {
        let memory = HashMemory::default();
        memory.with_blocks(8, |outer| {
            fill(outer);
            memory.with_blocks(16, fill);
        });
        assert_eq!(memory.unused().len(), 2);
        memory.wipe();
        assert_eq!(memory.unused().iter().map(|memory| memory.blocks.len()).collect::<Vec<_>>(), [16]);
        assert!(memory.unused().iter().all(is_zero));
    }
}
