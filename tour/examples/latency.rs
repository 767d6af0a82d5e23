//! How long a key takes until the strength meter has changed, in the real window of a release build with the demo in
//! it. `latency APP`; `scripts/measure` calls it.
//!
//! Keys come through the X server, one at a time, each when the meter shows the one before. They go to and fro
//! between two passwords of different strength, so that every key changes the meter. In the page the time runs from the
//! key's event to the change of the meter's element, and on to the frame that shows it.

use std::env;
use std::io::{self, Write as _};

use latchkey_tour::{App, Desk, Failure, Result, Window, until};

/// Good, and with one more character strong.
const PASSWORD: &str = "september november";
const STEPS: [(&str, &str); 2] = [("7", "4"), ("BackSpace", "3")];
/// Keys that count, and those before them that only warm up.
const KEYS: usize = 200;
const WARM_UP: usize = 20;

/// Notes for each key how many milliseconds pass until the meter changes, and until the frame after that.
const WATCH: &str = "
    window.latencies = [];
    let pressed = null;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    new MutationObserver(() => {
        if (pressed === null) return;
        const [from, changed] = [pressed, performance.now()];
        pressed = null;
        requestAnimationFrame(() => latencies.push([changed - from, performance.now() - from]));
    }).observe(document.getElementById('strength'), { attributes: true, attributeFilter: ['data-score'] });
";

#[tokio::main]
async fn main() -> Result<()> {
    let app = env::args_os().nth(1).ok_or_else(|| Failure::new("latency: which app? latency APP"))?;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &App::new(app)).await?;
    to_the_password(&window).await?;
    window.evaluate(WATCH, vec![]).await?;
    press_keys(&desk, &window).await?;
    let said = format!(
        "{KEYS} keys: meter changed after {}; frame that shows it begins after {}",
        figures(&window, 0).await?,
        figures(&window, 1).await?
    );
    writeln!(io::stdout(), "{said}").map_err(|error| Failure::new(error.to_string()))?;
    window.close().await
}

async fn to_the_password(window: &Window<'_>) -> Result<()> {
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", "ada@example.org").await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.press("Inbox (1)").await?;
    window.click_link("Set a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    window.fill("New password", PASSWORD).await?;
    window.wait_for_text("Strength: good").await
}

/// Presses the next key when the meter has come to rest after the one before.
async fn press_keys(desk: &Desk, window: &Window<'_>) -> Result<()> {
    let question = "return latencies.length + ' ' + document.getElementById('strength').dataset.score";
    for ((key, score), pressed) in STEPS.into_iter().cycle().zip(1..=WARM_UP + KEYS) {
        desk.press_key(key).await?;
        let shown = format!("{pressed} {score}");
        let seen = until(async || (window.evaluate(question, vec![]).await.ok()? == shown).then_some(()));
        seen.await.ok_or_else(|| Failure::new(format!("the meter did not follow key {pressed}")))?;
    }
    Ok(())
}

/// Median, 95th percentile and maximum of one of the two times.
async fn figures(window: &Window<'_>, which: usize) -> Result<String> {
    let taken =
        window.evaluate("return latencies.map(pair => pair[arguments[0]])", vec![which.into()]).await?;
    let mut taken: Vec<f64> =
        taken.as_array().into_iter().flatten().skip(WARM_UP).filter_map(serde_json::Value::as_f64).collect();
    taken.sort_by(f64::total_cmp);
    let at = |percent: usize| {
        taken.get((taken.len() * percent).div_ceil(100).max(1) - 1).copied().unwrap_or(f64::NAN)
    };
    Ok(format!("{:.1} ms (median), {:.1} ms (95th percentile), {:.1} ms (slowest)", at(50), at(95), at(100)))
}
