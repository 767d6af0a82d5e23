//! The webmail of an email address. URLs are start pages only and never contain an address.

/// A provider's webmail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Webmail {
    /// The provider's name, in its own spelling in all languages.
    pub name: &'static str,
    /// The https URL of the inbox or sign-in page, without a query.
    pub url: &'static str,
}

struct Provider {
    webmail: Webmail,
    /// Complete domains.
    domains: &'static [&'static str],
    /// Names with domains in many countries: `yahoo` for `yahoo.fr` and `yahoo.co.uk`.
    names: &'static [&'static str],
}

const fn provider(name: &'static str, url: &'static str, domains: &'static [&'static str]) -> Provider {
    Provider { webmail: Webmail { name, url }, domains, names: &[] }
}

const fn worldwide(
    name: &'static str,
    url: &'static str,
    domains: &'static [&'static str],
    names: &'static [&'static str],
) -> Provider {
    Provider { webmail: Webmail { name, url }, domains, names }
}

const PROVIDERS: [Provider; 40] = [
    provider("Gmail", "https://mail.google.com/", &["gmail.com", "googlemail.com"]),
    worldwide(
        "Outlook",
        "https://outlook.live.com/mail/",
        &["msn.com", "passport.com", "windowslive.com"],
        &["outlook", "hotmail", "live"],
    ),
    // A different company than Yahoo.
    provider("Yahoo! JAPAN", "https://mail.yahoo.co.jp/", &["yahoo.co.jp", "ymail.ne.jp"]),
    worldwide(
        "Yahoo Mail",
        "https://mail.yahoo.com/",
        &["ymail.com", "rocketmail.com", "myyahoo.com"],
        &["yahoo"],
    ),
    provider("iCloud", "https://www.icloud.com/mail/", &["icloud.com", "me.com", "mac.com"]),
    provider(
        "Proton Mail",
        "https://mail.proton.me/",
        &["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
    ),
    provider("GMX", "https://www.gmx.com/", &["gmx.com", "gmx.us", "gmx.co.uk"]),
    provider("GMX", "https://www.gmx.at/", &["gmx.at"]),
    provider("GMX", "https://www.gmx.ch/", &["gmx.ch"]),
    provider("GMX", "https://www.gmx.fr/", &["gmx.fr"]),
    provider("GMX", "https://www.gmx.net/", &["gmx.net", "gmx.de"]),
    provider("WEB.DE", "https://web.de/", &["web.de"]),
    provider("T-Online", "https://email.t-online.de/", &["t-online.de", "magenta.de"]),
    provider("freenet Mail", "https://email.freenet.de/", &["freenet.de"]),
    provider("Posteo", "https://posteo.de/", &["posteo.de", "posteo.net", "posteo.org"]),
    provider("mailbox.org", "https://login.mailbox.org/", &["mailbox.org"]),
    provider(
        "Tuta",
        "https://app.tuta.com/",
        &["tuta.com", "tutanota.com", "tutanota.de", "tutamail.com", "tuta.io", "keemail.me"],
    ),
    provider("Bluewin", "https://email.bluewin.ch/", &["bluewin.ch"]),
    provider("Orange", "https://mail.orange.fr/", &["orange.fr", "wanadoo.fr"]),
    provider("Free", "https://webmail.free.fr/", &["free.fr"]),
    provider("La Poste", "https://www.laposte.net/", &["laposte.net"]),
    provider(
        "Libero",
        "https://mail.libero.it/",
        &["libero.it", "iol.it", "inwind.it", "blu.it", "giallo.it"],
    ),
    provider("Virgilio", "https://mail.virgilio.it/", &["virgilio.it"]),
    provider("Onet", "https://poczta.onet.pl/", &["onet.pl", "op.pl", "onet.eu", "poczta.onet.pl", "vp.pl"]),
    provider("WP", "https://poczta.wp.pl/", &["wp.pl"]),
    provider("o2", "https://poczta.o2.pl/", &["o2.pl", "tlen.pl"]),
    provider("Interia", "https://poczta.interia.pl/", &["interia.pl", "interia.eu", "poczta.fm"]),
    provider("Seznam", "https://email.seznam.cz/", &["seznam.cz", "email.cz", "post.cz", "spoluzaci.cz"]),
    provider("Centrum", "https://mail.centrum.cz/", &["centrum.cz"]),
    provider(
        "Mail.ru",
        "https://e.mail.ru/inbox/",
        &["mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru"],
    ),
    provider(
        "Yandex",
        "https://mail.yandex.com/",
        &["yandex.ru", "yandex.com", "yandex.kz", "yandex.by", "yandex.com.tr", "ya.ru"],
    ),
    provider("UKR.NET", "https://mail.ukr.net/", &["ukr.net"]),
    provider("UOL", "https://email.uol.com.br/", &["uol.com.br", "bol.com.br"]),
    provider("NAVER", "https://mail.naver.com/", &["naver.com"]),
    provider("Daum", "https://mail.daum.net/", &["daum.net", "hanmail.net"]),
    provider("QQ Mail", "https://mail.qq.com/", &["qq.com", "foxmail.com"]),
    provider("NetEase Mail", "https://mail.163.com/", &["163.com"]),
    provider(
        "AOL",
        "https://mail.aol.com/",
        &["aol.com", "aol.co.uk", "aol.de", "aol.fr", "aim.com", "love.com"],
    ),
    provider("Zoho Mail", "https://mail.zoho.com/", &["zoho.com", "zohomail.com"]),
    provider("Fastmail", "https://app.fastmail.com/", &["fastmail.com", "fastmail.fm"]),
];

/// The webmail for addresses of a common provider's domain.
pub fn webmail_of(domain: &str) -> Option<Webmail> {
    let domain = domain.trim().to_ascii_lowercase();
    let whole = |provider: &&Provider| provider.domains.contains(&domain.as_str());
    let named = |provider: &&Provider| {
        domain.split_once('.').is_some_and(|(name, rest)| provider.names.contains(&name) && is_suffix(rest))
    };
    // Complete domains have priority: yahoo.co.jp does not belong to Yahoo.
    let found = PROVIDERS.iter().find(whole).or_else(|| PROVIDERS.iter().find(named));
    found.map(|provider| provider.webmail)
}

/// `com`, `fr`, `co.uk`, `com.br`: suffixes of a provider's domains in many countries.
fn is_suffix(rest: &str) -> bool {
    let country = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_lowercase());
    match rest.split_once('.') {
        None => rest == "com" || country(rest),
        Some((first, last)) => matches!(first, "co" | "com") && country(last),
    }
}

#[cfg(test)]
mod tests;
