#![allow(clippy::unwrap_used)]

mod folders;
mod no_response;

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::Barrier;
use std::sync::mpsc::{self, Receiver};

use latchkey_launcher::single_instance::{HandOver, Message, TIMEOUTS, Timeouts, claim_within, hand_over};

use super::*;
use crate::link::MAX_LINK_BYTES;

const LINK: &str = "latchkey://reset-password?token=Zm9yZ290LW15LXBhc3N3b3Jk";

/// A running app.
struct RunningApp {
    paths: InstancePaths,
    /// The links that the app has taken from its inbox.
    taken: Receiver<String>,
    woken: Receiver<()>,
    _folder: tempfile::TempDir,
}

impl RunningApp {
    fn nothing_taken(&self) -> bool {
        self.taken.try_recv().is_err()
    }
}

fn empty_folder() -> (tempfile::TempDir, InstancePaths) {
    let folder = tempfile::tempdir().unwrap();
    let paths = InstancePaths::in_folder(folder.path().join("app"));
    (folder, paths)
}

fn claim(paths: &InstancePaths, link: Option<&str>) -> Result<Claim, InstanceError> {
    super::claim(std::slice::from_ref(paths), link, None)
}

/// Like `claim`, but with short timeouts.
fn claim_quickly(paths: &InstancePaths) -> Claim {
    let short = Duration::from_millis(200);
    let timeouts = Timeouts { unknown: short, running: short, ..TIMEOUTS };
    claim_within(std::slice::from_ref(paths), Some(LINK), None, timeouts).unwrap()
}

/// Takes each link as soon as it arrives.
fn take_links(inbox: LinkInbox) -> Receiver<String> {
    let (sender, taken) = mpsc::channel();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    thread::spawn(move || {
        runtime.block_on(async { while sender.send(inbox.take().await.expose().to_owned()).is_ok() {} });
    });
    taken
}

/// An app that serves and takes links.
fn running_app() -> RunningApp {
    let (folder, paths) = empty_folder();
    let (inbox, woken) = serve(claim(&paths, None).unwrap());
    let taken = take_links(inbox);
    RunningApp { paths, taken, woken, _folder: folder }
}

/// Serves, and takes no links.
fn serve(claim: Claim) -> (LinkInbox, Receiver<()>) {
    let (inbox, (sender, woken)) = (LinkInbox::new(), mpsc::channel());
    let Claim::First(listener) = claim else { panic!("not the running app: {claim:?}") };
    super::serve(listener, inbox.clone(), move || sender.send(()).unwrap_or_default()).unwrap();
    (inbox, woken)
}

/// A message in the current format.
fn message(length: [u8; 2], text: &[u8]) -> Vec<u8> {
    [&[0xf2][..], &[7; 16], &length, text].concat()
}

fn raw(paths: &InstancePaths) -> UnixStream {
    let stream = UnixStream::connect(paths.folder().join("instance.sock")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream
}

/// The response of the running app until it closes the connection.
fn response_to(paths: &InstancePaths, message: &[u8]) -> Vec<u8> {
    let mut stream = raw(paths);
    stream.write_all(message).unwrap();
    let mut response = [0];
    match stream.read(&mut response) {
        Ok(count) => response[..count].to_vec(),
        Err(e) if e.kind() == io::ErrorKind::ConnectionReset => Vec::new(),
        Err(e) => panic!("{e}"),
    }
}

#[test]
fn later_start_hands_over_its_link_and_wakes_the_app() {
    let app = running_app();
    assert!(matches!(claim(&app.paths, Some(LINK)).unwrap(), Claim::Forwarded));
    app.woken.recv().unwrap();
    assert_eq!(app.taken.recv().unwrap(), LINK);
}

#[test]
fn later_start_without_a_link_only_wakes_the_app() {
    let app = running_app();
    assert!(matches!(claim(&app.paths, None).unwrap(), Claim::Forwarded));
    app.woken.recv().unwrap();
    assert!(app.nothing_taken());
}

#[test]
fn launcher_hands_its_link_over_and_wakes_the_app() {
    let app = running_app();
    let paths = std::slice::from_ref(&app.paths);
    assert_eq!(hand_over(paths, Some(LINK)), HandOver::Taken);
    app.woken.recv().unwrap();
    assert_eq!(app.taken.recv().unwrap(), LINK);
    assert_eq!(hand_over(paths, None), HandOver::Taken);
    app.woken.recv().unwrap();
    assert!(app.nothing_taken());
    let too_long = "x".repeat(MAX_LINK_BYTES + 1);
    assert!(matches!(hand_over(paths, Some(&too_long)), HandOver::NotTaken(_)));
}

#[test]
fn launcher_leaves_the_lock_to_the_program_with_the_window() {
    let (_folder, paths) = empty_folder();
    let paths = std::slice::from_ref(&paths);
    assert!(matches!(hand_over(paths, Some(LINK)), HandOver::NotTaken(Some(_))));
    assert!(!paths[0].folder().join("instance.lock").exists());
    assert!(matches!(hand_over(&[], Some(LINK)), HandOver::NotTaken(_)));
}

/// The program with the window goes on with the launcher's attempt.
#[test]
fn link_whose_response_the_launcher_missed_arrives_once() {
    let app = running_app();
    let id = MessageId::random().unwrap();
    let first = response_to(&app.paths, &Message::new(id, LINK).to_bytes());
    assert_eq!(first, [0x06]);
    assert_eq!(app.taken.recv().unwrap(), LINK);
    let again = super::claim(std::slice::from_ref(&app.paths), Some(LINK), Some(id)).unwrap();
    assert!(matches!(again, Claim::Forwarded), "{again:?}");
    assert!(app.nothing_taken(), "the link was opened twice");
}

#[test]
fn maximum_length_link_is_forwarded_and_a_longer_one_is_not_sent() {
    let app = running_app();
    let longest = "x".repeat(MAX_LINK_BYTES);
    claim(&app.paths, Some(&longest)).unwrap();
    assert_eq!(app.taken.recv().unwrap(), longest);
    assert!(matches!(claim(&app.paths, Some(&"x".repeat(MAX_LINK_BYTES + 1))), Err(InstanceError::TooLong)));
}

#[test]
fn folder_and_socket_are_private_to_the_user() {
    let app = running_app();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(app.paths.folder()), 0o700);
    assert_eq!(mode(&app.paths.folder().join("instance.sock")), 0o600);
}

