//! A language for the eye: English with accents, longer by a third. What is clipped in it will be clipped in some
//! real language; what has no accents does not come from the sentences.

use latchkey::words::Language;

/// The English sentences, so changed. Their variables and forms stay as they are.
pub fn sentences() -> String {
    Language::english().sentences().lines().map(line).collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    if line.starts_with('#') || line.trim().is_empty() {
        return line.to_owned();
    }
    // The name of a sentence, or of one of its forms, goes before the text.
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
