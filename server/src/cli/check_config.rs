//! `check-config`: whether a configuration is suitable for production. Loading it has checked everything else.

use url::Url;

use super::CliError;
use crate::config::{Config, ConfigError, Mail};
use crate::domain::urls::is_loopback;
use crate::server::StartError;
use crate::web_app::WebApp;

/// What is not suitable for production, with what to write instead.
pub(super) fn production_errors(config: &Config, demo: bool) -> Vec<String> {
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let base_url = Url::parse(&format!("{scheme}://{}/", config.listen))
        .map_err(|_| ConfigError::new("`listen` must not be a scoped IPv6 address"));
    let mut errors = Vec::new();
    match base_url.and_then(|base_url| config.origin(&base_url)) {
        Err(error) => errors.push(error.to_string()),
        Ok(origin) if is_loopback(&origin) && !demo => errors.push(
            "the public origin is this machine, so nobody else can open the links in emails. Set `public_origin`, or \
             `demo = true`"
                .to_owned(),
        ),
        Ok(_) => {}
    }
    if matches!(config.mail, Mail::Directory(_)) && !demo {
        errors.push(
            "email is written to a folder and not sent to anybody. Set `mail.smtp`, or `demo = true`"
                .to_owned(),
        );
    }
    errors
}

/// Checks that the files of the web app can be read.
pub(super) fn check_web_app(config: &Config) -> Result<(), CliError> {
    config.web_app.as_deref().map(WebApp::read).transpose().map_err(StartError::from)?;
    Ok(())
}
