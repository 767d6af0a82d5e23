//! Measures the time from a key to the changed strength meter, in the real window of a release build with the demo.
//! `latency APP`; `scripts/bench client` calls it.
//!
//! Keys are sent through the X server one at a time, each after the meter shows the previous one. Each inserts or removes
//! one character before a password of one repeated letter, which changes the word of the meter. The time is measured in
//! the page, from the key's event to the change of the word, and to the frame that shows it. At the end it measures the
//! memory of a recovery up to the new password.

use std::env;
use std::io::{self, Write as _};

use latchkey_e2e::process::proportional_memory;
use latchkey_e2e::{App, DesktopSession, Error, Result, Window, wait_until};

/// The numbers of characters behind the inserted one. The demo's server accepts 256.
const LENGTHS: [usize; 3] = [18, 64, 255];
/// A key, and the word that the meter then shows.
const STEPS: [(&str, &str); 2] = [("7", "Weak"), ("BackSpace", "Very weak")];
/// Measured keys for each length, and the keys before them that are discarded.
const KEYS: usize = 200;
const WARM_UP: usize = 20;

/// Records for each key the milliseconds until the word changes, and until the next frame.
const OBSERVER: &str = "
    window.latencies = [];
    let pressed = null;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    new MutationObserver(() => {
        if (pressed === null) return;
        const [from, changed] = [pressed, performance.now()];
        pressed = null;
        requestAnimationFrame(() => latencies.push([changed - from, performance.now() - from]));
    }).observe(document.getElementById('new-password-strength'), { characterData: true, childList: true, subtree: true });
";

#[tokio::main]
async fn main() -> Result<()> {
    let app = env::args_os().nth(1).ok_or_else(|| Error::new("usage: latency APP"))?;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &App::new(app)).await?;
    open_reset_screen(&window).await?;
    for length in LENGTHS {
        window.fill("New password", &"a".repeat(length)).await?;
        window.wait_for_text("Very weak").await?;
        desktop.press_key("Home").await?;
        // The meter is a new element after the field was empty.
        window.evaluate(OBSERVER, vec![]).await?;
        press_keys(&desktop, &window).await?;
        let report = format!(
            "{KEYS} keys before {length} characters: meter changed after {}; frame that shows it begins after {}",
            summarize(&window, 0).await?,
            summarize(&window, 1).await?
        );
        print(&report)?;
    }
    let memory = proportional_memory(window.process_id()).ok_or_else(|| Error::new("the app has exited"))?;
    print(&format!("memory of all processes (PSS) after that: {memory:.1} MiB"))?;
    window.close().await
}

fn print(report: &str) -> Result<()> {
    writeln!(io::stdout(), "{report}").map_err(|error| Error::new(error.to_string()))
}

async fn open_reset_screen(window: &Window<'_>) -> Result<()> {
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", "ada@example.org").await?;
    window.press("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    window.press("Inbox 1").await?;
    window.click_link("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await
}

/// Presses each key after the meter shows the previous one.
async fn press_keys(desktop: &DesktopSession, window: &Window<'_>) -> Result<()> {
    let script = "return latencies.length + ' ' + document.getElementById('new-password-strength').lastChild.textContent";
    for ((key, word), pressed) in STEPS.into_iter().cycle().zip(1..=WARM_UP + KEYS) {
        desktop.press_key(key).await?;
        let shown = format!("{pressed} {word}");
        let updated =
            wait_until(async || (window.evaluate(script, vec![]).await.ok()? == shown).then_some(()));
        updated.await.ok_or_else(|| Error::new(format!("the meter did not change after key {pressed}")))?;
    }
    Ok(())
}

/// Median, 95th percentile and maximum of one of the two times.
async fn summarize(window: &Window<'_>, index: usize) -> Result<String> {
    let times =
        window.evaluate("return latencies.map(pair => pair[arguments[0]])", vec![index.into()]).await?;
    let mut times: Vec<f64> =
        times.as_array().into_iter().flatten().skip(WARM_UP).filter_map(serde_json::Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| {
        times.get((times.len() * percent).div_ceil(100).max(1) - 1).copied().unwrap_or(f64::NAN)
    };
    Ok(format!("{:.1} ms (median), {:.1} ms (95th percentile), {:.1} ms (slowest)", at(50), at(95), at(100)))
}
