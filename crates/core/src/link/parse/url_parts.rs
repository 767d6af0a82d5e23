//! Splits a link into scheme, host, path, query and fragment, and compares them with the rules.

use super::super::shape::{LinkShape, PathShape};
use super::{LinkError, LinkRules};

/// The parts of a URL as written: not decoded and not normalized.
pub(in crate::link) struct UrlParts<'a> {
    scheme: &'a str,
    authority: &'a str,
    path: &'a str,
    query: &'a str,
    fragment: &'a str,
}

impl<'a> UrlParts<'a> {
    /// Splits a URL that has an authority (RFC 3986 appendix B).
    pub fn split(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let in_scheme = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
        if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.bytes().all(in_scheme) {
            return None;
        }
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Some(Self { scheme, authority, path, query, fragment })
    }

    /// The parameters of the query, then of the fragment.
    pub fn parameters(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pairs = |text: &'a str| text.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs(self.query).chain(pairs(self.fragment))
    }
}

/// Compares scheme, host and path with the rules. Returns the values in the path, if links of this kind have any.
/// Scheme and host are compared without case (RFC 3986 §6.2.2.1), paths with case.
pub(in crate::link) fn values_in_path<'a>(
    parts: &UrlParts<'a>,
    kind: &'a LinkShape,
    rules: &LinkRules,
) -> Result<Vec<(&'a str, &'a str)>, LinkError> {
    let is_private = if ["https", "http"].iter().any(|scheme| parts.scheme.eq_ignore_ascii_case(scheme)) {
        check_host(parts.authority, rules)?;
        false
    } else if listed(&rules.schemes, parts.scheme) {
        check_private_authority(parts.authority)?;
        true
    } else {
        return Err(LinkError::OtherScheme);
    };
    let values = values_in_own_path(parts, kind, rules, is_private)?;
    if is_private { Ok(values) } else { check_transport(parts).map(|()| values) }
}

/// Compares the path with the rules. A private scheme has the first segment in the place of a host.
fn values_in_own_path<'a>(
    parts: &UrlParts<'a>,
    kind: &'a LinkShape,
    rules: &LinkRules,
    is_private: bool,
) -> Result<Vec<(&'a str, &'a str)>, LinkError> {
    let fits = |allowed: &str, path: &str| match is_private {
        true => is_private_path(allowed, parts.authority, path),
        false => allowed == path,
    };
    let on_list = |path: &str| rules.paths.iter().any(|allowed| fits(allowed, path));
    let path = without_slash(parts.path);
    let Some(shape) = &kind.path else {
        return if on_list(path) { Ok(Vec::new()) } else { Err(LinkError::OtherPath) };
    };
    if shape.in_fragment {
        let page = shape.page.as_deref().is_some_and(|page| fits(without_slash(page), path));
        if !page && !on_list(path) {
            return Err(LinkError::OtherPath);
        }
        let fragment = without_slash(parts.fragment.split('?').next().unwrap_or_default());
        let values = shape.split(fragment).filter(|(head, _)| head.is_empty() || *head == shape.prefix);
        return Ok(values.map(|(_, values)| values).unwrap_or_default());
    }
    if on_list(path) {
        return Ok(Vec::new());
    }
    let prefixed = |head: &str| !shape.prefix.is_empty() && fits(&shape.prefix, head);
    let values = shape.split(path).filter(|(head, _)| on_list(head) || prefixed(head));
    values.map(|(_, values)| values).ok_or(LinkError::OtherPath)
}

fn without_slash(path: &str) -> &str {
    path.strip_suffix('/').unwrap_or(path)
}

impl PathShape {
    /// The path before the values, and the values by name. Each value is a whole segment.
    fn split<'a>(&'a self, path: &'a str) -> Option<(&'a str, Vec<(&'a str, &'a str)>)> {
        let mut rest = path;
        let mut values = Vec::new();
        for name in self.names.iter().rev() {
            let (before, value) = rest.rsplit_once('/')?;
            values.push((name.as_str(), value));
            rest = before;
        }
        Some((rest, values))
    }
}

fn check_host(authority: &str, rules: &LinkRules) -> Result<(), LinkError> {
    if authority.contains('@') {
        return Err(LinkError::UserInfo);
    }
    let host = authority.split(':').next().unwrap_or_default();
    if listed(&rules.hosts, host) { Ok(()) } else { Err(LinkError::OtherHost) }
}

/// This comes last: a link to another page is none of ours, however it is sent.
fn check_transport(parts: &UrlParts<'_>) -> Result<(), LinkError> {
    if parts.scheme.eq_ignore_ascii_case("http") {
        return Err(LinkError::NotHttps);
    }
    match parts.authority.split_once(':') {
        None | Some((_, "443")) => Ok(()),
        Some(_) => Err(LinkError::Port),
    }
}

fn check_private_authority(authority: &str) -> Result<(), LinkError> {
    if authority.contains('@') {
        Err(LinkError::UserInfo)
    } else if authority.contains(':') {
        Err(LinkError::Port)
    } else {
        Ok(())
    }
}

/// A private scheme has no host: the first segment of the path is in its place (`latchkey://reset-password`). Some
/// systems convert it to lower case like a host, so it is compared without case.
fn is_private_path(allowed: &str, authority: &str, path: &str) -> bool {
    if authority.is_empty() {
        return allowed == path;
    }
    let allowed = allowed.strip_prefix('/').unwrap_or(allowed);
    let (first, rest) = allowed.split_at(allowed.find('/').unwrap_or(allowed.len()));
    first.eq_ignore_ascii_case(authority) && rest == path
}

fn listed(list: &[String], text: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(text))
}
