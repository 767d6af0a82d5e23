//! Pasted links that mail programs, chats and scanners have changed.

use super::*;

/// A token with the characters that scanners replace.
const TOKEN: &str = "Zm9yZ290-LW15_LXBhc3N3b3JkLWFnYWluLW9oLWRlY";
const FLOW: &str = "A1b2-C3d4_E5f6G7h8I9j0";
const WEB: &str = "https://recover.example.org/reset-password#token=T&flow=F";
const APP: &str = "latchkey://reset-password?token=T&flow=F";

/// The rules of a server that reports the lengths of its token and flow id.
fn exact() -> LinkRules {
    let mut rules = rules();
    rules.set_lengths(Some(TOKEN.len()), Some(FLOW.len()));
    rules
}

/// `=T` and `=F` stand for the token and the flow, `TT…FF` for their first and second halves.
fn written(text: &str) -> String {
    let (token, flow) = (TOKEN.split_at(20), FLOW.split_at(9));
    text.replace("T1", token.0)
        .replace("T2", token.1)
        .replace("F1", flow.0)
        .replace("F2", flow.1)
        .replace("=T", &format!("={TOKEN}"))
        .replace("=F", &format!("={FLOW}"))
        .replace("3DT", &format!("3D{TOKEN}"))
        .replace("3DF", &format!("3D{FLOW}"))
}

#[track_caller]
fn assert_found(text: &str) {
    let text = written(text);
    let link = find_link(&text, &exact()).unwrap_or_else(|| panic!("no link in {text:?}"));
    let link = link.unwrap_or_else(|why| panic!("{why} in {text:?}"));
    assert_eq!((link.token.expose(), link.flow.unwrap().as_str()), (TOKEN, FLOW), "{text:?}");
}

#[test]
fn link_is_found_in_surrounding_text() {
    for (before, after) in [
        ("", ""),
        (" \t", " \r\n"),
        ("<", ">"),
        ("(", ")"),
        ("[", "]"),
        ("\"", "\""),
        ("'", "'"),
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("»", "«"),
        ("「", "」"),
        ("『", "』"),
        ("【", "】"),
        ("（", "）"),
        ("|", "|"),
        ("<", "|Reset your password>"),
        ("[Reset password](", ")"),
        ("[Reset password]: ", "  "),
        ("**", "**"),
        ("{", "}"),
        ("", "."),
        ("", ","),
        ("", "!"),
        ("", "…"),
        ("", "。"),
        ("リンク：", "を開いてください。"),
        ("请点击", "，谢谢"),
        ("링크는 ", "입니다."),
        ("", "、"),
        ("", "\u{200e}"),
        ("", "\u{200b}"),
        ("", "\u{2069}"),
        ("\u{2068}", "\u{2069}"),
        ("\u{feff}", "\u{ad}"),
        ("", "\u{a0}"),
        ("Click here:\n  <", ">\nThank you"),
        ("> > ", "\n> > Regards"),
        ("See https://evil.example/a first, then ", " and nothing else"),
        ("href=\"", "\" style=\"x\""),
    ] {
        for link in [WEB, APP] {
            assert_found(&format!("{before}{link}{after}"));
        }
    }
}

/// The characters that can end a token and a sentence.
#[test]
fn punctuation_at_the_end_of_a_token_is_kept_if_the_length_is_known() {
    let mut rules = rules();
    let alphabet = Alphabet::try_from("A-Za-z0-9.:".to_owned()).unwrap();
    rules.kinds[0].token = TokenShape { min: 24, max: 24, alphabet: Some(alphabet) };
    for token in ["0123456789abcdefABCDEF0.", "0123456789abcdefABCDEF0:", "0123456789abcdefABCDEFGH"] {
        let link = format!("https://recover.example.org/reset-password#token={token}");
        for text in
            [link.clone(), format!("Open {link}, please."), format!("({link})."), link.replace('=', "=3D")]
        {
            let found = find_link(&text, &rules).unwrap();
            assert_eq!(found.as_ref().map(|link| link.token.expose()), Ok(token), "{text}");
        }
    }
}

