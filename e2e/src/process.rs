//! What Linux says about processes in `/proc`.

use std::fs;

/// State and parent of a process: proc_pid_stat(5).
pub(crate) struct ProcessStat {
    pub(crate) state: char,
    pub(crate) parent: u32,
}

impl ProcessStat {
    /// `None` if there is no such process.
    pub(crate) fn read(process: u32) -> Option<Self> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // The fields follow the program's name in parentheses.
        let (_, fields) = stat.rsplit_once(") ")?;
        let (state, rest) = fields.split_once(' ')?;
        Some(Self { state: state.chars().next()?, parent: rest.split(' ').next()?.parse().ok()? })
    }
}

/// Whether a process exists and has not exited.
pub fn is_running(process: u32) -> bool {
    ProcessStat::read(process).is_some_and(|stat| stat.state != 'Z')
}

/// The process and all its descendants, without those that have exited.
pub fn with_descendants(process: u32) -> Vec<u32> {
    let running: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process| Some((process, ProcessStat::read(process)?)))
        .filter(|(_, stat)| stat.state != 'Z')
        .map(|(process, stat)| (process, stat.parent))
        .collect();
    let mut found = vec![process];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(running.iter().filter(|(_, of)| *of == parent).map(|(process, _)| process));
        next += 1;
    }
    found
}

/// The proportional set size of a process and of all that it has started, in MiB. `None` if one has exited meanwhile.
pub fn proportional_memory(process: u32) -> Option<f64> {
    let kib: Option<u64> = with_descendants(process).into_iter().map(|process| memory(process, "Pss")).sum();
    Some(kib? as f64 / 1024.0)
}

/// The memory of a process, in KiB: the sum `Pss` or `Anonymous` of proc_pid_smaps(5). `None` if the process has exited.
pub fn memory(process: u32, sum: &str) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix(sum)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
