//! Tests of colours, logo and legal pages.

use super::*;

#[test]
fn colours_logo_and_legal_pages_are_read() {
    let config = read(
        "[service]\nbreach_list = \"https://api.pwnedpasswords.com\"\n\
         [brand]\naccent = \"#1B3F8F\"\naccent_dark = \"#9db8ff\"\nlogo = \"logo.svg\"\n\
         privacy = \"https://example.org/privacy\"\nterms = \"https://example.org/terms\"\n",
    )
    .unwrap();
    assert_eq!(config.service.breach_list.unwrap().as_str(), "https://api.pwnedpasswords.com/");
    let Brand { accent, accent_dark, logo, privacy, terms, .. } = config.brand;
    assert_eq!(accent.unwrap().to_string(), "#1b3f8f");
    assert_eq!(accent_dark.unwrap().to_string(), "#9db8ff");
    assert_eq!(logo, Some(Logo::parse(LOGO).unwrap()));
    assert_eq!(privacy.unwrap().as_str(), "https://example.org/privacy");
    assert_eq!(terms.unwrap().as_str(), "https://example.org/terms");
}

#[test]
fn invalid_brand_value_is_reported_with_a_fix() {
    for (line, message) in [
        ("accent = \"teal\"", "2:10: `accent` must be a colour as in \"#0b5c55\""),
        (
            "accent = \"#808080\"",
            "2:10: `accent` is hard to read: #808080 on #ffffff has a contrast of 3.94:1; the minimum for text is 4.5:1; choose \
             a darker colour",
        ),
        // Enough contrast on the sheet, but not on the page background.
        (
            "accent = \"#767676\"",
            "2:10: `accent` is hard to read: #767676 on #f6f5f2 has a contrast of 4.16:1; the minimum for text is 4.5:1; choose \
             a darker colour",
        ),
        (
            "accent_dark = \"#0b5c55\"",
            "2:15: `accent_dark` is hard to read: #0b5c55 on #171b1e has a contrast of 2.20:1; the minimum for text is 4.5:1; \
             choose a lighter colour",
        ),
        (
            "logo = \"../logo.svg\"",
            "2:8: `logo` must be the name of an SVG file in the same folder, such as \"logo.svg\"",
        ),
        (
            "logo = \"C:logo.svg\"",
            "2:8: `logo` must be the name of an SVG file in the same folder, such as \"logo.svg\"",
        ),
        (
            "logo = \"logo.png\"",
            "2:8: `logo` must be the name of an SVG file in the same folder, such as \"logo.svg\"",
        ),
        ("logo = \"none.svg\"", "2:8: `logo` \"none.svg\" cannot be read (no such file)"),
        (
            "logo = \"bad.svg\"",
            "2:8: `logo` \"bad.svg\" must not have the attribute `onload`, which runs a script",
        ),
        ("privacy = \"http://a.example\"", "2:11: `privacy` must be a URL that begins with https://"),
        ("terms = \"legal@a.example\"", "2:9: `terms` must be a URL that begins with https://"),
    ] {
        assert_eq!(read(&format!("[brand]\n{line}")), Err(format!("latchkey.toml:{message}")), "{line}");
    }
    assert_eq!(
        read("[service]\nbreach_list = \"http://a.example\"").unwrap_err(),
        "latchkey.toml:2:15: `breach_list` cannot be used: http is only for loopback (127.0.0.1, localhost); use https"
    );
}

#[test]
fn logo_is_read_beside_the_file_or_built_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("latchkey.toml");
    fs::write(&path, "[brand]\nlogo = \"logo.svg\"").unwrap();
    let lookup = ConfigSources { argument: Some(path.clone()), ..ConfigSources::default() };
    let error = lookup.load().unwrap_err().to_string();
    assert!(error.contains(":2:8: `logo` \"logo.svg\" cannot be read ("), "{error}");

    fs::write(folder.path().join("logo.svg"), LOGO).unwrap();
    assert_eq!(lookup.load().unwrap().brand.logo, Some(Logo::parse(LOGO).unwrap()));
    fs::write(folder.path().join("logo.svg"), "ü".repeat(40_000)).unwrap();
    assert!(lookup.load().unwrap_err().to_string().contains("(it is larger than 65536 bytes)"));

    let text = "[brand]\nlogo = \"logo.svg\"";
    let with_logo = BuiltInConfig { logo: Some(LOGO), ..built_in(text) };
    let lookup = ConfigSources { built_in: with_logo, ..ConfigSources::default() };
    assert_eq!(lookup.load().unwrap().brand.logo, Some(Logo::parse(LOGO).unwrap()));
    let lookup = ConfigSources { built_in: built_in(text), ..ConfigSources::default() };
    assert_eq!(
        lookup.load().unwrap_err().to_string(),
        "the built-in configuration:2:8: `logo` \"logo.svg\" cannot be read (it was not compiled in)"
    );
}

#[test]
fn logo_data_uri_contains_the_whole_file() {
    use base64::Engine as _;
    let uri = Logo::parse(LOGO).unwrap().data_uri();
    let encoded = uri.strip_prefix("data:image/svg+xml;base64,").unwrap();
    assert_eq!(base64::engine::general_purpose::STANDARD.decode(encoded).unwrap(), LOGO.as_bytes());
}

#[test]
fn example_brand_is_valid() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/brands/harbour/latchkey.toml");
    let config = ConfigSources { argument: Some(path.into()), ..ConfigSources::default() }.load().unwrap();
    let Brand { name, support, accent, accent_dark, logo, privacy, terms } = config.brand;
    assert_eq!(name, "Harbour Bank");
    assert!(support.is_some() && logo.is_some() && privacy.is_some() && terms.is_some());
    assert_ne!((accent, accent_dark), (None, None));
}

#[test]
fn set_brand_applies_the_same_rules() {
    let mut config = Config::default();
    config.set_brand("name", "Example").unwrap();
    config.set_brand("support", "help@example.org").unwrap();
    assert!(config.set_brand("support", "ask at the desk").is_err());
    assert!(config.set_brand("logo", "logo.svg").is_err());
    let Brand { name, support, logo, .. } = config.brand;
    assert_eq!((name.as_str(), support.unwrap().label(), logo), ("Example", "help@example.org", None));
}
