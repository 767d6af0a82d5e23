//! The API rejects requests that another website makes a browser send.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, TestServer};

/// Headers that newer and older browsers send with a form of another website.
const CROSS_SITE: [[(&str, &str); 2]; 4] = [
    [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    [("sec-fetch-site", "same-site"), ("origin", "https://blog.example.org")],
    [("accept", "*/*"), ("origin", "https://evil.example")],
    [("accept", "*/*"), ("origin", "null")],
];

async fn post(
    server: &TestServer,
    path: &str,
    fields: &[(&str, &str)],
    headers: &[(&str, &str)],
) -> ApiResponse {
    let mut request = server.client.post(server.url(path)).form(fields);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ApiResponse::read(request.send().await.unwrap()).await
}

#[tokio::test]
async fn api_rejects_cross_site_requests() {
    let server = TestServer::start_with(|config| {
        config.link_base = "https://account.example.org/reset-password".parse().unwrap();
        config.limits.client_requests = 6;
    })
    .await;
    let token = server.mailed_token().await;
    let calls: [(&str, &[(&str, &str)]); 5] = [
        ("/account/recovery", &[("email", "grace@example.org")]),
        ("/account/reset-password/check", &[("token", &token)]),
        ("/account/reset-password", &[("token", &token), ("new_password", NEW_PASSWORD)]),
        ("/account/freeze", &[("token", &token)]),
        ("/session", &[("email", ADA), ("password", OLD_PASSWORD)]),
    ];
    for headers in CROSS_SITE {
        for (path, fields) in calls {
            post(&server, path, fields, &headers).await.assert_problem(403, "cross_site");
        }
    }
    // The rejected requests do not count towards the client's limit.
    server.sign_in(OLD_PASSWORD).await.assert_ok();
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 1);

    // Requests of this server's own page, in newer and older browsers, and of programs that are no browser.
    let same_site: [&[(&str, &str)]; 3] = [
        &[("sec-fetch-site", "same-origin"), ("origin", "https://account.example.org")],
        &[("origin", "https://account.example.org")],
        &[],
    ];
    for headers in same_site {
        post(&server, "/account/reset-password/check", &[("token", &token)], headers).await.assert_ok();
    }
}
