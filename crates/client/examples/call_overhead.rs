//! Measures what the service layer adds to a call: `send_account_recovery_email` beside the same POST by hyper on one
//! connection, both to a server on loopback that answers every request with 200. `call_overhead [CALLS]`.
//!
//! The calls alternate, so that a slow phase of the machine meets both. The first call of the service also opens its
//! connection, and is reported separately.

use std::error::Error;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use latchkey_client::{BaseUrl, CallLimits, HttpRecoveryService, RecoveryService as _};
use latchkey_core::secret::EmailAddress;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let calls = std::env::args().nth(1).map_or(Ok(2000), |calls| calls.parse())?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || serve(&listener));

    let started = Instant::now();
    let service =
        HttpRecoveryService::new(BaseUrl::parse(&format!("http://{address}"))?, CallLimits::default())?;
    let opened = started.elapsed();
    let email = EmailAddress::parse("ada@example.org")?;
    let first = time(async || Ok(service.send_account_recovery_email(&email).await.map(drop)?)).await?;
    let mut sender = connect(address).await?;
    let (mut through_service, mut through_hyper) = (Vec::new(), Vec::new());
    for _ in 0..calls {
        through_service
            .push(time(async || Ok(service.send_account_recovery_email(&email).await.map(drop)?)).await?);
        through_hyper.push(time(async || post(&mut sender, address).await).await?);
    }
    let (service, hyper) = (median(through_service), median(through_hyper));
    let report = format!(
        "{calls} calls: service layer {service:.1?}, hyper {hyper:.1?}, difference {:.1?}; \
         creating the service {opened:.1?}, its first call {first:.1?}",
        service.saturating_sub(hyper)
    );
    Ok(writeln!(io::stdout(), "{report}")?)
}

async fn time(mut call: impl AsyncFnMut() -> Result<()>) -> Result<Duration> {
    let started = Instant::now();
    call().await?;
    Ok(started.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

async fn connect(address: SocketAddr) -> Result<SendRequest<Full<Bytes>>> {
    let stream = tokio::net::TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

/// The request that the service layer sends.
async fn post(sender: &mut SendRequest<Full<Bytes>>, address: SocketAddr) -> Result<()> {
    sender.ready().await?;
    let request = Request::builder()
        .method(Method::POST)
        .uri("/account/recovery")
        .header(HOST, address.to_string())
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Full::from("email=ada%40example.org"))?;
    let response = sender.send_request(request).await?;
    response.into_body().collect().await?;
    Ok(())
}

fn serve(listener: &TcpListener) {
    for stream in listener.incoming().flatten() {
        thread::spawn(move || answer_all(stream));
    }
}

/// Answers the requests of a connection until it closes. Their bodies have a length.
fn answer_all(stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    let mut line = String::new();
    let mut length = 0;
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
        if line == "\r\n" {
            let mut body = vec![0; std::mem::take(&mut length)];
            reader.read_exact(&mut body)?;
            writer.write_all(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
            )?;
        }
    }
}