#[test]
fn permissions_of_an_existing_folder_are_corrected() {
    let (_folder, paths) = empty_folder();
    fs::create_dir(paths.folder()).unwrap();
    fs::set_permissions(paths.folder(), fs::Permissions::from_mode(0o755)).unwrap();
    let _first = claim(&paths, None).unwrap();
    assert_eq!(fs::metadata(paths.folder()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn symbolic_link_in_place_of_the_folder_is_refused() {
    let (folder, paths) = empty_folder();
    std::os::unix::fs::symlink(folder.path(), paths.folder()).unwrap();
    assert!(matches!(claim(&paths, None).unwrap(), Claim::Alone(InstanceError::Folder { .. })));
}

#[test]
fn files_left_by_a_crash_are_replaced() {
    let (_folder, paths) = empty_folder();
    fs::create_dir(paths.folder()).unwrap();
    drop(UnixListener::bind(paths.folder().join("instance.sock")).unwrap());
    fs::write(paths.folder().join("instance.lock"), "").unwrap();
    assert!(matches!(claim(&paths, Some(LINK)).unwrap(), Claim::First(_)));
}

#[test]
fn instance_is_free_after_the_app_has_exited() {
    let (_folder, paths) = empty_folder();
    drop(claim(&paths, None).unwrap());
    assert!(matches!(claim(&paths, None).unwrap(), Claim::First(_)));
}

#[test]
fn invalid_messages_are_refused() {
    let app = running_app();
    for (message, response) in [
        (message([0x40, 0x01], b""), 0x15),
        (message([0xff, 0xff], b""), 0x15),
        (message([0, 2], &[0xc3, 0x28]), 0x15),
        (message([0, 0], b""), 0x06),
        // The first format, which had no version.
        (vec![0, 0], 0x15),
    ] {
        assert_eq!(response_to(&app.paths, &message), [response], "{message:?}");
    }
    let mut cut_short = raw(&app.paths);
    cut_short.write_all(&message([0, 9], b"x")).unwrap();
    cut_short.shutdown(std::net::Shutdown::Write).unwrap();
    assert_eq!(cut_short.read(&mut [0]).unwrap(), 0);
    assert!(app.nothing_taken());
    claim(&app.paths, Some(LINK)).unwrap();
    assert_eq!(app.taken.recv().unwrap(), LINK);
}

#[test]
fn silent_clients_block_no_other_and_are_disconnected() {
    let app = running_app();
    let mut silent: Vec<_> = (0..MAX_CLIENTS - 1).map(|_| raw(&app.paths)).collect();
    silent[0].write_all(&message([0, 100], b"l")).unwrap();
    claim(&app.paths, Some(LINK)).unwrap();
    assert_eq!(app.taken.recv().unwrap(), LINK);
    for client in &mut silent {
        assert_eq!(client.read(&mut [0]).unwrap(), 0);
    }
}

#[test]
fn of_sixteen_simultaneous_starts_one_runs_and_the_others_forward_their_links() {
    const STARTS: usize = 16;
    let (_folder, paths) = empty_folder();
    let (inbox, start) = (LinkInbox::new(), Barrier::new(STARTS));
    let taken = take_links(inbox.clone());
    let (sender, woken) = mpsc::channel();
    let firsts: Vec<bool> = thread::scope(|scope| {
        let starts: Vec<_> = (0..STARTS)
            .map(|number| {
                let (paths, inbox, start, sender) = (&paths, &inbox, &start, sender.clone());
                scope.spawn(move || {
                    start.wait();
                    match claim(paths, Some(&format!("link {number}"))).unwrap() {
                        Claim::First(listener) => {
                            let wake = move || sender.send(()).unwrap_or_default();
                            super::serve(listener, inbox.clone(), wake).unwrap();
                            true
                        }
                        Claim::Forwarded => false,
                        Claim::Alone(reason) => panic!("{reason}"),
                    }
                })
            })
            .collect();
        starts.into_iter().map(|start| start.join().unwrap()).collect()
    });
    assert_eq!(firsts.iter().filter(|first| **first).count(), 1);
    for _ in 1..STARTS {
        woken.recv().unwrap();
    }
    let numbers: Vec<usize> = std::iter::once(taken.recv().unwrap())
        .chain(taken.try_iter())
        .map(|link| link.strip_prefix("link ").unwrap().parse().unwrap())
        .collect();
    assert!(numbers.iter().all(|number| !firsts[*number]), "the running app keeps its own link");
    let mut each_once = numbers.clone();
    each_once.sort_unstable();
    each_once.dedup();
    assert_eq!(each_once.len(), numbers.len(), "no link arrives twice");
    assert!(inbox.try_take().is_none());
}
