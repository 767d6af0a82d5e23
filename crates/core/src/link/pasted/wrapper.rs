//! Links of mail scanners and click trackers around another link. Links that contain the other link are unwrapped, links
//! that hide it are recognized.

use base64::{Engine as _, engine::general_purpose};
use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

/// The target of a wrapper.
pub(super) enum WrapperTarget {
    /// The wrapper contains it.
    Known(Zeroizing<String>),
    /// Only the server of the wrapper knows it.
    Hidden,
}

/// Where a wrapper has the target.
#[derive(Clone, Copy)]
enum Place {
    /// The first of these parameters, percent-encoded.
    Parameter(&'static [&'static str]),
    /// The target is in this parameter, in base64.
    Base64(&'static str),
    /// The segment of the path after this one, percent-encoded; without its scheme if it has none.
    PathAfter(&'static str),
    /// The last segment of the path, percent-encoded.
    LastSegment,
    /// Proofpoint URL Defense, version 2: `-` for `%`, `_` for `/`.
    UrlDefenseV2,
    /// Proofpoint URL Defense, version 3: `*` for each replaced character. The replaced characters follow the link.
    UrlDefenseV3,
    /// The target is hidden.
    Hidden,
}

/// A wrapper: its host or the end of its host, the beginning of the path, and the place of the target.
type Wrapper = (&'static str, &'static str, Place);

const WRAPPERS: [Wrapper; 62] = {
    use Place::*;
    [
        // Scanners.
        (".safelinks.protection.outlook.com", "/", Parameter(&["url"])),
        (".safelinks.protection.office365.us", "/", Parameter(&["url"])),
        (".safelinks.protection.partner.outlook.cn", "/", Parameter(&["url"])),
        (".safelinks.o365.us", "/", Parameter(&["url"])),
        ("urldefense.com", "/v3/", UrlDefenseV3),
        ("urldefense.us", "/v3/", UrlDefenseV3),
        ("urldefense.proofpoint.com", "/v3/", UrlDefenseV3),
        ("urldefense.proofpoint.com", "/v2/", UrlDefenseV2),
        ("urldefense.com", "/v2/", UrlDefenseV2),
        ("urldefense.proofpoint.com", "/v1/", Parameter(&["u"])),
        ("linkprotect.cudasvc.com", "/url", Parameter(&["a"])),
        ("secure-web.cisco.com", "/", LastSegment),
        ("clicktime.symantec.com", "/", Parameter(&["u"])),
        ("clicktime.cloud.postoffice.net", "/", Parameter(&["u"])),
        (".protection.sophos.com", "/", Base64("u")),
        (".trendmicro.com", "/wis/clicktime/", Parameter(&["url"])),
        ("urlsand.esvalabs.com", "/", Parameter(&["u"])),
        (".mimecast.com", "/", Hidden),
        (".mimecastprotect.com", "/", Hidden),
        ("url.emailprotection.link", "/", Hidden),
        // Redirect pages of websites.
        ("www.google.com", "/url", Parameter(&["q", "url"])),
        ("google.com", "/url", Parameter(&["q", "url"])),
        ("l.facebook.com", "/l.php", Parameter(&["u"])),
        ("lm.facebook.com", "/l.php", Parameter(&["u"])),
        ("l.instagram.com", "/", Parameter(&["u"])),
        ("l.messenger.com", "/l.php", Parameter(&["u"])),
        ("slack-redir.net", "/link", Parameter(&["url"])),
        ("www.linkedin.com", "/safety/go", Parameter(&["url"])),
        ("www.linkedin.com", "/redir/", Parameter(&["url"])),
        ("out.reddit.com", "/", Parameter(&["url"])),
        ("away.vk.com", "/away.php", Parameter(&["to"])),
        ("vk.com", "/away.php", Parameter(&["to"])),
        ("www.youtube.com", "/redirect", Parameter(&["q"])),
        ("c.pc.qq.com", "/", Parameter(&["pfurl", "url"])),
        ("mail.qq.com", "/", Parameter(&["url"])),
        ("link.zhihu.com", "/", Parameter(&["target"])),
        // Click trackers.
        (".awstrack.me", "/L0/", PathAfter("L0")),
        ("click.pstmrk.it", "/3s/", PathAfter("3s")),
        ("click.pstmrk.it", "/2s/", PathAfter("2s")),
        (".ct.sendgrid.net", "/", Hidden),
        (".sendgrid.net", "/", Hidden),
        ("mandrillapp.com", "/track/", Hidden),
        (".list-manage.com", "/track/", Hidden),
        ("mailchi.mp", "/", Hidden),
        (".mailgun.org", "/c/", Hidden),
        (".mjt.lu", "/", Hidden),
        (".sendibt2.com", "/", Hidden),
        (".sendibt3.com", "/", Hidden),
        (".sendibm1.com", "/", Hidden),
        (".hubspotlinks.com", "/", Hidden),
        (".klclick.com", "/", Hidden),
        (".klclick1.com", "/", Hidden),
        (".customeriomail.com", "/", Hidden),
        ("track.customer.io", "/", Hidden),
        (".spgo.io", "/", Hidden),
        (".sparkpostmail.com", "/", Hidden),
        (".rs6.net", "/", Hidden),
        ("t.co", "/", Hidden),
        ("bit.ly", "/", Hidden),
        ("lnkd.in", "/", Hidden),
        ("tinyurl.com", "/", Hidden),
        ("goo.gl", "/", Hidden),
    ]
};

/// Trackers on hosts of their customers: the beginning of the path, a part of the query, and the place of the target.
const ON_ANY_HOST: [(&str, &str, Place); 6] = [
    ("/ls/click", "upn=", Place::Hidden),
    ("/wf/click", "upn=", Place::Hidden),
    ("/uni/ls/click", "upn=", Place::Hidden),
    ("/c/eJ", "", Place::Hidden),
    ("/fmlurlsvc/", "url=", Place::Parameter(&["url"])),
    ("/track/click/", "p=", Place::Hidden),
];

/// Whether a link is a wrapper's.
pub(super) fn is_known(link: &str) -> bool {
    Parts::of(link).and_then(|parts| parts.place()).is_some()
}

/// Unwraps a link. `None` if it is not a wrapper's, or has no target.
pub(super) fn unwrap(link: &str) -> Option<WrapperTarget> {
    let parts = Parts::of(link)?;
    let target = match parts.place()? {
        Place::Hidden => return Some(WrapperTarget::Hidden),
        Place::Parameter(names) => decoded(names.iter().find_map(|name| parts.parameter(name))?),
        Place::Base64(name) => from_base64(&decoded(parts.parameter(name)?)?),
        Place::PathAfter(segment) => {
            let mut segments = parts.path.split('/').skip_while(|found| *found != segment);
            decoded(segments.nth(1)?).map(with_scheme)
        }
        Place::LastSegment => decoded(parts.path.rsplit('/').next()?),
        Place::UrlDefenseV2 => {
            let value = Zeroizing::new(parts.parameter("u")?.replace('-', "%").replace('_', "/"));
            decoded(&value)
        }
        Place::UrlDefenseV3 => url_defense_v3(link),
    };
    target.filter(|target| target.contains(':')).map(WrapperTarget::Known)
}

struct Parts<'a> {
    host: &'a str,
    path: &'a str,
    query: &'a str,
}

