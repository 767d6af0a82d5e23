//! A running app that does not respond: it is stopped, closing, slow, or exiting.

use std::env;
use std::os::fd::AsFd as _;
use std::process::{Child, Command, Stdio};

use latchkey_launcher::single_instance::Socket;
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, kill_process};

use super::*;

fn is_first(claim: &Claim) -> bool {
    matches!(claim, Claim::First(_))
}

#[test]
fn app_that_never_responds_is_replaced() {
    let (_folder, paths) = empty_folder();
    let unresponsive = claim(&paths, None).unwrap();
    let (inbox, _woken) = serve(claim_quickly(&paths));
    let taken = take_links(inbox);
    assert!(matches!(claim(&paths, Some(LINK)).unwrap(), Claim::Forwarded));
    assert_eq!(taken.recv().unwrap(), LINK);

    // When the replaced app exits, it changes nothing.
    drop(unresponsive);
    assert!(matches!(claim(&paths, Some(LINK)).unwrap(), Claim::Forwarded));
}

#[test]
fn of_eight_starts_one_replaces_an_unresponsive_app_and_the_others_forward_their_links() {
    const STARTS: usize = 8;
    let (_folder, paths) = empty_folder();
    let _unresponsive = claim(&paths, None).unwrap();
    let inbox = LinkInbox::new();
    let _taken = take_links(inbox.clone());
    let firsts: usize = thread::scope(|scope| {
        let start = || {
            let claim = claim_quickly(&paths);
            if let Claim::First(listener) = claim {
                super::super::serve(listener, inbox.clone(), || ()).unwrap();
                return 1;
            }
            assert!(matches!(claim, Claim::Forwarded), "{claim:?}");
            0
        };
        let starts: Vec<_> = (0..STARTS).map(|_| scope.spawn(start)).collect();
        starts.into_iter().map(|start| start.join().unwrap()).sum()
    });
    assert_eq!(firsts, 1);
}

#[test]
fn closing_app_refuses_the_link_and_the_later_start_opens_it() {
    let (_folder, paths) = empty_folder();
    let (inbox, _woken) = serve(claim(&paths, None).unwrap());
    inbox.close();
    assert!(is_first(&claim_quickly(&paths)));
}

/// The window of such an app may not be open yet.
#[test]
fn later_start_waits_for_an_app_that_is_slow_to_take_the_link() {
    let (_folder, paths) = empty_folder();
    let (inbox, woken) = serve(claim(&paths, None).unwrap());
    let slow = thread::spawn(move || {
        woken.recv().unwrap();
        // Longer than the timeout for a response.
        thread::sleep(Duration::from_millis(1500));
        inbox.try_take().unwrap().expose().to_owned()
    });
    assert!(matches!(claim_quickly(&paths), Claim::Forwarded));
    assert_eq!(slow.join().unwrap(), LINK);
}

/// The folder, in a test that runs as its own process.
const FOLDER: &str = "LATCHKEY_TEST_FOLDER";

/// Runs a test of this file as another process, which becomes the running app.
fn running_process(test: &str, paths: &InstancePaths) -> Child {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("single_instance::tests::no_response::{test}"), "--nocapture"])
        .env(FOLDER, paths.folder())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut printed = String::new();
    let mut output = child.stdout.take().unwrap();
    while !printed.contains("first\n") {
        let mut part = [0; 256];
        let length = output.read(&mut part).unwrap();
        assert!(length > 0, "{printed}");
        printed.push_str(&String::from_utf8_lossy(&part[..length]));
    }
    child
}

fn print_first() {
    let mut out = io::stdout().lock();
    out.write_all(b"first\n").unwrap();
    out.flush().unwrap();
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap()
}

#[test]
fn stopped_process_is_replaced() {
    if let Some(folder) = env::var_os(FOLDER) {
        let _serves = serve(claim(&InstancePaths::in_folder(folder), None).unwrap());
        print_first();
        loop {
            thread::park();
        }
    }
    let (_folder, paths) = empty_folder();
    let mut child = running_process("stopped_process_is_replaced", &paths);
    kill_process(pid(&child), Signal::STOP).unwrap();
    assert!(is_first(&claim_quickly(&paths)));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// As after SIGKILL, while a thread of low priority still holds the files: the process has ended, its lock and its socket
/// still exist, and connecting works. Here a child process holds them.
#[cfg(target_os = "linux")]
#[test]
fn later_start_waits_for_an_exiting_process() {
    if let Some(folder) = env::var_os(FOLDER) {
        let Claim::First(listener) = claim(&InstancePaths::in_folder(folder), None).unwrap() else {
            panic!()
        };
        fcntl_setfd(listener.lock.as_fd(), FdFlags::empty()).unwrap();
        let Socket::UdSocket(socket) = &listener.socket;
        fcntl_setfd(socket.as_fd(), FdFlags::empty()).unwrap();
        Command::new("sleep").arg("2").stdout(Stdio::null()).spawn().unwrap();
        print_first();
        std::process::exit(0);
    }
    let (_folder, paths) = empty_folder();
    let mut child = running_process("later_start_waits_for_an_exiting_process", &paths);
    let stat = format!("/proc/{}/stat", child.id());
    // It is a zombie until it is reaped.
    while !fs::read_to_string(&stat).unwrap().contains(") Z") {
        thread::yield_now();
    }
    assert!(is_first(&claim_quickly(&paths)));
    assert!(!paths.folder().join("take-over.lock").exists(), "it replaced the process instead of waiting");
    child.wait().unwrap();
}
