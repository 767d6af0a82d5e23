//! The links in each server's emails are parsed, wherever the token is in them.

use latchkey::link::{LinkError, LinkProblem, RecoveryLink};
use latchkey::secret::RecoveryCode;
use latchkey::service::contract;

use super::exchange::rules;

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// Parses a link, in which `TOKEN` stands for the token. Returns its other values.
fn read(id: &str, link: &str) -> Result<Vec<(String, String)>, LinkError> {
    let contract = contract::built_in(id).unwrap();
    let link = RecoveryLink::parse(&link.replace("TOKEN", TOKEN), &rules(&contract))?;
    assert_eq!(link.token.expose(), TOKEN);
    Ok(link.params.expose().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// A contract, a link of its server, and the parameters besides the token.
type Sample = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const LINKS: &[Sample] = &[
    ("supabase", "https://accounts.example.org/reset-password?token_hash=TOKEN&type=recovery", &[]),
    ("supabase", "latchkey://reset-password?token_hash=TOKEN&type=recovery", &[]),
    (
        "supabase-implicit",
        "latchkey://reset-password#access_token=TOKEN&expires_in=3600&refresh_token=r&type=recovery",
        &[],
    ),
    ("supabase-pkce", "latchkey://reset-password?code=TOKEN", &[]),
    // The default email's own link, pasted.
    (
        "supabase-pkce",
        "https://accounts.example.org/auth/v1/verify?token=TOKEN&type=recovery&redirect_to=latchkey://reset-password",
        &[],
    ),
    ("supabase-implicit", "https://accounts.example.org/auth/v1/verify?token=TOKEN&type=recovery", &[]),
    (
        "firebase",
        "https://accounts.example.org/reset-password?mode=resetPassword&oobCode=TOKEN&apiKey=k&lang=en",
        &[],
    ),
    ("supertokens", "https://accounts.example.org/reset-password?token=TOKEN&tenantId=public", &[]),
    ("better-auth", "latchkey://reset-password?token=TOKEN", &[]),
    ("pocketbase", "https://accounts.example.org/_/#/auth/confirm-password-reset/TOKEN", &[]),
    (
        "appwrite",
        "https://accounts.example.org/reset-password?userId=64f0&secret=TOKEN&expire=x",
        &[("user", "64f0")],
    ),
    ("parse", "https://accounts.example.org/reset-password?token=TOKEN", &[]),
    ("directus", "https://accounts.example.org/reset-password?token=TOKEN", &[]),
    ("strapi", "https://accounts.example.org/reset-password?code=TOKEN", &[]),
    ("payload", "https://accounts.example.org/admin/reset/TOKEN", &[]),
    ("djoser", "https://accounts.example.org/password/reset/confirm/MQ/TOKEN", &[("uid", "MQ")]),
    ("djoser", "latchkey://reset-password?uid=MQ&token=TOKEN", &[("uid", "MQ")]),
    ("dj-rest-auth", "https://accounts.example.org/password/reset/confirm/MQ/TOKEN/", &[("uid", "MQ")]),
    ("allauth", "https://accounts.example.org/account/password/reset/key/TOKEN", &[]),
    ("fastapi-users", "latchkey://reset-password?token=TOKEN", &[]),
    ("flask-security", "https://accounts.example.org/reset/TOKEN", &[]),
    ("flask-security", "https://accounts.example.org/reset-password?token=TOKEN&email=a%40b.org", &[]),
    (
        "laravel",
        "https://accounts.example.org/password-reset/TOKEN?email=ada%40example.org",
        &[("email", "ada@example.org")],
    ),
    ("laravel", "latchkey://reset-password/TOKEN?email=ada%40example.org", &[("email", "ada@example.org")]),
    // Some servers do not encode the address. A plus sign is part of it.
    (
        "laravel",
        "https://accounts.example.org/password-reset/TOKEN?email=ada+tag@example.org",
        &[("email", "ada+tag@example.org")],
    ),
    (
        "laravel",
        "https://accounts.example.org/password-reset/TOKEN?email=ada%2Btag%40example.org",
        &[("email", "ada+tag@example.org")],
    ),
    ("devise-token-auth", "https://accounts.example.org/reset-password?reset_password_token=TOKEN", &[]),
    ("authelia", "https://accounts.example.org/reset-password/step2?token=TOKEN", &[]),
    ("discourse", "https://accounts.example.org/u/password-reset/TOKEN", &[]),
    ("django-rest-passwordreset", "latchkey://reset-password?token=TOKEN", &[]),
    ("fusionauth", "https://accounts.example.org/password/change/TOKEN?client_id=c&tenantId=t", &[]),
    ("fusionauth", "latchkey://reset-password?changePasswordId=TOKEN", &[]),
    ("magento", "https://accounts.example.org/customer/account/createPassword/?id=7&token=TOKEN", &[]),
    (
        "synapse",
        "https://accounts.example.org/_synapse/client/password_reset/email/submit_token?token=TOKEN&client_secret=s&sid=i",
        &[("secret", "s"), ("sid", "i")],
    ),
    ("medusa", "https://accounts.example.org/reset-password?token=TOKEN&email=ada%40example.org", &[]),
    ("vendure", "latchkey://reset-password?token=TOKEN", &[]),
    ("ghost", "https://accounts.example.org/ghost/reset/TOKEN/", &[]),
    (
        "keystone",
        "latchkey://reset-password?token=TOKEN&email=ada%40example.org",
        &[("email", "ada@example.org")],
    ),
    ("feathers", "latchkey://reset-password?token=TOKEN", &[]),
    ("n8n", "https://accounts.example.org/change-password?token=TOKEN&mfaEnabled=false", &[]),
    ("nocodb", "https://accounts.example.org/auth/password/reset/TOKEN", &[]),
    (
        "saleor",
        "https://accounts.example.org/reset-password?email=ada%40example.org&token=TOKEN",
        &[("email", "ada@example.org")],
    ),
    ("nhost", "latchkey://reset-password?refreshToken=TOKEN&type=passwordReset", &[]),
    ("nhost", "https://accounts.example.org/v1/verify?type=passwordReset&ticket=TOKEN&redirectTo=x", &[]),
    ("okta", "https://accounts.example.org/signin/reset-password/TOKEN", &[]),
    (
        "wordpress",
        "https://accounts.example.org/wp-login.php?action=rp&key=TOKEN&login=ada%20l%40harbour&wp_lang=en_US",
        &[("login", "ada l@harbour")],
    ),
    // The email of a shop with WooCommerce.
    (
        "wordpress",
        "https://accounts.example.org/my-account/lost-password/?key=TOKEN&id=2&login=ada%20l%40harbour",
        &[("login", "ada l@harbour")],
    ),
];

/// A contract, a link of its server, and the token in it.
const OTHER_TOKENS: &[(&str, &str, &str)] = &[
    ("django-rest-passwordreset", "https://accounts.example.org/reset-password/0123456789", "0123456789"),
    (
        "mattermost",
        "https://accounts.example.org/reset_password_complete?token=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ),
    (
        "strawberry-django-auth",
        "https://accounts.example.org/password-reset/eyJ1c2VybmFtZSI6ImFkYSIsImFjdGlvbiI6Ind9:1vRq3Z:0123456789-0123456789_0123456789",
        "eyJ1c2VybmFtZSI6ImFkYSIsImFjdGlvbiI6Ind9:1vRq3Z:0123456789-0123456789_0123456789",
    ),
    // A mail program has encoded it.
    (
        "strawberry-django-auth",
        "latchkey://reset-password?token=eyJ1c2VybmFtZSI6ImFkYSIsImFjdGlvbiI6Ind9%3A1vRq3Z%3A0123456789-0123456789_0123456789",
        "eyJ1c2VybmFtZSI6ImFkYSIsImFjdGlvbiI6Ind9:1vRq3Z:0123456789-0123456789_0123456789",
    ),
];

#[test]
fn tokens_of_other_formats_are_read() {
    for &(id, link, token) in OTHER_TOKENS {
        let contract = contract::built_in(id).unwrap();
        let read =
            RecoveryLink::parse(link, &rules(&contract)).unwrap_or_else(|why| panic!("{id} {link}: {why}"));
        assert_eq!(read.token.expose(), token, "{id} {link}");
    }
}

#[test]
fn links_of_all_servers_are_parsed() {
    for &(id, link, params) in LINKS {
        let read = read(id, link).unwrap_or_else(|why| panic!("{id} {link}: {why}"));
        let read: Vec<_> = read.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(read, params, "{id} {link}");
    }
}

/// Links to which a server redirects if its own link is no longer valid.
#[test]
fn error_links_of_servers_are_understood() {
    for (id, link, problem) in [
        (
            "supabase",
            "latchkey://reset-password#error=access_denied&error_code=otp_expired&error_description=x&sb=",
            LinkProblem::Expired,
        ),
        (
            "supabase-implicit",
            "latchkey://reset-password#error=access_denied&error_code=otp_expired",
            LinkProblem::Expired,
        ),
        (
            "supabase-pkce",
            "latchkey://reset-password?error_code=otp_expired#error_code=otp_expired",
            LinkProblem::Expired,
        ),
        ("supabase-pkce", "latchkey://reset-password?error_code=flow_state_not_found", LinkProblem::Expired),
        ("supabase-pkce", "latchkey://reset-password?error_code=flow_state_expired", LinkProblem::Expired),
        ("supabase", "latchkey://reset-password#error_code=user_banned", LinkProblem::AccountClosed),
        ("supabase-pkce", "latchkey://reset-password?error_code=user_banned", LinkProblem::AccountClosed),
        ("supabase-implicit", "latchkey://reset-password#error_code=user_banned", LinkProblem::AccountClosed),
        ("better-auth", "latchkey://reset-password?error=INVALID_TOKEN", LinkProblem::Damaged),
        // WooCommerce before version 10 has the number of the account in place of its login.
        (
            "wordpress",
            "https://accounts.example.org/my-account/lost-password/?key=TOKEN&id=2",
            LinkProblem::Damaged,
        ),
        ("nhost", "latchkey://reset-password?error=invalid-ticket", LinkProblem::Expired),
        ("nhost", "latchkey://reset-password?error=invalid-request", LinkProblem::Expired),
        ("nhost", "latchkey://reset-password?error=disabled-user", LinkProblem::AccountClosed),
        // The server sends these links for other purposes.
        (
            "supabase-pkce",
            "https://accounts.example.org/auth/v1/verify?token=TOKEN&type=signup",
            LinkProblem::OtherService,
        ),
        (
            "supabase-implicit",
            "https://accounts.example.org/auth/v1/verify?token=TOKEN&type=magiclink",
            LinkProblem::OtherService,
        ),
        // Which of the two tokens is meant?
        (
            "supabase-implicit",
            "latchkey://reset-password?access_token=TOKEN&token=TOKEN-OTHER&type=recovery",
            LinkProblem::Damaged,
        ),
        ("laravel", "https://evil.example/password-reset/TOKEN?email=a%40b.org", LinkProblem::OtherService),
    ] {
        assert_eq!(read(id, link).unwrap_err().problem(), problem, "{id} {link}");
    }
}

/// Supabase's codes have 6 to 10 digits (`MAILER_OTP_LENGTH`).
#[test]
fn codes_of_servers_are_read() {
    for (id, text, code) in [
        ("supabase", "123456", Some("123456")),
        ("supabase", "Your code: 1234 5678", Some("12345678")),
        ("supabase-pkce", "1234567890", Some("1234567890")),
        ("supabase", "12345", None),
        ("supabase-pkce", "12345678901", None),
        ("kratos", "12345678", None),
        ("allauth-code", "abcd-EFGH", Some("abcdEFGH")),
        ("logto", "Your code: 123456", Some("123456")),
        ("logto", "123 456", Some("123456")),
        ("feathers", "144 870", Some("144870")),
        ("bluesky-pds", "abcde-fgh23", Some("ABCDE-FGH23")),
        ("bluesky-pds", "ABCDEFGH23", Some("ABCDE-FGH23")),
    ] {
        let shape = contract::built_in(id).unwrap().capabilities().code.unwrap();
        let read = RecoveryCode::parse(text, shape).ok();
        assert_eq!(read.as_ref().map(RecoveryCode::expose), code, "{id} {text}");
    }
}

/// The access token in the links of Supabase's implicit flow has the user's metadata.
#[test]
fn access_token_of_8_kib_is_read() {
    let read = |length: usize| {
        let contract = contract::built_in("supabase-implicit").unwrap();
        let link = format!("latchkey://reset-password#access_token={}&type=recovery", "a".repeat(length));
        RecoveryLink::parse(&link, &rules(&contract)).map(|link| link.token.expose().len())
    };
    assert_eq!(read(2085), Ok(2085));
    assert_eq!(read(8192), Ok(8192));
    assert_eq!(read(8193), Err(LinkError::DamagedToken));
}
