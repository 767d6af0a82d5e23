//! `latchkey service record` at a terminal, for a server with cookies and a second factor.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};

use super::own_contract_files::OwnContractFiles;
use super::support::http_message::Message;
use super::support::stub_server::{StubResponse, StubServer, response};

const LINK: &str = "latchkey://reset-password?t=0wKZ3hq8s9yRr7mLxv2nQd5C";
const PASSWORD: &str = "nineteen brown otters swim";
const FACTOR: &str = "482915";
const CSRF: &str = "7hQ2mX0bD4kV9sRw";
const CONTRACT: &str = r#"id = "mine"
name = "My server"
cookies = true

[link]
sources = ["query"]
names = { token = "t" }

[[request]]
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]

[[reset]]
method = "GET"
path = "/csrf"
success = [{ status = 204 }]
capture = { csrf = { cookie = "csrftoken" } }

[[reset]]
path = "/reset"
headers = { x-csrftoken = "{csrf}" }
body = { token = "{token}", password = "{new_password}", otp = "{second_factor?}" }
success = [{ status = 200 }]
errors = [
    { status = 401, kind = "second_factor" },
    { status = 400, kind = "invalid" },
]
"#;

fn server(message: &Message, count: usize) -> StubResponse {
    let session = "Set-Cookie: session=s1; Path=/; HttpOnly";
    let is_in_session = message.header("cookie").is_some_and(|cookies| cookies.contains("session=s1"));
    match message.line() {
        "GET /csrf" => response(204, &[session, &format!("Set-Cookie: csrftoken={CSRF}; Path=/")], ""),
        "POST /reset" if !is_in_session || message.header("x-csrftoken") != Some(CSRF) => {
            response(403, &["Content-Type: application/json"], "")
        }
        "POST /reset" if !message.body.contains(FACTOR) && count < 2 => {
            response(401, &["Content-Type: application/json"], "")
        }
        "POST /reset" if count > 1 => response(400, &["Content-Type: application/json"], ""),
        _ => response(200, &["Content-Type: application/json"], ""),
    }
}

/// The program at a terminal of its own.
struct Terminal {
    child: Child,
    /// What it has shown, with what the terminal has echoed.
    shown: String,
    /// The device, as soon as its name is written to this file.
    device: std::path::PathBuf,
}

impl Terminal {
    fn start(files: &OwnContractFiles) -> Self {
        let device = files.path("device");
        let words = [
            env!("CARGO_BIN_EXE_latchkey").as_ref(),
            "--config".as_ref(),
            files.path("latchkey.toml").as_os_str(),
            "service".as_ref(),
            "record".as_ref(),
            "grace@firm.example".as_ref(),
            files.path("recorded.toml").as_os_str(),
        ]
        .map(|word: &std::ffi::OsStr| format!("'{}'", word.to_str().unwrap()));
        let line = format!("tty > '{}' && exec env -i {}", device.display(), words.join(" "));
        let child = Command::new("script")
            .args(["--quiet", "--return", "--command", &line, "/dev/null"])
            .env("SHELL", "/bin/sh")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self { child, shown: String::new(), device }
    }

    /// Waits for a question, and answers it. A hidden answer is typed as soon as the terminal does not show it.
    fn answer(&mut self, question: &str, answer: &str, hidden: bool) {
        while !self.shown.ends_with(question) {
            let mut byte = [0];
            let output = self.child.stdout.as_mut().unwrap();
            output.read_exact(&mut byte).unwrap_or_else(|_| panic!("{question}: {}", self.shown));
            self.shown.push(char::from(byte[0]));
        }
        while hidden && self.echoes() {
            std::thread::yield_now();
        }
        writeln!(self.child.stdin.as_mut().unwrap(), "{answer}").unwrap();
    }

    fn echoes(&self) -> bool {
        let device = std::fs::read_to_string(&self.device).unwrap();
        let settings = Command::new("stty").args(["-F", device.trim(), "-a"]).output().unwrap();
        !String::from_utf8(settings.stdout).unwrap().split_whitespace().any(|setting| setting == "-echo")
    }

    /// Waits for the end. Returns whether it succeeds, and what was shown.
    fn finish(mut self) -> (bool, String) {
        self.child.stdout.take().unwrap().read_to_string(&mut self.shown).unwrap();
        (self.child.wait().unwrap().success(), self.shown)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn password_is_hidden_and_second_factor_and_cookies_are_recorded() {
    let server = StubServer::start(server).await;
    let files = OwnContractFiles::new(&server, "mine.toml", CONTRACT);
    let walk = move || {
        let mut terminal = Terminal::start(&files);
        terminal.answer("type its code: ", LINK, false);
        terminal.answer("The new password: ", PASSWORD, true);
        terminal.answer("of the authenticator app: ", FACTOR, false);
        let (succeeds, shown) = terminal.finish();
        let recorded = std::fs::read_to_string(files.path("recorded.toml")).unwrap_or_default();
        (succeeds, shown, recorded)
    };
    let (succeeds, shown, recorded) = tokio::task::spawn_blocking(walk).await.unwrap();
    assert!(succeeds, "{shown}{recorded}");
    assert!(shown.contains(LINK) && !shown.contains(PASSWORD), "{shown}");
    assert_eq!(server.count("POST /reset"), 3, "{shown}");
    for line in [
        "second_factor = true",
        r#""otp":"123456","password":"a walk along the wet quay","token":"#,
        "set-cookie: csrftoken=",
        "outcome = \"changed\"",
    ] {
        assert!(recorded.contains(line), "{line}\n{recorded}");
    }
    for secret in [CSRF, FACTOR, PASSWORD, "0wKZ3hq8s9yRr7mLxv2nQd5C", "session=s1"] {
        assert!(!recorded.contains(secret), "{secret}\n{recorded}");
    }
}
