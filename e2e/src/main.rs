//! Walks through a whole recovery in the real window, in a private desktop session, and saves numbered screenshots of each
//! screen in two sizes. `latchkey-e2e [FOLDER]`; the app must be in this program's folder.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use latchkey_e2e::{App, DesktopSession, Error, Keyring, Result, Window};

const ACCOUNT: &str = "ada@example.org";
const OLD_PASSWORD: &str = "Forgotten since last summer";
const NEW_PASSWORD: &str = "two herons under a copper sky";
/// A desktop window and a phone.
const SIZES: [(u32, u32, &str); 2] = [(1024, 768, "desktop"), (390, 844, "phone")];

#[tokio::main]
async fn main() -> ExitCode {
    let folder = env::args_os().nth(1).map_or_else(|| PathBuf::from("target/screenshots"), PathBuf::from);
    match walk_through(&folder).await {
        Ok(()) => {
            let _ = writeln!(io::stdout(), "The recovery worked. Screenshots: {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "The recovery failed: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn walk_through(folder: &Path) -> Result<()> {
    let failed = |what: &str, error: io::Error| Error::new(format!("{what}: {error}"));
    drop(fs::remove_dir_all(folder));
    fs::create_dir_all(folder).map_err(|error| failed("the folder for screenshots", error))?;
    let app = env::current_exe()
        .map_err(|error| failed("the path of this program", error))?
        .with_file_name("latchkey");
    let desktop = DesktopSession::start_with(Keyring::Unlocked).await?;
    let window = Window::open(&desktop, &App::new(app)).await?;
    let mut screenshots = Screenshots { folder, window: &window, count: 0 };
    recover(&mut screenshots).await?;
    read_notice(&mut screenshots).await?;
    window.close().await
}

/// Walks from the first screen to the signed-in app.
async fn recover(screenshots: &mut Screenshots<'_, '_>) -> Result<()> {
    let window = screenshots.window;
    window.wait_for_heading("Forgot your password?").await?;
    screenshots.take("forgot").await?;
    window.fill("Email address", "ada.example.org").await?;
    window.press("Send reset email").await?;
    window.wait_for_text("Enter it like").await?;
    screenshots.take("forgot-mistyped").await?;
    window.fill("Email address", ACCOUNT).await?;
    window.press("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    screenshots.take("check-your-email").await?;
    window.press("Inbox 1").await?;
    window.wait_for_text("Or enter this code in the app").await?;
    screenshots.take("demo-inbox").await?;
    window.click_link("Choose a new password").await?;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    screenshots.take("reset").await?;
    window.fill("New password", "too short").await?;
    window.fill("Re-enter new password", "too short").await?;
    window.press("Change password").await?;
    window.wait_for_text("of 15 characters. Add").await?;
    screenshots.take("reset-refused").await?;
    window.fill("New password", NEW_PASSWORD).await?;
    window.fill("Re-enter new password", NEW_PASSWORD).await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    screenshots.take("done").await?;
    window.press("Back to sign-in").await?;
    window.fill("Password", OLD_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_text("Address or password is wrong.").await?;
    screenshots.take("old-password-refused").await?;
    window.fill("Password", NEW_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_heading("You are signed in").await?;
    screenshots.take("signed-in").await
}

/// The email that reports the changed password.
async fn read_notice(screenshots: &mut Screenshots<'_, '_>) -> Result<()> {
    let window = screenshots.window;
    window.press("Inbox 2").await?;
    window.wait_for_text("was changed").await?;
    screenshots.take("demo-inbox-change-notice").await
}

/// Takes screenshots, numbered in order.
struct Screenshots<'a, 'desktop> {
    folder: &'a Path,
    window: &'a Window<'desktop>,
    count: u32,
}

impl Screenshots<'_, '_> {
    async fn take(&mut self, name: &str) -> Result<()> {
        self.count += 1;
        for (width, height, size) in SIZES {
            self.window.resize(width, height).await?;
            self.window.screenshot(&self.folder.join(format!("{:02}-{name}-{size}.png", self.count))).await?;
        }
        Ok(())
    }
}
