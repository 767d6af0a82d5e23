#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn measured(password: &str) -> (u8, Option<Advice>) {
    let Strength { score, advice } = measure(password, &[]);
    (score, advice)
}

/// PWD-8: the strength is estimated in guesses, with advice and without composition rules.
#[test]
fn weak_password_gets_matching_advice() {
    for (password, advice) in [
        ("password", Advice::Common),
        ("password1password", Advice::Common),
        ("p4ssw0rd", Advice::Substitution),
        ("lkjhgfdsdf", Advice::Keyboard),
        ("zaqwedcxs", Advice::Keyboard),
        ("kkkkkkkk", Advice::Repeat),
        ("hqhqhqhqhqhq", Advice::Repeat),
        ("hijklmnop", Advice::Sequence),
        ("26.11.1987", Advice::Date),
        ("encyclopedia", Advice::Word),
        ("Hernandez", Advice::Name),
        ("xqj", Advice::MoreWords),
        ("", Advice::MoreWords),
    ] {
        let (score, found) = measured(password);
        assert!(score < 3, "{password}: {score}");
        assert_eq!(found, Some(advice), "{password}");
    }
}

#[test]
fn strong_password_gets_no_advice() {
    assert_eq!(measured("seventeen silent swans cross the quay"), (4, None));
    assert_eq!(measured("xkJ!q0w9Zt"), (3, Some(Advice::MoreWords)));
}

#[test]
fn user_inputs_lower_the_score() {
    let address = EmailAddress::parse("Ottilie.Grabowski@mail.harbourbank.example").unwrap();
    let words = user_inputs(Some(&address), "Latchkey Nord");
    assert_eq!(
        words,
        ["Ottilie.Grabowski@mail.harbourbank.example", "Ottilie.Grabowski", "harbourbank", "Latchkey Nord"]
    );
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for password in ["ottilie.grabowski", "Harbourbank", "latchkey nord", "harbourbank7"] {
        let (with, without) = (measure(password, &words), measure(password, &[]));
        assert_eq!(with.advice, Some(Advice::Name), "{password}");
        assert!(with.score < 2 && with.score < without.score, "{password}: {with:?} {without:?}");
    }
    // An own word in a long password is no weakness.
    assert_eq!(measure("seventeen silent swans at the harbourbank quay", &words).advice, None);
}

#[test]
fn short_user_inputs_are_skipped() {
    let address = EmailAddress::parse("al@bt.co.uk").unwrap();
    assert_eq!(user_inputs(Some(&address), "HB"), ["al@bt.co.uk"]);
    assert_eq!(user_inputs(None, "Latchkey"), ["Latchkey"]);
    let domains =
        [("a@example.org", Some("example")), ("a@mail.firma.co.uk", Some("firma")), ("a@bt.com", None)];
    for (address, label) in domains {
        let words = user_inputs(Some(&EmailAddress::parse(address).unwrap()), "");
        assert_eq!(words.get(1).map(String::as_str), label, "{address}");
    }
}

#[test]
fn characters_after_the_maximum_are_ignored() {
    let start = "é".repeat(MEASURED_CHARS);
    let longer = format!("{start}seventeen silent swans");
    assert_eq!(measured(&longer), measured(&start));
    assert_eq!(measured(&start).1, Some(Advice::Repeat));
}

#[tokio::test]
async fn background_measurement_returns_the_same() {
    for (password, word) in [("Harbourbank", "harbourbank"), ("seventeen silent swans cross", "")] {
        let found = measure_in_background(Zeroizing::new(password.to_owned()), vec![word.to_owned()]).await;
        assert_eq!(found, Some(measure(password, &[word])), "{password}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// A panic would end the app in a release build.
    #[test]
    fn no_password_causes_a_panic(password in ".{0,40}", pieces in "([0-9]{1,4}[./ -]?|a|İ|ß|🦊|e\u{301}|aaa|qwe){0,12}") {
        for password in [password, pieces] {
            let Strength { score, advice } = measure(&password, &[&password, ""]);
            prop_assert!(score <= 4);
            prop_assert_eq!(advice.is_none(), score == 4);
        }
    }
}
