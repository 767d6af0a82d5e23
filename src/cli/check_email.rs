//! `latchkey service check --link`, `--code` and `--mail`: whether the content of an email would be taken, and which rule
//! refuses it. The content itself is never printed.

use std::{
    error::Error,
    fs,
    io::{self, Read as _},
    path::Path,
};

use mail_parser::{MessageParser, MimeHeaders as _, PartType};
use zeroize::Zeroizing;

use super::{
    EmailContent,
    terminal::{Label, Report},
};
use crate::{
    config::Config,
    link::{LinkError, LinkRejection, LinkRules, LinkShape, RecoveryLink, find_link},
    secret::{CodeShape, code_problem},
    service::{Capabilities, HttpRecoveryService, RecoveryService as _},
};

/// Checks what was passed. `rules` are those for pasted links, `own` those for links that the app is opened with.
pub(super) async fn check_email(
    content: &EmailContent,
    config: &Config,
    service: &HttpRecoveryService,
    mut rules: LinkRules,
    own: &LinkRules,
) -> Result<(), Box<dyn Error>> {
    if service.contract().reset.hosted().is_some() {
        return Err("this contract has a page of the server, so no link or code is taken".into());
    }
    let mut report = Report::default();
    let capabilities = match service.capabilities().await {
        Ok(capabilities) => capabilities,
        Err(error) => {
            report.line(
                Label::Skipped,
                format_args!("lengths of links and codes: the server does not report them: {error}"),
            )?;
            service.contract().capabilities()
        }
    };
    rules.set_lengths(capabilities.token_length, capabilities.flow_length);
    let check = EmailCheck { config, rules, own, capabilities };
    match content {
        EmailContent { link: Some(link), .. } => check.link(&mut report, "link", &input(link)?)?,
        EmailContent { code: Some(code), .. } => check.code(&mut report, &input(code)?)?,
        EmailContent { mail: Some(file), .. } => check.mail(&mut report, &read(file)?)?,
        EmailContent { .. } => {}
    }
    report.finish()
}

/// `-` stands for standard input.
fn input(text: &str) -> io::Result<Zeroizing<String>> {
    match text {
        "-" => io::read_to_string(io::stdin()).map(Zeroizing::new),
        _ => Ok(Zeroizing::new(text.to_owned())),
    }
}

fn read(file: &Path) -> Result<Zeroizing<Vec<u8>>, Box<dyn Error>> {
    let mut mail = Zeroizing::new(Vec::new());
    if file == Path::new("-") {
        io::stdin().read_to_end(&mut mail)?;
    } else {
        *mail = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(mail)
}

struct EmailCheck<'a> {
    config: &'a Config,
    rules: LinkRules,
    own: &'a LinkRules,
    capabilities: Capabilities,
}

