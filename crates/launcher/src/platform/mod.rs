//! Platform-specific code, one file per system and topic. No decisions are made here.
//!
//! | item | purpose |
//! |--|--|
//! | [`local_socket`] | a socket that only the current user can connect to |
//! | [`attach_parent_console`] | output in the terminal that started the program |
//! | [`exec_or_spawn`] | starts the program with the window |

mod console;
mod exec_or_spawn;
mod peer_state;
#[cfg(any(windows, test))]
mod pipe_name;

#[cfg(windows)]
#[path = "named_pipe.rs"]
pub mod local_socket;
#[cfg(unix)]
#[path = "unix_socket.rs"]
pub mod local_socket;

pub use console::attach_parent_console;
pub use exec_or_spawn::exec_or_spawn;
pub use peer_state::PeerState;
