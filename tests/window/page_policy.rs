//! The content security policy and navigation rules of the window's page: it loads nothing, runs only the program's scripts
//! and styles, and does not navigate. The scripts here stand for injected content.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use latchkey_e2e::{App, DesktopSession, Result, Window, wait_until};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::screenshots::screenshots;
use crate::service::{ADA, Service};
use crate::steps::{BINARY, request_email};

/// A server that counts connections. There must be none.
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

/// Runs this script in the page, and waits until the policy has reported a violation of each directive.
async fn assert_blocked(window: &Window<'_>, script: &str, directives: &[&str]) -> Result<()> {
    let observe = "window.blocked = [];
        addEventListener('securitypolicyviolation', event => window.blocked.push(event.effectiveDirective));";
    window.evaluate(&format!("{observe}\n{script}"), vec![]).await?;
    let blocked = wait_until(async || {
        let reported = window.evaluate("return window.blocked", vec![]).await.ok()?;
        let reported = reported.as_array()?.clone();
        directives.iter().all(|directive| reported.contains(&json!(directive))).then_some(())
    });
    if blocked.await.is_none() {
        let reported = window.evaluate("return window.blocked", vec![]).await?;
        panic!("expected violations: {directives:?}; reported: {reported}");
    }
    Ok(())
}

#[tokio::test]
async fn injected_content_loads_nothing_runs_nothing_and_has_no_style() -> Result<()> {
    let (elsewhere, visits) = start_counter().await;
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    // The page may connect to loopback, where dioxus-desktop's socket is, so `fetch` uses another host.
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
    let directives = [
        "img-src",
        "script-src-elem",
        "style-src-elem",
        "frame-src",
        "media-src",
        "connect-src",
        "form-action",
    ];
    assert_blocked(&window, &fetching, &directives).await?;
    let running = "const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = true\">');";
    assert_blocked(&window, running, &["script-src-elem", "script-src-attr"]).await?;
    assert_eq!(window.evaluate("return window.ran ?? null", vec![]).await?, Value::Null);
    let covering = "document.body.insertAdjacentHTML('beforeend',
           '<div id=cover style=\"position:fixed;inset:0;background:red\">covered</div>');
         const style = document.createElement('style');
         style.textContent = '#cover { position: fixed; inset: 0; }';
         document.head.append(style);";
    assert_blocked(&window, covering, &["style-src-elem", "style-src-attr"]).await?;
    let position = "return getComputedStyle(document.getElementById('cover')).position";
    assert_eq!(window.evaluate(position, vec![]).await?, "static");
    assert_eq!(visits.load(Ordering::Relaxed), 0, "the page connected to another server");
    // The app still works.
    request_email(&window, ADA).await?;
    window.close().await
}

#[tokio::test]
async fn page_reads_no_local_file_and_does_not_navigate() -> Result<()> {
    const HERE: &str = "dioxus://index.html/";
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let file = desktop.home().join("private.html");
    fs::write(&file, "<h1>a private file</h1>").unwrap();
    let file = file.display();
    let window = Window::open(&desktop, &service.app()).await?;
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
        // Typing takes a round trip between page and Rust, so a navigation would have started by now.
        window.fill("Email address", "ada@gmial.com").await?;
        window.wait_for_text("Did you mean ada@gmail.com?").await?;
        window.fill("Email address", "").await?;
        window.wait_for_text_absent("Did you mean").await?;
        assert_eq!(window.evaluate("return location.href", vec![]).await?, HERE, "{address}");
    }
    request_email(&window, ADA).await?;
    window.close().await
}

/// An email that tries to load resources and to cover the window of the demo's inbox.
const MAIL: &str = "From: Mallory <mallory@evil.example>\r\nTo: ada@example.org\r\nSubject: Covered\r\n\
    Content-Type: text/html; charset=utf-8\r\n\r\n\
    <style>body { background: url(ELSEWHERE/sheet) }</style>\
    <p style=\"position:fixed;inset:0;background:red url(ELSEWHERE/attribute)\">You have won</p>\
    <img src=\"ELSEWHERE/image\"><a href=\"https://evil.example/\">More</a>";

#[tokio::test]
async fn demo_email_covers_nothing_loads_nothing_and_its_links_open_in_the_browser() -> Result<()> {
    let (elsewhere, visits) = start_counter().await;
    let desktop = DesktopSession::start().await?;
    let opened = desktop.record_opened_links()?;
    let folder = desktop.data_home().join("app.latchkey.Latchkey/demo/mail");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mail.eml"), MAIL.replace("ELSEWHERE", &elsewhere)).unwrap();
    let window = Window::open(&desktop, &App::new(BINARY)).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.press("Inbox 1").await?;
    window.wait_for_text("You have won").await?;
    let position = "return getComputedStyle(document.querySelector('#demo-mail p')).position";
    assert_eq!(window.evaluate(position, vec![]).await?, "static");
    screenshots(&window, "demo-mail").await?;
    window.click_link("More").await?;
    let link = wait_until(async || opened.all().pop()).await;
    assert_eq!(link.as_deref(), Some("https://evil.example/"));
    assert_eq!(visits.load(Ordering::Relaxed), 0);
    window.close().await
}
