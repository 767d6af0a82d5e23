//! Reads `/proc/PID/stat`.

use std::fs;

/// State and parent of a process: proc_pid_stat(5).
pub(super) struct ProcessStat {
    pub(super) state: char,
    pub(super) parent: u32,
}

impl ProcessStat {
    /// `None` if there is no such process.
    pub(super) fn read(process: u32) -> Option<Self> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // The fields follow the program's name in parentheses.
        let (_, fields) = stat.rsplit_once(") ")?;
        let (state, rest) = fields.split_once(' ')?;
        Some(Self { state: state.chars().next()?, parent: rest.split(' ').next()?.parse().ok()? })
    }
}
