//! Errors of a form with several wrong fields. Those with one are in `keyboard`, `layout` and `screen_reader`.

use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use serde_json::Value;

use crate::service::{ADA, Service};
use crate::steps::{open_link_in_running_app, request_email, text, wait_for_reset_screen};

#[tokio::test]
async fn two_wrong_fields_are_listed_and_the_list_has_the_focus() -> Result<()> {
    let (service, _) = Service::start_with_second_factor().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    open_link_in_running_app(&desktop, service.mail_to(ADA).await.link().as_str()).await;
    wait_for_reset_screen(&window, ADA).await?;
    window.press(&text("set-password")).await?;

    let script = "const list = document.activeElement;
        return [nameOf(list), [...list.querySelectorAll('li')].map(error => clean(error.innerText)).join('|')]";
    let expected = [text("problems"), [text("password-missing"), text("second-factor-wrong")].join("|")];
    let mut actual = Value::Null;
    let focused = wait_until(async || {
        actual = window.evaluate(script, vec![]).await.ok()?;
        (actual == Value::from(expected.to_vec())).then_some(())
    });
    let focused = focused.await.is_some();
    assert!(focused, "the focus is at {actual} instead of {expected:?}");

    // Each error leads to its field.
    for (error, field) in [("second-factor-wrong", "second-factor"), ("password-missing", "new-password")] {
        window.press(&text(error)).await?;
        let field = text(field);
        let focused = wait_until(async || (window.focus().await.ok()?.name == field).then_some(())).await;
        assert!(focused.is_some(), "{error} leads to {:?}", window.focus().await?);
    }
    window.close().await
}
