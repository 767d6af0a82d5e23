//! The back button of Android.

#[cfg(target_os = "android")]
use super::android as system;

/// Other systems have no back button.
#[cfg(not(target_os = "android"))]
mod system {
    pub(super) async fn back_pressed() {
        std::future::pending().await
    }

    pub(super) fn move_to_background() {}
}

/// Waits for a press of the back button. Each press wakes one caller.
pub async fn back_pressed() {
    system::back_pressed().await;
}

/// Moves the app to the background, when the back button leaves it.
pub fn move_to_background() {
    system::move_to_background();
}
