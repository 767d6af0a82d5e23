//! What the window's own page may do: fetch nothing, run and be styled by nothing but the program's own, and stay where it
//! is. The scripts here stand for whatever might get into it.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use latchkey_tour::{App, Desk, Result, Window, until};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::album::shots;
use crate::service::{ADA, Service};
use crate::steps::{BINARY, ask_for};

/// A server that counts who comes, for a page that must not come.
async fn start_counter() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let visits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&visits);
    tokio::spawn(async move {
        while listener.accept().await.is_ok() {
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    (address, visits)
}

/// Lets the page do this, and waits until its policy has stopped these kinds of it.
async fn assert_stopped(window: &Window<'_>, script: &str, kinds: &[&str]) -> Result<()> {
    let watch = "window.stopped = [];
        addEventListener('securitypolicyviolation', event => window.stopped.push(event.effectiveDirective));";
    window.evaluate(&format!("{watch}\n{script}"), vec![]).await?;
    let stopped = until(async || {
        let seen = window.evaluate("return window.stopped", vec![]).await.ok()?;
        let seen = seen.as_array()?.clone();
        kinds.iter().all(|kind| seen.contains(&json!(kind))).then_some(())
    });
    if stopped.await.is_none() {
        let seen = window.evaluate("return window.stopped", vec![]).await?;
        panic!("not stopped: of {kinds:?} only {seen}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_fetched_run_or_laid_over_the_window() -> Result<()> {
    let (elsewhere, visits) = start_counter().await;
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    // A page may speak to loopback, where dioxus-desktop's socket is; so what it fetches is elsewhere.
    let fetching = format!(
        "const add = (kind, more) => document.body.append(Object.assign(document.createElement(kind), more));
         add('img', {{ src: '{elsewhere}/image' }});
         add('script', {{ src: '{elsewhere}/script' }});
         add('link', {{ rel: 'stylesheet', href: '{elsewhere}/style' }});
         add('iframe', {{ src: '{elsewhere}/frame' }});
         add('video', {{ src: '{elsewhere}/video' }});
         fetch('https://evil.example/fetch').catch(() => {{}});
         document.body.insertAdjacentHTML('beforeend',
           '<form id=away action={elsewhere}/form method=post></form>');
         document.getElementById('away').submit();"
    );
    let kinds = [
        "img-src",
        "script-src-elem",
        "style-src-elem",
        "frame-src",
        "media-src",
        "connect-src",
        "form-action",
    ];
    assert_stopped(&window, &fetching, &kinds).await?;
    let running = "const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = true\">');";
    assert_stopped(&window, running, &["script-src-elem", "script-src-attr"]).await?;
    assert_eq!(window.evaluate("return window.ran ?? null", vec![]).await?, Value::Null);
    let covering = "document.body.insertAdjacentHTML('beforeend',
           '<div id=cover style=\"position:fixed;inset:0;background:red\">covered</div>');
         const style = document.createElement('style');
         style.textContent = '#cover { position: fixed; inset: 0; }';
         document.head.append(style);";
    assert_stopped(&window, covering, &["style-src-elem", "style-src-attr"]).await?;
    let position = "return getComputedStyle(document.getElementById('cover')).position";
    assert_eq!(window.evaluate(position, vec![]).await?, "static");
    assert_eq!(visits.load(Ordering::Relaxed), 0, "the page came to a server that is not its own");
    // And the app still works.
    ask_for(&window, ADA).await?;
    window.close().await
}

#[tokio::test]
async fn no_file_of_this_computer_is_read_and_nothing_takes_the_place_of_the_page() -> Result<()> {
    const HERE: &str = "dioxus://index.html/";
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let file = desk.home().join("private.html");
    fs::write(&file, "<h1>a private file</h1>").unwrap();
    let file = file.display();
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    for address in [
        format!("dioxus://index.html{file}"),
        format!("dioxus://index.html/{file}"),
        format!("dioxus://index.html{}", file.to_string().replace("private", "%70rivate")),
        format!("file://{file}"),
    ] {
        let read = "try {
              const request = new XMLHttpRequest();
              request.open('GET', arguments[0], false);
              request.send();
              return request.responseText;
            } catch (refused) { return null }";
        assert_eq!(window.evaluate(read, vec![json!(address)]).await?, Value::Null, "{address}");
    }
    for address in [
        format!("dioxus://index.html{file}"),
        format!("file://{file}"),
        "data:text/html,<h1>something else</h1>".to_owned(),
        "about:blank".to_owned(),
    ] {
        window.evaluate("location.href = arguments[0]", vec![json!(address)]).await?;
        // It would have begun by now: what is typed goes to the page and to Rust and back.
        window.fill("E-mail address", "ada@gmial.com").await?;
        window.wait_for_text("Did you mean ada@gmail.com?").await?;
        window.fill("E-mail address", "").await?;
        window.wait_until_gone("Did you mean").await?;
        assert_eq!(window.evaluate("return location.href", vec![]).await?, HERE, "{address}");
    }
    ask_for(&window, ADA).await?;
    window.close().await
}

/// What a mail would have to be for the demo's inbox to fetch something, and to cover the window.
const MAIL: &str = "From: Mallory <mallory@evil.example>\r\nTo: ada@example.org\r\nSubject: Covered\r\n\
    Content-Type: text/html; charset=utf-8\r\n\r\n\
    <style>body { background: url(ELSEWHERE/sheet) }</style>\
    <p style=\"position:fixed;inset:0;background:red url(ELSEWHERE/attribute)\">You have won</p>\
    <img src=\"ELSEWHERE/image\"><a href=\"https://evil.example/\">More</a>";

#[tokio::test]
async fn a_mail_in_the_demo_covers_nothing_fetches_nothing_and_its_links_leave_the_app() -> Result<()> {
    let (elsewhere, visits) = start_counter().await;
    let desk = Desk::start().await?;
    let opened = desk.record_opened_links()?;
    let folder = desk.data_home().join("app.latchkey.Latchkey/demo/mail");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mail.eml"), MAIL.replace("ELSEWHERE", &elsewhere)).unwrap();
    let window = Window::open(&desk, &App::new(BINARY)).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.press("Inbox (1)").await?;
    window.wait_for_text("You have won").await?;
    let position = "return getComputedStyle(document.querySelector('#demo-mail p')).position";
    assert_eq!(window.evaluate(position, vec![]).await?, "static");
    shots(&window, "demo-mail").await?;
    window.click_link("More").await?;
    let link = until(async || opened.all().pop()).await;
    assert_eq!(link.as_deref(), Some("https://evil.example/"));
    assert_eq!(visits.load(Ordering::Relaxed), 0);
    window.close().await
}
