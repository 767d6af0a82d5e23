//! A pseudo-language: English with accents, longer by a third. Text that is clipped in it would be clipped in some real
//! language. Text without accents does not come from the locale files.

use latchkey::i18n::Language;

/// The English messages, converted. Variables and selectors are unchanged.
pub fn sentences() -> String {
    Language::english().messages().lines().map(line).collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    if line.starts_with('#') || line.trim().is_empty() {
        return line.to_owned();
    }
    // The text starts after the name of a message or of one of its variants.
    let text_begins = match (line.starts_with(' '), line.find(" = "), line.find("] ")) {
        (false, Some(at), _) => at + 3,
        (true, _, Some(at)) => at + 2,
        _ => line.len() - line.trim_start_matches([' ', '}']).len(),
    };
    let (name, text) = line.split_at(text_begins);
    format!("{name}{}", longer(text))
}

fn longer(text: &str) -> String {
    let mut depth = 0;
    let mut said = String::new();
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        let plain = depth > 0 || letter == '}';
        said.push(if plain { letter } else { accented(letter) });
        if !plain && "aeo".contains(letter) {
            said.push(accented(letter));
        }
    }
    said
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "aceinosuyACEINOSUY";
    const WITH: &str = "áçéîñöšûýÁÇÉÎÑÖŠÛÝ";
    PLAIN.chars().zip(WITH.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, with)| with)
}