#[test]
fn broken_lines_of_a_link_are_joined() {
    for text in [
        "https://recover.example.org/reset-password#token=T&\nflow=F",
        "https://recover.example.org/reset-password#token=T&\r\nflow=F\r\n\r\nThank you",
        "https://recover.example.org/reset-password#token=T&\n> flow=F",
        "> https://recover.example.org/reset-password#token=T&\n> flow=F\n> \n> Regards",
        "> > https://recover.example.org/reset-password#token=T\n> > &flow=F",
        "https://recover.example.org/reset-password#token=T1\nT2&flow=F",
        "https://recover.example.org/reset-password#token=T1\n> T2&flow=F",
        "https://recover.example.org/reset-password#token=\nT1T2&flow=F",
        "https://recover.example.org/reset-password#\ntoken=T1\nT2&\nflow=F1\nF2",
        "https://recover.example.org/\nreset-password#token=T&flow=F",
        "https://recover.exam\nple.org/reset-password#token=T&flow=F",
        "latchkey://reset-password?token=T1\nT2&flow=F1\nF2 Thank you",
        // A single-line field replaces line breaks by spaces, or removes them.
        "https://recover.example.org/reset-password#token=T& flow=F",
        "https://recover.example.org/reset-password#token=T&> flow=F",
        "https://recover.example.org/reset-password#token=T1 T2&flow=F",
        "https://recover.example.org/reset-password#token=T1> T2&flow=F",
        "latchkey://reset-password?token=T1\u{ad}T2&flow=F1\u{200b}F2",
        "latchkey://reset-password?token=T1\u{2060}T2&flow=F",
    ] {
        assert_found(text);
    }
}

#[test]
fn remaining_encoding_is_decoded() {
    for text in [
        "https://recover.example.org/reset-password#token=3DT&flow=3DF",
        "https://recover.example.org/reset-password#token=3DT&fl=\now=3DF",
        "https://recover.example.org/reset-password#token=3DT1=\r\nT2&flow=3DF",
        "https://recover.example.org/reset-password#token=T&fl=\now=F",
        "latchkey://reset-password?token=3DT&amp;flow=3DF",
        "https://recover.example.org/reset-password#token=T&amp;flow=F",
        "https://recover.example.org/reset-password#token=T&#38;flow=F",
        "https://recover.example.org/reset-password#token=T&#x26;flow=F",
        "https://recover.example.org/reset-password#token=T&amp;amp;flow=F",
        "https://recover.example.org/reset-password#token=T&amp%3Bflow=F",
        "latchkey://reset-password?utm=a&amp;token=T&amp;flow=F",
        "https://recover.example.org/reset-password%23token=T&flow=F",
        "https://recover.example.org/reset-password%23token%3DT%26flow%3DF",
        "https%3A%2F%2Frecover.example.org%2Freset-password%23token%3DT%26flow%3DF",
        "https://recover.example.org/reset-password%2523token=T&flow=F",
        "latchkey://reset-password%3Ftoken=T&flow=F",
        "ｈｔｔｐｓ：／／ｒｅｃｏｖｅｒ．ｅｘａｍｐｌｅ．ｏｒｇ/reset-password#token=T&flow=F",
        "https://recover.example.org/reset-password＃token＝T1T2＆flow＝F1F2",
    ] {
        assert_found(text);
    }
}

#[test]
fn link_without_scheme_is_found() {
    for text in [
        "recover.example.org/reset-password#token=T&flow=F",
        "Recover.Example.org/reset-password#token=T&flow=F",
        "//recover.example.org/reset-password#token=T&flow=F",
        "Go to recover.example.org/reset-password#token=T&flow=F.",
        "(recover.example.org/reset-password#token=T&amp;flow=F)",
        "recover.example.org:443/reset-password#token=T&flow=F",
        "latchkey:reset-password?token=T&flow=F",
        "latchkey:/reset-password?token=T&flow=F",
    ] {
        assert_found(text);
    }
}

