//! Reads `/proc/PID/stat`, and finds the descendants of a process.

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

/// The process and all its descendants.
pub(super) fn with_descendants(process: u32) -> Vec<u32> {
    let running: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process| Some((process, ProcessStat::read(process)?.parent)))
        .collect();
    let mut found = vec![process];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(running.iter().filter(|(_, of)| *of == parent).map(|(process, _)| process));
        next += 1;
    }
    found
}
