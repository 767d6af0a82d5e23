//! Routes for operators and platforms: health, metrics, TLS, well-known files, the OpenAPI document.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::{AndroidApp, AppStore, ForwardedHeader, TlsFiles};
use serde_json::{Value, json};
use support::{ADA, NEW_PASSWORD, TestServer, config_in};

async fn get(server: &TestServer, path: &str) -> (u16, String) {
    let response = server.client.get(server.url(path)).send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[tokio::test]
async fn metrics_are_served_to_operators_only() {
    let server =
        TestServer::start_with(|config| config.operations_listen = Some("127.0.0.1:0".parse().unwrap()))
            .await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_problem(410, "token_used");
    server.client.get(server.url(&format!("/{token}"))).send().await.unwrap();
    assert_eq!(get(&server, "/metrics").await.0, 404);

    let operations = format!("http://{}", server.running.operations_addr().unwrap());
    let text = server.client.get(format!("{operations}/metrics")).send().await.unwrap().text().await.unwrap();
    for line in [
        r#"latchkey_events_total{event="password_reset",outcome="ok"} 1"#,
        r#"latchkey_events_total{event="password_reset",outcome="token_used"} 1"#,
        r#"latchkey_http_requests_total{route="/account/reset-password",status="200"} 1"#,
        r#"latchkey_http_requests_total{route="none",status="404"} 2"#,
        "latchkey_outbox_mails ",
        "latchkey_http_request_duration_seconds_bucket",
    ] {
        assert!(text.contains(line), "{line} is missing in\n{text}");
    }
    assert!(!text.contains(&token) && !text.contains(ADA));
    for path in ["/healthz", "/readyz"] {
        assert_eq!(server.client.get(format!("{operations}{path}")).send().await.unwrap().status(), 200);
        assert_eq!(get(&server, path).await, (200, r#"{"status":"ok"}"#.to_owned()));
    }
}

#[tokio::test]
async fn tls_server_sends_hsts_and_answers_no_plain_http() {
    // NET-1, NET-2
    let folder = tempfile::tempdir().unwrap();
    let rcgen::CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let files = TlsFiles { certificate: folder.path().join("cert.pem"), key: folder.path().join("key.pem") };
    std::fs::write(&files.certificate, cert.pem()).unwrap();
    std::fs::write(&files.key, signing_key.serialize_pem()).unwrap();
    let server = TestServer::start_with(|config| config.tls = Some(files)).await;
    assert_eq!(server.running.base_url().scheme(), "https");

    let url = format!("https://localhost:{}/healthz", server.running.addr().port());
    assert!(server.client.get(&url).send().await.is_err(), "an unknown certificate is refused");
    let client_with_certificate = reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([reqwest::Certificate::from_pem(cert.pem().as_bytes()).unwrap()])
        .build()
        .unwrap();
    for path in ["healthz", "nowhere", "reset-password"] {
        let response = client_with_certificate.get(url.replace("healthz", path)).send().await.unwrap();
        assert_eq!(response.status(), if path == "nowhere" { 404 } else { 200 });
        // RFC 6797 §6.1
        assert_eq!(response.headers()["strict-transport-security"], "max-age=63072000", "{path}");
    }
    assert!(server.client.get(server.url("/healthz")).send().await.is_err(), "plain HTTP is not answered");
    let plain = TestServer::start().await;
    let response = plain.client.get(plain.url("/healthz")).send().await.unwrap();
    assert!(!response.headers().contains_key("strict-transport-security"), "RFC 6797 §7.2");
}

/// A SHA-256 fingerprint in Google's format.
fn certificate() -> String {
    ["AB"; 32].join(":")
}

#[tokio::test]
async fn android_certificates_must_be_complete_fingerprints() {
    let folder = tempfile::tempdir().unwrap();
    let config = config_in(&folder).await;
    let with = |certificates: Vec<String>| {
        let mut config = config.clone();
        config.apps.android = vec![AndroidApp { package: "org.example.app".into(), certificates }];
        config.check()
    };
    assert_eq!(with(vec![certificate()]), Ok(()));
    let wrong = [
        vec![],
        vec![certificate(), String::new()],
        vec![certificate().to_lowercase()],
        vec![certificate().replace(':', "")],
        vec![["AB"; 20].join(":")],
        vec![["AB"; 31].join(":") + ":A"],
        vec![["AG"; 32].join(":")],
    ];
    for certificates in wrong {
        assert!(with(certificates.clone()).is_err(), "{certificates:?}");
    }
}

#[tokio::test]
async fn well_known_files_match_the_configuration() {
    // PLT-2, PLT-3, PLT-11
    let plain = TestServer::start().await;
    for file in ["apple-app-site-association", "assetlinks.json", "anything-else"] {
        assert_eq!(get(&plain, &format!("/.well-known/{file}")).await.0, 404);
    }
    let server = TestServer::start_with(|config| {
        config.apps.apple_ids = vec!["TEAM.org.example.app".into()];
        config.apps.android =
            vec![AndroidApp { package: "org.example.app".into(), certificates: vec![certificate()] }];
        config.apps.stores =
            vec![AppStore { name: "Shop".into(), url: "https://shop.example/app".parse().unwrap() }];
    })
    .await;
    let (status, apple) = get(&server, "/.well-known/apple-app-site-association").await;
    let apple: Value = serde_json::from_str(&apple).unwrap();
    assert_eq!(status, 200);
    assert_eq!(apple["applinks"]["details"][0]["appIDs"], json!(["TEAM.org.example.app"]));
    assert_eq!(apple["applinks"]["details"][0]["components"][0]["/"], "/reset-password");
    assert_eq!(apple["webcredentials"]["apps"], json!(["TEAM.org.example.app"]));
    let (_, android) = get(&server, "/.well-known/assetlinks.json").await;
    let android: Value = serde_json::from_str(&android).unwrap();
    assert_eq!(android[0]["target"]["package_name"], "org.example.app");
    assert_eq!(android[0]["target"]["sha256_cert_fingerprints"], json!([certificate()]));

    let without_redirects =
        reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let redirect = without_redirects.get(server.url("/.well-known/change-password")).send().await.unwrap();
    assert_eq!(
        (redirect.status().as_u16(), &redirect.headers()["location"]),
        (303, &"/reset-password/ask".parse().unwrap())
    );
}

#[tokio::test]
async fn openapi_document_lists_all_calls() {
    let server = TestServer::start().await;
    let document: Value = serde_json::from_str(&get(&server, "/openapi.json").await.1).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut described: Vec<&str> =
        document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    described.sort_unstable();
    assert_eq!(
        described,
        [
            "/account/freeze",
            "/account/password-policy",
            "/account/recovery",
            "/account/recovery/capabilities",
            "/account/reset-password",
            "/account/reset-password/check",
            "/healthz",
            "/readyz",
            "/session",
        ]
    );
    let reset = &document["paths"]["/account/reset-password"]["post"];
    let mut statuses: Vec<&str> =
        reset["responses"].as_object().unwrap().keys().map(String::as_str).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, ["200", "400", "403", "408", "410", "413", "415", "422", "429", "500", "503"]);
    assert!(reset["requestBody"]["content"]["application/json"].is_object());
}

#[tokio::test]
async fn clients_behind_a_trusted_proxy_have_separate_limits() {
    // REQ-3
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = 1;
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    let check = async |forwarded: &str| {
        let request = server.client.post(server.url("/account/reset-password/check")).form(&[("token", "x")]);
        request.header("X-Forwarded-For", forwarded).send().await.unwrap().status().as_u16()
    };
    assert_eq!(check("198.51.100.1").await, 400);
    assert_eq!(check("198.51.100.1").await, 429);
    assert_eq!(check("1.2.3.4, 198.51.100.1").await, 429, "the entry of the client is ignored");
    assert_eq!(check("198.51.100.2").await, 400);
}

#[tokio::test]
async fn networks_of_one_subscriber_share_a_limit() {
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = 2;
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
        config.forwarded_header = ForwardedHeader::Forwarded;
    })
    .await;
    for method in [reqwest::Method::POST, reqwest::Method::GET] {
        let status = async |address: String| {
            let request = server.client.request(method.clone(), server.url("/session"));
            let request = request.header("Forwarded", format!("for=\"[{address}]:4711\";proto=https"));
            // The credentials are checked, and each address is used only once because of the throttle.
            let email = format!("{}@example.org", address.replace(':', "-"));
            let request = request.bearer_auth("x").form(&[("email", email.as_str()), ("password", "x")]);
            request.send().await.unwrap().status().as_u16()
        };
        for number in 0..20 {
            // A /56 network may make four times as many requests.
            let expected = if number < 8 { 401 } else { 429 };
            assert_eq!(status(format!("2001:db8:1:{number:x}::1")).await, expected, "{method} {number}");
        }
        assert_eq!(status("2001:db8:1:100::1".to_owned()).await, 401, "{method}: another /56");
    }
    assert_eq!(get(&server, "/healthz").await.0, 200, "health checks are not limited");
}

