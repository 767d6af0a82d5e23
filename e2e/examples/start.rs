//! Measures a release build with the demo beside a bare web view: start to the first usable frame, memory, and a link that
//! a second start hands over. `start RUNS LAUNCHER BARE [NAME=COMMAND…]`; `scripts/bench client` calls it.
//!
//! Each NAME is another program whose window has a button of the same colour, such as an older version of the app. Its
//! COMMAND is split at spaces, and its start and memory are measured too.
//!
//! The programs run alternately, so that a slow phase of the machine meets all of them, and are compared round by round.
//! A frame is usable when the main button is on the screen. The pixels are read from the X server's own memory every two
//! milliseconds.

use std::fs::DirBuilder;
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use latchkey_e2e::process::proportional_memory;
use latchkey_e2e::{DesktopSession, Error, FrameBuffer, Keyring, Result, time_until};

/// The colour of both main buttons.
const ACCENT: [u8; 3] = [0x0B, 0x5C, 0x55];
/// Nothing is measured before a new window is idle.
const IDLE: Duration = Duration::from_secs(2);
/// The number of changed pixels that shows that a link has replaced the screen. A blinking cursor changes fewer.
const REPLACED_PIXELS: usize = 400;
/// `[bundle] identifier` in Dioxus.toml: the folder of the app's socket.
const IDENTIFIER: &str = "app.latchkey.Latchkey";
const LINK: &str = "latchkey://reset-password?token=c2l4dGVlbi1ieXRlcy1hdC1sZWFzdC1hbmQtbW9yZQ";
/// Short programs are started more often.
const SHORT_RUNS: usize = 5;

/// What is measured of one start of a window.
struct Start {
    shown: f64,
    /// Proportional set size of all processes, in MiB.
    memory: f64,
    /// From the start of a second process with a link to the changed screen.
    link_shown: Option<f64>,
}

struct Bench {
    desktop: DesktopSession,
    screen: FrameBuffer,
    launcher: PathBuf,
    /// The bare web view, and then the others.
    compared: Vec<Compared>,
}

/// Another program.
struct Compared {
    name: String,
    program: PathBuf,
    arguments: Vec<String>,
}

impl Compared {
    /// Parses `NAME=COMMAND`.
    fn parse(text: &str) -> Result<Self> {
        let usage = || Error::new(format!("{text:?} is not NAME=COMMAND"));
        let (name, command) = text.split_once('=').ok_or_else(usage)?;
        let mut words = command.split_whitespace().map(str::to_owned);
        let program = words.next().ok_or_else(usage)?;
        Ok(Self { name: name.to_owned(), program: program.into(), arguments: words.collect() })
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [runs, launcher, bare, others @ ..] = &arguments[..] else {
        return Err(Error::new("usage: start RUNS LAUNCHER BARE [NAME=COMMAND…]"));
    };
    let runs: usize = runs.parse().map_err(|_| Error::new("RUNS is a number"))?;
    let bare = Compared { name: "bare web view".to_owned(), program: bare.into(), arguments: Vec::new() };
    let others: Vec<Compared> = others.iter().map(|other| Compared::parse(other)).collect::<Result<_>>()?;
    let desktop = DesktopSession::start_with(Keyring::None).await?;
    let screen = desktop.frame_buffer()?;
    let compared: Vec<Compared> = [bare].into_iter().chain(others).collect();
    let bench = Bench { desktop, screen, launcher: launcher.into(), compared };
    let (app, compared) = bench.rounds(runs)?;
    let times = |starts: &[Start], value: fn(&Start) -> f64| starts.iter().map(value).collect::<Vec<_>>();
    for (other, starts) in bench.compared.iter().zip(&compared) {
        report(
            &format!("start to the first usable frame, beside {}, ms", other.name),
            &times(&app, |one| one.shown),
            &times(starts, |one| one.shown),
        )?;
        report(
            &format!("memory of all processes (PSS), beside {}, MiB", other.name),
            &times(&app, |one| one.memory),
            &times(starts, |one| one.memory),
        )?;
    }
    let links = times(&app, |one| one.link_shown.unwrap_or(f64::NAN));
    print(&format!("a link into the running app, painted after: {} ms", summary(&links)))?;
    bench.short_programs(runs * SHORT_RUNS)
}

impl Bench {
    /// The starts of the app, and those of each other program.
    fn rounds(&self, runs: usize) -> Result<(Vec<Start>, Vec<Vec<Start>>)> {
        let mut app = Vec::new();
        let mut compared: Vec<Vec<Start>> = self.compared.iter().map(|_| Vec::new()).collect();
        // The first round fills the caches of the system.
        for round in 0..=runs {
            let mut ours = None;
            if round % 2 == 0 {
                ours = Some(self.app()?);
            }
            for (other, starts) in self.compared.iter().zip(&mut compared) {
                let theirs = self.measure(&other.program, &other.arguments, |_| Ok(None))?;
                starts.extend((round > 0).then_some(theirs));
            }
            let ours = ours.map_or_else(|| self.app(), Ok)?;
            app.extend((round > 0).then_some(ours));
        }
        Ok((app, compared))
    }

