//! Applies and saves size, place and text size of the window, and carries out its shortcuts.

use std::{path::PathBuf, time::Duration};

use dioxus::desktop::{
    LogicalSize, WindowBuilder,
    tao::{
        dpi::PhysicalPosition,
        event::{Event, WindowEvent},
        window::Window,
    },
    use_window, use_wry_event_handler,
};
use dioxus::prelude::*;

use super::{
    settings::{SettingsFile, SettingsWriter, WindowSettings},
    shortcuts::{Command, use_commands},
};
use crate::{clock, layout::TextSize, platform};

/// How long the text size is shown.
const TEXT_SIZE_DURATION: Duration = Duration::from_secs(2);
/// How much of a remembered window must be on a screen, in physical pixels.
const MIN_VISIBLE: i32 = 80;

/// Applies the saved size. Returns the writer for later changes.
pub(super) fn restore(window: WindowBuilder, file: Option<PathBuf>) -> (WindowBuilder, SettingsWriter) {
    let file = SettingsFile(file);
    let settings = WindowSettings::read(&file);
    let window = match settings.size {
        Some((width, height)) => window.with_inner_size(LogicalSize::new(width.max(320), height.max(480))),
        None => window,
    };
    (window, SettingsWriter::start(file, settings))
}

/// Restores place and text size, saves all changes, and listens for shortcuts.
pub(super) fn use_placement() {
    let settings = use_context::<SettingsWriter>();
    let window = use_window();
    let TextSize(mut shown) = use_context_provider(|| TextSize(Signal::new(None)));
    use_hook(|| {
        platform::limit_context_menu(&window);
        let WindowSettings { place, text_size, .. } = settings.get();
        if let Some(place) = place.filter(|place| is_on_a_screen(&window, *place)) {
            window.set_outer_position(PhysicalPosition::new(place.0, place.1));
        }
        if text_size != 100 {
            let _ = window.webview.zoom(f64::from(text_size) / 100.0);
        }
    });
    let (observed, remembered) = (window.clone(), settings.clone());
    use_wry_event_handler(move |event, _| {
        let Event::WindowEvent { event, .. } = event else { return };
        // A maximized or full-screen window has the size of the screen, which must not be remembered.
        let free = !observed.is_maximized() && observed.fullscreen().is_none();
        match event {
            WindowEvent::Resized(size) if free && size.width > 0 => {
                let LogicalSize { width, height } = size.to_logical(observed.scale_factor());
                remembered.change(|settings| settings.size = Some((width, height)));
            }
            WindowEvent::Moved(place) if free => {
                remembered.change(|settings| settings.place = Some((place.x, place.y)));
            }
            WindowEvent::CloseRequested => remembered.flush(),
            _ => {}
        }
    });
    let mut changes = use_signal(|| 0_u32);
    use_commands(move |command| {
        let resize: fn(WindowSettings) -> WindowSettings = match command {
            Command::Larger => WindowSettings::larger,
            Command::Smaller => WindowSettings::smaller,
            Command::Normal => WindowSettings::normal,
            Command::Drag => return window.drag(),
            Command::Close => {
                settings.flush();
                return window.close();
            }
        };
        settings.change(|settings| *settings = resize(*settings));
        let text_size = settings.get().text_size;
        let _ = window.webview.zoom(f64::from(text_size) / 100.0);
        shown.set(Some(text_size));
        changes += 1;
    });
    // Restarts with each change.
    use_resource(move || async move {
        if changes() > 0 {
            clock::sleep(TEXT_SIZE_DURATION).await;
            shown.set(None);
        }
    });
}

/// Whether enough of a window at this place can be seen and moved.
fn is_on_a_screen(window: &Window, (x, y): (i32, i32)) -> bool {
    window.available_monitors().any(|screen| {
        let (at, size) = (screen.position(), screen.size().cast::<i32>());
        let visible =
            |start: i32, from: i32, length: i32| start >= from - 8 && start <= from + length - MIN_VISIBLE;
        visible(x, at.x, size.width) && visible(y, at.y, size.height)
    })
}
