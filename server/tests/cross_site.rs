//! Requests that another website makes a browser send: no call of the API takes them, and they change nothing.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, Answer, NEW_PASSWORD, OLD_PASSWORD, TestServer};

/// What browsers say of a form on another website, the older ones and the newer ones.
const FOREIGN: [[(&str, &str); 2]; 4] = [
    [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    [("sec-fetch-site", "same-site"), ("origin", "https://blog.example.org")],
    [("accept", "*/*"), ("origin", "https://evil.example")],
    [("accept", "*/*"), ("origin", "null")],
];

async fn post(server: &TestServer, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
    let mut request = server.client.post(server.url(path)).form(fields);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Answer::of(request.send().await.unwrap()).await
}

#[tokio::test]
async fn forms_of_other_websites_change_nothing_at_any_call() {
    let server = TestServer::start_with(|config| {
        config.link_base = "https://account.example.org/reset-password".parse().unwrap();
        config.limits.client_requests = 6;
    })
    .await;
    let token = server.token_for_ada().await;
    let calls: [(&str, &[(&str, &str)]); 5] = [
        ("/account/recovery", &[("email", "grace@example.org")]),
        ("/account/reset-password/check", &[("token", &token)]),
        ("/account/reset-password", &[("token", &token), ("new_password", NEW_PASSWORD)]),
        ("/account/freeze", &[("token", &token)]),
        ("/session", &[("email", ADA), ("password", OLD_PASSWORD)]),
    ];
    for headers in FOREIGN {
        for (path, fields) in calls {
            post(&server, path, fields, &headers).await.assert_refused(403, "cross_site");
        }
    }
    // They did not even use up the visitor's own requests.
    server.sign_in(OLD_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 1);

    // Our own page, in newer and older browsers, and programs that are no browser.
    let own: [&[(&str, &str)]; 3] = [
        &[("sec-fetch-site", "same-origin"), ("origin", "https://account.example.org")],
        &[("origin", "https://account.example.org")],
        &[],
    ];
    for headers in own {
        post(&server, "/account/reset-password/check", &[("token", &token)], headers).await.assert_ok();
    }
}
