//! A start of the app without its window, to see two of them meet where no window can open: `scripts/windows`, under Wine.
//!
//! `latchkey-hand-over FOLDER [LINK]`. The first start says "first", waits for a later one, and says what that handed
//! over. A later one says "handed over".

use std::{
    env,
    error::Error,
    io::{Write as _, stdout},
    sync::mpsc,
};

use latchkey::link::{
    LinkInbox,
    single_instance::{Claim, SocketPlace, claim},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let place = SocketPlace::in_folder(arguments.next().ok_or("which folder do they meet in?")?);
    let Claim::First(listener) = claim(&place, arguments.next().as_deref())? else {
        return say("handed over");
    };
    let inbox = LinkInbox::new();
    let (wake, woken) = mpsc::channel();
    listener.serve(inbox.clone(), move || wake.send(()).unwrap_or_default())?;
    say("first")?;
    woken.recv()?;
    say(inbox.try_take().ok_or("it handed nothing over")?.expose())
}

fn say(text: &str) -> Result<(), Box<dyn Error>> {
    let mut out = stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}
