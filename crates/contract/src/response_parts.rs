//! The parts of a response that a contract reads.

use serde_json::Value;

use super::{
    capture::Capture,
    contract::Contract,
    matching::{Condition, ResponseMatch},
    pointer::Pointer,
    step::ContractStep,
};

impl Contract {
    fn steps(&self) -> impl Iterator<Item = &ContractStep> {
        self.operations().into_iter().flat_map(|(_, steps)| steps)
    }

    fn matches(&self) -> impl Iterator<Item = &ResponseMatch> {
        let of_steps = self.steps().flat_map(|step| {
            let errors = step.errors.iter().map(|error| &error.response);
            let unfinished = step.repeat.iter().flat_map(|repeat| &repeat.unfinished);
            step.success.iter().chain(errors).chain(&step.state).chain(unfinished)
        });
        of_steps.chain(self.errors.iter().map(|error| &error.response))
    }

    /// The pointers of all matches.
    pub fn match_pointers(&self) -> impl Iterator<Item = &Pointer> {
        self.matches().filter_map(|wanted| wanted.body.as_ref()).map(|body| &body.pointer)
    }

    /// All pointers into responses.
    pub fn pointers(&self) -> impl Iterator<Item = &Pointer> {
        let in_steps = self.steps().flat_map(|step| {
            let captured = step.capture.values().filter_map(|capture| match capture {
                Capture::Body(pointer) => Some(pointer),
                Capture::Header(_) | Capture::Cookie(_) | Capture::CookieName(_) | Capture::Field(_) => None,
            });
            captured.chain(step.capture_each.values()).chain(step.fields.values())
        });
        self.match_pointers().chain(in_steps)
    }

    /// The texts that its matches look for in responses.
    pub fn match_texts(&self) -> impl Iterator<Item = &str> {
        let conditions = self.matches().filter_map(|wanted| wanted.body.as_ref()).map(|body| &body.condition);
        conditions.filter_map(|condition| match condition {
            Condition::Equals(Value::String(text)) | Condition::Prefix(text) | Condition::Contains(text) => {
                Some(text.as_str())
            }
            Condition::Equals(_) | Condition::Exists(_) => None,
        })
    }

    /// The names of all headers of responses that it reads, besides the content type and the target of redirects.
    pub fn header_names(&self) -> impl Iterator<Item = &str> {
        let captured =
            self.steps().flat_map(|step| step.capture.values()).filter_map(|capture| match capture {
                Capture::Header(name) => Some(name.as_str()),
                Capture::Cookie(_) | Capture::CookieName(_) => Some("set-cookie"),
                Capture::Body(_) | Capture::Field(_) => None,
            });
        let waits = self.retry_after.iter().chain(self.steps().flat_map(|step| &step.retry_after));
        captured.chain(waits.map(|name| name.as_str()))
    }

    /// Whether it captures a cookie of this name, or its name.
    pub fn captures_cookie(&self, name: &str) -> bool {
        self.steps().flat_map(|step| step.capture.values()).any(|capture| match capture {
            Capture::Cookie(captured) => captured == name,
            Capture::CookieName(beginning) => name.starts_with(beginning.as_str()),
            Capture::Body(_) | Capture::Header(_) | Capture::Field(_) => false,
        })
    }

    /// Whether a match has a content type.
    pub fn compares_content_types(&self) -> bool {
        self.matches().any(|wanted| wanted.content_type.is_some())
    }
}

impl Capture {
    /// The name of the input field, if it is the value of one.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Field(name) => Some(name),
            Self::Body(_) | Self::Header(_) | Self::Cookie(_) | Self::CookieName(_) => None,
        }
    }
}
