//! Links and codes that do not work, and what the person is told.

use latchkey_server::{LINK_LIFETIME, MAX_CODE_TRIES};
use latchkey_tour::{Desk, Keyring, Result, Window};

use crate::album::shots;
use crate::server::another;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{
    NEW_PASSWORD, ask_for, set_new_password, start_with_link, type_password, wait_for_reset_of,
};

#[tokio::test]
async fn a_link_that_does_not_work_is_said_before_anyone_types() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start_with(Keyring::None).await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;

    let cut_off = "latchkey://reset-password?token=x";
    opens_on(&desk, &window, cut_off, "This link is damaged", "link-damaged").await?;
    let without_flow = "latchkey://reset-password?token=c2l4dGVlbi1ieXRlcy0xMjM0NTY3ODkwYWJjZGVmZ2g";
    opens_on(&desk, &window, without_flow, "This link is damaged", "link-without-flow").await?;
    let never_issued = "latchkey://reset-password?token=c2l4dGVlbi1ieXRlcy0xMjM0NTY3ODkwYWJjZGVmZ2g&flow=A1b2-C3d4_E5f6G7h8I9j0";
    opens_on(&desk, &window, never_issued, "This link is damaged", "link-never-issued").await?;
    let elsewhere = "https://other.example/reset-password?token=c2l4dGVlbi1ieXRlcy0xMjM0NTY3ODkw";
    opens_on(&desk, &window, elsewhere, "This link is for another service", "link-other-service").await?;
    assert_eq!(
        service.line.times("POST /account/reset-password/check"),
        1,
        "only the whole one of ours is sent"
    );

    let used = service.ask_elsewhere(ADA).await;
    service.reset_elsewhere(&used, "a walk along the wet quay").await;
    opens_on(&desk, &window, used.link().as_str(), "This link was already used", "link-used").await?;
    let older = service.ask_elsewhere(ADA).await;
    // The last three stay open together.
    for _ in 0..2 {
        service.ask_elsewhere(ADA).await;
    }
    let newer = service.ask_elsewhere(ADA).await;
    opens_on(&desk, &window, older.link().as_str(), "There is a newer e-mail", "link-superseded").await?;
    service.clock().advance(LINK_LIFETIME);
    opens_on(&desk, &window, newer.link().as_str(), "This link has expired", "link-expired").await?;

    window.press("Ask for a new link").await?;
    ask_for(&window, ADA).await?;
    start_with_link(&desk, service.letter_to(ADA).await.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    window.close().await
}

async fn opens_on(desk: &Desk, window: &Window<'_>, link: &str, heading: &str, name: &str) -> Result<()> {
    start_with_link(desk, link).await;
    window.wait_for_heading(heading).await?;
    shots(window, name).await
}

#[tokio::test]
async fn a_link_that_runs_out_while_somebody_types_is_replaced_in_one_step() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    start_with_link(&desk, service.letter_to(ADA).await.link().as_str()).await;
    wait_for_reset_of(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.clock().advance(LINK_LIFETIME);
    window.press("Set new password").await?;
    window.wait_for_heading("This link has expired").await?;
    shots(&window, "link-expired-own").await?;
    assert!(service.lets_in(ADA, OLD_PASSWORD).await);

    // The address is known here, so nobody is asked for it again.
    window.press("Send me a new link").await?;
    window.wait_for_heading("Check your e-mail").await?;
    start_with_link(&desk, service.letter_to(ADA).await.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await);
    window.close().await
}

#[tokio::test]
async fn after_too_many_wrong_codes_the_link_still_lives() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    let letter = service.letter_to(ADA).await;
    let right = letter.code().unwrap();
    let wrong = another(&right);
    for tries_left in (1..MAX_CODE_TRIES).rev() {
        try_code(&window, &wrong).await?;
        let said = match tries_left {
            1 => "You have one more try".to_owned(),
            tries => format!("You have {tries} more tries."),
        };
        window.wait_for_text(&said).await?;
        assert_eq!(window.value_of("Type the code, or paste the link").await?, wrong);
        if tries_left == 4 {
            shots(&window, "code-wrong").await?;
        }
    }
    try_code(&window, &wrong).await?;
    window.wait_for_text("This code no longer works.").await?;
    try_code(&window, &right).await?;
    window.wait_for_text("This code no longer works.").await?;
    shots(&window, "code-dead").await?;

    start_with_link(&desk, letter.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    window.close().await
}

async fn try_code(window: &Window<'_>, code: &str) -> Result<()> {
    window.fill("Type the code, or paste the link", code).await?;
    window.press("Continue").await
}
