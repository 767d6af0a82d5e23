//! Places that cannot be used: starting never fails for lack of one.

use super::*;

fn unusable(folder: &tempfile::TempDir) -> Vec<(&'static str, InstancePaths)> {
    let at = |name: &str| InstancePaths::in_folder(folder.path().join(name));
    fs::write(folder.path().join("file"), "").unwrap();
    let foreign = at("foreign");
    fs::create_dir(foreign.folder()).unwrap();
    // For everybody but root, who alone may give a folder away, it is the user's own, and read-only.
    if std::os::unix::fs::chown(foreign.folder(), Some(1), None).is_err() {
        fs::remove_dir(foreign.folder()).unwrap();
        std::os::unix::fs::symlink("/", foreign.folder()).unwrap();
    }
    vec![
        ("a path too long for a socket", at(&"l".repeat(100))),
        ("a folder of another user's", foreign),
        ("a file in place of the folder", at("file")),
        ("a folder in a file", at("file/folder")),
    ]
}

#[test]
fn where_a_place_cannot_be_used_the_next_one_is() {
    let folder = tempfile::tempdir().unwrap();
    for (why, paths) in unusable(&folder) {
        let (_spare, spare) = empty_folder();
        let candidates = [paths, spare];
        let (inbox, woken) = serve(super::super::claim(&candidates, None).unwrap());
        let taken = take_links(inbox);
        assert!(matches!(super::super::claim(&candidates, Some(LINK)).unwrap(), Claim::HandedOver), "{why}");
        woken.recv().unwrap();
        assert_eq!(taken.recv().unwrap(), LINK, "{why}");
    }
}

#[test]
fn without_any_place_the_start_goes_on_alone() {
    let folder = tempfile::tempdir().unwrap();
    for (why, paths) in unusable(&folder) {
        let alone = claim(&paths, Some(LINK)).unwrap();
        assert!(matches!(alone, Claim::Alone(InstanceError::Folder { .. })), "{why}: {alone:?}");
    }
    let nowhere = super::super::claim(&[], Some(LINK)).unwrap();
    assert!(matches!(nowhere, Claim::Alone(InstanceError::NoHome)));
}
