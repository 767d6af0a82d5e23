//! What the pipe on Windows is called, and who may open it: both say whose it is, by the user's SID as text.

use std::path::Path;

use sha2::{Digest as _, Sha256};

/// The security descriptor of the pipe, in SDDL: a list that takes nothing over from above (`P`), with one entry, which
/// allows everything (`GA`) to this user. Nobody else is on it.
pub fn access_list(sid: &str) -> String {
    format!("D:P(A;;GA;;;{sid})")
}

/// `APP-SID-HASH`, where the hash stands for the folder, so that different places have different pipes.
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
    fn one_user_is_on_the_list_and_nothing_is_inherited() {
        assert_eq!(access_list(ANNA), "D:P(A;;GA;;;S-1-5-21-1004336348-1177238915-682003330-1001)");
        assert_eq!(access_list(ANNA).matches('(').count(), 1);
        assert!(!access_list(BEN).contains(ANNA));
    }

    #[test]
    fn users_and_places_have_pipes_of_their_own() {
        let name = |sid, folder| pipe_name("app.example.Latchkey", sid, Path::new(folder));
        let pipe = name(ANNA, r"C:\Users\Anna\run");
        assert_eq!(pipe, name(ANNA, r"C:\Users\Anna\run"));
        assert!(pipe.starts_with(&format!("app.example.Latchkey-{ANNA}-")));
        assert_ne!(pipe, name(BEN, r"C:\Users\Anna\run"));
        assert_ne!(pipe, name(ANNA, r"C:\Users\Anna\else"));
        // A backslash would begin a folder of pipes; 256 is what Windows takes, with `\\.\pipe\` in front.
        assert!(!pipe.contains('\\') && pipe.len() < 256 - 9, "{pipe}");
    }
}
