//! Checks that the SVG of a brand's logo contains only graphics: no scripts and no references to other files.
//!
//! The check is stricter than SVG: it allows a list of elements, requires quoted attributes, and allows no escapes.
//! `roxmltree` is not used, because it returns decoded text, but the page gets the text as written.

/// Maximum size of a logo, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// The allowed elements.
const ELEMENTS: [&str; 19] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "mask",
    "path",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "title",
    "use",
];

/// Text that loads a file or runs a script. `url(…)` is checked separately.
const FORBIDDEN: [&str; 4] = ["image(", "image-set(", "src(", "javascript:"];

/// Checks the text of a logo.
///
/// # Errors
/// The first problem, to be appended to the name of the logo.
pub fn check(svg: &str) -> Result<(), String> {
    if svg.len() > MAX_BYTES {
        return Err(format!("has {} bytes; the maximum is {MAX_BYTES}", svg.len()));
    }
    let mut rest = svg.trim_end();
    if !rest.starts_with("<svg") {
        return Err("must begin with <svg, without an XML declaration, doctype or comment before it".into());
    }
    let mut open = Vec::new();
    while let Some(tag_and_more) = rest.strip_prefix('<') {
        let (tag, more) = split_tag(tag_and_more)?;
        check_tag(tag, &mut open)?;
        if open.is_empty() {
            return if more.is_empty() { Ok(()) } else { Err("has text after </svg>".into()) };
        }
        let text_end = more.find('<').unwrap_or(more.len());
        check_text(&more[..text_end])?;
        rest = &more[text_end..];
    }
    Err(open.last().map_or_else(|| "is empty".into(), |name| format!("ends before </{name}>")))
}

/// Splits the text after a `<` at the closing `>`. A `>` in a quoted value does not count.
fn split_tag(text: &str) -> Result<(&str, &str), String> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Ok((&text[..at], &text[at + 1..])),
            (None, '"' | '\'') => quote = Some(c),
            (Some(opened), c) if opened == c => quote = None,
            _ => {}
        }
    }
    Err("ends inside a tag".into())
}

fn check_tag<'a>(tag: &'a str, open: &mut Vec<&'a str>) -> Result<(), String> {
    if let Some(name) = tag.strip_prefix('/') {
        return match open.pop() {
            Some(opened) if opened == name.trim_end() => Ok(()),
            _ => Err(format!("has an unexpected </{name}>")),
        };
    }
    let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
    let (name, attributes) = tag.split_at(tag.find(char::is_whitespace).unwrap_or(tag.len()));
    if !ELEMENTS.contains(&name) {
        return Err(format!("must not have <{name}>; allowed are <{}>", ELEMENTS.join(">, <")));
    }
    let is_outermost = open.is_empty();
    let attributes = attributes_of(attributes)?;
    attributes.iter().try_for_each(|(name, value)| check_attribute(name, value))?;
    if is_outermost && !attributes.contains(&("xmlns", "http://www.w3.org/2000/svg")) {
        return Err("needs xmlns=\"http://www.w3.org/2000/svg\" in its <svg>".into());
    }
    if !closed {
        open.push(name);
    }
    Ok(())
}

/// Parses attributes into names and values. Each value must be quoted.
fn attributes_of(mut text: &str) -> Result<Vec<(&str, &str)>, String> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return Ok(found);
        }
        let pair = text.split_once('=').and_then(|(name, more)| {
            let quote = more.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, rest) = more[1..].split_once(quote)?;
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_:.".contains(&b);
            (!name.is_empty() && name.bytes().all(plain)).then_some(((name, value), rest))
        });
        let Some((pair, rest)) = pair else {
            return Err("must have every attribute written as name=\"value\"".into());
        };
        found.push(pair);
        text = rest;
    }
}

fn check_attribute(name: &str, value: &str) -> Result<(), String> {
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("on") {
        return Err(format!("must not have the attribute `{name}`, which runs a script"));
    }
    if (lower == "href" || lower.ends_with(":href")) && !value.starts_with('#') {
        return Err(format!("must not refer to another file with `{name}`; only \"#…\" is allowed"));
    }
    if lower == "xml:base" {
        return Err("must not have the attribute `xml:base`".into());
    }
    check_text(value)
}

/// Checks a text or value for CSS that loads files, and for escapes that could hide it.
fn check_text(text: &str) -> Result<(), String> {
    if text.contains(['\\', '&']) {
        return Err("must not have `\\` or `&`".into());
    }
    let lower = text.to_ascii_lowercase();
    if let Some(word) = FORBIDDEN.iter().find(|word| lower.contains(**word)) {
        return Err(format!("must not have `{word}`"));
    }
    // `@media` is for a dark variant. `@import` and `@font-face` load files.
    if lower.split('@').skip(1).any(|rule| !rule.starts_with("media")) {
        return Err("must not have `@` except in @media".into());
    }
    if lower.split("url(").skip(1).any(|address| !address.starts_with('#')) {
        return Err("must not load files with url(…); only url(#…) is allowed".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests;
