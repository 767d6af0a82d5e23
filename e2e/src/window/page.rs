//! Reads and operates the page. Elements are found by their accessible names (`page.js`).

use std::path::Path;

use fantoccini::Client;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use serde_json::{Value, json};

use super::Window;
use crate::desktop::create_parent_folder;
use crate::error::{Error, Result, last_lines, screenshot_path};
use crate::poll::{TIMEOUT, wait_until};

// WebDriver's key codes. A modifier applies to the rest of the string.
const SELECT_ALL: &str = "\u{E009}a";
const PASTE: &str = "\u{E009}v";
const BACKSPACE: &str = "\u{E003}";
const ENTER: &str = "\u{E007}";

impl Window<'_> {
    /// The page's visible main heading, or an empty string if there is none.
    ///
    /// # Errors
    /// The window does not respond: the app has exited or hangs.
    pub async fn heading(&self) -> Result<String> {
        Ok(self.read("return clean(visibleElements('h1')[0]?.innerText)").await?.unwrap_or_default())
    }

    /// All text of the page, without the values of fields.
    ///
    /// # Errors
    /// The same as [`Window::heading`].
    pub async fn page_text(&self) -> Result<String> {
        Ok(self.read("return root.innerText").await?.unwrap_or_default())
    }

    /// The text of the page's status elements (role `status`), if any.
    ///
    /// # Errors
    /// The same as [`Window::heading`].
    pub async fn status(&self) -> Result<Option<String>> {
        self.read("return textOf('[role=status], output')").await
    }

    /// The text of the page's alerts (role `alert`), if any.
    ///
    /// # Errors
    /// The same as [`Window::heading`].
    pub async fn alert(&self) -> Result<Option<String>> {
        self.read("return textOf('[role=alert]')").await
    }

    /// The value of the field with this label.
    ///
    /// # Errors
    /// The same as [`Window::fill`].
    pub async fn value_of(&self, label: &str) -> Result<String> {
        let script = "return findByName(FIELDS, arguments[0])?.value ?? null";
        let value = wait_until(async || {
            Some(self.execute(script, vec![json!(label)]).await.ok()?.as_str()?.to_owned())
        });
        let value = value.await;
        self.or_not_found(value, "field", "FIELDS", label).await
    }

    /// Replaces the value of the field with this label by typing.
    ///
    /// # Errors
    /// No such field is visible within [`TIMEOUT`](crate::TIMEOUT). The error has the page's text and the path of a
    /// screenshot.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        self.send_keys(label, SELECT_ALL).await?;
        self.send_keys(label, &format!("{BACKSPACE}{text}")).await
    }

    /// Fills a field like [`Window::fill`], but key by key through the X server, 5 ms each, which is faster than the page
    /// responds. The last keys may arrive after this returns; [`Window::wait_for_value`] waits for them.
    pub async fn type_fast(&self, label: &str, text: &str) -> Result<()> {
        const DELAY_MS: u32 = 5;
        self.fill(label, "").await?;
        self.desktop.type_keys(text, DELAY_MS).await
    }

    /// Clears the field with this label and pastes the clipboard into it.
    ///
    /// # Errors
    /// The same as [`Window::fill`].
    pub async fn paste(&self, label: &str) -> Result<()> {
        self.fill(label, "").await?;
        self.send_keys(label, PASTE).await
    }

    /// Selects this option in the list with this label.
    ///
    /// # Errors
    /// The same as [`Window::fill`], or there is no such option.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        let chosen = wait_until(async || {
            let list = self.find("field", "FIELDS", label).await.ok()?;
            list.select_by_label(option).await.ok()
        });
        chosen.await.ok_or_else(|| {
            Error::new(format!("after {TIMEOUT:?}: no option \"{option}\" in the list \"{label}\""))
        })
    }

    /// Presses Enter in the field with this label.
    ///
    /// # Errors
    /// The same as [`Window::fill`].
    pub async fn press_enter_in(&self, label: &str) -> Result<()> {
        self.send_keys(label, ENTER).await
    }

    /// Presses the button of this name, once it can be pressed.
    ///
    /// # Errors
    /// The same as [`Window::fill`].
    pub async fn press(&self, name: &str) -> Result<()> {
        self.click("button", "BUTTONS", name).await
    }

    /// Double-clicks the button with this name.
    ///
    /// # Errors
    /// The same as [`Window::fill`].
    pub async fn double_click(&self, name: &str) -> Result<()> {
        let button = self.find("button", "BUTTONS", name).await?;
        let to_button = PointerAction::MoveToElement { element: button, duration: None, x: 0.0, y: 0.0 };
        let mut clicks = MouseActions::new("mouse".to_owned()).then(to_button);
        for _ in 0..2 {
            clicks = clicks
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.client.perform_actions(clicks).await.map_err(|error| driver_error(&error))
    }

    /// Clicks the link with this text.
    ///
    /// # Errors
    /// The same as [`Window::fill`].
    pub async fn click_link(&self, text: &str) -> Result<()> {
        self.click("link", "LINKS", text).await
    }

    /// Waits for the page's main heading.
    ///
    /// # Errors
    /// The heading differs after [`TIMEOUT`](crate::TIMEOUT). The error has the page's text and the path of a screenshot.
    pub async fn wait_for_heading(&self, text: &str) -> Result<()> {
        let found = wait_until(async || (self.heading().await.ok()? == text).then_some(())).await;
        self.or_error(found, format!("no heading {text:?}")).await
    }

    /// Waits until the page contains this text.
    ///
    /// # Errors
    /// The same as [`Window::wait_for_heading`].
    pub async fn wait_for_text(&self, text: &str) -> Result<()> {
        let found = wait_until(async || self.page_text().await.ok()?.contains(text).then_some(())).await;
        self.or_error(found, format!("no text {text:?}")).await
    }

    /// Waits until the page no longer contains this text.
    ///
    /// # Errors
    /// The same as [`Window::wait_for_heading`].
    pub async fn wait_for_text_absent(&self, text: &str) -> Result<()> {
        let gone = wait_until(async || (!self.page_text().await.ok()?.contains(text)).then_some(())).await;
        self.or_error(gone, format!("the text {text:?} is still there")).await
    }

    /// Waits until the field with this label has this value.
    ///
    /// # Errors
    /// It has another value after [`TIMEOUT`](crate::TIMEOUT), or the error is one of [`Window::fill`].
    pub async fn wait_for_value(&self, label: &str, text: &str) -> Result<()> {
        let found = wait_until(async || (self.value_of(label).await.ok()? == text).then_some(())).await;
        if found.is_some() {
            return Ok(());
        }
        let other = self.value_of(label).await?;
        self.or_error(None, format!("the field {label:?} has the value {other:?} instead of {text:?}")).await
    }

    /// Saves a screenshot of the page, without the window frame, as PNG. It is taken from the X server, because
    /// WebKitWebDriver waits forever for a screenshot of a page without composited layers. Nothing may cover the window.
    ///
    /// # Errors
    /// The window does not respond, or the file is not writable.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        /// Animations, such as a blinking caret, may make every screenshot different.
        const MAX_ATTEMPTS: usize = 5;
        create_parent_folder(path)?;
        let take = async || self.desktop.picture_of_window(self.process_id()).await;
        let mut last = take().await?;
        // A screenshot may show parts of the previous frame. Two identical ones in a row show a finished frame.
        for _ in 1..MAX_ATTEMPTS {
            self.wait_for_repaint().await?;
            let earlier = std::mem::replace(&mut last, take().await?);
            if earlier == last {
                break;
            }
        }
        std::fs::write(path, last)
            .map_err(|error| Error::new(format!("no screenshot at {}: {error}", path.display())))
    }

    /// Resizes the page, in CSS pixels.
    ///
    /// # Errors
    /// It has another size after [`TIMEOUT`](crate::TIMEOUT): the app or the screen does not allow this size.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let expected = json!([width, height]);
        self.client.set_window_size(width, height).await.map_err(|error| driver_error(&error))?;
        let resized = wait_until(async || {
            let size = self.execute("return [innerWidth, innerHeight]", vec![]).await.ok()?;
            (size == expected).then_some(())
        });
        let resized = resized.await;
        self.or_error(resized, format!("the page cannot be {width}x{height}")).await?;
        self.wait_for_repaint().await
    }

    /// Waits until the page is painted in its current state.
    ///
    /// # Errors
    /// The same as [`Window::heading`].
    pub async fn wait_for_repaint(&self) -> Result<()> {
        // The first frame may have begun before this call; the second has not.
        let two_frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))";
        self.client.execute_async(two_frames, vec![]).await.map(drop).map_err(|error| driver_error(&error))
    }

    /// The number of CSS pixels by which the page is wider than its window; 0 if it needs no horizontal scrolling.
    ///
    /// # Errors
    /// The same as [`Window::heading`].
    pub async fn horizontal_overflow(&self) -> Result<u64> {
        let script = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        let result = self.execute(script, vec![]).await.map_err(|error| driver_error(&error))?;
        result.as_u64().ok_or_else(|| Error::new("the page has no width"))
    }

    async fn read(&self, script: &str) -> Result<Option<String>> {
        let result = self.execute(script, vec![]).await.map_err(|error| driver_error(&error))?;
        Ok(result.as_str().map(str::to_owned))
    }

    async fn execute(&self, script: &str, arguments: Vec<Value>) -> std::result::Result<Value, CmdError> {
        evaluate(&self.client, script, arguments).await
    }

    async fn send_keys(&self, label: &str, keys: &str) -> Result<()> {
        let field = self.find("field", "FIELDS", label).await?;
        field.send_keys(keys).await.map_err(|error| driver_error(&error))
    }

    /// Waits for an enabled element with this name.
    async fn find(&self, kind: &str, selector: &str, name: &str) -> Result<Element> {
        let found = wait_until(async || self.find_now(selector, name).await).await;
        self.or_not_found(found, kind, selector, name).await
    }

    async fn click(&self, kind: &str, selector: &str, name: &str) -> Result<()> {
        let clicked = wait_until(async || match self.find_now(selector, name).await?.click().await {
            Ok(()) => Some(Ok(())),
            // The element was not clicked, because it was replaced or is covered. Retry.
            Err(error) if is_not_clickable(&error) => None,
            Err(error) => Some(Err(driver_error(&error))),
        });
        let clicked = clicked.await;
        self.or_not_found(clicked, kind, selector, name).await?
    }

    /// The enabled element with this name, without waiting.
    async fn find_now(&self, selector: &str, name: &str) -> Option<Element> {
        let script = format!(
            "const found = findByName({selector}, arguments[0]); return found && isEnabled(found) ? found : null"
        );
        let result = self.execute(&script, vec![json!(name)]).await.ok()?;
        let id = result.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }

    /// Returns what was found, or an error that lists the names of the elements of this kind.
    async fn or_not_found<T>(&self, found: Option<T>, kind: &str, selector: &str, name: &str) -> Result<T> {
        if let Some(found) = found {
            return Ok(found);
        }
        let others =
            self.read(&format!("return namesOf({selector})")).await.ok().flatten().unwrap_or_default();
        self.or_error(None, format!("no enabled {kind} {name:?}; there are: {others}")).await
    }

    /// Returns what was found, or an error with the page's text, a screenshot and the app's output.
    async fn or_error<T>(&self, found: Option<T>, message: String) -> Result<T> {
        if let Some(found) = found {
            return Ok(found);
        }
        let path = screenshot_path();
        let screenshot = match self.desktop.screenshot(&path).await {
            Ok(()) => path.display().to_string(),
            Err(error) => error.to_string(),
        };
        let text = self.page_text().await.unwrap_or_else(|error| error.to_string());
        Err(Error::new(format!("after {TIMEOUT:?}: {message}"))
            .with_section("text of the page", &text)
            .with_section("screenshot", &screenshot)
            .with_section("output of the app", &last_lines(&self.log)))
    }
}

/// Runs a script in the page, in the scope of `page.js`.
pub(super) async fn evaluate(
    client: &Client,
    script: &str,
    arguments: Vec<Value>,
) -> std::result::Result<Value, CmdError> {
    client.execute(&format!("{}\n{script}", include_str!("page.js")), arguments).await
}

fn is_not_clickable(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else { return false };
    matches!(
        error.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
    )
}

pub(super) fn driver_error(error: &CmdError) -> Error {
    Error::new(format!("the window did not respond: {error}"))
}
