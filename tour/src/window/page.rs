//! Reading and working a page in people's terms. How things are found by name is in `page.js`.

use std::path::Path;

use fantoccini::Client;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use serde_json::{Value, json};

use super::Window;
use crate::desk::make_room;
use crate::failure::{Failure, Result, last_lines, screenshot_path};
use crate::poll::until;

// WebDriver's codes for keys. A modifier is held until the end of what is sent with it.
const SELECT_ALL: &str = "\u{E009}a";
const PASTE: &str = "\u{E009}v";
const BACKSPACE: &str = "\u{E003}";
const ENTER: &str = "\u{E007}";

impl Window<'_> {
    /// The page's main heading, or nothing where none is seen.
    ///
    /// # Errors
    /// The window does not answer: the app ended or hangs.
    pub async fn heading(&self) -> Result<String> {
        Ok(self.read("return clean(seen('h1')[0]?.innerText)").await?.unwrap_or_default())
    }

    /// All text that the page shows; without what is typed into fields. Errors as [`Window::heading`].
    pub async fn page_text(&self) -> Result<String> {
        Ok(self.read("return root.innerText").await?.unwrap_or_default())
    }

    /// What the page says in its status lines (role `status`), if anything. Errors as [`Window::heading`].
    pub async fn status(&self) -> Result<Option<String>> {
        self.read("return said('[role=status], output')").await
    }

    /// What the page says in its alerts (role `alert`), if anything. Errors as [`Window::heading`].
    pub async fn alert(&self) -> Result<Option<String>> {
        self.read("return said('[role=alert]')").await
    }

    /// What stands in the field with this label. Errors as [`Window::fill`].
    pub async fn value_of(&self, label: &str) -> Result<String> {
        let question = "return named(FIELDS, arguments[0])?.value ?? null";
        let value =
            until(async || Some(self.ask(question, vec![json!(label)]).await.ok()?.as_str()?.to_owned()));
        let value = value.await;
        self.found(value, "field", "FIELDS", label).await
    }

    /// Types this text into the field with this label, in place of what stood there.
    ///
    /// # Errors
    /// No such field is seen within 15 seconds, with the page's text and where its screenshot lies.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        self.send_keys(label, SELECT_ALL).await?;
        self.send_keys(label, &format!("{BACKSPACE}{text}")).await
    }

    /// As [`Window::fill`], but key by key through the X server, 5 ms each: faster than a page can answer. The last
    /// ones may still be on their way when this returns; [`Window::wait_for_value`] waits for them.
    pub async fn type_fast(&self, label: &str, text: &str) -> Result<()> {
        const PAUSE_MS: u32 = 5;
        self.fill(label, "").await?;
        self.desk.type_keys(text, PAUSE_MS).await
    }

    /// Pastes what the desk's clipboard holds into the emptied field with this label. Errors as [`Window::fill`].
    pub async fn paste(&self, label: &str) -> Result<()> {
        self.fill(label, "").await?;
        self.send_keys(label, PASTE).await
    }

    /// Chooses this option in the list with this label. Errors as [`Window::fill`], or there is no such option.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        let chosen = until(async || {
            let list = self.find("field", "FIELDS", label).await.ok()?;
            list.select_by_label(option).await.ok()
        });
        chosen.await.ok_or_else(|| {
            Failure::new(format!("after 15 s: no option \"{option}\" in the list \"{label}\""))
        })
    }

    /// Presses Enter in the field with this label. Errors as [`Window::fill`].
    pub async fn press_enter_in(&self, label: &str) -> Result<()> {
        self.send_keys(label, ENTER).await
    }

    /// Presses the button of this name, once it can be pressed. Errors as [`Window::fill`].
    pub async fn press(&self, name: &str) -> Result<()> {
        self.click("button", "BUTTONS", name).await
    }

    /// Presses the button of this name twice, as fast as a double click. Errors as [`Window::fill`].
    pub async fn press_twice(&self, name: &str) -> Result<()> {
        let button = self.find("button", "BUTTONS", name).await?;
        let to_button = PointerAction::MoveToElement { element: button, duration: None, x: 0.0, y: 0.0 };
        let mut clicks = MouseActions::new("mouse".to_owned()).then(to_button);
        for _ in 0..2 {
            clicks = clicks
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.client.perform_actions(clicks).await.map_err(|error| lost(&error))
    }

    /// Follows the link with this text. Errors as [`Window::fill`].
    pub async fn click_link(&self, text: &str) -> Result<()> {
        self.click("link", "LINKS", text).await
    }

    /// Waits until the page's main heading is this one.
    ///
    /// # Errors
    /// It is another one after 15 seconds, with the page's text and where its screenshot lies.
    pub async fn wait_for_heading(&self, text: &str) -> Result<()> {
        let found = until(async || (self.heading().await.ok()? == text).then_some(())).await;
        self.or_evidence(found, format!("no heading {text:?}")).await
    }

    /// Waits until the page shows this text anywhere. Errors as [`Window::wait_for_heading`].
    pub async fn wait_for_text(&self, text: &str) -> Result<()> {
        let found = until(async || self.page_text().await.ok()?.contains(text).then_some(())).await;
        self.or_evidence(found, format!("no text {text:?}")).await
    }

    /// Waits until the page shows this text nowhere any more. Errors as [`Window::wait_for_heading`].
    pub async fn wait_until_gone(&self, text: &str) -> Result<()> {
        let gone = until(async || (!self.page_text().await.ok()?.contains(text)).then_some(())).await;
        self.or_evidence(gone, format!("the text {text:?} is still there")).await
    }

    /// Waits until this text stands in the field with this label.
    ///
    /// # Errors
    /// Another one does after 15 seconds; else as [`Window::fill`].
    pub async fn wait_for_value(&self, label: &str, text: &str) -> Result<()> {
        let found = until(async || (self.value_of(label).await.ok()? == text).then_some(())).await;
        if found.is_some() {
            return Ok(());
        }
        let other = self.value_of(label).await?;
        self.or_evidence(None, format!("{text:?} is not in the field {label:?}, but {other:?}")).await
    }

    /// Writes a picture of the page, without the window's frame, as PNG.
    ///
    /// # Errors
    /// The window does not answer, or the file cannot be written.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        /// What moves, such as a caret, may keep pictures from ever agreeing.
        const MOST: usize = 5;
        make_room(path)?;
        let picture = async || self.client.screenshot().await.map_err(|error| lost(&error));
        let mut last = picture().await?;
        // The first may still have parts of what was there before; two that agree have none.
        for _ in 1..MOST {
            self.drawn_anew().await?;
            let earlier = std::mem::replace(&mut last, picture().await?);
            if earlier == last {
                break;
            }
        }
        std::fs::write(path, last)
            .map_err(|error| Failure::new(format!("no screenshot at {}: {error}", path.display())))
    }

    /// Gives the page this size, in CSS pixels.
    ///
    /// # Errors
    /// It has another size after 15 seconds: the app or the screen does not allow this one.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let wanted = json!([width, height]);
        self.client.set_window_size(width, height).await.map_err(|error| lost(&error))?;
        let sized = until(async || {
            let size = self.ask("return [innerWidth, innerHeight]", vec![]).await.ok()?;
            (size == wanted).then_some(())
        });
        let sized = sized.await;
        self.or_evidence(sized, format!("the page cannot be {width}x{height}")).await?;
        self.drawn_anew().await
    }

    /// Waits until the page was drawn as it is now: a picture would show what it looked like before.
    async fn drawn_anew(&self) -> Result<()> {
        // The first frame is the one under way; only the second is sure to have begun after this question.
        let two_frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))";
        self.client.execute_async(two_frames, vec![]).await.map(drop).map_err(|error| lost(&error))
    }

    /// By how many CSS pixels the page is wider than its window, so that one would have to scroll sideways to read
    /// it. Errors as [`Window::heading`].
    pub async fn too_wide_by(&self) -> Result<u64> {
        let question = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        let answer = self.ask(question, vec![]).await.map_err(|error| lost(&error))?;
        answer.as_u64().ok_or_else(|| Failure::new("the page has no width"))
    }

    async fn read(&self, question: &str) -> Result<Option<String>> {
        let answer = self.ask(question, vec![]).await.map_err(|error| lost(&error))?;
        Ok(answer.as_str().map(str::to_owned))
    }

    async fn ask(&self, question: &str, arguments: Vec<Value>) -> std::result::Result<Value, CmdError> {
        ask(&self.client, question, arguments).await
    }

    async fn send_keys(&self, label: &str, keys: &str) -> Result<()> {
        let field = self.find("field", "FIELDS", label).await?;
        field.send_keys(keys).await.map_err(|error| lost(&error))
    }

    /// Waits for something of this name that can be used.
    async fn find(&self, kind: &str, selector: &str, name: &str) -> Result<Element> {
        let found = until(async || self.look(selector, name).await).await;
        self.found(found, kind, selector, name).await
    }

    async fn click(&self, kind: &str, selector: &str, name: &str) -> Result<()> {
        let clicked = until(async || match self.look(selector, name).await?.click().await {
            Ok(()) => Some(Ok(())),
            // Nothing was pressed: it was drawn anew or is still covered.
            Err(error) if is_out_of_reach(&error) => None,
            Err(error) => Some(Err(lost(&error))),
        });
        let clicked = clicked.await;
        self.found(clicked, kind, selector, name).await?
    }

    async fn look(&self, selector: &str, name: &str) -> Option<Element> {
        let question =
            format!("const it = named({selector}, arguments[0]); return it && isReady(it) ? it : null");
        let answer = self.ask(&question, vec![json!(name)]).await.ok()?;
        let id = answer.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }

    async fn found<T>(&self, found: Option<T>, kind: &str, selector: &str, name: &str) -> Result<T> {
        if found.is_some() {
            return self.or_evidence(found, String::new()).await;
        }
        let others = self.read(&format!("return names({selector})")).await.ok().flatten().unwrap_or_default();
        self.or_evidence(None, format!("no {kind} {name:?} that can be used; there are: {others}")).await
    }

    /// What was found, or a failure with all that can be seen of the window.
    async fn or_evidence<T>(&self, found: Option<T>, missed: String) -> Result<T> {
        if let Some(found) = found {
            return Ok(found);
        }
        let picture = screenshot_path();
        let pictured = match self.desk.screenshot(&picture).await {
            Ok(()) => picture.display().to_string(),
            Err(failure) => failure.to_string(),
        };
        let text = self.page_text().await.unwrap_or_else(|failure| failure.to_string());
        Err(Failure::new(format!("after 15 s: {missed}"))
            .with("the page", &text)
            .with("screenshot", &pictured)
            .with("the app's output", &last_lines(&self.log)))
    }
}

pub(super) async fn ask(
    client: &Client,
    question: &str,
    arguments: Vec<Value>,
) -> std::result::Result<Value, CmdError> {
    client.execute(&format!("{}\n{question}", include_str!("page.js")), arguments).await
}

fn is_out_of_reach(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else { return false };
    matches!(
        error.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
    )
}

pub(super) fn lost(error: &CmdError) -> Failure {
    Failure::new(format!("the window did not answer: {error}"))
}