    /// Starts the app, and then opens a link in it.
    fn app(&self) -> Result<Start> {
        self.measure(&self.launcher, &[], |bench| {
            let before = bench.screen.read()?;
            let started = Instant::now();
            let mut second = bench.spawn(&bench.launcher, &[LINK], None)?;
            let shown = time_until(started, || bench.screen.has_changed(&before, REPLACED_PIXELS))?;
            second.wait().map_err(failed)?;
            Ok(Some(milliseconds(shown)))
        })
    }

    fn measure(
        &self,
        program: &Path,
        arguments: &[String],
        then: impl FnOnce(&Self) -> Result<Option<f64>>,
    ) -> Result<Start> {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let window = self.desktop.start_and_measure(&self.screen, program, &arguments, ACCENT)?;
        let shown = milliseconds(window.time_to_first_frame);
        sleep(IDLE);
        let memory = proportional_memory(window.id())
            .ok_or_else(|| Error::new(format!("{} has exited", program.display())))?;
        let link_shown = then(self)?;
        window.end()?;
        sleep(IDLE / 4);
        Ok(Start { shown, memory, link_shown })
    }

    /// Programs without a window: `--version` beside `true`, and a link for a stand-in of the running app.
    fn short_programs(&self, runs: usize) -> Result<()> {
        let runtime = self.desktop.folder().join("other-runtime");
        let folder = runtime.join(IDENTIFIER);
        DirBuilder::new().recursive(true).mode(0o700).create(&folder).map_err(failed)?;
        let socket = UnixListener::bind(folder.join("instance.sock")).map_err(failed)?;
        let (mut version, mut nothing, mut received) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..runs {
            version.push(self.run(&self.launcher, &["--version"])?);
            nothing.push(self.run("true".as_ref(), &[])?);
            received.push(self.hand_over(&socket, &runtime)?);
        }
        report("latchkey --version beside true, ms", &version, &nothing)?;
        report("a link received by the running app, beside a start of true, ms", &received, &nothing)
    }

    fn run(&self, program: &Path, arguments: &[&str]) -> Result<f64> {
        let started = Instant::now();
        self.spawn(program, arguments, None)?.wait().map_err(failed)?;
        Ok(milliseconds(started.elapsed()))
    }

    /// From the start of a process with a link until the whole message is here.
    fn hand_over(&self, socket: &UnixListener, runtime: &Path) -> Result<f64> {
        let started = Instant::now();
        let mut later = self.spawn(&self.launcher, &[LINK], Some(runtime))?;
        let (mut connection, _) = socket.accept().map_err(failed)?;
        // A version, an id, a length of two bytes, and the link.
        let mut message = vec![0; 1 + 16 + 2 + LINK.len()];
        connection.read_exact(&mut message).map_err(failed)?;
        let received = milliseconds(started.elapsed());
        // "The link was taken."
        connection.write_all(&[0x06]).map_err(failed)?;
        later.wait().map_err(failed)?;
        Ok(received)
    }

    fn spawn(&self, program: &Path, arguments: &[&str], runtime: Option<&Path>) -> Result<Child> {
        let mut command = self.desktop.command(program);
        let command = command.as_std_mut();
        if let Some(runtime) = runtime {
            command.env("XDG_RUNTIME_DIR", runtime);
        }
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().map_err(|error| Error::new(format!("{}: {error}", program.display())))
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn failed(error: io::Error) -> Error {
    Error::new(error.to_string())
}

/// The value below which so many percent of the others are.
fn percentile(values: &[f64], percent: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get((sorted.len() * percent).div_ceil(100).max(1) - 1).copied().unwrap_or(f64::NAN)
}

fn summary(values: &[f64]) -> String {
    let [low, median, high] = [10, 50, 90].map(|percent| percentile(values, percent));
    format!("median {median:.1} (10 %: {low:.1}, 90 %: {high:.1}; {} runs)", values.len())
}

fn report(what: &str, ours: &[f64], theirs: &[f64]) -> Result<()> {
    let ratios: Vec<f64> = ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs).collect();
    let [low, median, high] = [10, 50, 90].map(|percent| percentile(&ratios, percent));
    print(&format!(
        "{what}\n  ours {}\n  compared {}\n  ratio {median:.2} ({low:.2} to {high:.2})",
        summary(ours),
        summary(theirs)
    ))
}

fn print(line: &str) -> Result<()> {
    writeln!(io::stdout(), "{line}").map_err(failed)
}
