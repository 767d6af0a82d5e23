//! Size, place and text size of the window, remembered between starts.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

/// Minimum and maximum text size, and the step between two sizes, in percent.
const MIN_TEXT_SIZE: u16 = 50;
const MAX_TEXT_SIZE: u16 = 200;
const STEP: u16 = 10;
/// How long the settings must not change before they are written.
const WRITE_DELAY: Duration = Duration::from_millis(500);

/// How long the last write may delay the closing of the window.
const MAX_CLOSE_DELAY: Duration = Duration::from_millis(500);

/// The saved settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct WindowSettings {
    /// Inner size in logical pixels.
    pub size: Option<(u32, u32)>,
    /// Place of the outer corner in physical pixels.
    pub place: Option<(i32, i32)>,
    /// Text size in percent.
    pub text_size: u16,
}

impl Default for WindowSettings {
    fn default() -> Self {
        Self { size: None, place: None, text_size: 100 }
    }
}

impl WindowSettings {
    /// Reads the file. Values that cannot be read keep their defaults.
    pub fn read(file: &SettingsFile) -> Self {
        let text = file.0.as_ref().and_then(|file| fs::read_to_string(file).ok());
        let mut settings: Self = text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
        settings.text_size = settings.text_size.clamp(MIN_TEXT_SIZE, MAX_TEXT_SIZE);
        settings
    }

    /// The settings with larger text.
    pub fn larger(self) -> Self {
        Self { text_size: (self.text_size / STEP * STEP + STEP).min(MAX_TEXT_SIZE), ..self }
    }

    /// The settings with smaller text.
    pub fn smaller(self) -> Self {
        Self { text_size: (self.text_size.div_ceil(STEP) * STEP - STEP).max(MIN_TEXT_SIZE), ..self }
    }

    /// The settings with text of the normal size.
    pub fn normal(self) -> Self {
        Self { text_size: 100, ..self }
    }
}

/// The file. Without one, nothing is saved.
#[derive(Debug, Clone, Default)]
pub struct SettingsFile(pub Option<PathBuf>);

/// Writes settings in the background, when they have not changed for a while. A failed write loses only the size.
#[derive(Clone)]
pub(super) struct SettingsWriter {
    latest: Arc<watch::Sender<WindowSettings>>,
    file: SettingsFile,
}

impl SettingsWriter {
    /// Starts in the current Tokio runtime.
    pub fn start(file: SettingsFile, settings: WindowSettings) -> Self {
        let (latest, mut changes) = watch::channel(settings);
        let target = file.clone();
        tokio::spawn(async move {
            while changes.changed().await.is_ok() {
                tokio::time::sleep(WRITE_DELAY).await;
                let settings = *changes.borrow_and_update();
                let target = target.clone();
                let _ = tokio::task::spawn_blocking(move || write(&target, settings)).await;
            }
        });
        Self { latest: Arc::new(latest), file }
    }

    /// The latest settings.
    pub fn get(&self) -> WindowSettings {
        *self.latest.borrow()
    }

    /// Changes the settings.
    pub fn change(&self, change: impl FnOnce(&mut WindowSettings)) {
        self.latest.send_if_modified(|settings| {
            let before = *settings;
            change(settings);
            *settings != before
        });
    }

    /// Writes at once: the window closes. A slow disk delays that for half a second at most.
    pub fn flush(&self) {
        let (file, settings) = (self.file.clone(), self.get());
        let (done, written) = mpsc::channel();
        thread::spawn(move || {
            write(&file, settings);
            let _ = done.send(());
        });
        let _ = written.recv_timeout(MAX_CLOSE_DELAY);
    }
}

fn write(file: &SettingsFile, settings: WindowSettings) {
    if let (Some(file), Ok(text)) = (&file.0, toml::to_string(&settings)) {
        let new = file.with_extension("new");
        if fs::write(&new, text).and_then(|()| fs::rename(&new, file)).is_err() {
            tracing::warn!("the size of the window cannot be saved");
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn sized(text_size: u16) -> WindowSettings {
        WindowSettings { text_size, ..WindowSettings::default() }
    }

    #[test]
    fn text_size_changes_in_steps_within_its_limits() {
        for (before, larger, smaller) in [(100, 110, 90), (125, 130, 120), (200, 200, 190), (50, 60, 50)] {
            assert_eq!(
                (sized(before).larger().text_size, sized(before).smaller().text_size),
                (larger, smaller)
            );
        }
        assert_eq!(sized(170).normal().text_size, 100);
    }

    #[test]
    fn settings_are_read_as_written_and_broken_ones_are_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile(Some(folder.path().join("window.toml")));
        assert_eq!(WindowSettings::read(&file), WindowSettings::default());
        let settings = WindowSettings { size: Some((640, 800)), place: Some((-20, 40)), text_size: 130 };
        write(&file, settings);
        assert_eq!(WindowSettings::read(&file), settings);
        for (text, text_size) in [("size = \"wide\"", 100), ("text_size = 9000", 200)] {
            fs::write(file.0.as_ref().unwrap(), text).unwrap();
            assert_eq!(WindowSettings::read(&file), sized(text_size), "{text}");
        }
    }
}
