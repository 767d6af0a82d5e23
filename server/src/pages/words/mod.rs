//! What the pages say, in the app's languages. A language that lacks a sentence does not compile.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod he;
mod hi;
mod it;
mod ja;
mod ko;
mod nl;
mod pl;
mod pt_br;
mod tr;
mod uk;
mod zh_hans;

/// All sentences of the pages in one language. `{n}` stands for a number.
#[derive(Debug)]
pub(crate) struct Words {
    /// BCP 47 tag.
    pub(crate) language: &'static str,
    pub(crate) right_to_left: bool,
    pub(crate) title: &'static str,
    pub(crate) open_intro: &'static str,
    pub(crate) open_app: &'static str,
    pub(crate) code_intro: &'static str,
    pub(crate) here: &'static str,
    pub(crate) link_label: &'static str,
    pub(crate) link_hint: &'static str,
    pub(crate) password_label: &'static str,
    pub(crate) password_hint: &'static str,
    pub(crate) factor_label: &'static str,
    pub(crate) set: &'static str,
    pub(crate) done_title: &'static str,
    pub(crate) done_text: &'static str,
    pub(crate) again_title: &'static str,
    pub(crate) again_text: &'static str,
    pub(crate) email_label: &'static str,
    pub(crate) send: &'static str,
    pub(crate) sent: &'static str,
    pub(crate) link_bad: &'static str,
    pub(crate) link_expired: &'static str,
    pub(crate) link_used: &'static str,
    pub(crate) link_superseded: &'static str,
    pub(crate) other_device: &'static str,
    pub(crate) password_bad: &'static str,
    pub(crate) too_short: &'static str,
    pub(crate) common: &'static str,
    pub(crate) personal: &'static str,
    pub(crate) same_as_before: &'static str,
    pub(crate) factor_bad: &'static str,
    pub(crate) wait: &'static str,
    pub(crate) trouble: &'static str,
    pub(crate) freeze_title: &'static str,
    pub(crate) freeze_text: &'static str,
    pub(crate) freeze_do: &'static str,
    pub(crate) freeze_done: &'static str,
}

/// English first: it is spoken where nothing else fits.
static ALL: [&Words; 16] = [
    &en::WORDS,
    &de::WORDS,
    &fr::WORDS,
    &es::WORDS,
    &it::WORDS,
    &pt_br::WORDS,
    &nl::WORDS,
    &pl::WORDS,
    &tr::WORDS,
    &uk::WORDS,
    &ja::WORDS,
    &ko::WORDS,
    &zh_hans::WORDS,
    &hi::WORDS,
    &ar::WORDS,
    &he::WORDS,
];

/// The words of the language that an `Accept-Language` header (RFC 9110 §12.5.4) likes best.
pub(crate) fn words_for(accepted: &str) -> &'static Words {
    let mut ranges: Vec<(f32, &str)> = accepted.split(',').filter_map(range_of).collect();
    // A stable sort: of two that are liked alike the first counts.
    ranges.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    ranges.iter().find_map(|(_, tag)| spoken(tag)).unwrap_or(ALL[0])
}

fn range_of(text: &str) -> Option<(f32, &str)> {
    let mut parts = text.split(';').map(str::trim);
    let tag = parts.next()?;
    let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
    (quality > 0.0).then_some((quality, tag))
}

/// The words for a tag, or for its language in another country or script.
fn spoken(tag: &str) -> Option<&'static Words> {
    let language = |tag: &str| tag.split('-').next().unwrap_or("").to_ascii_lowercase();
    // Hebrew's tag of before 1989, which some systems still send.
    let wanted = if language(tag) == "iw" { "he".to_owned() } else { language(tag) };
    let exact = ALL.into_iter().find(|words| words.language.eq_ignore_ascii_case(tag));
    exact.or_else(|| ALL.into_iter().find(|words| language(words.language) == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_is_liked_best_is_spoken() {
        for (accepted, language) in [
            ("", "en"),
            ("*", "en"),
            ("de-AT,de;q=0.9,en;q=0.8", "de"),
            ("en;q=0.5, fr;q=0.9", "fr"),
            ("xx, pt-PT;q=0.7, en;q=0.1", "pt-BR"),
            ("zh-CN", "zh-Hans"),
            ("iw", "he"),
            ("ja;q=0, ko", "ko"),
            ("de;q=broken, it", "it"),
        ] {
            assert_eq!(words_for(accepted).language, language, "{accepted}");
        }
    }

    #[test]
    fn numbers_have_a_place_where_they_are_told() {
        for words in ALL {
            for sentence in [words.password_hint, words.too_short, words.wait] {
                assert_eq!(sentence.matches("{n}").count(), 1, "{}: {sentence}", words.language);
            }
            assert_eq!(words.right_to_left, ["ar", "he"].contains(&words.language));
        }
    }
}
