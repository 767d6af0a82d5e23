//! The errors of a submitted form.

/// An error that a person can correct.
pub(super) struct FieldError {
    /// The id of the field, if the error is about a field.
    pub(super) field: Option<&'static str>,
    /// What is wrong, and how to correct it.
    pub(super) text: String,
}

impl FieldError {
    /// An error about the field with this id.
    pub(super) fn new(field: &'static str, text: String) -> Self {
        Self { field: Some(field), text }
    }

    /// An error about no single field.
    pub(super) fn general(text: String) -> Self {
        Self { field: None, text }
    }
}

/// The errors of a form, in the order of its fields.
#[derive(Default)]
pub(super) struct ErrorSummary(Vec<FieldError>);

impl ErrorSummary {
    /// Takes the errors in the order of the fields.
    pub(super) fn new(errors: Vec<FieldError>) -> Self {
        Self(errors)
    }

    /// The errors about fields: the id of each, and the text.
    pub(super) fn of_fields(&self) -> Vec<(&'static str, &str)> {
        self.0.iter().filter_map(|error| Some((error.field?, error.text.as_str()))).collect()
    }

    /// The texts of the errors that are about no single field.
    pub(super) fn general(&self) -> Vec<&str> {
        self.0.iter().filter(|error| error.field.is_none()).map(|error| error.text.as_str()).collect()
    }

    /// Whether a summary is shown: if several fields are wrong. One wrong field gets the focus instead.
    pub(super) fn has_summary(&self) -> bool {
        let fields = self.of_fields();
        fields.iter().any(|(field, _)| Some(field) != fields.first().map(|(first, _)| first))
    }

    /// Whether this field gets the focus, as the only wrong one.
    pub(super) fn focuses(&self, field: &str) -> bool {
        !self.has_summary() && self.of_fields().iter().any(|(wrong, _)| *wrong == field)
    }

    /// Whether an error that is about no field gets the focus.
    pub(super) fn focuses_general(&self) -> bool {
        self.of_fields().is_empty()
    }

    /// Whether there are no errors.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The errors about one field, joined.
    pub(super) fn text_of(&self, field: &str) -> Option<String> {
        let of_field = self.0.iter().filter(|error| error.field == Some(field));
        let texts: Vec<&str> = of_field.map(|error| error.text.as_str()).collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }
}
