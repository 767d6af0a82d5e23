//! The recovery calls: reading what is asked, and telling what became of it.

use std::sync::Arc;
use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use secrecy::SecretString;
use serde::Serialize;
use utoipa::ToSchema;

use super::IDEMPOTENCY_KEY;
use super::client::{Client, accepted_languages};
use super::document::{BodyProblems, PasswordProblems, ProofProblems};
use super::fields::Fields;
use super::problem::Problem;
use crate::address::EmailAddress;
use crate::audit::{Entry, Event};
use crate::core::Core;
use crate::languages::Language;
use crate::passwords::Password;
use crate::recovery::{Asked, Checked, NewPassword, Proof};
use crate::secrets::{Challenge, Fingerprint, fingerprint};

/// Longest `Idempotency-Key`, in bytes.
const MAX_KEY_BYTES: usize = 255;

/// Who forgot a password.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes which fields are read")]
pub(super) struct RecoveryRequest {
    /// The account's address.
    email: String,
    /// BASE64URL(SHA-256(verifier)), as in RFC 7636.
    #[schema(required = false, nullable = false)]
    code_challenge: Option<String>,
    /// `S256`.
    #[schema(required = false, nullable = false)]
    code_challenge_method: Option<String>,
}

/// Either `token`, or `flow` and `code`.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes which fields are read")]
pub(super) struct ProofFields {
    /// The link's token.
    #[schema(required = false, nullable = false)]
    token: Option<String>,
    /// The flow that this device began.
    #[schema(required = false, nullable = false)]
    flow: Option<String>,
    /// The mailed code.
    #[schema(required = false, nullable = false)]
    code: Option<String>,
    /// What the asking device remembers.
    #[schema(required = false, nullable = false)]
    code_verifier: Option<String>,
}

/// A proof and the new password.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes which fields are read")]
pub(super) struct ResetFields {
    #[schema(inline)]
    #[serde(flatten)]
    proof: ProofFields,
    new_password: String,
    /// The code of the account's second factor, if it has one.
    #[schema(required = false, nullable = false)]
    second_factor: Option<String>,
}

/// The token of a "this was not me" link.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes which fields are read")]
pub(super) struct FreezeFields {
    token: String,
}

/// The same for every address, whether or not a mail goes out.
#[derive(Serialize, ToSchema)]
#[schema(as = Asked)]
pub(super) struct AskedBody {
    flow: String,
    /// Seconds until the requester's next mail can go out.
    resend_after: u64,
}

/// What a good proof is good for.
#[derive(Serialize, ToSchema)]
pub(super) struct ProofIsGood {
    flow: String,
    /// Seconds.
    expires_in: u64,
    /// Present and true where the account's second factor will be asked for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    second_factor: bool,
}

/// The password is changed.
#[derive(Serialize, ToSchema)]
pub(super) struct Changed {
    /// Always true.
    signed_out_everywhere: bool,
}

/// The account is frozen.
#[derive(Serialize, ToSchema)]
pub(super) struct Frozen {
    /// Always true.
    frozen: bool,
}

/// Asks for a recovery mail, in the language that `Accept-Language` likes best. The answer is the same, and takes as long, for every address.
#[utoipa::path(
    post,
    path = "/account/recovery",
    request_body(content(
        (RecoveryRequest = "application/x-www-form-urlencoded"),
        (RecoveryRequest = "application/json")
    )),
    responses((status = 200, body = AskedBody), BodyProblems)
)]
pub(super) async fn request(
    State(core): State<Arc<Core>>,
    client: Client,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Json<AskedBody>, Problem> {
    let began = Instant::now();
    let asked = ask(&core, client, &fields, liked_language(&headers)).await;
    core.hold_back(began).await;
    let Asked { flow, resend_after } = asked?;
    Ok(Json(AskedBody { flow, resend_after }))
}

/// Asks for a mail in `language`.
pub(super) async fn ask(
    core: &Core,
    client: Client,
    fields: &Fields,
    language: &'static Language,
) -> Result<Asked, Problem> {
    let asked = async {
        let email = fields.optional("email").map_err(|_| Problem::email_invalid())?;
        let email = email.and_then(EmailAddress::parse).ok_or_else(Problem::email_invalid)?;
        Ok(core.request_recovery(&email, challenge_in(fields)?, &client.network(), language).await?)
    };
    let asked = asked.await;
    let flow = asked.as_ref().ok().map(|asked: &Asked| asked.flow.as_str());
    core.record(&Entry { flow, ..client.entry(Event::RecoveryRequested, &asked) });
    asked
}

/// Whether a proof could be used. Nothing is consumed, but a wrong code is counted.
#[utoipa::path(
    post,
    path = "/account/reset-password/check",
    request_body(content(
        (ProofFields = "application/x-www-form-urlencoded"),
        (ProofFields = "application/json")
    )),
    responses((status = 200, body = ProofIsGood), BodyProblems, ProofProblems)
)]
pub(super) async fn check(
    State(core): State<Arc<Core>>,
    client: Client,
    fields: Fields,
) -> Result<Json<ProofIsGood>, Problem> {
    let checked = async { Ok(core.check_proof(&proof_in(&fields)?, &client.network()).await?) }.await;
    let flow = checked.as_ref().ok().map(|checked: &Checked| checked.flow.as_str());
    core.record(&Entry { flow, ..client.entry(Event::ProofChecked, &checked) });
    let Checked { flow, expires_in, second_factor } = checked?;
    Ok(Json(ProofIsGood { flow, expires_in, second_factor }))
}

