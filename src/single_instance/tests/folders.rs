//! Folders that cannot be used. A start never fails because of them.

use super::*;

fn unusable(folder: &tempfile::TempDir) -> Vec<(&'static str, InstancePaths)> {
    let at = |name: &str| InstancePaths::in_folder(folder.path().join(name));
    fs::write(folder.path().join("file"), "").unwrap();
    let foreign = at("foreign");
    fs::create_dir(foreign.folder()).unwrap();
    // Only root can change the owner. For another user, a link to a read-only folder takes its place.
    if std::os::unix::fs::chown(foreign.folder(), Some(1), None).is_err() {
        fs::remove_dir(foreign.folder()).unwrap();
        std::os::unix::fs::symlink("/", foreign.folder()).unwrap();
    }
    vec![
        ("a path too long for a socket", at(&"l".repeat(100))),
        ("a folder of another user", foreign),
        ("a file in place of the folder", at("file")),
        ("a folder in a file", at("file/folder")),
    ]
}

#[test]
fn next_folder_is_used_if_the_first_cannot() {
    let folder = tempfile::tempdir().unwrap();
    for (why, paths) in unusable(&folder) {
        let (_fallback, fallback) = empty_folder();
        let candidates = [paths, fallback];
        let (inbox, woken) = serve(super::super::claim(&candidates, None, None).unwrap());
        let taken = take_links(inbox);
        assert!(
            matches!(super::super::claim(&candidates, Some(LINK), None).unwrap(), Claim::Forwarded),
            "{why}"
        );
        woken.recv().unwrap();
        assert_eq!(taken.recv().unwrap(), LINK, "{why}");
    }
}

#[test]
fn start_without_a_usable_folder_opens_its_own_window() {
    let folder = tempfile::tempdir().unwrap();
    for (why, paths) in unusable(&folder) {
        let alone = claim(&paths, Some(LINK)).unwrap();
        assert!(matches!(alone, Claim::Alone(InstanceError::Folder { .. })), "{why}: {alone:?}");
    }
    let nowhere = super::super::claim(&[], Some(LINK), None).unwrap();
    assert!(matches!(nowhere, Claim::Alone(InstanceError::NoHome)));
}
