//! Measures the memory and the open files of the app.

use std::fs;

use super::Window;
use crate::error::{Error, Result};
use crate::process::{memory, with_descendants};

/// What the app and the processes of its web view use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ResourceUsage {
    /// Heap and stacks of the app itself, in KiB. File mappings are shared with other programs, and not included.
    pub memory: u64,
    /// The same for the processes of its web view.
    pub web_view_memory: u64,
    /// Open file descriptors of all processes.
    pub descriptors: usize,
}

impl ResourceUsage {
    /// Measures one process, without a web view. `None` if it has exited.
    pub fn of_process(process: u32) -> Option<Self> {
        let descriptors = fs::read_dir(format!("/proc/{process}/fd")).ok()?.count();
        Some(Self { memory: memory(process, "Anonymous")?, web_view_memory: 0, descriptors })
    }
}

impl Window<'_> {
    /// Measures the app and all processes that it has started.
    ///
    /// # Errors
    /// The app has exited.
    pub fn resource_usage(&self) -> Result<ResourceUsage> {
        let app = self.process_id();
        let mut sum = ResourceUsage::of_process(app).ok_or_else(|| Error::new("the app has exited"))?;
        let others = with_descendants(app).into_iter().skip(1);
        for other in others.filter_map(ResourceUsage::of_process) {
            sum.web_view_memory += other.memory;
            sum.descriptors += other.descriptors;
        }
        Ok(sum)
    }
}