impl EmailCheck<'_> {
    /// A link as written, or a text with one.
    fn link(&self, report: &mut Report, what: &str, text: &str) -> io::Result<()> {
        match read_link(text, &self.rules) {
            Ok(link) => {
                report.line(Label::Ok, format_args!("{what}: taken{}", self.describe(&link)))?;
                let opens = LinkRules { hosts: self.own.hosts.clone(), ..self.rules.clone() };
                if read_link(text, &opens) == Err(LinkError::OtherHost) {
                    report.line(
                        Label::Note,
                        "only if it is pasted: [deep_links] in Dioxus.toml does not have its host",
                    )?;
                }
            }
            Err(error) => {
                let advice = self.advice(error, &self.rules.kinds);
                report.line(Label::Failed, format_args!("{what}: {error:?}: {error}; {advice}"))?;
                if let Some(advice) = on_this_computer(error, self.config, &self.rules) {
                    report.line(Label::Note, advice)?;
                }
                self.each_kind(report, text)?;
            }
        }
        Ok(())
    }

    /// Why each of several kinds of links does not fit.
    fn each_kind(&self, report: &mut Report, text: &str) -> io::Result<()> {
        for kind in self.rules.kinds.iter().filter(|kind| kind.id.is_some()) {
            let rules = LinkRules { kinds: vec![kind.clone()], ..self.rules.clone() };
            if let Some(Err(error)) = find_link(text, &rules) {
                let advice = self.advice(error, std::slice::from_ref(kind));
                let id = kind.id.as_deref().unwrap_or_default();
                report.line(Label::Note, format_args!("[[link]] {id}: {error:?}: {error}; {advice}"))?;
            }
        }
        Ok(())
    }

    fn describe(&self, link: &RecoveryLink) -> String {
        let kind = link.params.kind().map(|kind| format!(" as [[link]] {kind}")).unwrap_or_default();
        let names: Vec<&str> = link.params.expose().map(|(name, _)| name).collect();
        let with = if names.is_empty() { String::new() } else { format!(", {}", names.join(", ")) };
        let flow = if link.flow.is_some() { ", a flow id" } else { "" };
        format!("{kind}, with a token of {} characters{flow}{with}", link.token.expose().chars().count())
    }

    /// A code as a person types it.
    fn code(&self, report: &mut Report, text: &str) -> io::Result<()> {
        let Some(shape) = self.capabilities.code else {
            return report.line(
                Label::Failed,
                "code: NotExpected: emails of this contract have no code; see `code` in [link]",
            );
        };
        match code_problem(text, shape) {
            None => report.line(Label::Ok, format_args!("code: taken, as {}", format_of(shape))),
            Some(problem) => report.line(
                Label::Failed,
                format_args!(
                    "code: {problem:?}: {problem}; the contract has {}, see `code` in [link]",
                    format_of(shape)
                ),
            ),
        }
    }

    /// The texts of an email, each of which a person can see and copy from.
    fn mail(&self, report: &mut Report, mail: &[u8]) -> Result<(), Box<dyn Error>> {
        let message = MessageParser::default().parse(mail).ok_or("this is not an email")?;
        let mut texts: Vec<(&str, Zeroizing<String>)> = Vec::new();
        for part in message.parts.iter().filter(|part| part.attachment_name().is_none()) {
            match &part.body {
                PartType::Text(text) => texts.push(("link in the text", Zeroizing::new(text.to_string()))),
                PartType::Html(html) => texts.push(("link in the HTML", Zeroizing::new(html.to_string()))),
                _ => {}
            }
        }
        let has_links = self.rules.kinds.iter().any(LinkShape::has_link);
        let with_links = texts.iter().filter(|(_, text)| find_link(text, &self.rules).is_some());
        let with_links: Vec<_> = with_links.filter(|_| has_links).collect();
        for (what, text) in &with_links {
            self.link(report, what, text)?;
        }
        if has_links && with_links.is_empty() {
            report
                .line(Label::Failed, "link: NoLink: the email has no link, and the contract expects one")?;
        }
        let Some(shape) = self.capabilities.code else { return Ok(()) };
        let plain: Vec<_> = (0..message.text_body.len()).filter_map(|part| message.body_text(part)).collect();
        let found = plain.iter().any(|text| {
            code_problem(text, shape).is_none()
                || text.lines().any(|line| code_problem(line, shape).is_none())
        });
        match (found, self.capabilities.code_optional) {
            (true, _) => report.line(Label::Ok, format_args!("code: the email has {}", format_of(shape)))?,
            (false, true) => report.line(Label::Ok, "code: none, and the contract does not announce one")?,
            (false, false) => report.line(
                Label::Failed,
                format_args!(
                    "code: NoCode: the email has no code, or several; the contract expects {}",
                    format_of(shape)
                ),
            )?,
        }
        Ok(())
    }

    /// What to look at, and the values that are taken. They are those of the configuration, and none of the link.
    fn advice(&self, error: LinkError, kinds: &[LinkShape]) -> String {
        let rules = &self.rules;
        let parameters = || {
            let names = kinds.iter().filter_map(|kind| kind.token_parameter.as_deref());
            names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
        };
        match error {
            LinkError::Empty | LinkError::NotAUrl => "pass the whole link, from its scheme on".into(),
            LinkError::TooLong | LinkError::Character => {
                "copy the link again; the server must encode its values".into()
            }
            LinkError::NotHttps | LinkError::Port => {
                "the server must send https links without a port; see its settings".into()
            }
            LinkError::UserInfo => "remove everything before the host".into(),
            LinkError::OtherScheme => {
                format!("taken are https and {}, from [deep_links] in Dioxus.toml", list(&rules.schemes))
            }
            LinkError::OtherHost => format!(
                "taken are {}, from [deep_links] in Dioxus.toml, and from `base_url` for links that are pasted",
                list(&rules.hosts)
            ),
            LinkError::OtherPath => {
                let own = kinds.iter().filter_map(|kind| kind.path.as_ref());
                let pages = own.flat_map(|path| [path.page.clone(), Some(path.prefix.clone())]).flatten();
                let pages = pages.filter(|page| !page.is_empty());
                let all: Vec<String> = rules.paths.iter().cloned().chain(pages).collect();
                format!("taken are {}, from [deep_links] in Dioxus.toml and `path` in [link]", list(&all))
            }
            LinkError::Encoded => "a value has `%`; see `token` in [link]".into(),
            LinkError::SecondToken | LinkError::SecondFlow => "each parameter may occur once".into(),
            LinkError::NoToken => match parameters() {
                names if names.is_empty() => {
                    "it is expected at the end of the path; see `path` in [link]".into()
                }
                names => format!(
                    "it is expected in {names}; see `names` in [link]{}",
                    if self.config.links.token_parameter.is_some() {
                        ", and `token_parameter` in [links]"
                    } else {
                        ""
                    }
                ),
            },
            LinkError::DamagedToken => format!(
                "a token has {}; see `token` in [link]",
                kinds.iter().map(token_format).collect::<Vec<_>>().join(", or ")
            ),
            LinkError::NoFlow | LinkError::DamagedFlow => "every link of this server has `flow`".into(),
            LinkError::DamagedPart => "see `names`, `path` and `fixed` in [link]".into(),
            LinkError::OtherPurpose => "a parameter has another value than in `fixed` in [link]".into(),
            LinkError::Refused(LinkRejection::AccountClosed) => {
                "the server says so in the link: the account is closed".into()
            }
            LinkError::Refused(_) => "the server says so in the link; see `errors` in [link]".into(),
            LinkError::ClickTracker => "turn off click tracking for this email".into(),
        }
    }
}

