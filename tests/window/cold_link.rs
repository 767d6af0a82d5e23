//! A link that starts the app.

use latchkey_tour::{Desk, Result};

use crate::album::shots;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{BINARY, NAME, NEW_PASSWORD, link_command, register_links, start_by_link, type_password};

#[tokio::test]
async fn a_registered_link_starts_the_app_on_the_reset_screen() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    assert!(link_command(&desk, "status").await.contains("do not open this program"));
    register_links(&desk).await;
    assert_eq!(link_command(&desk, "status").await, "Recovery links open this program.\n");

    let letter = service.ask_elsewhere(ADA).await;
    assert!(desk.processes_of(BINARY.as_ref()).is_empty());
    let window = start_by_link(&desk, &service, letter.link().as_str()).await?;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    window.wait_for_text("You have another 60 minutes to finish.").await?;
    desk.wait_for_active_window(NAME).await?;
    assert!(!window.page_text().await?.contains("For the account of"), "this device did not ask");
    shots(&window, "reset-unknown-account").await?;
    assert!(service.lets_in(ADA, OLD_PASSWORD).await, "looking at the link changed nothing");

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await);
    assert!(!service.lets_in(ADA, OLD_PASSWORD).await);
    window.close().await?;

    assert!(link_command(&desk, "unregister").await.contains("do not open this program"));
    Ok(())
}
