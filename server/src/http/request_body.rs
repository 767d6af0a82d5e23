//! Request bodies that the API and the pages share.

use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use super::extract::Field;
use super::problem::{Problem, ProblemCode};
use crate::crypto::secrets::Challenge;
use crate::domain::device::Device;
use crate::domain::email_address::EmailAddress;
use crate::domain::password::Password;
use crate::i18n::Language;
use crate::services::recovery::{NewPassword, Proof};

/// A request for a recovery email.
#[derive(Deserialize, ToSchema)]
pub(super) struct RecoveryRequest {
    /// The account's address.
    #[schema(value_type = String, required = true)]
    pub(super) email: Field,
    /// BASE64URL(SHA-256(verifier)), as in RFC 7636.
    #[schema(value_type = String, required = false)]
    code_challenge: Field,
    /// `S256`.
    #[schema(value_type = String, required = false)]
    code_challenge_method: Field,
}

impl RecoveryRequest {
    /// The account's address.
    pub(super) fn email(&self) -> Result<EmailAddress, ProblemCode> {
        let email = self.email.optional().map_err(|_| ProblemCode::EmailInvalid)?;
        email.and_then(EmailAddress::parse).ok_or(ProblemCode::EmailInvalid)
    }

    /// Challenge and method must be sent together, because a challenge without method would mean `plain` (RFC 7636 §4.3).
    pub(super) fn challenge(&self) -> Result<Option<Challenge>, ProblemCode> {
        let challenge = self.code_challenge.optional().map_err(|_| ProblemCode::ChallengeInvalid)?;
        let method = self.code_challenge_method.optional().map_err(|_| ProblemCode::ChallengeInvalid)?;
        match (challenge, method) {
            (None, None) => Ok(None),
            (Some(challenge), Some("S256")) => {
                Challenge::parse(challenge).map(Some).ok_or(ProblemCode::ChallengeInvalid)
            }
            _ => Err(ProblemCode::ChallengeInvalid),
        }
    }
}

/// Either `token`, or `flow` and `code`.
#[derive(Deserialize, ToSchema)]
pub(super) struct ProofFields {
    /// The link's token.
    #[schema(value_type = String, required = false)]
    token: Field,
    /// The flow that this device started.
    #[schema(value_type = String, required = false)]
    flow: Field,
    /// The mailed code.
    #[schema(value_type = String, required = false)]
    code: Field,
    /// The verifier of the requesting device.
    #[schema(value_type = String, required = false)]
    code_verifier: Field,
}

impl ProofFields {
    /// The proof.
    pub(super) fn proof(&self) -> Result<Proof, Problem> {
        let verifier = self.code_verifier.optional()?.map(Into::into);
        match (self.token.optional()?, self.flow.optional()?, self.code.optional()?) {
            (Some(_), _, Some(_)) => Err(Problem::malformed_request("Give either `token` or `code`.")),
            (Some(token), _, None) => Ok(Proof::Link { token: token.into(), verifier }),
            (None, Some(flow), Some(code)) => {
                Ok(Proof::Code { flow: flow.to_owned(), code: code.into(), verifier })
            }
            _ => Err(ProblemCode::TokenInvalid.into()),
        }
    }
}

/// The fields of a new password.
pub(super) struct NewPasswordFields<'a> {
    pub(super) new_password: &'a Field,
    pub(super) second_factor: &'a Field,
}

impl NewPasswordFields<'_> {
    /// The new password. The change notice is in `language` and names `device`.
    pub(super) fn new_password(
        &self,
        language: &'static Language,
        device: Device,
    ) -> Result<NewPassword, Problem> {
        Ok(NewPassword {
            password: Password::new(self.new_password.required()?),
            second_factor: second_factor(self.second_factor)?,
            language,
            device,
        })
    }
}

/// The code of a second factor, if the field is not empty.
pub(super) fn second_factor(field: &Field) -> Result<Option<SecretString>, Problem> {
    Ok(field.optional()?.filter(|code| !code.is_empty()).map(Into::into))
}