/// Reads a link as written, or finds it in a text.
fn read_link(text: &str, rules: &LinkRules) -> Result<RecoveryLink, LinkError> {
    RecoveryLink::parse(text, rules).or_else(|error| find_link(text, rules).unwrap_or(Err(error)))
}

/// How to try a link of a server on this computer. The app itself never takes a link to such an address.
pub(super) fn on_this_computer(error: LinkError, config: &Config, rules: &LinkRules) -> Option<String> {
    let base = config.service.base_url.as_ref().filter(|base| base.is_plain_loopback())?;
    if !matches!(error, LinkError::OtherHost | LinkError::NotHttps | LinkError::Port) {
        return None;
    }
    let own = rules.hosts.iter().map(|host| format!("https://{host}")).next();
    let own = own.or_else(|| Some(format!("{}://", rules.schemes.first()?)))?;
    let origin = base.endpoint("").origin().ascii_serialization();
    Some(format!("the server is on this computer: to test its link, write {own} in the place of {origin}"))
}

fn token_format(kind: &LinkShape) -> String {
    let exact = kind.lengths.iter().find(|(name, _)| name == "token").map(|(_, length)| *length);
    let length = match exact {
        Some(exact) => format!("{exact}"),
        None if kind.token.min == kind.token.max => kind.token.min.to_string(),
        None => format!("{} to {}", kind.token.min, kind.token.max),
    };
    let alphabet = kind.token.alphabet.as_ref().map_or("A-Za-z0-9._~-".to_owned(), ToString::to_string);
    format!("{length} characters of {alphabet}")
}

fn format_of(shape: CodeShape) -> String {
    match shape {
        CodeShape::Digits(length) => format!("a code of {length} digits"),
        CodeShape::Letters(letters) => format!("a code of {} letters and digits", letters.length),
        CodeShape::Long => "a code of 16 to 1,024 characters".to_owned(),
    }
}

fn list(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
}
