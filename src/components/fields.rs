//! Which field is which, so that what names a field can put the focus there.

use std::{collections::HashMap, rc::Rc};

use dioxus::prelude::*;

/// The fields on the screen, by their ids.
#[derive(Clone, Copy)]
pub struct Fields(CopyValue<HashMap<&'static str, Rc<MountedData>>>);

impl Fields {
    /// Remembers a field that has just come onto the screen.
    fn put(&mut self, id: &'static str, field: Rc<MountedData>) {
        self.0.write().insert(id, field);
    }

    /// Puts the focus into a field; one that has gone is left alone.
    pub fn focus(&self, id: &'static str) {
        let Some(field) = self.0.read().get(id).cloned() else { return };
        spawn(async move {
            // Where the page refuses it, the person finds the field by itself.
            let _ = field.set_focus(true).await;
            // Its label above and what is wrong with it below are to be seen as well, in however small a window.
            let scrolling = field.scroll_to_with_options(ScrollToOptions {
                behavior: ScrollBehavior::Instant,
                vertical: ScrollLogicalPosition::Center,
                horizontal: ScrollLogicalPosition::Nearest,
            });
            let _ = scrolling.await;
        });
    }
}

/// Starts the list for everything below the calling component.
pub(crate) fn provide_fields() {
    use_context_provider(|| Fields(CopyValue::new(HashMap::new())));
}

/// The list, for a component that names fields; none where no list was started.
pub(super) fn use_fields() -> Option<Fields> {
    use_hook(try_consume_context::<Fields>)
}

/// What a field does when it has come onto the screen.
pub(super) fn use_field(id: &'static str, autofocus: bool) -> EventHandler<MountedEvent> {
    let fields = use_fields();
    use_callback(move |field: MountedEvent| {
        if let Some(mut fields) = fields {
            fields.put(id, field.data());
        }
        if autofocus {
            spawn(async move {
                let _ = field.set_focus(true).await;
            });
        }
    })
}
