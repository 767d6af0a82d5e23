//! Windows: `clip`, which comes with it. It cannot read, so whatever was copied since is lost too; that takes copying
//! something else between the key and the paste.

use std::process::{Command, Stdio};

use secrecy::zeroize::Zeroizing;

pub(super) fn clear_if_it_holds(_pasted: Zeroizing<String>) {
    let _ = Command::new("clip").stdin(Stdio::null()).status();
}
