//! Many recoveries through one app and one server in this process: memory does not grow, and no file descriptor leaks.
//!
//! The number of recoveries comes from `LATCHKEY_TEST_RECOVERIES`; `scripts/soak` asks for 500.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use dioxus::prelude::*;
use latchkey::app::{Environment, Layout, RecoveryProvider, use_recovery};
use latchkey::flow::{Event, Flow, Phase, Step};
use latchkey::i18n::Language;
use latchkey::link::{IncomingLink, LinkInbox};
use latchkey::screens::Screen;
use latchkey::service::{BaseUrl, CallLimits, HttpRecoveryService, IdempotencyKey};
use latchkey::vault::Vault;
use latchkey_e2e::ResourceUsage;
use secrecy::zeroize::Zeroizing;
use tokio::sync::{mpsc, oneshot};

use super::growth::{assert_no_growth, recoveries};
use super::support::program::identity;
use super::support::server::mailbox::Mail;
use super::support::server::{ADA, TestServer};
use super::support::subprocess::{is_subprocess, run_in_subprocess};

const TEST: &str = "soak::repeated_recoveries_leak_neither_memory_nor_descriptors";
/// glibc keeps a varying number of freed blocks of Argon2 (19 MiB each). With a fixed threshold it returns them to the
/// system immediately, so that only used memory is measured.
const MMAP_THRESHOLD: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "1048576");
/// Maximum time of one step.
const STEP_TIMEOUT: Duration = Duration::from_secs(60);
/// The descriptors of one connection to the database: the file, its write-ahead log, and the index of the log, which all
/// connections share.
const MIN_DATABASE_DESCRIPTORS: usize = 3;
/// Those of the writer and of all readers (`SQLITE_READERS` in the server's `store/engine.rs`).
const MAX_DATABASE_DESCRIPTORS: usize = 2 * (1 + 4) + 1;

/// An event to dispatch, the step to wait for, and a channel that reports its arrival.
type Command = (Event, fn(&Step) -> bool, oneshot::Sender<()>);

thread_local! {
    static COMMANDS: RefCell<Option<mpsc::UnboundedReceiver<Command>>> = const { RefCell::new(None) };
}

fn app(environment: Environment) -> Element {
    rsx! {
        RecoveryProvider { environment,
            Layout { Screen {} }
            CommandRunner {}
        }
    }
}

/// Dispatches the test's events, as a screen dispatches those of a user.
#[component]
fn CommandRunner() -> Element {
    let recovery = use_recovery();
    use_future(move || async move {
        let mut commands = COMMANDS.take().unwrap();
        let flow = recovery.signal();
        while let Some((event, is_reached, done)) = commands.recv().await {
            recovery.send(event);
            wait_for_step(flow, is_reached).await;
            done.send(()).unwrap();
        }
    });
    VNode::empty()
}

async fn wait_for_step(flow: ReadSignal<Flow>, is_reached: fn(&Step) -> bool) {
    while !is_reached(flow.peek().step()) {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Controls the app.
struct Driver {
    commands: mpsc::UnboundedSender<Command>,
    inbox: LinkInbox,
    server: TestServer,
}

impl Driver {
    /// Dispatches an event and waits for a step.
    async fn dispatch(&self, event: Event, is_reached: fn(&Step) -> bool) {
        let (done, reached) = oneshot::channel();
        self.commands.send((event, is_reached, done)).unwrap_or_else(|_| panic!("the app has ended"));
        tokio::time::timeout(STEP_TIMEOUT, reached).await.expect("the step is reached").unwrap();
    }

    /// One recovery, from the first screen to the last and back.
    async fn recover(&self, number: usize) {
        self.dispatch(Event::EmailSubmitted(ADA.to_owned()), |step| matches!(step, Step::CheckEmail(_)))
            .await;
        self.inbox.put(IncomingLink::new(self.link().await));
        let ready =
            |step: &Step| matches!(step, Step::Reset(reset) if matches!(reset.phase, Phase::Ready(_)));
        self.dispatch(Event::NoticeDismissed, ready).await;
        let password = Event::PasswordSubmitted {
            password: Zeroizing::new(format!("umbrella {number} in the rain")),
            confirmation: None,
            second_factor: Zeroizing::default(),
            breached: false,
            idempotency_key: IdempotencyKey::generate(),
        };
        self.dispatch(password, |step| matches!(step, Step::Done(_))).await;
        self.dispatch(Event::StartOver, |step| matches!(step, Step::Forgot(_))).await;
        // The next day: another email may be requested, and old records are deleted.
        self.server.clock.advance(86_400);
        self.server.running.prune().await.unwrap();
    }

    /// The link of the newest email.
    async fn link(&self) -> String {
        self.server.running.mail_delivered().await.unwrap();
        let file = self.server.mailbox.files().pop().unwrap();
        let mail = Mail::parse(&std::fs::read(&file).unwrap());
        mail.link().into()
    }

    /// What this process uses, without the descriptors of the database. Its pool opens another reader when two calls read at
    /// the same time, which can happen at any recovery, and keeps it. That is no leak.
    fn usage(&self) -> ResourceUsage {
        let mut usage = ResourceUsage::of_process(std::process::id()).unwrap();
        let database = self.server.folder.path().join("latchkey.db").into_os_string().into_string().unwrap();
        let of_database = std::fs::read_dir("/proc/self/fd")
            .unwrap()
            .filter_map(|file| std::fs::read_link(file.unwrap().path()).ok())
            .filter(|file| file.to_string_lossy().starts_with(&database))
            .count();
        assert!(
            (MIN_DATABASE_DESCRIPTORS..=MAX_DATABASE_DESCRIPTORS).contains(&of_database),
            "{of_database} descriptors of {database}"
        );
        usage.descriptors -= of_database;
        usage
    }
}

#[tokio::test]
async fn repeated_recoveries_leak_neither_memory_nor_descriptors() {
    // The measurement runs in a subprocess, because other tests use memory too.
    if !is_subprocess() {
        return tokio::task::spawn_blocking(|| run_in_subprocess(TEST, &[MMAP_THRESHOLD])).await.unwrap();
    }
    let server = TestServer::start().await;
    let base = BaseUrl::parse(server.running.base_url().as_str()).unwrap();
    let service = HttpRecoveryService::new(base, CallLimits::default()).unwrap();
    let environment = Environment {
        language: Language::english(),
        ..Environment::new(&identity(), Rc::new(service), Vault::in_memory())
    };
    let (commands, receiver) = mpsc::unbounded_channel();
    COMMANDS.set(Some(receiver));
    let driver = Driver { commands, inbox: environment.inbox.clone(), server };
    let mut dom = VirtualDom::new_with_props(app, environment);
    dom.rebuild_in_place();

    let count = recoveries(50);
    let run = async {
        let mut usages = Vec::new();
        for number in 0..count {
            driver.recover(number).await;
            usages.push(driver.usage());
        }
        usages
    };
    let render = async {
        loop {
            dom.wait_for_work().await;
            dom.render_immediate(&mut dioxus_core::NoOpMutations);
        }
    };
    let usages = tokio::select! {
        usages = run => usages,
        () = render => unreachable!("the app keeps running"),
    };
    assert_no_growth(&usages);
}
