//! Our own program, as it was built: what `src/main.rs` gives to [`start`](crate::start) and to the page in a browser.

use crate::{config::BuiltInConfig, identity::AppIdentity};

/// A program: its identity, and what was compiled into it.
#[derive(Debug, Clone)]
pub struct Program {
    /// The identifier and the links of the program.
    pub identity: AppIdentity,
    /// The name of the program, and the class of its windows.
    pub name: &'static str,
    /// The configuration that is built in.
    pub config: BuiltInConfig,
}
