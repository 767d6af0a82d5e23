//! A link with masked values, as an email could have it.

use latchkey_core::{
    link::{LinkRules, LinkShape},
    secret::LinkParams,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// A link of the kind of `params` to an address of this app, with these values. `None` if the app has no address.
pub(super) fn example_link(
    rules: &LinkRules,
    token: &str,
    params: &LinkParams,
    mask: impl Fn(&str) -> String,
) -> Option<String> {
    let kind = rules.kinds.iter().find(|kind| kind.id.as_deref() == params.kind())?;
    let values: Vec<(&str, String)> = params
        .expose()
        .map(|(name, value)| (name, encoded(kind, name, &mask(value))))
        .chain([("token", encoded(kind, "token", token))])
        .collect();
    let value =
        |name: &str| values.iter().find_map(|(known, value)| (*known == name).then_some(value.as_str()));
    let mut link = address(rules)?;
    let in_path = kind.path.iter().flat_map(|path| &path.names).filter(|_| kind.token_parameter.is_none());
    let path: String = in_path.filter_map(|name| Some(format!("/{}", value(name)?))).collect();
    match kind.path.as_ref().filter(|_| !path.is_empty()) {
        Some(shape) if shape.in_fragment => link += &format!("#{}{path}", shape.prefix),
        _ => link += &path,
    }
    let token = kind.token_parameter.iter().map(|parameter| (parameter.as_str(), "token"));
    let parameters = kind.parameters.iter().map(|(name, parameter)| (parameter.as_str(), name.as_str()));
    let own = token.chain(parameters).filter_map(|(parameter, name)| Some((parameter, value(name)?)));
    let fixed = kind.fixed.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let query: Vec<String> = own.chain(fixed).map(|(name, value)| format!("{name}={value}")).collect();
    if !query.is_empty() && path.is_empty() {
        link += &format!("?{}", query.join("&"));
    }
    Some(link)
}

/// The first address of the app.
fn address(rules: &LinkRules) -> Option<String> {
    let path = rules.paths.first()?;
    match rules.schemes.first() {
        Some(scheme) => Some(format!("{scheme}://{}", path.strip_prefix('/').unwrap_or(path))),
        None => Some(format!("https://{}{path}", rules.hosts.first()?)),
    }
}

fn encoded(kind: &LinkShape, name: &str, value: &str) -> String {
    if kind.may_be_encoded(name) {
        utf8_percent_encode(value, NON_ALPHANUMERIC).to_string()
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use latchkey_core::link::RecoveryLink;

    use super::*;

    #[test]
    fn example_has_its_values_in_their_encoding() {
        let kind = LinkShape {
            parameters: vec![("login".into(), "user".into())],
            decoded: vec!["login".into()],
            ..LinkShape::default()
        };
        let rules = LinkRules {
            schemes: vec!["latchkey".into()],
            hosts: Vec::new(),
            paths: vec!["/reset-password".into()],
            kinds: vec![kind],
        };
        let mut params = LinkParams::default();
        params.add_decoded("login", "ada l@harbour").unwrap();
        let token = "0123456789abcdef";
        let link = example_link(&rules, token, &params, str::to_owned).unwrap();
        assert_eq!(link, format!("latchkey://reset-password?token={token}&user=ada%20l%40harbour"));
        let read = RecoveryLink::parse(&link, &rules).unwrap();
        assert_eq!((read.token.expose(), read.params), (token, params));
    }
}
