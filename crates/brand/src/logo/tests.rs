//! Tests of allowed and refused logos.

#![allow(clippy::unwrap_used)]

use super::{MAX_BYTES, check};

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">"#;

fn inside(content: &str) -> Result<(), String> {
    check(&format!("{HEAD}{content}</svg>\n"))
}

#[test]
fn graphics_are_accepted() {
    for content in [
        "",
        r##"<title>Harbour</title><path d="M0 0h8v8z" fill="#123456"/>"##,
        r##"<defs><linearGradient id="a"><stop offset='0'/></linearGradient></defs><g fill="url(#a)"><use href="#b"/></g>"##,
        r##"<style>.a{fill:#000}@media (prefers-color-scheme: dark){g > .a{fill:url(#b)}}</style>"##,
        r##"<use xlink:href="#b" aria-label="1 > 0" />"##,
    ] {
        assert_eq!(inside(content), Ok(()), "{content}");
    }
}

#[test]
fn scripts_and_references_to_files_are_refused() {
    for (content, why) in [
        ("<script>f()</script>", "must not have <script>"),
        ("<SCRIPT/>", "must not have <SCRIPT>"),
        ("<foreignObject><p/></foreignObject>", "must not have <foreignObject>"),
        ("<image/>", "must not have <image>"),
        ("<a><path/></a>", "must not have <a>"),
        ("<set/>", "must not have <set>"),
        ("<!-- note -->", "must not have <!-->"),
        ("<![CDATA[x]]>", "must not have <![CDATA[x]]>"),
        ("<?xml-stylesheet href='x'?>", "must not have <?xml-stylesheet>"),
        (r#"<g onclick="f()"/>"#, "must not have the attribute `onclick`"),
        (r#"<g OnLoad='f()'/>"#, "must not have the attribute `OnLoad`"),
        (r#"<use href="https://a.example/b.svg#c"/>"#, "must not refer to another file with `href`"),
        (r#"<use xlink:href="data:image/svg+xml,x"/>"#, "must not refer to another file with `xlink:href`"),
        (r#"<use HREF=" #b"/>"#, "must not refer to another file with `HREF`"),
        (r#"<g xml:base="https://a.example"/>"#, "must not have the attribute `xml:base`"),
        (r#"<g style="fill:url(https://a.example)"/>"#, "must not load files with url(…)"),
        (r#"<g fill="URL( '#b')"/>"#, "must not load files with url(…)"),
        (r#"<g style="fill:u\72l(x)"/>"#, "must not have `\\`"),
        (r#"<g style="fill:url&#40;x)"/>"#, "must not have `\\` or `&`"),
        ("<style>@import 'x';</style>", "must not have `@` except in @media"),
        ("<style>g{fill:url(x)}</style>", "must not load files with url(…)"),
        ("<style>g{background:image-set('x' 1x)}</style>", "must not have `image-set(`"),
        (r#"<g onclick=f()/>"#, "must have every attribute written as name=\"value\""),
        (r#"<g hidden/>"#, "must have every attribute written as name=\"value\""),
        (r#"<g/onclick="f()"/>"#, "must not have <g/onclick"),
        ("<g>", "has an unexpected </svg>"),
        ("</svg><g/>", "has text after </svg>"),
        ("</svg>and text", "has text after </svg>"),
    ] {
        let refused = inside(content).expect_err(content);
        assert!(refused.starts_with(why), "{content}: {refused}");
    }
}

#[test]
fn incomplete_or_large_files_are_refused() {
    for (text, why) in [
        ("", "must begin with <svg"),
        ("<?xml version=\"1.0\"?><svg/>", "must begin with <svg"),
        ("<svgx/>", "must not have <svgx>"),
        ("<svg/>", "needs xmlns"),
        ("<svg", "ends inside a tag"),
        ("<svg a=\">", "ends inside a tag"),
        (HEAD, "ends before </svg>"),
    ] {
        let refused = check(text).expect_err(text);
        assert!(refused.starts_with(why), "{text}: {refused}");
    }
    let path = "<path d=\"M0 0\"/>";
    assert_eq!(inside(&path.repeat((MAX_BYTES - 100) / path.len())), Ok(()));
    let refused = inside(&path.repeat(MAX_BYTES / path.len())).unwrap_err();
    assert!(refused.ends_with("the maximum is 65536"), "{refused}");
}
