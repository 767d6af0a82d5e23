#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn measured(password: &str) -> (u8, Option<Advice>) {
    let Strength { score, advice } = measure(password, &[]);
    (score, advice)
}

/// PWD-8: a meter of guesses, with advice, and without rules of composition.
#[test]
fn each_weakness_has_its_advice() {
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
fn a_strong_password_needs_no_advice_and_a_good_one_only_more_of_it() {
    assert_eq!(measured("seventeen silent swans cross the quay"), (4, None));
    assert_eq!(measured("xkJ!q0w9Zt"), (3, Some(Advice::MoreWords)));
}

#[test]
fn own_words_are_known_to_whoever_guesses() {
    let address = EmailAddress::parse("Ottilie.Grabowski@mail.harbourbank.example").unwrap();
    let words = own_words(Some(&address), "Latchkey Nord");
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
    // A word of one's own inside much else is not what is wrong with it.
    assert_eq!(measure("seventeen silent swans at the harbourbank quay", &words).advice, None);
}

#[test]
fn words_that_tell_nothing_are_left_out() {
    let address = EmailAddress::parse("al@bt.co.uk").unwrap();
    assert_eq!(own_words(Some(&address), "HB"), ["al@bt.co.uk"]);
    assert_eq!(own_words(None, "Latchkey"), ["Latchkey"]);
    let domains =
        [("a@example.org", Some("example")), ("a@mail.firma.co.uk", Some("firma")), ("a@bt.com", None)];
    for (address, label) in domains {
        let words = own_words(Some(&EmailAddress::parse(address).unwrap()), "");
        assert_eq!(words.get(1).map(String::as_str), label, "{address}");
    }
}

/// What is beyond [`MEASURED_CHARS`] costs nothing and says nothing.
#[test]
fn only_the_beginning_is_measured() {
    let start = "é".repeat(MEASURED_CHARS);
    let longer = format!("{start}seventeen silent swans");
    assert_eq!(measured(&longer), measured(&start));
    assert_eq!(measured(&start).1, Some(Advice::Repeat));
}

#[tokio::test]
async fn aside_measures_the_same() {
    for (password, word) in [("Harbourbank", "harbourbank"), ("seventeen silent swans cross", "")] {
        let aside = measure_aside(Zeroizing::new(password.to_owned()), vec![word.to_owned()]).await;
        assert_eq!(aside, Some(measure(password, &[word])), "{password}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// In a release build a panic ends the app.
    #[test]
    fn no_password_breaks_it(password in ".{0,40}", pieces in "([0-9]{1,4}[./ -]?|a|İ|ß|🦊|e\u{301}|aaa|qwe){0,12}") {
        for password in [password, pieces] {
            let Strength { score, advice } = measure(&password, &[&password, ""]);
            prop_assert!(score <= 4);
            prop_assert_eq!(advice.is_none(), score == 4);
        }
    }
}
