//! The commands that work directly on the database.

use std::path::PathBuf;

use secrecy::ExposeSecret as _;
use zeroize::Zeroizing;

use super::args::{AdminCommand, MailCommand, RecoveryCommand, UserCommand};
use super::{CliError, print};
use crate::config::{Config, first_line, read_file};
use crate::services::admin::AdminService;

/// Opens the database and runs a command.
pub(super) async fn run(config: &Config, command: AdminCommand) -> Result<(), CliError> {
    let admin = AdminService::open(config).await?;
    let result = match command {
        AdminCommand::Prune => prune(&admin).await,
        AdminCommand::User(command) => run_user_command(&admin, command).await,
        AdminCommand::Recovery(RecoveryCommand::Start { email }) => start_recovery(&admin, &email).await,
        AdminCommand::Mail(MailCommand::Test { email }) => test_mail(&admin, &email).await,
    };
    admin.close().await;
    result
}

async fn prune(admin: &AdminService) -> Result<(), CliError> {
    print(format_args!("deleted {} expired recoveries", admin.prune().await?))
}

async fn start_recovery(admin: &AdminService, email: &str) -> Result<(), CliError> {
    admin.start_recovery(email).await?;
    print(format_args!("queued a recovery email for {email}"))
}

async fn test_mail(admin: &AdminService, email: &str) -> Result<(), CliError> {
    admin.test_mail(email).await?;
    print(format_args!("sent a test email to {email}"))
}

async fn run_user_command(admin: &AdminService, command: UserCommand) -> Result<(), CliError> {
    match command {
        UserCommand::Add { email, to: None, password_file } => {
            admin.add_user(&email, &read_password(password_file)?).await?;
            print(format_args!("added {email}"))
        }
        UserCommand::Add { email, to: Some(account), .. } => {
            admin.add_address(&account, &email).await?;
            print(format_args!("added {email} to the account of {account}"))
        }
        UserCommand::List => {
            for entry in admin.list_addresses().await? {
                let state = if entry.frozen_at.is_some() { "frozen" } else { "in use" };
                let factor = if entry.second_factors > 0 { "second factor" } else { "password only" };
                print(format_args!("{}\t{}\t{state}\t{factor}", entry.account_id, entry.email))?;
            }
            Ok(())
        }
        UserCommand::Freeze { email } => {
            admin.freeze(&email).await?;
            print(format_args!("froze the account of {email}"))
        }
        UserCommand::Mfa { email, remove: true } => {
            admin.remove_second_factor(&email).await?;
            print(format_args!("removed the second factor of {email}"))
        }
        UserCommand::Mfa { email, remove: false } => {
            print(admin.enroll_second_factor(&email).await?.expose_secret())
        }
    }
}

fn read_password(file: Option<PathBuf>) -> Result<Zeroizing<String>, CliError> {
    let mut text = Zeroizing::new(String::new());
    match file {
        Some(path) => text = read_file(&path)?,
        None => drop(std::io::stdin().read_line(&mut text)?),
    }
    Ok(Zeroizing::new(first_line(&text).to_owned()))
}
