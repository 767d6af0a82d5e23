//! "Did you mean gmail.com?": a slip in the domain of a widely used mailbox provider.
//!
//! First the ending is mended (`.con`), then the name (`gmial`). A two-letter ending is a country's, and providers have
//! many of them, so it is never touched; a name of less than five letters is within one slip of too many honest ones.

/// Domains that many people have their mailbox at, the more widely used first: of two that are equally near, the first
/// is suggested.
const WIDELY_USED: [&str; 64] = [
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

/// Real domains with mailboxes that are a slip away from one above and have its ending.
const NEAR_BUT_REAL: [&str; 3] = ["cloud.com", "email.com", "libera.it"];

/// Endings that nobody has and people type, with what they meant. `.co`, `.cm` and `.om` are countries; no provider
/// above has a domain there.
const MISTYPED_ENDINGS: [(&str, &str); 26] = [
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

/// Shortest name in which a slip is looked for, in characters.
const MIN_NAME: usize = 5;
/// Shortest name in which two slips are.
const MIN_FOR_TWO: usize = 7;

/// The whole address with the domain that was probably meant: `ada@gmail.com` for `ada@gmial.com`. Only a hint: it
/// takes a domain that looks like a widely used one for a slip, and can be wrong.
pub fn suggestion(address: &str) -> Option<String> {
    let (local, domain) = address.trim().rsplit_once('@')?;
    let typed = domain.to_ascii_lowercase();
    if local.is_empty() || is_real(&typed) {
        return None;
    }
    let meant = match typed.split_once('.') {
        Some((name, ending)) => mend(name, ending),
        None => WIDELY_USED.into_iter().find(|known| known.replace('.', "") == typed),
    };
    meant.map(|domain| format!("{local}@{domain}"))
}

fn is_real(domain: &str) -> bool {
    WIDELY_USED.contains(&domain) || NEAR_BUT_REAL.contains(&domain)
}

fn mend(name: &str, ending: &str) -> Option<&'static str> {
    let mended = mended_ending(ending);
    let of_this_name = |known: &&str| known.split_once('.').is_some_and(|(known, _)| known == name);
    if WIDELY_USED.iter().any(of_this_name) {
        // The name is right: at most the ending is not.
        let whole = format!("{name}.{}", mended?);
        return WIDELY_USED.into_iter().find(|known| *known == whole);
    }
    let ending = mended.as_deref().unwrap_or(ending);
    if is_real(&format!("{name}.{ending}")) {
        return None;
    }
    let of_this_ending = WIDELY_USED.into_iter().filter_map(|known| {
        let (known_name, known_ending) = known.split_once('.')?;
        (known_ending == ending).then_some((known, slips(name, known_name)?))
    });
    of_this_ending.min_by_key(|(_, slips)| *slips).map(|(known, _)| known)
}

/// `com.br` for `con.br`, `com` for `cmo`; `None` where nothing is known to be wrong.
fn mended_ending(ending: &str) -> Option<String> {
    let (first, country) = ending.split_once('.').map_or((ending, None), |(first, rest)| (first, Some(rest)));
    // `co.uk` is right, `.co` alone is hardly meant.
    let meant =
        MISTYPED_ENDINGS.iter().find(|(typed, _)| *typed == first && (country.is_none() || first != "co"));
    let (_, meant) = meant?;
    Some(country.map_or_else(|| (*meant).to_owned(), |country| format!("{meant}.{country}")))
}

/// How many slips (a letter missing, too many, wrong, or two swapped) make `typed` of `known`, if they are few enough
/// for its length.
fn slips(typed: &str, known: &str) -> Option<usize> {
    let bearable = match known.len() {
        ..MIN_NAME => return None,
        MIN_NAME..MIN_FOR_TWO => 1,
        _ => 2,
    };
    // The distance takes a step for each pair of letters: nothing long is compared.
    if typed.len().abs_diff(known.len()) > bearable {
        return None;
    }
    Some(strsim::osa_distance(typed, known)).filter(|slips| *slips <= bearable)
}

#[cfg(test)]
mod tests;
