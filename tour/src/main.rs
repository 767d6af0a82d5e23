//! The tour: the whole journey in the real window, on a desktop of its own, with numbered screenshots of each screen
//! in two sizes. `latchkey-tour [FOLDER]`; the app is found beside this program.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use latchkey_tour::{App, Desk, Failure, Keyring, Result, Window};

const ACCOUNT: &str = "ada@example.org";
const OLD_PASSWORD: &str = "Forgotten since last summer";
const NEW_PASSWORD: &str = "two herons under a copper sky";
/// A computer's window, and a phone's.
const SIZES: [(u32, u32, &str); 2] = [(1024, 768, "desktop"), (390, 844, "phone")];

#[tokio::main]
async fn main() -> ExitCode {
    let folder = env::args_os().nth(1).map_or_else(|| PathBuf::from("target/tour"), PathBuf::from);
    match tour(&folder).await {
        Ok(()) => {
            let _ = writeln!(io::stdout(), "The journey worked. Look at it in {}.", folder.display());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            let _ = writeln!(io::stderr(), "The tour stopped: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn tour(folder: &Path) -> Result<()> {
    let said = |what: &str, error: io::Error| Failure::new(format!("{what}: {error}"));
    drop(fs::remove_dir_all(folder));
    fs::create_dir_all(folder).map_err(|error| said("the screenshots' folder", error))?;
    let app =
        env::current_exe().map_err(|error| said("this program's place", error))?.with_file_name("latchkey");
    let desk = Desk::start_with(Keyring::Unlocked).await?;
    let window = Window::open(&desk, &App::new(app)).await?;
    let mut album = Album { folder, window: &window, taken: 0 };
    there_and_back(&mut album).await?;
    wrong_turns(&mut album).await?;
    window.close().await
}

/// From "I forgot" to signed in.
async fn there_and_back(album: &mut Album<'_, '_>) -> Result<()> {
    let window = album.window;
    window.wait_for_heading("Forgot your password?").await?;
    album.take("forgot").await?;
    window.fill("E-mail address", "ada.example.org").await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_text("does not look like").await?;
    album.take("forgot-mistyped").await?;
    window.fill("E-mail address", ACCOUNT).await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    album.take("check-your-e-mail").await?;
    window.press("Inbox (1)").await?;
    window.wait_for_text("Or type this code").await?;
    album.take("demo-inbox").await?;
    window.click_link("Set a new password").await?;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    album.take("reset").await?;
    window.fill("New password", "too short").await?;
    window.fill("Repeat the new password", "too short").await?;
    window.press("Set new password").await?;
    window.wait_for_text("Too short").await?;
    album.take("reset-refused").await?;
    window.fill("New password", NEW_PASSWORD).await?;
    window.fill("Repeat the new password", NEW_PASSWORD).await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    album.take("done").await?;
    window.press("Back to sign-in").await?;
    window.fill("Password", OLD_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_text("Address or password is wrong.").await?;
    album.take("old-password-refused").await?;
    window.fill("Password", NEW_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_heading("You are signed in").await?;
    album.take("signed-in").await
}

/// What happens to a link that was used, and to one that is broken.
async fn wrong_turns(album: &mut Album<'_, '_>) -> Result<()> {
    let window = album.window;
    window.press("Inbox (2)").await?;
    window.wait_for_text("was changed").await?;
    album.take("demo-inbox-change-notice").await?;
    Ok(())
}

/// Screenshots, numbered in the order they are taken.
struct Album<'a, 'desk> {
    folder: &'a Path,
    window: &'a Window<'desk>,
    taken: u32,
}

impl Album<'_, '_> {
    async fn take(&mut self, name: &str) -> Result<()> {
        self.taken += 1;
        for (width, height, size) in SIZES {
            self.window.resize(width, height).await?;
            self.window.screenshot(&self.folder.join(format!("{:02}-{name}-{size}.png", self.taken))).await?;
        }
        Ok(())
    }
}
