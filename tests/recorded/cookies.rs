//! Servers that keep a recovery in cookies, with CSRF tokens, and whose response is a redirect.

use std::collections::BTreeMap;

use latchkey::password::PasswordRejection;
use latchkey::secret::{CodeShape, EmailAddress, NewPassword, RecoveryCode, RecoveryToken};
use latchkey::service::contract::read;
use latchkey::service::self_check::run;
use latchkey::service::{
    BaseUrl, CallError, CallLimits, HttpRecoveryService, IdempotencyKey, Misconfiguration, Proof, ProofError,
    RecoveryService as _, ResetError,
};

use super::exchange::{ADA, PASSWORD};
use super::support::http_message::Message;
use super::support::stub_server::{StubResponse, StubServer, response};

/// Forms with a session in a cookie and a token in another cookie, a header or a field.
const FORMS: &str = r#"
id = "forms"
name = "Forms"
cookies = true

[link]
sources = ["query", "manual"]
names = { token = "token" }
code = { digits = 6 }

[[request]]
method = "GET"
path = "/csrf"
success = [{ status = 204 }]
capture = { csrf = { cookie = "csrftoken" }, nonce = { header = "x-nonce" } }

[[request]]
path = "/forgot"
encoding = "form"
headers = { x-csrftoken = "{csrf}", x-nonce = "{nonce}" }
body = { "user[email]" = "{email}" }
success = [{ redirect = "/forgot/done" }]
errors = [{ status = 302, redirect = "/forgot?error=invalid", kind = "address_refused" }]

[[reset]]
early = true
when = "link"
method = "GET"
path = "/reset/{token}"
secret_in_path = true
success = [{ status = 200, content_type = "text/html" }]
errors = [{ redirect = "/login?error=expired", kind = "expired" }]
capture = { csrf_field = { field = "csrf" } }

[[reset]]
when = "link"
path = "/reset"
encoding = "form"
body = { csrf = "{csrf_field}", "user[password]" = "{new_password}" }
success = [{ status = [302, 303], redirect = "/login?reset=done" }]
errors = [{ redirect = "/reset?weak=1", kind = "password_refused", reason = "common" }]

[[reset]]
when = "code"
path = "/code"
encoding = "form"
headers = { cookie = "own={token}:1" }
body = { code = "{token}", password = "{new_password}" }
success = [{ status = 204 }]
errors = [{ status = 400, kind = "wrong_code" }]
"#;

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

fn redirect(target: &str) -> StubResponse {
    response(302, &["Content-Type: text/html", &format!("Location: {target}")], "<a>")
}

/// Answers a reset with a redirect to `target`.
fn forms(message: &Message, target: &str) -> StubResponse {
    match message.line() {
        "GET /base/csrf" => response(
            204,
            &[
                "Set-Cookie: csrftoken=c1%3D; Path=/base",
                "Set-Cookie: session=s1; Path=/; HttpOnly",
                "X-Nonce: n1",
            ],
            "",
        ),
        "POST /base/forgot" => redirect("/base/forgot/done?next=1"),
        "POST /base/reset" => redirect(target),
        "POST /base/code" if message.body.contains("654321") => response(204, &[], ""),
        "POST /base/code" => response(400, &[], ""),
        _ => response(
            200,
            &["Content-Type: text/html", "Set-Cookie: session=s2; Path=/"],
            r#"<form method="post"><input type="hidden" name="csrf" value="f1"></form>"#,
        ),
    }
}

async fn service(target: &'static str) -> (HttpRecoveryService, StubServer) {
    let server = StubServer::start(move |message, _| forms(message, target)).await;
    let base = BaseUrl::parse(server.base().endpoint("/base").as_ref()).unwrap();
    let contract = read(FORMS).unwrap();
    let service =
        HttpRecoveryService::with_contract(contract, base, &BTreeMap::new(), CallLimits::default()).unwrap();
    (service, server)
}

async fn reset(service: &HttpRecoveryService, proof: &Proof) -> Result<(), ResetError> {
    let password = NewPassword::new(PASSWORD).unwrap();
    service.reset_with_proof(proof, &password, &IdempotencyKey::generate(), None).await.map(drop)
}

fn link() -> Proof {
    Proof::from_token(RecoveryToken::parse(TOKEN).unwrap())
}

fn code(digits: &str) -> Proof {
    Proof::Code {
        email: EmailAddress::parse(ADA).unwrap(),
        code: RecoveryCode::parse(digits, CodeShape::digits(6)).unwrap(),
        flow: None,
        verifier: None,
        session: None,
    }
}

/// The cookies of each request, sorted.
fn cookies(server: &StubServer) -> Vec<String> {
    let of = |message: &Message| {
        let mut pairs: Vec<_> = message.header("cookie").unwrap_or_default().split("; ").collect();
        pairs.sort_unstable();
        format!("{}: {}", message.line().replace(TOKEN, "TOKEN"), pairs.join("; "))
    };
    server.requests().iter().map(of).collect()
}