#[test]
fn links_of_scanners_and_click_trackers_are_unwrapped() {
    let web = written(WEB);
    let encoded: String = url::form_urlencoded::byte_serialize(web.as_bytes()).collect();
    let twice: String = url::form_urlencoded::byte_serialize(encoded.as_bytes()).collect();
    let no_scheme = encoded.trim_start_matches("https%3A%2F%2F");
    // `-` and `_` of the token are encoded like the rest, then `%` becomes `-`, and `/` becomes `_`.
    let v2: String = web
        .chars()
        .map(|c| match c {
            '/' => "_".to_owned(),
            c if c.is_ascii_alphanumeric() || c == '.' => c.to_string(),
            c => format!("-{:02X}", u32::from(c)),
        })
        .collect();
    let base64 = base64::Engine::encode(&base64::engine::general_purpose::STANDARD_NO_PAD, &web);
    for wrapped in [
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={encoded}&data=05%7C02%7Cada&sdata=x%3D&reserved=0"
        ),
        format!("https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url={encoded}&amp;data=05"),
        format!("https://gcc02.safelinks.protection.office365.us/?url={encoded}&data=1"),
        format!("https://chn01.safelinks.protection.partner.outlook.cn/?url={encoded}"),
        format!("https://EUR01.SafeLinks.Protection.Outlook.com/?data=1&url={encoded}"),
        format!("https://urldefense.proofpoint.com/v1/url?u={encoded}&k=abc"),
        format!("https://urldefense.proofpoint.com/v2/url?u={v2}&d=DwMFaQ&c=x&r=y&m=z&s=0&e="),
        format!("https://urldefense.com/v3/__{}__;Iw!!Abc_-!Def$", web.replace('#', "*")),
        format!("https://urldefense.us/v3/__{}__;Iw!!Abc$", web.replace('#', "*").replace("//", "/")),
        format!("https://urldefense.com/v3/__{}__;Iz0!!Abc$", web.replace('#', "*").replacen('=', "*", 1)),
        // `**A` stands for two characters, `**F` for seven. Then `=` is replaced alone.
        format!("https://urldefense.com/v3/__{}__;ZCM!!Abc$", web.replace("d#", "**A")),
        format!(
            "https://urldefense.com/v3/__{}__;I3Rva2VuPT0!!Abc$",
            web.replace("#token=", "**F").replacen('=', "*", 1)
        ),
        format!("https://www.google.com/url?q={encoded}&sa=D&source=docs&ust=1"),
        format!("https://www.google.com/url?sa=t&url={encoded}"),
        format!("https://l.facebook.com/l.php?u={encoded}&h=AT0"),
        format!("https://slack-redir.net/link?url={encoded}"),
        format!("https://www.linkedin.com/safety/go?url={encoded}&trk=x"),
        format!("https://linkprotect.cudasvc.com/url?a={encoded}&c=E,1,x&typo=1"),
        format!("https://secure-web.cisco.com/1abcDEF-x/{encoded}"),
        format!("https://eu-west-1.protection.sophos.com/?d=example.org&u={base64}&p=m&i=1"),
        format!("https://abc.us-east-1.awstrack.me/L0/{encoded}/1/010001/x=1"),
        format!("https://click.pstmrk.it/3s/{no_scheme}/abc/def/AQ"),
        format!("https://mail.firm.example/fmlurlsvc/?fewReq=:B:x&url={encoded}"),
        // Nested wrappers, and a damaged wrapper.
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D{twice}&data=1"
        ),
        format!("https://eur01.safelinks.protection.outlook.com/?url=3D{encoded}&data=3D1"),
        format!("<https://eur01.safelinks.protection.outlook.com/?url={encoded}&data=1|recover.example.org>"),
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={}\n{}&data=1",
            &encoded[..30],
            &encoded[30..]
        ),
    ] {
        assert_found(&wrapped);
    }
}

#[test]
fn irreparable_link_is_refused() {
    use LinkProblem::*;
    for (text, problem) in [
        // Each link of our server has a flow id, and a token of fixed length.
        ("https://recover.example.org/reset-password#token=T", Damaged),
        ("https://recover.example.org/reset-password#token=T&", Damaged),
        ("https://recover.example.org/reset-password#token=T1", Damaged),
        ("https://recover.example.org/reset-password#token=T1&flow=F", Damaged),
        ("https://recover.example.org/reset-password#token=T1T2x&flow=F", Damaged),
        ("https://recover.example.org/reset-password#token=T&flow=F1", Damaged),
        ("https://recover.example.org/reset-password#token=T&flow=F1F2x", Damaged),
        ("https://recover.example.org/reset-password#token=T1йT2&flow=F", Damaged),
        ("https://recover.example.org/reset-password#token=T1\\T2&flow=F", Damaged),
        ("latchkey://reset-password?token=T1\n\nT2&flow=F", Damaged),
        ("recover.example.org/reset-password", Damaged),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Frecover.example.org%2Freset-pa",
            Damaged,
        ),
        // `**B` stands for three characters, and two follow.
        (
            "https://urldefense.com/v3/__https://recover.example.org/reset-passwor**Btoken=T&flow=F__;ZCM!!A$",
            Damaged,
        ),
        (
            "https://urldefense.com/v3/__https://recover.example.org/reset-password*token*T&flow=F__;Iw!!A$",
            Damaged,
        ),
        ("https://u1.ct.sendgrid.net/ls/click?upn=u001.abc-2B", ClickTracker),
        ("https://links.firm.example/ls/click?upn=u001.abc", ClickTracker),
        ("https://mandrillapp.com/track/click/1/recover.example.org?p=eyJzIjoi", ClickTracker),
        ("https://firm.us5.list-manage.com/track/click?u=1&id=2&e=3", ClickTracker),
        ("https://email.mg.firm.example/c/eJxNjk0", ClickTracker),
        ("https://bit.ly/3abc", ClickTracker),
        ("https://protect-de.mimecast.com/s/abc?domain=recover.example.org", ClickTracker),
        ("https://evil.example/reset-password#token=T&flow=F", OtherService),
        ("https://recover.example.org.evil.example/reset-password#token=T&flow=F", OtherService),
        ("https://recover.example.org@evil.example/reset-password#token=T&flow=F", OtherService),
        ("evil.example/?x=recover.example.orgs/reset-password#token=T&flow=F http://a.example", OtherService),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2Freset-password%23token%3DT",
            OtherService,
        ),
        (
            "https://www.google.com/url?q=http%3A%2F%2Frecover.example.org%2Freset-password%23token%3DT",
            OtherService,
        ),
    ] {
        let text = written(text);
        let found = find_link(&text, &exact()).unwrap_or_else(|| panic!("no link in {text:?}"));
        assert_eq!(found.map_err(LinkError::problem), Err(problem), "{text:?}");
    }
}

