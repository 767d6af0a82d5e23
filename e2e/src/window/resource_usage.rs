//! Measures the memory and the open files of the app.

use std::fs;

use super::Window;
use super::process_stat::with_descendants;
use crate::error::{Error, Result};

/// What the app and the processes of its web view use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResourceUsage {
    /// Heap and stacks of the app itself, in KiB. File mappings are shared with other programs, and not included.
    pub memory: u64,
    /// The same of the processes of its web view.
    pub web_view_memory: u64,
    /// Open file descriptors of all processes.
    pub descriptors: usize,
}

impl Window<'_> {
    /// Measures the app and all processes that it has started.
    ///
    /// # Errors
    /// The app has exited.
    pub fn resource_usage(&self) -> Result<ResourceUsage> {
        let mut sum = ResourceUsage { memory: 0, web_view_memory: 0, descriptors: 0 };
        for process in with_descendants(self.process_id()) {
            let (Some(memory), Ok(descriptors)) =
                (anonymous_memory(process), fs::read_dir(format!("/proc/{process}/fd")))
            else {
                continue;
            };
            if process == self.process_id() {
                sum.memory = memory;
            } else {
                sum.web_view_memory += memory;
            }
            sum.descriptors += descriptors.count();
        }
        if sum.memory == 0 { Err(Error::new("the app has exited")) } else { Ok(sum) }
    }
}

/// The anonymous memory of a process in KiB; `None` if it has exited.
fn anonymous_memory(process: u32) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let anonymous = rollup.lines().find_map(|line| line.strip_prefix("Anonymous:"))?;
    anonymous.trim().trim_end_matches(" kB").parse().ok()
}