#[tokio::test]
async fn pages_of_a_client_are_limited_and_health_checks_are_not() {
    const QUOTA: usize = 10;
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = 1;
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    let get = async |path: &str, client: &str| {
        let request = server.client.get(server.url(path)).header("X-Forwarded-For", client);
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.headers().contains_key("retry-after"))
    };
    let paths = ["/reset-password", "/openapi.json", "/account/password-policy", "/no-such-path"];
    for number in 0..QUOTA + paths.len() {
        let path = paths[number % paths.len()];
        let (status, has_wait) = get(path, "198.51.100.1").await;
        assert_eq!((status == 429, has_wait), (number >= QUOTA, number >= QUOTA), "{number} {path} {status}");
    }
    for path in ["/healthz", "/readyz"] {
        assert_eq!(get(path, "198.51.100.1").await.0, 200, "{path}");
    }
    assert_eq!(get("/reset-password", "198.51.100.2").await.0, 200, "another client");
    server.clock.advance(600);
    assert_eq!(get("/reset-password", "198.51.100.1").await.0, 200, "the next window");
}

#[tokio::test]
async fn recovery_requests_have_a_minimum_response_time() {
    // REQ-2
    let min_response_time = std::time::Duration::from_millis(300);
    let server = TestServer::start_with(|config| config.limits.answer_after = min_response_time).await;
    for (email, status) in [(ADA, 200), (ADA, 200), ("nobody@example.org", 200), ("no address", 400)] {
        let start = std::time::Instant::now();
        assert_eq!(server.post("/account/recovery", &[("email", email)]).await.status, status);
        assert!(start.elapsed() >= min_response_time, "{email}");
    }
}
