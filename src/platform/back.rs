//! The back button, which Android alone has.

#[cfg(target_os = "android")]
use super::android as system;

/// The button on a system without one: it is never pressed.
#[cfg(not(target_os = "android"))]
mod system {
    pub(super) async fn back_pressed() {
        std::future::pending().await
    }

    pub(super) fn step_aside() {}
}

/// Waits for the back button. Each press goes to one caller.
pub async fn back_pressed() {
    system::back_pressed().await;
}

/// Puts the app behind the one that was there before, where the back button leads out of it.
pub fn step_aside() {
    system::step_aside();
}
