//! The cost of password hashes.

use argon2::Params;

/// The parameters of Argon2id for new password hashes.
#[derive(Debug, Clone)]
pub struct HashingCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Number of passes over the memory.
    pub passes: u32,
    /// Number of lanes.
    pub lanes: u32,
}

impl Default for HashingCost {
    /// 19 MiB and two passes on one lane, the first choice of OWASP's password storage cheat sheet (PWD-11).
    fn default() -> Self {
        Self { memory_kib: 19_456, passes: 2, lanes: 1 }
    }
}

impl HashingCost {
    /// Whether the cost is at least that of OWASP's weakest choice, and supported by Argon2.
    pub(crate) fn is_acceptable(&self) -> bool {
        let enough = match self.passes {
            0 => false,
            1 => self.memory_kib >= 47_104,
            2 => self.memory_kib >= 19_456,
            3 => self.memory_kib >= 12_288,
            4 => self.memory_kib >= 9_216,
            _ => self.memory_kib >= 7_168,
        };
        enough && Params::new(self.memory_kib, self.passes, self.lanes, None).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cost_below_owasps_choices_is_not_acceptable() {
        // PWD-11
        let cost = |memory_kib, passes| HashingCost { memory_kib, passes, lanes: 1 }.is_acceptable();
        assert!(cost(19_456, 2) && cost(47_104, 1) && cost(65_536, 3));
        assert!(!cost(19_455, 2) && !cost(19_456, 1) && !cost(1_000_000, 0) && !cost(4_096, 40));
    }
}
