"""Supabase Auth with a new database, below /auth/v1 as in a project.

`LATCHKEY_TEST_SUPABASE_AUTH` is its program, and `LATCHKEY_TEST_POSTGRES` a PostgreSQL server.

Options:
- `default-mail`: the email of a project that has not changed its template, with a link to the server and no code, unless
  `token-mail` is given too
- `eight-digits`: codes of 8 digits
- `throttled`: one email a minute for each address; `quota`: the project may send no more emails
- `expired-sessions`: sessions are over as soon as they are opened
- `captcha`; `no-mail-server`; `only-team`: emails to team members only
"""

import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import gateway
import totp
from serving import EMAIL, HOST, OPTIONS, PASSWORD, PORT, SENDER, SMTP_PORT

PREFIX = "/auth/v1"
UPSTREAM = gateway.free_port()
BASE = f"http://{HOST}:{UPSTREAM}"
SERVER = os.environ["LATCHKEY_TEST_POSTGRES"]
SECRET = uuid.uuid4().hex
DATABASE = f"supabase_{uuid.uuid4().hex}"
REDIRECT = "https://recover.latchkey.example/reset-password"
TEMPLATE = f"""<p><a href="{REDIRECT}?token_hash={{{{ .TokenHash }}}}&type=recovery">Reset your password</a></p>
<p>{{{{ .Token }}}}</p>"""
DEFAULT_TEMPLATE = """<h2>Reset Password</h2><p><a href="{{ .ConfirmationURL }}">Reset Password</a></p>"""


def sql(statements, database=DATABASE):
    url = f"{SERVER}/{database}"
    command = ["psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", url, "--command", statements]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def environment():
    settings = {
        "API_HOST": HOST,
        "API_MAX_REQUEST_DURATION": "60s",
        "DB_DRIVER": "postgres",
        "JWT_SECRET": SECRET,
        "JWT_EXP": -60 if "expired-sessions" in OPTIONS else 3600,
        "JWT_AUD": "authenticated",
        "JWT_ADMIN_ROLES": "service_role",
        "JWT_DEFAULT_GROUP_NAME": "authenticated",
        "SITE_URL": "https://site.latchkey.example",
        "URI_ALLOW_LIST": REDIRECT,
        "EXTERNAL_EMAIL_ENABLED": "true",
        "DISABLE_SIGNUP": "false",
        "MAILER_AUTOCONFIRM": "true",
        "MAILER_URLPATHS_RECOVERY": f"{PREFIX}/verify",
        "MAILER_TEMPLATES_RECOVERY": f"http://{HOST}:{PORT}/recovery.html",
        "MAILER_OTP_LENGTH": 8 if "eight-digits" in OPTIONS else 6,
        "MAILER_OTP_EXP": 3600,
        "SMTP_HOST": HOST,
        "SMTP_PORT": 1 if "no-mail-server" in OPTIONS else SMTP_PORT,
        "SMTP_ADMIN_EMAIL": SENDER,
        "SMTP_MAX_FREQUENCY": "60s" if "throttled" in OPTIONS else "1ns",
        "RATE_LIMIT_EMAIL_SENT": 0 if "quota" in OPTIONS else "1000/1h",
        "RATE_LIMIT_HEADER": "X-Forwarded-For",
        "RATE_LIMIT_OTP": 100_000,
        # Neither applies to the session of a recovery.
        "SECURITY_UPDATE_PASSWORD_REQUIRE_REAUTHENTICATION": "true",
        "SECURITY_UPDATE_PASSWORD_REQUIRE_CURRENT_PASSWORD": "true",
        "SECURITY_CAPTCHA_ENABLED": "captcha" in OPTIONS,
        "SECURITY_CAPTCHA_PROVIDER": "hcaptcha",
        "SECURITY_CAPTCHA_SECRET": "none",
        "PASSWORD_MIN_LENGTH": 10,
        "PASSWORD_REQUIRED_CHARACTERS": "abcdefghijklmnopqrstuvwxyz",
        "MFA_TOTP_ENROLL_ENABLED": "true",
        "MFA_TOTP_VERIFY_ENABLED": "true",
        "LOG_LEVEL": "warn",
    }
    if "only-team" in OPTIONS:
        settings["EXTERNAL_EMAIL_AUTHORIZED_ADDRESSES"] = "team@example.org"
    return {
        **os.environ,
        "API_EXTERNAL_URL": f"http://{HOST}:{PORT}{PREFIX}",
        "DATABASE_URL": f"{SERVER}/{DATABASE}?search_path=auth&sslmode=disable",
        "PORT": str(UPSTREAM),
        **{f"GOTRUE_{name}": str(value) for name, value in settings.items()},
    }


def encode(part):
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def administrator():
    """Headers of an administrator's request: a JWT of the role `service_role`."""
    head, claims = ({"alg": "HS256", "typ": "JWT"}, {"role": "service_role", "aud": "authenticated"})
    signed = ".".join(encode(json.dumps(part).encode()) for part in (head, claims))
    signature = hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).digest()
    return {"authorization": f"Bearer {signed}.{encode(signature)}"}


def change_account(**members):
    gateway.must("PUT", f"{BASE}/admin/users/{ACCOUNT}", members, administrator())


def ban():
    change_account(ban_duration="24h")


def add_metadata(size):
    """The account's metadata are part of its access tokens."""
    change_account(user_metadata={"about": "a" * size})


def expire_emails():
    sql("update auth.users set recovery_sent_at = recovery_sent_at - interval '1 day'")


def expire_requests():
    """Requests with PKCE were made six minutes earlier."""
    sql("update auth.flow_state set created_at = created_at - interval '6 minutes'")


def end_sessions():
    sql("delete from auth.sessions")


def enroll_totp(count=1):
    """Adds authenticator apps to the account. Returns their secrets."""
    account = {"email": EMAIL, "password": PASSWORD}
    token = gateway.must("POST", f"{BASE}/token?grant_type=password", account)["access_token"]
    secrets = []
    for number in range(count):
        headers = {"authorization": f"Bearer {token}"}
        factor = {"factor_type": "totp", "friendly_name": f"phone {number}"}
        factor = gateway.must("POST", f"{BASE}/factors", factor, headers)
        path = f"{BASE}/factors/{factor['id']}"
        challenge = gateway.must("POST", f"{path}/challenge", {}, headers)
        secrets.append(factor["totp"]["secret"])
        proof = {"challenge_id": challenge["id"], "code": totp.code(secrets[-1])}
        token = gateway.must("POST", f"{path}/verify", proof, headers)["access_token"]
    return secrets


sql(f"create database {DATABASE}", "postgres")
roles = "".join(
    f"do $$ begin create role {name}; exception when duplicate_object then null; end $$;"
    for name in ("postgres", "anon", "authenticated", "service_role", "dashboard_user")
)
sql(f"{roles} create schema auth")
gateway.run([os.environ["LATCHKEY_TEST_SUPABASE_AUTH"]], environment(), f"{BASE}/health")
account = {"email": EMAIL, "password": PASSWORD, "email_confirm": True}
ACCOUNT = gateway.must("POST", f"{BASE}/admin/users", account, administrator())["id"]
is_default = "default-mail" in OPTIONS and "token-mail" not in OPTIONS
template = DEFAULT_TEMPLATE if is_default else TEMPLATE
controls = [ban, add_metadata, expire_emails, expire_requests, end_sessions, enroll_totp, totp.code]
gateway.serve(UPSTREAM, {control.__name__: control for control in controls}, PREFIX, {"/recovery.html": template})
