//! Many recoveries through one running app and one running server, both in this process: memory stays flat, and no
//! descriptor is left open.
//!
//! The number of recoveries comes from `LATCHKEY_TEST_JOURNEYS`; `scripts/soak` asks for 500.

use std::cell::RefCell;
use std::io::Write as _;
use std::rc::Rc;
use std::time::Duration;

use dioxus::prelude::*;
use latchkey::app::{Environment, Frame, RecoveryProvider, use_recovery};
use latchkey::flow::{Event, Flow, Phase, Step};
use latchkey::i18n::Language;
use latchkey::link::{IncomingLink, LinkInbox};
use latchkey::screens::Screen;
use latchkey::service::{BaseUrl, CallLimits, HttpRecoveryService, IdempotencyKey};
use latchkey::vault::Vault;
use secrecy::zeroize::Zeroizing;
use tokio::sync::{mpsc, oneshot};

use super::support::again::{again, is_again};
use super::support::program::identity;
use super::support::server::mailbox::Mail;
use super::support::server::{ADA, TestServer};

const TEST: &str = "journeys::recoveries_one_after_the_other_leave_neither_memory_nor_descriptors_behind";
/// glibc keeps freed blocks of Argon2 (19 MiB each) for the next hash, more or fewer of them by chance. With a fixed
/// threshold it returns them at once, and what is measured is what is held.
const ARGON2_IS_RETURNED: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "1048576");
/// By how much memory may grow after the warm-up, in percent.
const GROWTH: u64 = 5;
/// An app that stands still for so long has lost an answer.
const STANDSTILL: Duration = Duration::from_secs(60);

fn journeys() -> usize {
    std::env::var("LATCHKEY_TEST_JOURNEYS").map_or(50, |count| count.parse().unwrap())
}

/// What the process holds at one moment.
#[derive(Debug, Clone, Copy)]
struct Held {
    /// Heap and stacks, in KiB. What comes from files is shared with other processes of the same program, and changes with
    /// them.
    memory: u64,
    descriptors: usize,
}

impl Held {
    fn now() -> Self {
        let rollup = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap();
        let anonymous = rollup.lines().find_map(|line| line.strip_prefix("Anonymous:")).unwrap();
        Self {
            memory: anonymous.trim().trim_end_matches(" kB").parse().unwrap(),
            descriptors: std::fs::read_dir("/proc/self/fd").unwrap().count(),
        }
    }
}

/// What the app is told from outside, one event for each answer that the test waits for.
type Orders = mpsc::UnboundedReceiver<(Event, Until)>;
/// The step that follows, and who waits for it.
type Until = (fn(&Step) -> bool, oneshot::Sender<()>);

thread_local! {
    static ORDERS: RefCell<Option<Orders>> = const { RefCell::new(None) };
}

fn app(environment: Environment) -> Element {
    rsx! {
        RecoveryProvider { environment,
            Frame { Screen {} }
            Person {}
        }
    }
}

/// Does what the test orders, as a screen does what a person presses.
#[component]
fn Person() -> Element {
    let recovery = use_recovery();
    use_future(move || async move {
        let mut orders = ORDERS.take().unwrap();
        let flow = recovery.signal();
        while let Some((event, (is_there, told))) = orders.recv().await {
            recovery.send(event);
            reached(flow, is_there).await;
            told.send(()).unwrap();
        }
    });
    VNode::empty()
}

async fn reached(flow: ReadSignal<Flow>, is_there: fn(&Step) -> bool) {
    while !is_there(flow.peek().step()) {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// The person's hands.
struct Hands {
    orders: mpsc::UnboundedSender<(Event, Until)>,
    inbox: LinkInbox,
    server: TestServer,
}

impl Hands {
    async fn press(&self, event: Event, is_there: fn(&Step) -> bool) {
        let (told, is_reached) = oneshot::channel();
        self.orders.send((event, (is_there, told))).unwrap_or_else(|_| panic!("the app has ended"));
        tokio::time::timeout(STANDSTILL, is_reached).await.expect("the step comes").unwrap();
    }

    /// From "forgot" to "done" and back.
    async fn recover(&self, number: usize) {
        self.press(Event::EmailSubmitted(ADA.to_owned()), |step| matches!(step, Step::CheckEmail(_))).await;
        self.inbox.put(IncomingLink::new(self.link().await));
        let ready =
            |step: &Step| matches!(step, Step::Reset(reset) if matches!(reset.phase, Phase::Ready(_)));
        self.press(Event::NoticeDismissed, ready).await;
        let password = Event::PasswordSubmitted {
            password: Zeroizing::new(format!("umbrella {number} in the rain")),
            confirmation: None,
            second_factor: Zeroizing::default(),
            breached: false,
            fresh: IdempotencyKey::generate(),
        };
        self.press(password, |step| matches!(step, Step::Done(_))).await;
        self.press(Event::StartOver, |step| matches!(step, Step::Forgot(_))).await;
        // Tomorrow: the next email may be asked for, and what is old is forgotten.
        self.server.clock.advance(86_400);
        self.server.running.prune().await.unwrap();
    }

    /// The link of the one mail that is there.
    async fn link(&self) -> String {
        self.server.running.mail_delivered().await.unwrap();
        let file = self.server.mailbox.files().pop().unwrap();
        let mail = Mail::parse(&std::fs::read(&file).unwrap());
        mail.link().into()
    }
}

fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values[values.len() / 2]
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn recoveries_one_after_the_other_leave_neither_memory_nor_descriptors_behind() {
    // Alone in a process: what other tests hold is not measured.
    if !is_again() {
        return tokio::task::spawn_blocking(|| again(TEST, &[ARGON2_IS_RETURNED])).await.unwrap();
    }
    let server = TestServer::start().await;
    let base = BaseUrl::parse(server.running.base_url().as_str()).unwrap();
    let service = HttpRecoveryService::new(base, CallLimits::default()).unwrap();
    let environment = Environment {
        language: Language::english(),
        ..Environment::new(&identity(), Rc::new(service), Vault::in_memory())
    };
    let (orders, ordered) = mpsc::unbounded_channel();
    ORDERS.set(Some(ordered));
    let hands = Hands { orders, inbox: environment.inbox.clone(), server };
    let mut dom = VirtualDom::new_with_props(app, environment);
    dom.rebuild_in_place();

    let count = journeys();
    let walk = async {
        let mut held = Vec::new();
        for number in 0..count {
            hands.recover(number).await;
            held.push(Held::now());
        }
        held
    };
    let draw = async {
        loop {
            dom.wait_for_work().await;
            dom.render_immediate(&mut dioxus_core::NoOpMutations);
        }
    };
    let held = tokio::select! {
        held = walk => held,
        () = draw => unreachable!("the app runs on"),
    };
    // After the warm-up, and at the end.
    let (window, warm) = (count / 5, count / 5);
    let (early, late) = (&held[warm..warm + window], &held[count - window..]);
    let memory = |held: &[Held]| median(held.iter().map(|held| held.memory).collect());
    let (before, after) = (memory(early), memory(late));
    let most = early.iter().map(|held| held.descriptors).max().unwrap();
    let least = late.iter().map(|held| held.descriptors).min().unwrap();
    let said = format!(
        "{count} recoveries: {before} KiB and {most} descriptors after {}, {after} KiB and {least} at the end",
        warm + window
    );
    // For whoever asked for many; it is captured otherwise.
    writeln!(std::io::stderr(), "{said}").unwrap();
    assert!(after * 100 <= before * (100 + GROWTH), "{said}: {held:?}");
    assert!(least <= most, "{said}");
}
