//! Fast typing, 5 ms per key, as by an autotype program: no field loses a key. `journey` tests the address and the first
//! password this way.

use latchkey_e2e::{DesktopSession, Result, Window};

use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NEW_PASSWORD, request_email, wait_for_reset_screen};

#[tokio::test]
async fn fast_typing_loses_no_keys_in_code_passwords_and_second_factor() -> Result<()> {
    const CODE: &str = "Enter the code or paste the link";
    let (service, shown_by_authenticator) = Service::start_with_second_factor().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    let mail = service.mail_to(ADA).await;
    // The field accepts both. A link has more keys to lose.
    for text in [mail.link().as_str(), &mail.code().unwrap()] {
        window.type_fast(CODE, text).await?;
        window.wait_for_value(CODE, text).await?;
    }
    window.press("Continue").await?;
    wait_for_reset_screen(&window, ADA).await?;

    let fields = [
        ("New password", NEW_PASSWORD),
        ("Re-enter new password", NEW_PASSWORD),
        ("Code from your authenticator app", &*shown_by_authenticator),
    ];
    for (label, text) in fields {
        window.type_fast(label, text).await?;
        window.wait_for_value(label, text).await?;
    }
    for (label, text) in fields {
        assert_eq!(window.value_of(label).await?, text, "typing into the next field does not change {label}");
    }
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    assert!(!service.can_sign_in(ADA, OLD_PASSWORD).await);
    window.close().await
}
