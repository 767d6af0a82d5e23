//! A first app that does not answer: it stands still, is closing, is slow, or is being cleaned up.

use std::env;
use std::os::fd::AsFd as _;
use std::process::{Child, Command, Stdio};

use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, kill_process};

use super::*;

fn is_first(claim: &Claim) -> bool {
    matches!(claim, Claim::First(_))
}

#[test]
fn the_place_of_a_first_app_that_never_answers_is_taken_over() {
    let (_folder, paths) = empty_folder();
    let deaf = claim(&paths, None).unwrap();
    let (inbox, _woken) = serve(claim_soon(&paths));
    let taken = take_links(inbox);
    assert!(matches!(claim(&paths, Some(LINK)).unwrap(), Claim::HandedOver));
    assert_eq!(taken.recv().unwrap(), LINK);

    // When the deaf one goes, it leaves the place as it is.
    drop(deaf);
    assert!(matches!(claim(&paths, Some(LINK)).unwrap(), Claim::HandedOver));
}

#[test]
fn of_eight_starts_before_a_deaf_app_one_takes_over_and_seven_hand_over() {
    const STARTS: usize = 8;
    let (_folder, paths) = empty_folder();
    let _deaf = claim(&paths, None).unwrap();
    let inbox = LinkInbox::new();
    let _taken = take_links(inbox.clone());
    let firsts: usize = thread::scope(|scope| {
        let start = || {
            let claim = claim_soon(&paths);
            if let Claim::First(listener) = claim {
                listener.serve(inbox.clone(), || ()).unwrap();
                return 1;
            }
            assert!(matches!(claim, Claim::HandedOver), "{claim:?}");
            0
        };
        let starts: Vec<_> = (0..STARTS).map(|_| scope.spawn(start)).collect();
        starts.into_iter().map(|start| start.join().unwrap()).sum()
    });
    assert_eq!(firsts, 1);
}

#[test]
fn an_app_that_closes_refuses_the_link_and_the_start_opens_it() {
    let (_folder, paths) = empty_folder();
    let (inbox, _woken) = serve(claim(&paths, None).unwrap());
    inbox.close();
    assert!(is_first(&claim_soon(&paths)));
}

/// The window is not open yet, for example.
#[test]
fn an_app_that_is_slow_to_take_the_link_is_waited_for() {
    let (_folder, paths) = empty_folder();
    let (inbox, woken) = serve(claim(&paths, None).unwrap());
    let slow = thread::spawn(move || {
        woken.recv().unwrap();
        // Longer than silence is waited for.
        thread::sleep(Duration::from_millis(1500));
        inbox.try_take().unwrap().expose().to_owned()
    });
    assert!(matches!(claim_soon(&paths), Claim::HandedOver));
    assert_eq!(slow.join().unwrap(), LINK);
}

/// In a test that is started as a process of its own: where its place is.
const PLACE: &str = "LATCHKEY_TEST_PLACE";

/// Starts a test of this file as another process, which claims the place first.
fn first_process(test: &str, paths: &InstancePaths) -> Child {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("single_instance::tests::no_answer::{test}"), "--nocapture"])
        .env(PLACE, paths.folder())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut output = child.stdout.take().unwrap();
    while !said.contains("first\n") {
        let mut part = [0; 256];
        let length = output.read(&mut part).unwrap();
        assert!(length > 0, "{said}");
        said.push_str(&String::from_utf8_lossy(&part[..length]));
    }
    child
}

fn say_first() {
    let mut out = io::stdout().lock();
    out.write_all(b"first\n").unwrap();
    out.flush().unwrap();
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap()
}

#[test]
fn the_place_of_a_process_that_stands_still_is_taken_over() {
    if let Some(folder) = env::var_os(PLACE) {
        let _serves = serve(claim(&InstancePaths::in_folder(folder), None).unwrap());
        say_first();
        loop {
            thread::park();
        }
    }
    let (_folder, paths) = empty_folder();
    let mut child = first_process("the_place_of_a_process_that_stands_still_is_taken_over", &paths);
    kill_process(pid(&child), Signal::STOP).unwrap();
    assert!(is_first(&claim_soon(&paths)));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// As after SIGKILL, while a thread of low priority still holds the files: the process has ended, its lock and its socket
/// are there, connecting works, and nobody will answer. Here a child of its own holds them.
#[cfg(target_os = "linux")]
#[test]
fn a_process_that_is_ending_is_waited_for_until_it_has_gone() {
    if let Some(folder) = env::var_os(PLACE) {
        let Claim::First(listener) = claim(&InstancePaths::in_folder(folder), None).unwrap() else {
            panic!()
        };
        fcntl_setfd(listener.lock.as_fd(), FdFlags::empty()).unwrap();
        let interprocess::local_socket::Listener::UdSocket(socket) = &listener.socket;
        fcntl_setfd(socket.as_fd(), FdFlags::empty()).unwrap();
        Command::new("sleep").arg("2").stdout(Stdio::null()).spawn().unwrap();
        say_first();
        std::process::exit(0);
    }
    let (_folder, paths) = empty_folder();
    let mut child = first_process("a_process_that_is_ending_is_waited_for_until_it_has_gone", &paths);
    let stat = format!("/proc/{}/stat", child.id());
    // It stays a zombie until it is waited for.
    while !fs::read_to_string(&stat).unwrap().contains(") Z") {
        thread::yield_now();
    }
    assert!(is_first(&claim_soon(&paths)));
    assert!(!paths.folder().join("take-over.lock").exists(), "it took the place over instead of waiting");
    child.wait().unwrap();
}
