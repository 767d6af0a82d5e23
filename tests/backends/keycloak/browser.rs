//! A browser for pages without scripts: cookies, redirects, and the first form of a page.

use std::collections::BTreeMap;

use url::Url;

/// Maximum number of redirects.
const MAX_REDIRECTS: usize = 10;

pub struct Browser {
    http: reqwest::Client,
    cookies: BTreeMap<String, String>,
}

/// A page, or an address that is not of the web: it opens an app.
#[derive(Debug)]
pub struct Page {
    pub url: Url,
    pub status: u16,
    pub html: String,
}

impl Browser {
    /// A browser without cookies. `http` must not follow redirects.
    pub fn new(http: &reqwest::Client) -> Self {
        Self { http: http.clone(), cookies: BTreeMap::new() }
    }

    pub async fn open(&mut self, url: &str) -> Page {
        self.follow(self.http.get(url), Url::parse(url).unwrap()).await
    }

    /// Submits the page's form with these fields.
    pub async fn submit(&mut self, page: &Page, fields: &[(&str, &str)]) -> Page {
        let url = page.url.join(&page.form_action()).unwrap();
        self.follow(self.http.post(url.clone()).form(fields), url).await
    }

    async fn follow(&mut self, request: reqwest::RequestBuilder, mut url: Url) -> Page {
        let mut request = Some(request);
        for _ in 0..MAX_REDIRECTS {
            let cookies: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let request = request.take().unwrap_or_else(|| self.http.get(url.clone()));
            let response = request.header("cookie", cookies.join("; ")).send().await.unwrap();
            for cookie in response.headers().get_all("set-cookie") {
                let (name, value) =
                    cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
            let Some(location) = response.headers().get("location") else {
                let status = response.status().as_u16();
                return Page { url, status, html: response.text().await.unwrap() };
            };
            url = url.join(location.to_str().unwrap()).unwrap();
            if !url.scheme().starts_with("http") {
                return Page { url, status: 302, html: String::new() };
            }
        }
        panic!("too many redirects: {url}");
    }
}

impl Page {
    /// The page's name, which does not depend on its language.
    pub fn id(&self) -> &str {
        between(&self.html, "data-page-id=\"", "\"").unwrap_or_else(|| panic!("a name in: {}", self.html))
    }

    /// The address of the first link in the message of the page, if any.
    pub fn link(&self) -> Option<String> {
        let content = self.html.split("id=\"kc-info-message\"").nth(1)?;
        between(content, "<a href=\"", "\"").map(unescaped)
    }

    fn form_action(&self) -> String {
        let form = self.html.split("<form").nth(1).unwrap_or_else(|| panic!("a form in: {}", self.html));
        unescaped(between(form, "action=\"", "\"").unwrap())
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(inside, _)| inside)
}

fn unescaped(attribute: &str) -> String {
    attribute.replace("&amp;", "&")
}
