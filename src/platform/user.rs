//! User settings of the system: languages, and the folder for the app's data.

#[cfg(not(target_arch = "wasm32"))]
use std::path::PathBuf;

#[cfg(target_os = "android")]
use super::android;
#[cfg(not(target_arch = "wasm32"))]
use crate::identity::AppIdentity;

/// The user's languages as BCP 47 tags, in order of preference. Some systems also return "C".
#[cfg(not(target_os = "android"))]
pub fn languages() -> Vec<String> {
    sys_locale::get_locales().collect()
}

/// The user's languages as BCP 47 tags, in order of preference. The app's own language setting comes first.
#[cfg(target_os = "android")]
pub fn languages() -> Vec<String> {
    android::languages().unwrap_or_default().split(',').map(str::to_owned).collect()
}

/// The folder for the data of this app in the user's home. It may not exist yet. `None` if there is no such folder.
#[cfg(not(any(target_arch = "wasm32", target_os = "android")))]
pub fn data_folder(identity: &AppIdentity) -> Option<PathBuf> {
    directories::ProjectDirs::from_path(identity.id().into()).map(|folders| folders.data_dir().to_owned())
}

/// The app's private folder.
#[cfg(target_os = "android")]
pub fn data_folder(_: &AppIdentity) -> Option<PathBuf> {
    android::data_folder()
}