/// Sets a new password and signs out everywhere.
#[utoipa::path(
    post,
    path = "/account/reset-password",
    params(("Idempotency-Key" = Option<String>, Header, description = "Names this change, so that its repeat is answered alike")),
    request_body(content(
        (ResetFields = "application/x-www-form-urlencoded"),
        (ResetFields = "application/json")
    )),
    responses((status = 200, body = Changed), BodyProblems, ProofProblems, PasswordProblems)
)]
pub(super) async fn reset(
    State(core): State<Arc<Core>>,
    client: Client,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Json<Changed>, Problem> {
    let key = key_in(&headers)?;
    let proof = proof_in(&fields)?;
    set_password(&core, client, &proof, &fields, key.as_ref(), liked_language(&headers)).await?;
    Ok(Json(Changed { signed_out_everywhere: true }))
}

/// Sets the password that is among the fields. The notice of it is written in `language`.
pub(super) async fn set_password(
    core: &Core,
    client: Client,
    proof: &Proof,
    fields: &Fields,
    key: Option<&Fingerprint>,
    language: &'static Language,
) -> Result<(), Problem> {
    let new = NewPassword {
        password: Password::typed(fields.required("new_password")?),
        second_factor: second_factor_in(fields)?,
        language,
    };
    let reset = core.reset_password(proof, new, key, &client.network()).await;
    let reset = reset.map_err(|refused| Problem::of_reset(refused, &core.policy));
    let flow = reset.as_deref().ok();
    core.record(&Entry { flow, ..client.entry(Event::PasswordReset, &reset) });
    reset.map(drop)
}

/// "This was not me": nobody signs in until a new recovery.
#[utoipa::path(
    post,
    path = "/account/freeze",
    request_body(content(
        (FreezeFields = "application/x-www-form-urlencoded"),
        (FreezeFields = "application/json")
    )),
    responses((status = 200, body = Frozen), (status = 410, body = super::document::ProblemBody, content_type = "application/problem+json"), BodyProblems)
)]
pub(super) async fn freeze(
    State(core): State<Arc<Core>>,
    client: Client,
    fields: Fields,
) -> Result<Json<Frozen>, Problem> {
    let token = SecretString::from(fields.required("token")?);
    freeze_account(&core, client, &token).await?;
    Ok(Json(Frozen { frozen: true }))
}

/// Freezes the account of a token.
pub(super) async fn freeze_account(core: &Core, client: Client, token: &SecretString) -> Result<(), Problem> {
    let frozen = core.freeze_by_token(token).await.map_err(Problem::from);
    let account = frozen.as_ref().ok().copied();
    core.record(&Entry { account, ..client.entry(Event::AccountFrozen, &frozen) });
    frozen.map(drop)
}

fn liked_language(headers: &HeaderMap) -> &'static Language {
    Language::chosen(None, accepted_languages(headers))
}

/// A challenge and its method come together; a method left out would mean `plain` (RFC 7636 §4.3).
fn challenge_in(fields: &Fields) -> Result<Option<Challenge>, Problem> {
    let optional = |name| fields.optional(name).map_err(|_| Problem::challenge_invalid());
    match (optional("code_challenge")?, optional("code_challenge_method")?) {
        (None, None) => Ok(None),
        (Some(challenge), Some("S256")) => {
            Challenge::parse(challenge).map(Some).ok_or_else(Problem::challenge_invalid)
        }
        _ => Err(Problem::challenge_invalid()),
    }
}

/// The code of a second factor, if one was given.
pub(super) fn second_factor_in(fields: &Fields) -> Result<Option<SecretString>, Problem> {
    Ok(fields.optional("second_factor")?.filter(|code| !code.is_empty()).map(Into::into))
}

fn proof_in(fields: &Fields) -> Result<Proof, Problem> {
    let verifier = fields.optional("code_verifier")?.map(Into::into);
    match (fields.optional("token")?, fields.optional("flow")?, fields.optional("code")?) {
        (Some(_), _, Some(_)) => Err(Problem::malformed_request("Give either `token` or `code`.")),
        (Some(token), _, None) => Ok(Proof::Link { token: token.into(), verifier }),
        (None, Some(flow), Some(code)) => {
            Ok(Proof::Code { flow: flow.to_owned(), code: code.into(), verifier })
        }
        _ => Err(Problem::token_invalid()),
    }
}

fn key_in(headers: &HeaderMap) -> Result<Option<Fingerprint>, Problem> {
    let mut keys = headers.get_all(IDEMPOTENCY_KEY).iter();
    match (keys.next(), keys.next()) {
        (None, _) => Ok(None),
        (Some(key), None) if (1..=MAX_KEY_BYTES).contains(&key.len()) => {
            Ok(Some(fingerprint(key.as_bytes())))
        }
        _ => Err(Problem::malformed_request("`Idempotency-Key` must be given once, with 1 to 255 bytes.")),
    }
}
