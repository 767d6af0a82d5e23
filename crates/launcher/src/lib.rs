//! The start of Latchkey's program on a desktop: its command line ([`arguments`]), and the protocol that hands a link to
//! the window that is open ([`single_instance`]).
//!
//! [`run`] is the program `latchkey` on Linux and Windows. A program with a web view loads more than a hundred shared
//! libraries before `main`. This one loads the C library, so a link reaches the open window without that delay.

pub mod arguments;
pub mod platform;
mod run;
pub mod single_instance;

pub use run::run;
