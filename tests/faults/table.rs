//! The table of docs/reliability.md, made of what the cells have shown.

use std::fmt::Write as _;
use std::path::Path;

use super::call::Call;
use super::cell::Outcome;
use super::said::english;
use super::support::line::fault::{Fault, Faulty, Tls11By};

const DOCUMENT: &str = "docs/reliability.md";
/// The table stands between these.
const BEGIN: &str = "<!-- begin: made by tests/faults -->\n";
const END: &str = "<!-- end: made by tests/faults -->\n";
/// Set, the table is written instead of compared.
const UPDATE: &str = "LATCHKEY_UPDATE_DOCS";

/// Rows of faults, columns of calls, and the sentences.
pub fn table(outcomes: &[(Fault, Call, Outcome)]) -> String {
    let mut text = String::from(
        "| fault | email asked for | link checked | code checked | rules asked for | password set | … with a \
         second factor |\n|--|--|--|--|--|--|--|\n",
    );
    let mut rows: Vec<(String, String)> = Vec::new();
    for row in outcomes.chunk_by(|(one, ..), (other, ..)| one == other) {
        assert_eq!(row.len(), Call::ALL.len(), "{:?}: no cell is empty", row[0].0);
        let cells: Vec<_> = row.iter().map(|(_, call, outcome)| cell(*call, outcome)).collect();
        rows.push((label(row[0].0), cells.join(" | ")));
    }
    // Places of one answer that come to the same are one row.
    rows.dedup();
    for (label, cells) in rows {
        writeln!(text, "| {label} | {cells} |").unwrap();
    }
    let mut names: Vec<_> = outcomes.iter().filter_map(|(.., outcome)| outcome.words).collect();
    names.sort_unstable();
    names.dedup();
    text.push_str("\n| words | in English |\n|--|--|\n");
    for name in names {
        writeln!(text, "| `{name}` | {} |", english().text(name)).unwrap();
    }
    text
}

fn cell(call: Call, outcome: &Outcome) -> String {
    let words = outcome.words.map_or("nothing to say".to_owned(), |name| format!("`{name}`"));
    let state = match (call, outcome.was_set) {
        (Call::Request, _) => "email kept",
        (Call::Code, _) => "code unspent",
        (Call::Reset | Call::SecondFactor, true) => "set once",
        _ => "link unspent",
    };
    format!("{words}; {state}")
}

fn label(fault: Fault) -> String {
    match fault {
        Fault::Refused => "connection refused".into(),
        Fault::BlackHole => "black hole: connection accepted, no answer".into(),
        Fault::Withheld => "request done, answer withheld".into(),
        Fault::Reset(_) => {
            "connection reset at each of 20 places of the answer (0 %, 5 %, … 95 % of its bytes)".into()
        }
        Fault::Drip => "answer at ten bytes a second".into(),
        Fault::Truncated => "connection closed in the middle of the answer".into(),
        Fault::Duplicated => "answer sent twice".into(),
        Fault::Oversized => "answer over 64 KiB".into(),
        Fault::LengthTooShort => "`Content-Length` too small".into(),
        Fault::LengthTooLong => "`Content-Length` too large".into(),
        Fault::CorruptGzip => "gzip with a corrupt header".into(),
        Fault::Gateway(status) => format!("gateway loses the answer and says {status}"),
        Fault::PortalRedirect => "captive portal: redirect to its sign-in".into(),
        Fault::PortalPage => "captive portal: its sign-in page with status 200".into(),
        Fault::PortalOnTlsPort => "captive portal: plain HTTP on the port of TLS".into(),
        Fault::HandshakeSilence => "TLS handshake never answered".into(),
        Fault::HandshakeReset => "connection reset in the TLS handshake".into(),
        Fault::Certificate(Faulty::Expired) => "certificate expired".into(),
        Fault::Certificate(Faulty::OtherHost) => "certificate for another host".into(),
        Fault::Certificate(Faulty::UnknownAuthority) => "certificate of an unknown authority".into(),
        Fault::Tls11(Tls11By::Alert) => "server with TLS 1.1 only, which says so by an alert".into(),
        Fault::Tls11(Tls11By::Hello) => "server with TLS 1.1 only, which offers it".into(),
        Fault::ProxyRefuses(status) => format!("proxy answers CONNECT with {status}"),
    }
}

/// The committed table is the one that was made now.
pub fn assert_documented(made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DOCUMENT);
    let document = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = document.split_once(BEGIN).expect("the mark before the table");
    let (written, after) = rest.split_once(END).expect("the mark after the table");
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{made}{END}{after}")).unwrap();
    } else {
        assert_eq!(written, made, "{DOCUMENT} is out of date: run this test with {UPDATE}=1");
    }
}
