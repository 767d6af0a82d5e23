//! What the system knows of its user: the languages, and a folder for what this app keeps.

#[cfg(not(target_arch = "wasm32"))]
use std::path::PathBuf;

#[cfg(target_os = "android")]
use super::android;

/// The languages that the user reads, the dearest first, as BCP 47 tags. Some systems also say "C".
#[cfg(not(target_os = "android"))]
pub fn languages() -> Vec<String> {
    sys_locale::get_locales().collect()
}

/// The languages that the user reads, the dearest first, as BCP 47 tags; those that were chosen for this app count first.
#[cfg(target_os = "android")]
pub fn languages() -> Vec<String> {
    android::languages().unwrap_or_default().split(',').map(str::to_owned).collect()
}

/// The folder for what this app keeps, in the user's own; it need not be there yet. `None` where there is no such folder.
#[cfg(not(any(target_arch = "wasm32", target_os = "android")))]
pub fn data_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from_path(crate::built_in::IDENTIFIER.into())
        .map(|folders| folders.data_dir().to_owned())
}

/// The folder that Android gives to this app alone.
#[cfg(target_os = "android")]
pub fn data_folder() -> Option<PathBuf> {
    android::data_folder()
}
