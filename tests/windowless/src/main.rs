//! Runs the parts of the app that need no window. `scripts/windows` uses it under Wine.
//!
//! `latchkey-windowless meet FOLDER [LINK]`: the first instance prints "first", and then the links of later ones, until it
//! is ended; a later instance prints "forwarded". `keep` saves a recovery in the user's keyring. `kept` prints
//! the storage and the number of saved recoveries, and removes them.

use std::{
    env,
    error::Error,
    io::{Write as _, stdout},
    sync::mpsc,
};

use latchkey::{
    clock::Timestamp,
    identity::{AppIdentity, DeepLinks, IdentityError},
    link::LinkInbox,
    secret::{EmailAddress, Verifier},
    single_instance::{Claim, InstancePaths, claim, serve},
    vault::{EndedRecoveries, PendingRecovery, Vault},
};

/// The service that the test's recovery belongs to.
const SERVICE: &str = "https://windowless.example";
/// 23 November 2026, in the middle of a recovery.
const NOW: Timestamp = Timestamp(1_795_437_240);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["meet", folder] => meet(folder, None),
        ["meet", folder, link] => meet(folder, Some(link)),
        ["keep"] => in_runtime(keep()),
        ["kept"] => in_runtime(kept()),
        _ => Err("usage: latchkey-windowless meet FOLDER [LINK] | keep | kept".into()),
    }
}

fn meet(folder: &str, link: Option<&str>) -> Result<(), Box<dyn Error>> {
    let Claim::First(listener) = claim(&[InstancePaths::in_folder(folder)], link, None)? else {
        return print_line("forwarded");
    };
    let inbox = LinkInbox::new();
    let (wake, woken) = mpsc::channel();
    serve(listener, inbox.clone(), move || wake.send(()).unwrap_or_default())?;
    print_line("first")?;
    // Not only one: the later instance waits for an answer, which comes only from an app that stays open.
    loop {
        woken.recv()?;
        print_line(inbox.try_take().ok_or("the later instance passed no link")?.expose())?;
    }
}

async fn keep() -> Result<(), Box<dyn Error>> {
    let recovery = PendingRecovery {
        flow: None,
        email: ada()?,
        verifier: Some(Verifier::generate()),
        requested_at: NOW,
        resend_at: NOW,
        accepted: true,
        session: None,
    };
    let vault = Vault::open(&app()?, SERVICE);
    vault.save(recovery, NOW).await;
    print_line(&format!("{:?}", vault.status()))
}

async fn kept() -> Result<(), Box<dyn Error>> {
    let vault = Vault::open(&app()?, SERVICE);
    let found = vault.list(NOW).await.iter().filter(|kept| kept.verifier.is_some()).count();
    vault.remove(EndedRecoveries::Account(ada()?), NOW).await;
    print_line(&format!("{:?}: {found}, then {}", vault.status(), vault.list(NOW).await.iter().count()))
}

fn app() -> Result<AppIdentity, IdentityError> {
    AppIdentity::new("app.latchkey.Windowless", DeepLinks::default())
}

fn ada() -> Result<EmailAddress, Box<dyn Error>> {
    EmailAddress::parse("ada@example.org").map_err(|_| "invalid address".into())
}

fn in_runtime(work: impl Future<Output = Result<(), Box<dyn Error>>>) -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}

fn print_line(text: &str) -> Result<(), Box<dyn Error>> {
    let mut out = stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}
