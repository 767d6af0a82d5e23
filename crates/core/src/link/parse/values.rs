//! Reads the values of a link, from its path and its parameters.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

use super::super::shape::{LinkRejection, LinkShape};
use super::url_parts::UrlParts;
use super::{FLOW, FlowId, LinkError, LinkParams, RecoveryLink, RecoveryToken, TOKEN};
use crate::secret::EmailAddress;

const EMAIL: &str = "email";

/// Reads all values of a link of this kind. No value may occur twice.
pub(super) fn read_values(
    parts: &UrlParts<'_>,
    in_path: Vec<(&str, &str)>,
    kind: &LinkShape,
) -> Result<RecoveryLink, LinkError> {
    let found = values(parts, in_path, kind)?;
    let value = |name: &str| found.iter().find_map(|(found, value)| (*found == name).then_some(*value));
    let has_length = |name: &str, value: Option<&str>| {
        let wanted = kind.lengths.iter().find(|(of, _)| of == name);
        wanted.is_none_or(|(_, length)| value.is_some_and(|value| value.len() == *length))
    };
    let token = decoded_token(value(TOKEN).ok_or(LinkError::NoToken)?, kind)?;
    if !has_length(TOKEN, Some(&token)) {
        return Err(LinkError::DamagedToken);
    }
    let token = RecoveryToken::parse_shape(&token, &kind.token).map_err(|_| LinkError::DamagedToken)?;
    let flow = value(FLOW).map(FlowId::parse).transpose().map_err(|_| LinkError::DamagedFlow)?;
    if !has_length(FLOW, value(FLOW)) {
        return Err(if flow.is_some() { LinkError::DamagedFlow } else { LinkError::NoFlow });
    }
    let mut params = LinkParams::of_kind(kind.id.clone());
    for name in kind.names() {
        let value =
            value(name).filter(|value| has_length(name, Some(value))).ok_or(LinkError::DamagedPart)?;
        add_param(&mut params, kind, name, value).ok_or(LinkError::DamagedPart)?;
    }
    Ok(RecoveryLink { token, flow, params })
}

/// The values by name, as written. Parameters without a name are ignored.
fn values<'a>(
    parts: &UrlParts<'a>,
    in_path: Vec<(&'a str, &'a str)>,
    kind: &'a LinkShape,
) -> Result<Vec<(&'a str, &'a str)>, LinkError> {
    let mut found = in_path;
    let mut fixed: Vec<&str> = Vec::new();
    for (parameter, value) in parts.parameters() {
        let plain = decoded_name(parameter);
        let is_reported =
            |rejection: &&(String, String, LinkRejection)| rejection.0 == *plain && rejection.1 == value;
        if let Some((.., rejection)) = kind.rejections.iter().find(is_reported) {
            return Err(LinkError::Refused(*rejection));
        }
        let wanted = kind.fixed.iter().find(|(name, _)| *name == *plain);
        let name = kind.name_of(&plain);
        if (wanted.is_some() || name.is_some()) && parameter.contains('%') {
            return Err(LinkError::Encoded);
        }
        if let Some((name, wanted)) = wanted {
            if wanted != value {
                return Err(LinkError::OtherPurpose);
            }
            fixed.push(name);
        }
        found.extend(name.map(|name| (name, value)));
    }
    for (index, (name, _)) in found.iter().enumerate() {
        if found[..index].iter().any(|(earlier, _)| earlier == name) {
            return Err(if *name == FLOW { LinkError::SecondFlow } else { LinkError::SecondToken });
        }
    }
    if found.iter().any(|(name, value)| !kind.may_be_encoded(name) && value.contains('%')) {
        return Err(LinkError::Encoded);
    }
    // A parameter that occurs twice is as wrong as one that is missing.
    let occurs_once = |name: &String| fixed.iter().filter(|found| *found == name).count() == 1;
    let is_complete = kind.fixed.iter().all(|(name, _)| occurs_once(name));
    if is_complete || !found.iter().any(|(name, _)| *name == TOKEN) {
        Ok(found)
    } else {
        Err(LinkError::DamagedPart)
    }
}

impl LinkShape {
    /// The name of the value in a parameter. `None`: the parameter is ignored.
    fn name_of(&self, parameter: &str) -> Option<&str> {
        if self.token_parameter.as_deref() == Some(parameter) {
            return Some(TOKEN);
        }
        let params = self.parameters.iter().find(|(_, known)| known == parameter);
        params.map(|(name, _)| name.as_str()).or_else(|| (parameter == FLOW).then_some(FLOW))
    }

    /// Whether the value with this name can be percent-encoded in a link.
    pub fn may_be_encoded(&self, name: &str) -> bool {
        name == EMAIL || self.decodes(name) || name == TOKEN && self.token.may_be_encoded()
    }

    fn decodes(&self, name: &str) -> bool {
        self.decoded.iter().any(|decoded| decoded == name)
    }
}

/// Percent-decodes a token once, if it can be encoded. A plus sign is a plus sign.
fn decoded_token(value: &str, kind: &LinkShape) -> Result<Zeroizing<String>, LinkError> {
    if !kind.token.may_be_encoded() {
        return Ok(Zeroizing::new(value.to_owned()));
    }
    let decoded = percent_decode_str(value).decode_utf8().map_err(|_| LinkError::DamagedToken)?;
    Ok(Zeroizing::new(decoded.into_owned()))
}

/// An address is percent-decoded, once.
fn add_param(params: &mut LinkParams, kind: &LinkShape, name: &str, value: &str) -> Option<()> {
    if kind.decodes(name) {
        return params.add_decoded(name, &percent_decode_str(value).decode_utf8().ok()?).ok();
    }
    if name != EMAIL {
        return params.add(name, value).ok();
    }
    // Unlike in a form, the plus of `ada+tag@example.org` is not a space.
    let pair = format!("{EMAIL}={value}").replace('+', "%2B");
    let (_, address) = url::form_urlencoded::parse(pair.as_bytes()).next()?;
    params.add_email(&EmailAddress::parse(&address).ok()?);
    Some(())
}

/// The decoded name, only to detect an encoded one.
fn decoded_name(name: &str) -> Cow<'_, str> {
    url::form_urlencoded::parse(name.as_bytes()).next().map_or(Cow::Borrowed(""), |(name, _)| name)
}
