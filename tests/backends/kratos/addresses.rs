//! Addresses of accounts, and their emails.

use latchkey::secret::EmailAddress;
use serde_json::{Value, json};

use super::super::backend::Backend as _;
use super::super::harness::{ADA, NEW_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, code};
use super::Kratos;

/// The app's own rule refuses all addresses that the server was seen to refuse.
pub async fn malformed_address_is_refused(log: &OperationLog) {
    let scenario = Scenario::<Kratos>::start(log, &[]).await;
    let (live, http) = (&scenario.live, &scenario.live.http);
    let flow = live.token(http.get(live.direct("/self-service/recovery/api")), "/id").await.unwrap();
    let request = http.post(live.direct(&format!("/self-service/recovery?flow={flow}")));
    let response =
        request.json(&json!({ "method": "code", "email": "ada@example_site.org" })).send().await.unwrap();
    assert_eq!(response.status(), 400);
    let body: Value = response.json().await.unwrap();
    let nodes = body["ui"]["nodes"].as_array().unwrap();
    assert!(nodes.iter().any(|node| node["messages"][0]["id"] == 4_000_040), "{body}");
    assert!(EmailAddress::parse("ada@example_site.org").is_err());
}

/// The server requires the address of the account that gets the code. The app sends the one that was typed.
pub async fn account_with_two_addresses(log: &OperationLog) {
    for options in [&["two-addresses"][..], &["two-addresses", "choose-address"]] {
        for address in [ADA, "ada.lovelace@example.org"] {
            let mut scenario = Scenario::<Kratos>::start(log, options).await;
            let mut app = scenario.app().await;
            app.request_email(address).await;
            assert_eq!(app.check_email().problem, None, "{options:?}");
            let mail = scenario.live.mail_to(address).await;
            app.type_code(code::<Kratos>(&mail)).await;
            app.set_password(NEW_PASSWORD).await;
            app.done();
            assert!(Kratos::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
        }
    }
}

/// The server sends emails later.
pub async fn unreachable_mail_server_is_not_noticed(log: &OperationLog) {
    let scenario = Scenario::<Kratos>::start(log, &["no-mail-server"]).await;
    let mut app = scenario.app().await;
    app.request_email(ADA).await;
    assert_eq!(app.check_email().problem, None);
}
