//! The web app: the pages that load it, their policy, and its files.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use std::fs;

use latchkey_brand::contrast::Colour;
use latchkey_server::{Config, Server, StartError};
use pages::{Page, REQUEST_PAGE, RESET_PAGE};
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
    pages::with_web_links(config);
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
async fn pages_load_the_web_app_with_a_policy_that_allows_it() {
    // TOK-11
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    for path in [RESET_PAGE, REQUEST_PAGE] {
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
async fn web_app_gets_the_brand_from_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let server = TestServer::start_with(|config| {
        write_app(config, folder.path());
        let brand = &mut config.product.brand;
        brand.privacy = Some("https://example.org/privacy".parse().unwrap());
        brand.terms = Some("https://example.org/terms".parse().unwrap());
        brand.accent = Colour::parse("#1b3f8f");
        brand.accent_dark = Colour::parse("#9db8ff");
    });
    let page = Page::get(&server.await, RESET_PAGE).await;
    let (_, element) = page.html.split_once(r#"<div id="latchkey""#).unwrap();
    let (attributes, _) = element.split_once("></div>").unwrap();
    for attribute in [
        r#"data-privacy="https://example.org/privacy""#,
        r#"data-terms="https://example.org/terms""#,
        r##"data-accent="#1b3f8f""##,
        r##"data-accent-dark="#9db8ff""##,
    ] {
        assert!(attributes.contains(attribute), "{attributes}");
    }
}

#[tokio::test]
async fn form_responses_and_other_servers_do_not_load_the_web_app() {
    let folder = tempfile::tempdir().unwrap();
    let (with, without) = (start(&folder).await, pages::start().await);
    for page in [
        Page::post(&with, RESET_PAGE, &[("token", "nonsense")]).await,
        Page::get(&with, "/not-me").await,
        Page::get(&without, RESET_PAGE).await,
        Page::get(&without, REQUEST_PAGE).await,
    ] {
        assert!(!page.html.contains("start.js") && !page.html.contains(r#"id="latchkey""#));
        assert!(!page.header("content-security-policy").contains("wasm"));
    }
    assert_eq!(get(&without, "/app/start.js", &[]).await.status(), 404);
}

#[tokio::test]
async fn files_are_sent_in_the_smallest_accepted_encoding() {
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
async fn script_is_revalidated_and_modules_are_cached() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    let script = get(&server, "/app/start.js", &[]).await;
    assert_eq!(header(&script, "cache-control"), "no-cache");
    assert_eq!(header(&script, "content-type"), "text/javascript; charset=utf-8");
    let tag = header(&script, "etag");
    for (known, status) in [(tag.as_str(), 304), (&format!("\"other\", W/{tag}"), 304), ("\"other\"", 200)] {
        let revalidated = get(&server, "/app/start.js", &[("if-none-match", known)]).await;
        assert_eq!(revalidated.status(), status, "{known}");
        assert_eq!(header(&revalidated, "etag"), tag);
    }
    let program = get(&server, PROGRAM, &[]).await;
    assert_eq!(header(&program, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(header(&program, "content-type"), "application/wasm");
}

#[tokio::test]
async fn other_files_in_the_folder_are_not_served() {
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
async fn incomplete_folder_is_rejected_at_startup() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(&folder).await;
    let mut config = support::config_in(&folder).await;
    write_app(&mut config, folder.path());
    fs::remove_file(folder.path().join("app-1f2e.wasm")).unwrap();
    let rejected = Server::start(config).await.err().unwrap();
    assert!(matches!(&rejected, StartError::WebApp(_)), "{rejected}");
    assert!(rejected.to_string().contains("scripts/web"), "{rejected}");
    // The files that were read at startup are still served.
    assert_eq!(get(&server, PROGRAM, &[]).await.status(), 200);
}
