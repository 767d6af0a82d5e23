//! A registry of the mounted fields, so that an error summary can focus them.

use std::{collections::HashMap, rc::Rc};

use dioxus::prelude::*;

/// The mounted fields, by id.
#[derive(Clone, Copy)]
pub struct Fields(CopyValue<HashMap<&'static str, Rc<MountedData>>>);

impl Fields {
    /// Registers a field after it was mounted.
    fn register(&mut self, id: &'static str, field: Rc<MountedData>) {
        self.0.write().insert(id, field);
    }

    /// Focuses a field. Does nothing if it is no longer mounted.
    pub fn focus(&self, id: &'static str) {
        let Some(field) = self.0.read().get(id).cloned() else { return };
        spawn(async move {
            // A failure is not critical: the person can still find the field.
            let _ = field.set_focus(true).await;
            // Centred, so that the label above and the error below are visible in a small window.
            let scrolling = field.scroll_to_with_options(ScrollToOptions {
                behavior: ScrollBehavior::Instant,
                vertical: ScrollLogicalPosition::Center,
                horizontal: ScrollLogicalPosition::Nearest,
            });
            let _ = scrolling.await;
        });
    }

    /// Focuses a field and selects its text.
    pub fn focus_and_select(&self, id: &'static str) {
        if self.0.read().contains_key(id) {
            crate::document::focus_and_select(id);
        }
    }
}

/// Provides the registry to all components below the calling one.
pub(crate) fn provide_fields() {
    use_context_provider(|| Fields(CopyValue::new(HashMap::new())));
}

/// The registry; `None` if no component above provides one.
pub(super) fn use_fields() -> Option<Fields> {
    use_hook(try_consume_context::<Fields>)
}

/// The `onmounted` handler of a field.
pub(super) fn use_field(id: &'static str, autofocus: bool) -> EventHandler<MountedEvent> {
    let fields = use_fields();
    use_callback(move |field: MountedEvent| {
        if let Some(mut fields) = fields {
            fields.register(id, field.data());
        }
        if autofocus {
            spawn(async move {
                let _ = field.set_focus(true).await;
            });
        }
    })
}
