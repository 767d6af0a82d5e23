"""Ory Kratos with a new SQLite database. `LATCHKEY_TEST_KRATOS` is its program, built with the tag `sqlite`.

Options:
- `without-flag`: without `feature_flags.use_continue_with_transitions`
- `choose-address`: with `feature_flags.choose_recovery_address`; `two-addresses`: the account has two
- `aal1`: the settings do not require a second factor
- `revokes-sessions`: the hook `revoke_active_sessions` after a recovery
- `mailed-factor`: a code by email is a second factor
- `short-privilege`: a session is too old for a new password as soon as it is opened
- `no-mail-server`
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import gateway
import totp
from serving import EMAIL, HOST, OPTIONS, PASSWORD, SENDER, SMTP_PORT

PROGRAM = os.environ["LATCHKEY_TEST_KRATOS"]
PUBLIC, ADMIN = gateway.free_port(), gateway.free_port()
BASE, ADMIN_BASE = f"http://{HOST}:{PUBLIC}", f"http://{HOST}:{ADMIN}"
DATABASE = gateway.FOLDER / "kratos.sqlite"
SECOND_EMAIL = "ada.lovelace@example.org"
ADDRESS = {"verification": {"via": "email"}, "recovery": {"via": "email"}}
SCHEMA = {
    "$id": "https://latchkey.example/person.json",
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "properties": {
        "traits": {
            "type": "object",
            "properties": {
                "email": {
                    "type": "string",
                    "format": "email",
                    "ory.sh/kratos": {
                        "credentials": {
                            "password": {"identifier": True},
                            "code": {"identifier": True, "via": "email"},
                            "totp": {"account_name": True},
                        },
                        **ADDRESS,
                    },
                },
                "other": {"type": "string", "format": "email", "ory.sh/kratos": ADDRESS},
            },
            "required": ["email"],
        }
    },
}


def configuration():
    after_recovery = {"hooks": [{"hook": "revoke_active_sessions"}]} if "revokes-sessions" in OPTIONS else {}
    return {
        "dsn": f"sqlite://{DATABASE}?_fk=true&mode=rwc",
        "serve": {
            "public": {"base_url": f"{BASE}/", "host": HOST, "port": PUBLIC},
            "admin": {"base_url": f"{ADMIN_BASE}/", "host": HOST, "port": ADMIN},
        },
        "identity": {"schemas": [{"id": "default", "url": (gateway.FOLDER / "person.json").as_uri()}]},
        "selfservice": {
            "default_browser_return_url": "https://site.latchkey.example/",
            "methods": {
                "password": {"enabled": True, "config": {"haveibeenpwned_enabled": False}},
                "code": {"enabled": True, "mfa_enabled": "mailed-factor" in OPTIONS},
                "totp": {"enabled": True},
                "lookup_secret": {"enabled": True},
                "link": {"enabled": False},
            },
            "flows": {
                "recovery": {"enabled": True, "use": "code", "after": after_recovery},
                "settings": {
                    "privileged_session_max_age": "1ns" if "short-privilege" in OPTIONS else "15m",
                    "required_aal": "aal1" if "aal1" in OPTIONS else "highest_available",
                },
            },
        },
        "session": {"whoami": {"required_aal": "aal1"}},
        "courier": {
            "smtp": {
                "connection_uri": f"smtp://{HOST}:{1 if 'no-mail-server' in OPTIONS else SMTP_PORT}/?disable_starttls=true",
                "from_address": SENDER,
            },
            "worker": {"pull_wait": "100ms"},
        },
        "secrets": {"cookie": ["a secret of sixteen or more"], "cipher": ["a secret of 32 characters, sharp"]},
        "hashers": {"algorithm": "bcrypt", "bcrypt": {"cost": 4}},
        "feature_flags": {
            "use_continue_with_transitions": "without-flag" not in OPTIONS,
            "choose_recovery_address": "choose-address" in OPTIONS,
        },
        "log": {"level": "warning"},
    }


def sql(statement):
    with closing(sqlite3.connect(DATABASE, timeout=30)) as database, database:
        database.execute(statement)


def create_tables():
    """Creating them takes many times as long as starting, so a database with them is kept for the next start."""
    program = os.stat(PROGRAM)
    kept = Path(os.environ["LATCHKEY_TEST_BACKENDS"]) / f"kratos-{program.st_mtime_ns}-{program.st_size}.sqlite"
    if kept.exists():
        shutil.copy(kept, DATABASE)
        return
    subprocess.run(
        [PROGRAM, "migrate", "sql", "up", "--read-from-env", "--yes", "--config", gateway.FOLDER / "kratos.json"],
        env={**os.environ, "DSN": configuration()["dsn"]},
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    copy = gateway.FOLDER / "copy.sqlite"
    sql(f"vacuum into '{copy}'")
    unfinished = kept.with_suffix(f".{os.getpid()}")
    shutil.copy(copy, unfinished)
    unfinished.rename(kept)


def expire_codes():
    sql("update identity_recovery_codes set expires_at = '2020-01-01 00:00:00+00:00'")


def expire_flows(kind):
    sql(f"update selfservice_{kind}_flows set expires_at = '2020-01-01 00:00:00+00:00'")


def delete_flows(kind):
    sql(f"delete from selfservice_{kind}_flows")


def end_sessions():
    gateway.must("DELETE", f"{ADMIN_BASE}/admin/identities/{IDENTITY}/sessions")


def disable():
    change = [{"op": "replace", "path": "/state", "value": "inactive"}]
    gateway.must("PATCH", f"{ADMIN_BASE}/admin/identities/{IDENTITY}", change)


def signed_in():
    """The headers of a session that was just opened."""
    flow = gateway.must("GET", f"{BASE}/self-service/login/api")["id"]
    account = {"method": "password", "identifier": EMAIL, "password": PASSWORD}
    session = gateway.must("POST", f"{BASE}/self-service/login?flow={flow}", account)
    return {"x-session-token": session["session_token"]}


def change_settings(headers, *changes):
    """Submits these to one flow of the settings. Returns it as it was before."""
    flow = gateway.must("GET", f"{BASE}/self-service/settings/api", headers=headers)
    for change in changes:
        change = change(flow) if callable(change) else change
        gateway.must("POST", f"{BASE}/self-service/settings?flow={flow['id']}", change, headers)
    return flow


def totp_secret(flow):
    nodes = {node["attributes"].get("id"): node["attributes"] for node in flow["ui"]["nodes"]}
    return nodes["totp_secret_key"]["text"]["text"]


def enroll_totp():
    """Adds an authenticator app to the account. Returns its secret."""
    headers = signed_in()
    confirm = lambda flow: {"method": "totp", "totp_code": totp.code(totp_secret(flow))}
    return totp_secret(change_settings(headers, confirm))


def enroll_lookup_secrets():
    regenerate = {"method": "lookup_secret", "lookup_secret_regenerate": True}
    change_settings(signed_in(), regenerate, {"method": "lookup_secret", "lookup_secret_confirm": True})


(gateway.FOLDER / "person.json").write_text(json.dumps(SCHEMA))
(gateway.FOLDER / "kratos.json").write_text(json.dumps(configuration()))
create_tables()
gateway.run(
    [PROGRAM, "serve", "--watch-courier", "--dev", "--config", str(gateway.FOLDER / "kratos.json")],
    {**os.environ, "DO_NOT_TRACK": "true", "SQA_OPT_OUT": "true"},
    f"{ADMIN_BASE}/admin/health/ready",
)
traits = {"email": EMAIL} | ({"other": SECOND_EMAIL} if "two-addresses" in OPTIONS else {})
addresses = [
    {"value": address, "verified": True, "via": "email", "status": "completed"} for address in traits.values()
]
IDENTITY = gateway.must(
    "POST",
    f"{ADMIN_BASE}/admin/identities",
    {
        "schema_id": "default",
        "traits": traits,
        "verifiable_addresses": addresses,
        "credentials": {"password": {"config": {"password": PASSWORD}}},
    },
)["id"]
controls = [
    expire_codes, expire_flows, delete_flows, end_sessions, disable, enroll_totp, enroll_lookup_secrets, totp.code
]
gateway.serve(PUBLIC, {control.__name__: control for control in controls})
