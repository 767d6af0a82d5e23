//! The name and access list of the pipe on Windows. Both contain the user's SID.

use std::path::Path;

use sha2::{Digest as _, Sha256};

/// The pipe's security descriptor in SDDL: a protected list (`P`, nothing is inherited) with one entry, which grants
/// all access (`GA`) to this user.
pub fn access_list(sid: &str) -> String {
    format!("D:P(A;;GA;;;{sid})")
}

/// `APP-SID-HASH`, with a hash of the folder, so that different folders have different pipes.
pub fn pipe_name(app: &str, sid: &str, folder: &Path) -> String {
    let folder = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    let folder: String = folder.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{app}-{sid}-{folder}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: &str = "S-1-5-21-1004336348-1177238915-682003330-1001";
    const BEN: &str = "S-1-5-21-1004336348-1177238915-682003330-1002";

    /// The grammar: [MS-DTYP] 2.5.1.
    #[test]
    fn access_list_has_one_user_and_no_inheritance() {
        assert_eq!(access_list(ANNA), "D:P(A;;GA;;;S-1-5-21-1004336348-1177238915-682003330-1001)");
        assert_eq!(access_list(ANNA).matches('(').count(), 1);
        assert!(!access_list(BEN).contains(ANNA));
    }

    #[test]
    fn pipe_name_differs_by_user_and_folder() {
        let name = |sid, folder| pipe_name("app.example.Latchkey", sid, Path::new(folder));
        let pipe = name(ANNA, r"C:\Users\Anna\run");
        assert_eq!(pipe, name(ANNA, r"C:\Users\Anna\run"));
        assert!(pipe.starts_with(&format!("app.example.Latchkey-{ANNA}-")));
        assert_ne!(pipe, name(BEN, r"C:\Users\Anna\run"));
        assert_ne!(pipe, name(ANNA, r"C:\Users\Anna\else"));
        // No backslash, and at most 256 characters including `\\.\pipe\`.
        assert!(!pipe.contains('\\') && pipe.len() < 256 - 9, "{pipe}");
    }
}
