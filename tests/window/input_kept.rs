//! What the person typed stays in the fields when a call fails, and is sent by the next press of the button.

use latchkey_e2e::{DesktopSession, Result, Window};

use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NEW_PASSWORD, text, type_password, wait_for_reset_screen};

/// Why a call fails.
#[derive(Debug, Clone, Copy)]
enum Failure {
    TimedOut,
    Unavailable,
    UnknownAnswer,
    Offline,
}

impl Failure {
    /// Offline is last, because the app goes on by itself when the connection is back.
    const ALL: [Self; 4] = [Self::TimedOut, Self::Unavailable, Self::UnknownAnswer, Self::Offline];

    async fn begin(self, service: &mut Service) {
        match self {
            Self::TimedOut => service.proxy.pause(),
            Self::Unavailable => service
                .proxy
                .answer_with(Some("HTTP/1.1 503 Any\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
            Self::UnknownAnswer => service.proxy.answer_with(Some(
                "HTTP/1.1 418 Any\r\nContent-Type: application/json\r\nContent-Length: 21\r\n\
                 Connection: close\r\n\r\n{\"code\":\"over_quota\"}",
            )),
            Self::Offline => service.proxy.disconnect().await,
        }
    }

    async fn end(self, service: &mut Service) {
        match self {
            Self::TimedOut => service.proxy.drop_paused_requests().await,
            Self::Unavailable | Self::UnknownAnswer => service.proxy.answer_with(None),
            Self::Offline => service.proxy.reconnect().await,
        }
    }

    /// Part of the message on the screen. The app goes on by itself after [`Self::Offline`], except with the code of
    /// a second factor, which would be too old.
    fn message(self, continues: bool) -> String {
        match self {
            Self::TimedOut => text("timed-out"),
            Self::Unavailable => text("down-text"),
            Self::UnknownAnswer => text("invalid-response-details").split("{$").next().unwrap().to_owned(),
            Self::Offline if continues => text("offline-text"),
            Self::Offline => text("offline"),
        }
    }
}

/// Presses `button` under each failure, and asserts that the message is shown and that the fields keep their values. After a
/// failure the button is named `retry`.
async fn assert_kept(
    service: &mut Service,
    window: &Window<'_>,
    [button, retry]: [&str; 2],
    fields: &[(String, &str)],
    continues: bool,
) -> Result<()> {
    for (index, failure) in Failure::ALL.into_iter().enumerate() {
        failure.begin(service).await;
        window.press(if index == 0 { button } else { retry }).await?;
        if matches!(failure, Failure::TimedOut) {
            // Halfway to the app's own limit, which is as long as a test waits.
            window.wait_for_text(&text("still-trying")).await?;
            let spinners = window.evaluate("return root.querySelectorAll('.spinner').length", vec![]).await?;
            assert_eq!(spinners, 1, "spinners beside \"Still trying\"");
        }
        window.wait_for_text(&failure.message(continues)).await?;
        for (label, value) in fields {
            assert_eq!(window.value_of(label).await?, *value, "{failure:?}: {label}");
        }
        failure.end(service).await;
    }
    Ok(())
}

#[tokio::test]
async fn failed_calls_keep_address_code_passwords_and_second_factor() -> Result<()> {
    let (mut service, second_factor) = Service::start_with_second_factor().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;

    window.wait_for_heading(&text("forgot-title")).await?;
    window.fill(&text("email"), ADA).await?;
    let buttons = [text("send"), text("try-again")];
    let buttons = buttons.each_ref().map(String::as_str);
    assert_kept(&mut service, &window, buttons, &[(text("email"), ADA)], true).await?;
    window.wait_for_heading(&text("check-title")).await?;

    let code = service.mail_to(ADA).await.code().unwrap();
    window.fill(&text("code-label"), &code).await?;
    assert_kept(&mut service, &window, [&text("continue"); 2], &[(text("code-label"), &code)], true).await?;
    wait_for_reset_screen(&window, ADA).await?;

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.fill(&text("second-factor"), &second_factor).await?;
    let fields = [
        (text("new-password"), NEW_PASSWORD),
        (text("confirm-password"), NEW_PASSWORD),
        (text("second-factor"), &second_factor),
    ];
    assert_kept(&mut service, &window, [&text("set-password"); 2], &fields, false).await?;
    assert_refused_password_is_kept(&window, &second_factor).await?;

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press(&text("set-password")).await?;
    window.wait_for_heading(&text("done-title")).await?;
    assert!(!service.can_sign_in(ADA, OLD_PASSWORD).await);
    window.close().await
}

async fn assert_refused_password_is_kept(window: &Window<'_>, second_factor: &str) -> Result<()> {
    const COMMON: &str = "password password 1";
    type_password(window, COMMON, COMMON).await?;
    window.press(&text("set-password")).await?;
    window.wait_for_text(&text("password-common")).await?;
    for label in ["new-password", "confirm-password"] {
        assert_eq!(window.value_of(&text(label)).await?, COMMON);
    }
    assert_eq!(window.value_of(&text("second-factor")).await?, second_factor);
    Ok(())
}
