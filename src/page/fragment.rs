//! Parses the fragment of the page's address, which holds the token of a mailed link. Pure.

use url::form_urlencoded;

use crate::link::{IncomingLink, LinkRules, RecoveryLink};

/// The parameter with the code. Only links that work on a single device have one.
const CODE: &str = "code";

/// A link that the page was opened with.
#[derive(Debug)]
pub struct OpenedLink {
    /// The unparsed link, in the format of all platforms.
    pub link: IncomingLink,
    /// The parsed link, if it works only on the device that requested it. Such a link has a code.
    pub for_one_device: Option<RecoveryLink>,
}

/// Parses a fragment without its `#`. `None` if it has no token parameter.
///
/// A damaged link is returned unchanged, so that the person sees an error.
pub fn parse(fragment: &str, rules: &LinkRules) -> Option<OpenedLink> {
    let named = |wanted: &str| form_urlencoded::parse(fragment.as_bytes()).find(|(name, _)| name == wanted);
    let mut parameters = rules.kinds.iter().filter_map(|kind| kind.token_parameter.as_deref());
    parameters.find_map(named)?;
    let (scheme, path) = (rules.schemes.first()?, rules.paths.first()?);
    let link = IncomingLink::new(format!("{scheme}://{path}?{fragment}"));
    let for_one_device = named(CODE).and_then(|_| RecoveryLink::parse(link.expose(), rules).ok());
    Some(OpenedLink { link, for_one_device })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{
        link::{LinkError, LinkShape},
        secret::FlowId,
    };

    const TOKEN: &str = "dG9rZW4tdG9rZW4tdG9rZW4tdG9rZW4tdG9rZW4tdG8";

    fn rules() -> LinkRules {
        LinkRules {
            schemes: vec!["latchkey".into()],
            hosts: Vec::new(),
            paths: vec!["/reset-password".into()],
            kinds: vec![LinkShape::default()],
        }
    }

    fn parsed(fragment: &str) -> Option<Result<RecoveryLink, LinkError>> {
        let rules = rules();
        parse(fragment, &rules).map(|opened_link| RecoveryLink::parse(opened_link.link.expose(), &rules))
    }

    #[test]
    fn fragment_parameters_become_an_app_link() {
        for (fragment, flow) in [
            (format!("token={TOKEN}"), None),
            (format!("token={TOKEN}&flow=flow-1"), Some("flow-1")),
            (format!("flow=flow-1&token={TOKEN}&code=12345678"), Some("flow-1")),
            (format!("token={TOKEN}&utm_source=mail"), None),
        ] {
            let link = parsed(&fragment).unwrap().unwrap();
            assert_eq!(link.token.expose(), TOKEN, "{fragment}");
            assert_eq!(link.flow.as_ref().map(FlowId::as_str), flow, "{fragment}");
        }
    }

    #[test]
    fn fragment_without_token_is_ignored() {
        for fragment in ["", "title", "flow=flow-1", "tokens=1", "a=token", "code=12345678", "%"] {
            assert!(parsed(fragment).is_none(), "{fragment}");
        }
    }

    #[test]
    fn damaged_link_is_reported_and_not_repaired() {
        for (fragment, why) in [
            ("token=".to_owned(), LinkError::DamagedToken),
            ("token".to_owned(), LinkError::DamagedToken),
            ("token=a b".to_owned(), LinkError::Character),
            (format!("token=%41{TOKEN}"), LinkError::Encoded),
            (format!("%74oken={TOKEN}"), LinkError::Encoded),
            (format!("token={TOKEN}&token={TOKEN}"), LinkError::SecondToken),
            (format!("token={TOKEN}#token={TOKEN}"), LinkError::SecondToken),
            (format!("token={TOKEN}&flow=no/flow"), LinkError::DamagedFlow),
            (format!("token={}", "a".repeat(crate::link::MAX_LINK_BYTES)), LinkError::TooLong),
        ] {
            assert_eq!(parsed(&fragment), Some(Err(why)), "{fragment}");
        }
    }

    #[test]
    fn link_with_token_and_code_is_for_one_device() {
        let for_one_device = |fragment: &str| parse(fragment, &rules()).unwrap().for_one_device;
        let bound = for_one_device(&format!("token={TOKEN}&flow=flow-1&code=12345678")).unwrap();
        assert_eq!(bound.flow.as_ref().map(FlowId::as_str), Some("flow-1"));
        for free in [format!("token={TOKEN}&flow=flow-1"), "token=&flow=flow-1&code=12345678".to_owned()] {
            assert_eq!(for_one_device(&free), None, "{free}");
        }
    }

    #[test]
    fn debug_output_contains_no_token() {
        let opened_link = parse(&format!("token={TOKEN}"), &rules()).unwrap();
        assert!(!format!("{opened_link:?}").contains(TOKEN));
    }
}
