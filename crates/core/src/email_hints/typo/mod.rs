//! "Did you mean gmail.com?": corrects typos in the domains of common email providers.
//!
//! The top-level domain is corrected first (`.con`), then the name (`gmial`). Country domains are never changed, because
//! providers use many of them. Names of fewer than five letters are never changed, because too many real domains are
//! similar.

/// Common email domains, the most common first. If two are equally similar, the first is suggested.
const COMMON_DOMAINS: [&str; 64] = [
    "gmail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "live.com",
    "msn.com",
    "aol.com",
    "me.com",
    "mac.com",
    "googlemail.com",
    "protonmail.com",
    "proton.me",
    "gmx.com",
    "mail.com",
    "zoho.com",
    "fastmail.com",
    "tutanota.com",
    "ymail.com",
    "rocketmail.com",
    // Germany, Austria, Switzerland
    "gmx.de",
    "gmx.net",
    "web.de",
    "t-online.de",
    "freenet.de",
    "posteo.de",
    "mailbox.org",
    "bluewin.ch",
    // France, Belgium, Netherlands
    "orange.fr",
    "free.fr",
    "wanadoo.fr",
    "laposte.net",
    "yahoo.fr",
    "hotmail.fr",
    "telenet.be",
    "skynet.be",
    "ziggo.nl",
    "planet.nl",
    // Italy
    "libero.it",
    "virgilio.it",
    "tiscali.it",
    "alice.it",
    // Poland, Czechia
    "interia.pl",
    "onet.pl",
    "wp.pl",
    "seznam.cz",
    "centrum.cz",
    // Russia, Ukraine
    "yandex.ru",
    "mail.ru",
    "rambler.ru",
    "ukr.net",
    // United Kingdom, North America, Australia
    "yahoo.co.uk",
    "hotmail.co.uk",
    "btinternet.com",
    "comcast.net",
    "verizon.net",
    "sympatico.ca",
    "bigpond.com",
    // Brazil, India, East Asia
    "uol.com.br",
    "terra.com.br",
    "rediffmail.com",
    "yahoo.co.jp",
    "naver.com",
    "qq.com",
];

/// Real email domains that look like typos of common ones.
const SIMILAR_REAL_DOMAINS: [&str; 3] = ["cloud.com", "email.com", "libera.it"];

/// Mistyped top-level domains and their corrections. `.co`, `.cm` and `.om` are countries in which no provider above has
/// a domain.
const MISTYPED_SUFFIXES: [(&str, &str); 26] = [
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("co", "com"),
    ("cm", "com"),
    ("om", "com"),
    ("comm", "com"),
    ("coom", "com"),
    ("ccom", "com"),
    ("cpm", "com"),
    ("cim", "com"),
    ("clm", "com"),
    ("ckm", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("dom", "com"),
    ("cok", "com"),
    ("coml", "com"),
    ("c0m", "com"),
    ("ner", "net"),
    ("nte", "net"),
    ("ent", "net"),
    ("nett", "net"),
    ("met", "net"),
    ("bet", "net"),
    ("ogr", "org"),
];

/// Minimum length of a name that is corrected, in characters.
const MIN_NAME: usize = 5;
/// Minimum length of a name in which two typos are corrected, in characters.
const MIN_FOR_TWO: usize = 7;

/// The address with a corrected domain: `ada@gmail.com` for `ada@gmial.com`. It is only a hint and can be wrong.
pub fn suggestion(address: &str) -> Option<String> {
    let (local, domain) = address.trim().rsplit_once('@')?;
    let typed = domain.to_ascii_lowercase();
    if local.is_empty() || is_real(&typed) {
        return None;
    }
    let meant = match typed.split_once('.') {
        Some((name, ending)) => corrected_domain(name, ending),
        None => COMMON_DOMAINS.into_iter().find(|known| known.replace('.', "") == typed),
    };
    meant.map(|domain| format!("{local}@{domain}"))
}

fn is_real(domain: &str) -> bool {
    COMMON_DOMAINS.contains(&domain) || SIMILAR_REAL_DOMAINS.contains(&domain)
}

fn corrected_domain(name: &str, ending: &str) -> Option<&'static str> {
    let corrected = corrected_suffix(ending);
    let of_this_name = |known: &&str| known.split_once('.').is_some_and(|(known, _)| known == name);
    if COMMON_DOMAINS.iter().any(of_this_name) {
        // The name is correct, so only the top-level domain is corrected.
        let whole = format!("{name}.{}", corrected?);
        return COMMON_DOMAINS.into_iter().find(|known| *known == whole);
    }
    let ending = corrected.as_deref().unwrap_or(ending);
    if is_real(&format!("{name}.{ending}")) {
        return None;
    }
    let of_this_ending = COMMON_DOMAINS.into_iter().filter_map(|known| {
        let (known_name, known_ending) = known.split_once('.')?;
        (known_ending == ending).then_some((known, typos(name, known_name)?))
    });
    of_this_ending.min_by_key(|(_, typos)| *typos).map(|(known, _)| known)
}

/// `com.br` for `con.br`, `com` for `cmo`. `None` if no typo is known.
fn corrected_suffix(ending: &str) -> Option<String> {
    let (first, country) = ending.split_once('.').map_or((ending, None), |(first, rest)| (first, Some(rest)));
    // `co.uk` is correct. `.co` alone is probably a typo.
    let meant =
        MISTYPED_SUFFIXES.iter().find(|(typed, _)| *typed == first && (country.is_none() || first != "co"));
    let (_, meant) = meant?;
    Some(country.map_or_else(|| (*meant).to_owned(), |country| format!("{meant}.{country}")))
}

/// The number of typos (a missing, extra, wrong or swapped letter) between `typed` and `known`. `None` if there are too many
/// for the length.
fn typos(typed: &str, known: &str) -> Option<usize> {
    let max = match known.len() {
        ..MIN_NAME => return None,
        MIN_NAME..MIN_FOR_TWO => 1,
        _ => 2,
    };
    // The distance takes quadratic time, so long texts are not compared.
    if typed.len().abs_diff(known.len()) > max {
        return None;
    }
    Some(strsim::osa_distance(typed, known)).filter(|typos| *typos <= max)
}

#[cfg(test)]
mod tests;
