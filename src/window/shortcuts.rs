//! The keys and gestures of a desktop: text size, closing, dragging the window, Escape, and no context menu where there
//! is nothing to copy.

use dioxus::prelude::*;
use serde::Deserialize;

/// What the page reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Command {
    /// Ctrl and plus, or the wheel away from the person.
    Larger,
    /// Ctrl and minus, or the wheel towards the person.
    Smaller,
    /// Ctrl and zero.
    Normal,
    /// Ctrl Q or Ctrl W: there is one window.
    Close,
    /// The background around the card is dragged.
    Drag,
}

/// Escape presses the plain way back of the screen, which has `data-escape`. On the Mac the keys are with Command.
const LISTEN: &str = r##"
const apple = /Mac/.test(navigator.platform);
const held = (event) => (apple ? event.metaKey : event.ctrlKey) && !event.altKey;
const commands = { "+": "larger", "=": "larger", "-": "smaller", "0": "normal", q: "close", w: "close" };
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) document.querySelector("[data-escape]")?.click();
  const command = held(event) && commands[event.key.toLowerCase()];
  if (!command) return;
  event.preventDefault();
  dioxus.send(command);
});
let turned = 0;
addEventListener("wheel", (event) => {
  if (!held(event)) return;
  event.preventDefault();
  turned += event.deltaY;
  if (Math.abs(turned) < 30) return;
  dioxus.send(turned < 0 ? "larger" : "smaller");
  turned = 0;
}, { passive: false });
addEventListener("mousedown", (event) => {
  if (event.button === 0 && event.target.matches("html, body, #main, .shell, .shell-brand, .shell-foot")) dioxus.send("drag");
});
addEventListener("contextmenu", (event) => {
  if (!event.target.closest("input, a[href]")) event.preventDefault();
});
await new Promise(() => {});
"##;

/// Calls `run` with each command, as long as the window is open.
pub(super) fn use_commands(run: impl FnMut(Command) + 'static) {
    let mut run = Some(run);
    use_hook(|| {
        if let Some(mut run) = run.take() {
            spawn(async move {
                let mut page = document::eval(LISTEN);
                while let Ok(command) = page.recv::<Command>().await {
                    run(command);
                }
            });
        }
    });
}
