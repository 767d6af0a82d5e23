//! The app for browsers: what a page loads, under which policy, and what is served of its folder.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use std::fs;

use latchkey_server::{Config, Server, StartError};
use pages::{ASK, PAGE, Page};
use reqwest::Response;
use support::TestServer;

const PROGRAM: &str = "/app/app-1f2e.wasm";

fn write_app(config: &mut Config, folder: &std::path::Path) {
    for (name, text) in [
        ("start.js", "start()"),
        ("start.js.gz", "start() in gzip"),
        ("app-1f2e.wasm", "the program"),
        ("app-1f2e.wasm.br", "the program in brotli"),
        ("app-1f2e.wasm.gz", "the program in gzip"),
        ("strength-3c.wasm", "the measure"),
        ("notes.txt", "not of the app"),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    config.web_app = Some(folder.to_owned());
    pages::with_landing_page(config);
}

async fn start(folder: &tempfile::TempDir) -> TestServer {
    TestServer::start_with(|config| write_app(config, folder.path())).await
}

async fn get(server: &TestServer, path: &str, headers: &[(&'static str, &str)]) -> Response {
    let request = server.client.get(server.url(path));
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).send().await.unwrap()
}

fn header(response: &Response, name: &str) -> String {
    response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn the_pages_that_one_looks_up_load_it_under_a_policy_that_lets_it_run() {
    // TOK-11
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    for path in [PAGE, ASK] {
        let page = Page::get(&server, path).await;
        assert!(page.html.contains(r#"<script type="module" src="/app/start.js"></script>"#), "{path}");
        assert!(page.html.contains(r#"<div id="latchkey" data-name="Latchkey" data-support="#), "{path}");
        let policy = page.header("content-security-policy").to_owned();
        let rules: Vec<_> = policy.split("; ").collect();
        assert!(rules.contains(&"default-src 'none'") && rules.contains(&"connect-src 'self'"), "{policy}");
        assert!(rules.contains(&"img-src data:") && rules.contains(&"frame-ancestors 'none'"), "{policy}");
        let scripts = rules.iter().find(|rule| rule.starts_with("script-src 'sha256-")).unwrap();
        assert!(scripts.ends_with(" 'self' 'wasm-unsafe-eval'"), "{policy}");
        for lax in ["unsafe-inline", "'unsafe-eval'", "*", "http"] {
            assert!(!policy.contains(lax), "{lax}");
        }
        assert_eq!(page.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn answers_to_forms_and_servers_without_it_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let (with, without) = (start(&folder).await, pages::start().await);
    for page in [
        Page::post(&with, PAGE, &[("token", "nonsense")]).await,
        Page::get(&with, "/not-me").await,
        Page::get(&without, PAGE).await,
        Page::get(&without, ASK).await,
    ] {
        assert!(!page.html.contains("start.js") && !page.html.contains(r#"id="latchkey""#));
        assert!(!page.header("content-security-policy").contains("wasm"));
    }
    assert_eq!(get(&without, "/app/start.js", &[]).await.status(), 404);
}

#[tokio::test]
async fn its_files_come_in_the_smallest_form_that_the_client_takes() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    for (path, taken, encoding, text) in [
        (PROGRAM, "gzip, deflate, br", "br", "the program in brotli"),
        (PROGRAM, "gzip", "gzip", "the program in gzip"),
        (PROGRAM, "br;q=0, GZIP;q=0.5", "gzip", "the program in gzip"),
        (PROGRAM, "identity", "", "the program"),
        ("/app/start.js", "br, gzip", "gzip", "start() in gzip"),
        ("/app/start.js", "", "", "start()"),
    ] {
        let response = get(&server, path, &[("accept-encoding", taken)]).await;
        assert_eq!(response.status(), 200);
        assert_eq!(header(&response, "content-encoding"), encoding, "{taken}");
        assert_eq!(header(&response, "vary"), "Accept-Encoding");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert_eq!(response.text().await.unwrap(), text);
    }
}

#[tokio::test]
async fn the_script_is_asked_about_each_time_and_the_program_kept() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    let script = get(&server, "/app/start.js", &[]).await;
    assert_eq!(header(&script, "cache-control"), "no-cache");
    assert_eq!(header(&script, "content-type"), "text/javascript; charset=utf-8");
    let tag = header(&script, "etag");
    for (known, status) in [(tag.as_str(), 304), (&format!("\"other\", W/{tag}"), 304), ("\"other\"", 200)] {
        let again = get(&server, "/app/start.js", &[("if-none-match", known)]).await;
        assert_eq!(again.status(), status, "{known}");
        assert_eq!(header(&again, "etag"), tag);
    }
    let program = get(&server, PROGRAM, &[]).await;
    assert_eq!(header(&program, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(header(&program, "content-type"), "application/wasm");
}

#[tokio::test]
async fn nothing_else_of_its_folder_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    for path in [
        "/app/",
        "/app/notes.txt",
        "/app/start.js.gz",
        "/app/%2e%2e%2fserver.toml",
        "/app/x/start.js",
        "/app",
    ] {
        assert_eq!(get(&server, path, &[]).await.status(), 404, "{path}");
    }
    let post = server.client.post(server.url("/app/start.js")).send().await.unwrap();
    assert_eq!(post.status(), 405);
}

#[tokio::test]
async fn a_folder_that_is_not_whole_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    let mut config = support::config_in(&folder).await;
    write_app(&mut config, folder.path());
    fs::remove_file(folder.path().join("app-1f2e.wasm")).unwrap();
    let refused = Server::start(config).await.err().unwrap();
    assert!(matches!(&refused, StartError::WebApp(_)), "{refused}");
    assert!(refused.to_string().contains("scripts/web"), "{refused}");
    // What was read at the start is served on.
    assert_eq!(get(&server, PROGRAM, &[]).await.status(), 200);
}