#[tokio::test]
async fn cookies_and_tokens_last_for_one_recovery() {
    let (service, server) = service("/base/login?reset=done").await;
    let email = EmailAddress::parse(ADA).unwrap();
    service.send_account_recovery_email(&email).await.unwrap();
    service.check(&link()).await.unwrap();
    reset(&service, &link()).await.unwrap();
    // The recovery has ended, and nothing of it is sent again.
    service.check(&link()).await.unwrap();
    assert_eq!(
        cookies(&server),
        [
            "GET /base/csrf: ",
            "POST /base/forgot: csrftoken=c1%3D; session=s1",
            "GET /base/reset/TOKEN: csrftoken=c1%3D; session=s1",
            "POST /base/reset: csrftoken=c1%3D; session=s2",
            "GET /base/reset/TOKEN: ",
        ]
    );
    let sent = server.requests();
    let header = |name| sent[1].header(name).map(str::to_owned);
    assert_eq!((header("x-csrftoken"), header("x-nonce")), (Some("c1=".into()), Some("n1".into())));
    // As a browser does. A server with CSRF protection compares it with its own address.
    let origin = format!("http://{}", server.address());
    let origins: Vec<_> = sent.iter().map(|message| message.header("origin")).collect();
    assert_eq!(origins, [None, Some(&*origin), None, Some(&*origin), None]);
    assert_eq!(sent[1].body, "user%5Bemail%5D=ada%40example.org");
    assert_eq!(sent[3].body, "csrf=f1&user%5Bpassword%5D=a+walk+along+the+wet+quay");
}

#[tokio::test]
async fn wrong_code_keeps_the_cookies_for_the_next_one() {
    let (service, server) = service("/").await;
    service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await.unwrap();
    let wrong = reset(&service, &code("123456")).await;
    assert_eq!(wrong, Err(ProofError::WrongCode { tries_left: None }.into()));
    reset(&service, &code("654321")).await.unwrap();
    let expected = "POST /base/code: csrftoken=c1%3D; own=123456:1; session=s1";
    assert_eq!(cookies(&server)[2..], [expected.to_owned(), expected.replace("123456", "654321")]);
    let reset = server.requests().pop().unwrap();
    assert_eq!(reset.headers().filter(|(name, _)| name == "cookie").count(), 1);
}

#[tokio::test]
async fn cookies_of_another_recovery_are_not_sent() {
    let (service, server) = service("/base/login?reset=done").await;
    service.check(&link()).await.unwrap();
    let other = Proof::from_token(RecoveryToken::parse(&TOKEN.replace('0', "9")).unwrap());
    service.check(&other).await.unwrap();
    service.send_account_recovery_email(&EmailAddress::parse("bob@example.org").unwrap()).await.unwrap();
    let seen = server.requests();
    assert!(seen[..3].iter().all(|message| message.header("cookie").is_none()), "{:?}", cookies(&server));
}

/// Without the session of the request, a server such as this one would refuse every code.
#[tokio::test]
async fn self_check_tries_the_code_with_the_cookies_of_the_request() {
    let (service, server) = service("/base/reset?weak=1").await;
    let results = run(&service).await.unwrap();
    let of_code = results.iter().find(|result| result.check.ends_with("code")).unwrap();
    assert!(of_code.outcome.is_passed(), "{of_code:?}");
    let code = cookies(&server).into_iter().find(|call| call.starts_with("POST /base/code")).unwrap();
    assert_eq!(code, "POST /base/code: csrftoken=c1%3D; own=000000:1; session=s1");
}

/// A redirect is never followed. Only its named target at the same server is a success or an error.
#[tokio::test]
async fn redirect_is_a_success_only_to_its_named_target() {
    let unfollowed = || Err(ResetError::Call(CallError::Misconfigured(Misconfiguration::Redirect)));
    for (target, outcome) in [
        ("/base/login?reset=done", Ok(())),
        ("login?a=b&reset=done", Ok(())),
        ("/base/login/?reset=done", Ok(())),
        ("/base/reset?weak=1", Err(ResetError::PasswordRefused(vec![PasswordRejection::Common]))),
        ("/base/login", unfollowed()),
        ("/login?reset=done", unfollowed()),
        ("//other.example/base/login?reset=done", unfollowed()),
        ("https://other.example/base/login?reset=done", unfollowed()),
        ("", unfollowed()),
    ] {
        let (service, server) = service(target).await;
        assert_eq!(reset(&service, &link()).await, outcome, "{target}");
        assert_eq!(server.requests().len(), 2, "{target}");
    }
}

/// Without `cookies = true`, none are kept.
#[tokio::test]
async fn cookies_are_not_kept_unless_the_contract_says_so() {
    let contract = FORMS.replace("cookies = true\n", "").replace("csrf = { cookie = \"csrftoken\" }, ", "");
    let contract = read(&contract.replace("x-csrftoken = \"{csrf}\", ", "")).unwrap();
    let server = StubServer::start(|message, _| forms(message, "/")).await;
    let base = BaseUrl::parse(server.base().endpoint("/base").as_ref()).unwrap();
    let service =
        HttpRecoveryService::with_contract(contract, base, &BTreeMap::new(), CallLimits::default()).unwrap();
    service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await.unwrap();
    service.check(&link()).await.unwrap();
    assert!(server.requests().iter().all(|message| message.header("cookie").is_none()));
}
