//! The pages as a browser without JavaScript sees them.

#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses only a part of it")]

use std::collections::BTreeMap;

use latchkey_server::{AppStore, Config};
use reqwest::header::HeaderMap;

use crate::support::TestServer;

/// The origin of mailed links in these tests. Its port is not the server's, as behind a proxy.
pub const ORIGIN: &str = "http://127.0.0.1:9";
pub const RESET_PAGE: &str = "/reset-password";
/// The page for requesting an email.
pub const REQUEST_PAGE: &str = "/reset-password/ask";

/// The tags of all languages: the names of the files with their texts.
pub fn language_tags() -> Vec<String> {
    let entries = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/locales")).unwrap();
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut tags: Vec<String> =
        entries.map(|entry| name(entry).strip_suffix(".ftl").unwrap().to_owned()).collect();
    tags.sort();
    tags
}

/// The direction of a language, as the value of `dir`.
pub fn direction(tag: &str) -> &'static str {
    if matches!(tag, "ar" | "fa" | "he" | "ur") { "rtl" } else { "ltr" }
}

/// A number with the digits of a language.
pub fn number_in(tag: &str, number: u32) -> String {
    let digits = match tag {
        "fa" => "۰۱۲۳۴۵۶۷۸۹",
        "bn" => "০১২৩৪৫৬৭৮৯",
        _ => "0123456789",
    };
    let digit = |c: char| digits.chars().nth(c.to_digit(10).unwrap().try_into().unwrap()).unwrap();
    number.to_string().chars().map(digit).collect()
}

/// The text of an HTML document, without tags and styles.
pub fn text_of(html: &str) -> String {
    let (_, body) = html.split_once("<body").unwrap();
    let after_tag = |piece: &str| piece.split_once('>').map(|(_, text)| text.to_owned());
    body.split('<').filter_map(after_tag).collect::<Vec<_>>().join("\n")
}

/// Whether a text has this number, not as a part of another number.
pub fn has_number(text: &str, number: &str) -> bool {
    text.split(|c: char| !c.is_numeric()).any(|found| found == number)
}

pub struct Page {
    pub status: u16,
    pub headers: HeaderMap,
    pub html: String,
}

impl Page {
    async fn fetch(request: reqwest::RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, html: response.text().await.unwrap() }
    }

    pub async fn get(server: &TestServer, path: &str) -> Self {
        Self::fetch(server.client.get(server.url(path))).await
    }

    pub async fn get_in(server: &TestServer, path: &str, accept_language: &str) -> Self {
        Self::fetch(server.client.get(server.url(path)).header("Accept-Language", accept_language)).await
    }

    pub async fn post(server: &TestServer, path: &str, fields: &[(&str, &str)]) -> Self {
        Self::fetch(server.client.post(server.url(path)).form(fields)).await
    }

    /// Sends a form with the headers of a browser.
    pub async fn post_with(
        server: &TestServer,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&'static str, &str)],
    ) -> Self {
        let request = server.client.post(server.url(path)).form(fields);
        let add = |request: reqwest::RequestBuilder, (name, value): &(&'static str, &str)| {
            request.header(*name, *value)
        };
        Self::fetch(headers.iter().fold(request, add)).await
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The text between the first occurrences of `start` and `end`.
    pub fn between(&self, start: &str, end: &str) -> &str {
        let (_, rest) = self.html.split_once(start).unwrap_or_else(|| panic!("no {start} in {}", self.html));
        rest.split_once(end).unwrap().0
    }

    pub fn title(&self) -> &str {
        self.between("<h1 ", "</h1>").split_once('>').unwrap().1
    }

    /// Names and values of the inputs of the first form.
    pub fn inputs(&self) -> BTreeMap<String, String> {
        let form = self.between("<form", "</form>");
        let attribute = |tag: &str, name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        let tags = form.split("<input").skip(1).map(|tag| tag.split_once('>').unwrap().0);
        let named = |tag: &str| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()));
        tags.filter_map(named).collect()
    }

    /// Fills in the form and submits it to its action, as a browser does.
    pub async fn submit(&self, server: &TestServer, typed: &[(&str, &str)]) -> Self {
        let mut inputs = self.inputs();
        for (name, value) in typed {
            assert!(inputs.insert((*name).to_owned(), (*value).to_owned()).is_some(), "no input {name}");
        }
        let action = self.between("action=\"", "\"");
        let fields: Vec<(&str, &str)> =
            inputs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Self::post(server, action, &fields).await
    }

    /// Submits the form with `password`.
    pub async fn submit_password(&self, server: &TestServer, password: &str) -> Self {
        self.submit(server, &[("new_password", password), ("repeat_password", password)]).await
    }
}

/// Mailed links lead to the reset page, which links to an app and a store.
pub fn with_web_links(config: &mut Config) {
    config.link_base = format!("{ORIGIN}{RESET_PAGE}").parse().unwrap();
    config.apps.open = Some("latchkey://reset-password".parse().unwrap());
    config.apps.stores =
        vec![AppStore { name: "The <Shop>".into(), url: "https://shop.example/app".parse().unwrap() }];
}

pub async fn start() -> TestServer {
    TestServer::start_with(with_web_links).await
}

/// The page of a mailed link, with the token that its script would fill in.
pub async fn open_link(server: &TestServer, token: &str) -> Page {
    let page = Page::get(server, RESET_PAGE).await;
    let empty = "<input id=\"token\" name=\"token\"";
    assert!(page.html.contains(empty));
    Page { html: page.html.replace(empty, &format!("{empty} value=\"{token}\"")), ..page }
}
