"""Keycloak with its database in memory, and as many realms as tests need, because it takes long to start.

Options of a realm:
- `totp`: the account has an authenticator app
- `locks`: an account is locked by wrong passwords
- `base-url`: the client has a web address, which leads to the app
- `expired`: the links of emails have already expired
"""

import json
import os
import sys
import time
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import gateway
from serving import EMAIL, HOST, PASSWORD, PORT, SENDER, SMTP_PORT

HOME = next(Path(os.environ["LATCHKEY_TEST_BACKENDS"], "keycloak").glob("keycloak-*"))
UPSTREAM = gateway.free_port()
BASE = f"http://{HOST}:{UPSTREAM}"
ADMIN_PASSWORD = uuid.uuid4().hex
LOCK_TIMEOUT = 60
TOTP_SECRET = "a secret of twenty b"
APP_LINK = "https://recover.latchkey.example/reset-password#done=1"
CLIENT = {
    "clientId": "app",
    "publicClient": True,
    "redirectUris": ["latchkey://reset-password"],
    "directAccessGrantsEnabled": True,
    "attributes": {"pkce.code.challenge.method": "S256"},
}


def account(options):
    credentials = [{"type": "password", "value": PASSWORD}]
    if "totp" in options:
        settings = {"subType": "totp", "digits": 6, "period": 30, "algorithm": "HmacSHA1"}
        credentials.append(
            {
                "type": "otp",
                "secretData": json.dumps({"value": TOTP_SECRET}),
                "credentialData": json.dumps(settings),
            }
        )
    return {
        "username": "ada",
        "email": EMAIL,
        "firstName": "Ada",
        "lastName": "Lovelace",
        "emailVerified": True,
        "enabled": True,
        "credentials": credentials,
    }


def create_realm(name, options):
    realm = {
        "realm": name,
        "enabled": True,
        "sslRequired": "none",
        "resetPasswordAllowed": True,
        "loginWithEmailAllowed": True,
        "passwordPolicy": "length(8) and notUsername and passwordHistory(1)",
        "bruteForceProtected": "locks" in options,
        "failureFactor": 3,
        "permanentLockout": False,
        "smtpServer": {"host": HOST, "port": str(SMTP_PORT), "from": SENDER},
        "clients": [CLIENT | ({"baseUrl": APP_LINK} if "base-url" in options else {})],
        "users": [account(options)],
    }
    if "expired" in options:
        realm["actionTokenGeneratedByUserLifespan"] = -60
    gateway.must("POST", f"{BASE}/admin/realms", realm, administrator())


def administrator():
    """Headers of an administrator's request. Their token is valid for a minute."""
    form = f"grant_type=password&client_id=admin-cli&username=admin&password={ADMIN_PASSWORD}"
    return {"authorization": f"Bearer {gateway.token(f'{BASE}/realms/master/protocol/openid-connect/token', form)}"}


def identity(realm):
    users = f"{BASE}/admin/realms/{realm}/users?email={EMAIL}&exact=true"
    return gateway.must("GET", users, headers=administrator())[0]["id"]


def disable(realm):
    user = f"{BASE}/admin/realms/{realm}/users/{identity(realm)}"
    gateway.must("PUT", user, {"enabled": False}, administrator())


def wait_until_locked(realm):
    """The server counts wrong passwords after it has answered."""
    lock = f"{BASE}/admin/realms/{realm}/attack-detection/brute-force/users/{identity(realm)}"
    deadline = time.monotonic() + LOCK_TIMEOUT
    while not gateway.must("GET", lock, headers=administrator())["disabled"]:
        if time.monotonic() > deadline:
            raise TimeoutError("the account is not locked")
        time.sleep(0.1)


gateway.run(
    [
        str(HOME / "bin/kc.sh"),
        "start",
        # scripts/backends has built it for a database in memory.
        "--optimized",
        "--http-enabled=true",
        f"--http-host={HOST}",
        f"--http-port={UPSTREAM}",
        f"--hostname=http://{HOST}:{PORT}",
        "--log-level=warn",
    ],
    {
        **os.environ,
        # It runs for a short time.
        "JAVA_OPTS_APPEND": "-XX:TieredStopAtLevel=1",
        "KC_BOOTSTRAP_ADMIN_USERNAME": "admin",
        "KC_BOOTSTRAP_ADMIN_PASSWORD": ADMIN_PASSWORD,
    },
    f"{BASE}/realms/master",
)
controls = [create_realm, disable, wait_until_locked]
gateway.serve(UPSTREAM, {control.__name__: control for control in controls})
