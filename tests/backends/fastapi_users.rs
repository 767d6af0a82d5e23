//! fastapi-users 15.

use super::harness::{ADA, Live, OLD_PASSWORD};

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn mails_a_link() {
    let mut live = Live::start("fastapi-users", &[]).await;
    let body = format!(r#"{{"email":"{ADA}"}}"#);
    let request = live.http.post(format!("{}/auth/forgot-password", live.base()));
    let answer = request.header("content-type", "application/json").body(body).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 202);
    let mail = live.mail_to(ADA).await;
    assert!(mail.text.contains("latchkey://reset-password?token="), "{mail:?}");
    assert_eq!(live.exchanges()[0].status.as_u16(), 202);
    let form = [("username", ADA), ("password", OLD_PASSWORD)];
    let signed_in = live.http.post(live.direct("/auth/jwt/login")).form(&form).send().await.unwrap();
    assert_eq!(signed_in.status().as_u16(), 200);
}