/// Links of other servers have no flow id, and the length of their tokens is unknown.
#[test]
fn link_of_unknown_length_is_joined_only_at_certain_line_breaks() {
    let token =
        |text: &str| find_link(text, &rules()).map(|found| found.map(|link| link.token.expose().to_owned()));
    let (first, second) = TOKEN.split_at(20);
    let long = "x".repeat(40);
    for (text, read) in [
        (format!("https://recover.example.org/reset-password#token={TOKEN}"), TOKEN),
        (format!("https://recover.example.org/reset-password#token={TOKEN}\nThank you"), TOKEN),
        (format!("https://recover.example.org/reset-password#token={TOKEN}\n\nReference 2026-1"), TOKEN),
        (format!("https://recover.example.org/reset-password#token={first}\n{second}\nThank you"), TOKEN),
        (format!("> latchkey://reset-password?utm={long}&token={first}\n> {second}"), TOKEN),
        (format!("https://recover.example.org/reset-password#token={TOKEN}&\nutm=1"), TOKEN),
    ] {
        assert_eq!(token(&text), Some(Ok(read.to_owned())), "{text:?}");
    }
    // Of the three characters in place of `**B`, one follows.
    let wrapped = "https://urldefense.com/v3/__https://recover.example.org/reset-password#token=";
    let cut = token(&format!("{wrapped}{TOKEN}**B__;eA!!A$")).unwrap();
    assert_eq!(cut.map_err(LinkError::problem), Err(LinkProblem::Damaged));
    // Words of a sentence are not joined to a token.
    assert_eq!(token("latchkey://reset-password?token= Internationalisation"), Some(Err(DamagedToken)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    /// Line breaks at any place: the link is complete or refused.
    #[test]
    fn broken_link_is_complete_or_refused(
        breaks in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        quote in prop::sample::select(vec!["\n", "\r\n", "\n> ", "\n> > ", "=\n", " ", "\u{ad}"]),
        app in any::<bool>(),
    ) {
        let mut text = written(if app { APP } else { WEB });
        // A break within the scheme is left out: the rest would not be a link.
        for at in breaks {
            let start = text.find("//").unwrap() + 12;
            let at = start + at.index(text.len() - start);
            if text.is_char_boundary(at) {
                text.insert_str(at, quote);
            }
        }
        if let Some(Ok(link)) = find_link(&text, &exact()) {
            prop_assert_eq!((link.token.expose(), link.flow.as_ref().unwrap().as_str()), (TOKEN, FLOW));
        }
    }

    /// Every accepted token and flow id has the length that the server reports.
    #[test]
    fn accepted_token_has_the_length_of_the_server(
        text in pieces(), inserted in "[&=?#%;A-F0-9 \n>|]{0,6}", at in any::<prop::sample::Index>()
    ) {
        let mut text = text + &written(APP) + &inserted;
        let at = text.floor_char_boundary(at.index(text.len()));
        text.insert_str(at, &inserted);
        if let Some(Ok(link)) = find_link(&text, &exact()) {
            prop_assert_eq!(link.token.expose().len(), TOKEN.len());
            prop_assert_eq!(link.flow.unwrap().as_str().len(), FLOW.len());
        }
    }
}
