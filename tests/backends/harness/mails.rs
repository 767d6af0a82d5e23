//! A mail server that accepts and keeps all emails, with the subset of SMTP (RFC 5321) that these servers use.

use std::time::Duration;

use mail_parser::MessageParser;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Maximum time until an email arrives.
const TIMEOUT: Duration = Duration::from_secs(60);

/// An email as its recipient sees it.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    /// The plain text, or the text of the HTML if there is none. Then each link of the HTML on its own line.
    pub text: String,
}

pub struct MailCatcher {
    pub port: u16,
    received: watch::Sender<Vec<Mail>>,
    read: Vec<usize>,
}

impl MailCatcher {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let received = watch::Sender::new(Vec::new());
        let sender = received.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // Errors mean that the client has closed the connection.
                tokio::spawn(serve(stream, sender.clone()));
            }
        });
        Self { port, received, read: Vec::new() }
    }

    pub async fn next_to(&mut self, address: &str) -> Mail {
        let mut received = self.received.subscribe();
        let there = received.wait_for(|mails| unread(mails, &self.read, address).next().is_some());
        let mails = tokio::time::timeout(TIMEOUT, there).await.expect("the email did not arrive").unwrap();
        let number = unread(&mails, &self.read, address).next().unwrap();
        self.read.push(number);
        mails[number].clone()
    }
}

/// The indices of the unread emails to this address.
fn unread<'a>(mails: &'a [Mail], read: &'a [usize], address: &'a str) -> impl Iterator<Item = usize> + 'a {
    let numbered = mails.iter().enumerate();
    numbered.filter(move |(n, mail)| mail.to == address && !read.contains(n)).map(|(n, _)| n)
}

async fn serve(stream: TcpStream, received: watch::Sender<Vec<Mail>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 localhost\r\n").await?;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let answer = match line.trim_end().to_ascii_uppercase().as_str() {
            "" | "QUIT" => return Ok(()),
            "DATA" => {
                stream.write_all(b"354 go ahead\r\n").await?;
                let mail = parse(&read_mail(&mut stream).await?);
                received.send_modify(|mails| mails.push(mail));
                "250 taken"
            }
            _ => "250 ok",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

/// Reads an email up to the line with a single dot.
async fn read_mail(stream: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut raw = Vec::new();
    loop {
        let mut line = Vec::new();
        stream.read_until(b'\n', &mut line).await?;
        if line == b".\r\n" || line.is_empty() {
            return Ok(raw);
        }
        // RFC 5321 §4.5.2: leading dots are doubled.
        raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

fn parse(raw: &[u8]) -> Mail {
    let message = MessageParser::default().parse(raw).expect("a valid email");
    let mut text = message.body_text(0).unwrap_or_default().into_owned();
    for link in links(&message.body_html(0).unwrap_or_default()) {
        text.push_str(&format!("\n{link}"));
    }
    Mail { to: message.to().unwrap().first().unwrap().address().unwrap().to_owned(), text }
}

/// The targets of the links in a page.
fn links(html: &str) -> impl Iterator<Item = String> {
    let attributes = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    attributes.map(|link| link.replace("&amp;", "&"))
}
