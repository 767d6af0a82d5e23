//! More tasks with the keyboard alone. With those of `keyboard` and `desktop_keys` they are: asking for the email,
//! correcting an address, accepting a suggested one, resending, changing the address and going back, finding help without
//! the mailbox, entering a code, choosing a password, getting a new link, choosing the language, changing the text size, and
//! closing the window.

use latchkey_e2e::{DesktopSession, Result, Window};
use latchkey_server::LINK_LIFETIME;

use crate::keyboard::{CODE, KeyboardUser};
use crate::service::{ADA, Service};
use crate::steps::{NAME, open_link_in_running_app, text};

#[tokio::test]
async fn suggestion_resend_other_address_and_new_link_work_with_the_keyboard() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    let keys = KeyboardUser { desktop: &desktop, window: &window };
    keys.wait_for_screen("Forgot your password?", "Email address").await?;
    desktop.wait_for_active_window(NAME).await?;

    keys.fill("Email address", "ada@gmial.com").await?;
    window.wait_for_text("Did you mean ada@gmail.com?").await?;
    keys.press_through("Tab", &["Did you mean ada@gmail.com?"]).await?;
    desktop.press_key("Return").await?;
    window.wait_for_value("Email address", "ada@gmail.com").await?;
    keys.wait_for_focus("Email address").await?;
    keys.fill("Email address", ADA).await?;
    desktop.press_key("Return").await?;

    keys.wait_for_screen("Check your email", CODE).await?;
    let first = service.mail_to(ADA).await;
    keys.press_through("Tab", &["Continue", "Resend email"]).await?;
    desktop.press_key("Return").await?;
    window.wait_for_text(&text("resent")).await?;
    keys.wait_for_focus("Resend email").await?;
    assert_ne!(service.mail_to(ADA).await.token(), first.token());

    keys.press_through("Tab", &["Use another email"]).await?;
    desktop.press_key("Return").await?;
    keys.wait_for_screen("Forgot your password?", "Email address").await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    keys.press_through("Tab", &["Send reset email", "Back to your email"]).await?;
    desktop.press_key("space").await?;
    keys.wait_for_screen("Check your email", CODE).await?;

    let mail = service.mail_to(ADA).await;
    service.clock().advance(LINK_LIFETIME);
    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    keys.wait_for_screen("This link has expired", "This link has expired").await?;
    keys.press_through("Tab", &["Send a new link"]).await?;
    desktop.press_key("Return").await?;
    keys.wait_for_screen("Check your email", CODE).await?;
    window.close().await
}
