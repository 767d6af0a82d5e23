//! A link starts the app.

use latchkey_e2e::{DesktopSession, Result};

use crate::screenshots::screenshots;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{
    NAME, NEW_PASSWORD, WINDOW_BINARY, launch_with_link, link_command, register_links, type_password,
};

#[tokio::test]
async fn registered_link_starts_the_app_on_the_reset_screen() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    assert!(link_command(&desktop, "status").await.contains("do not open this program"));
    register_links(&desktop).await;
    assert_eq!(link_command(&desktop, "status").await, "Recovery links open this program.\n");

    let mail = service.request_from_other_client(ADA).await;
    assert!(desktop.processes_of(WINDOW_BINARY.as_ref()).is_empty());
    let window = launch_with_link(&desktop, &service, mail.link().as_str()).await?;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    window.wait_for_text("This link works for 60 more minutes.").await?;
    desktop.wait_for_active_window(NAME).await?;
    assert!(!window.page_text().await?.contains(ADA), "this device sent no request");
    screenshots(&window, "reset-unknown-account").await?;
    assert!(service.can_sign_in(ADA, OLD_PASSWORD).await, "opening the link changes nothing");

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);
    assert!(!service.can_sign_in(ADA, OLD_PASSWORD).await);
    window.close().await?;

    assert!(link_command(&desktop, "unregister").await.contains("do not open this program"));
    Ok(())
}
