//! Our own program, as it was built: what `src/main.rs` gives to [`start`](crate::start) and to the page in a browser.

use crate::{config::BuiltInConfig, identity::AppIdentity};

/// Who it is, and what was compiled into it.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its identifier and its links.
    pub identity: AppIdentity,
    /// Its name, and the class of its windows.
    pub name: &'static str,
    /// The configuration that is built in.
    pub config: BuiltInConfig,
}