impl<'a> Parts<'a> {
    fn of(link: &'a str) -> Option<Self> {
        let (scheme, rest) = link.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let (authority, rest) = rest.split_at(rest.find(['/', '?', '#'])?);
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self { host: authority.split(':').next()?, path, query })
    }

    fn place(&self) -> Option<Place> {
        let path = if self.path.is_empty() { "/" } else { self.path };
        let named = WRAPPERS.iter().find(|(host, start, _)| self.is_at(host) && path.starts_with(start));
        let anywhere =
            || ON_ANY_HOST.iter().find(|(start, has, _)| path.starts_with(start) && self.query.contains(has));
        named.or_else(anywhere).map(|(_, _, place)| *place)
    }

    fn is_at(&self, host: &str) -> bool {
        let Some(end) = self.host.len().checked_sub(host.len()) else { return false };
        let matches = self.host.get(end..).is_some_and(|own| own.eq_ignore_ascii_case(host));
        matches && (end == 0 || host.starts_with('.'))
    }

    fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find_map(|(found, value)| (found == name).then_some(value))
    }
}

fn decoded(text: &str) -> Option<Zeroizing<String>> {
    percent_decode_str(text).decode_utf8().ok().map(|decoded| Zeroizing::new(decoded.into_owned()))
}

fn with_scheme(target: Zeroizing<String>) -> Zeroizing<String> {
    if target.contains("://") { target } else { Zeroizing::new(format!("https://{}", *target)) }
}

fn from_base64(text: &str) -> Option<Zeroizing<String>> {
    let plain = text.trim_end_matches('=').replace('-', "+").replace('_', "/");
    let bytes = general_purpose::STANDARD_NO_PAD.decode(plain).ok()?;
    String::from_utf8(bytes).ok().map(Zeroizing::new)
}

/// `…/v3/__https://HOST/PATH*token=T__;Iw!!…`. The replaced characters follow the link, in base64url. Each `*` stands for
/// the next of them; `**` and a letter stand for several, and the letter encodes how many. Missing characters become U+FFFD,
/// which no token can contain, so a truncated token is rejected.
fn url_defense_v3(link: &str) -> Option<Zeroizing<String>> {
    /// `**A` is replaced by two characters.
    const LENGTHS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (_, rest) = link.split_once("/v3/__")?;
    let (target, rest) = rest.rsplit_once("__;")?;
    let replaced = from_base64(rest.split('!').next()?)?;
    let mut replaced = replaced.chars();
    let mut restored = Zeroizing::new(String::with_capacity(target.len() + replaced.as_str().len() + 1));
    let mut rest = target;
    while let Some((before, after)) = rest.split_once('*') {
        restored.push_str(before);
        let run = after.strip_prefix('*').and_then(|after| Some((*after.as_bytes().first()?, after)));
        let length = run.and_then(|(letter, _)| LENGTHS.iter().position(|known| *known == letter));
        let (count, after) = match (length, run) {
            (Some(length), Some((_, after))) => (length + 2, &after[1..]),
            _ => (1, after),
        };
        for _ in 0..count {
            let next = replaced.next();
            restored.push(next.unwrap_or(char::REPLACEMENT_CHARACTER));
            if next.is_none() {
                break;
            }
        }
        rest = after;
    }
    restored.push_str(rest);
    // Some mail servers replace two slashes by one.
    let (scheme, after) = restored.split_once(":/")?;
    if after.starts_with('/') { Some(restored) } else { Some(Zeroizing::new(format!("{scheme}://{after}"))) }
}
