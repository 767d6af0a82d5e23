//! Somebody types faster than a page answers, 5 ms a key, or a program does it for them: no field loses a key. The
//! address and the first password are typed so in `journey`.

use latchkey_tour::{Desk, Result, Window};

use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NEW_PASSWORD, ask_for, wait_for_reset_of};

#[tokio::test]
async fn code_passwords_and_second_factor_are_whole_however_fast_they_come() -> Result<()> {
    const CODE: &str = "Type the code, or paste the link";
    let (service, shown_by_authenticator) = Service::start_with_second_factor().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    let letter = service.letter_to(ADA).await;
    // A whole link, typed, is more than any code.
    for text in [letter.link().as_str(), &letter.code().unwrap()] {
        window.type_fast(CODE, text).await?;
        window.wait_for_value(CODE, text).await?;
    }
    window.press("Continue").await?;
    wait_for_reset_of(&window, ADA).await?;

    let fields = [
        ("New password", NEW_PASSWORD),
        ("Repeat the new password", NEW_PASSWORD),
        ("Code from your authenticator app", &*shown_by_authenticator),
    ];
    for (label, text) in fields {
        window.type_fast(label, text).await?;
        window.wait_for_value(label, text).await?;
    }
    for (label, text) in fields {
        assert_eq!(window.value_of(label).await?, text, "the next field took nothing from {label}");
    }
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    assert!(!service.lets_in(ADA, OLD_PASSWORD).await);
    window.close().await
}
