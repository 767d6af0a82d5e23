"""Synapse with its database in memory.

Options: `expired` (links are already expired), `throttled` (Synapse's own limits), `revealing` (it says whether an account
exists).
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from serving import EMAIL, HOST, OPTIONS, PASSWORD, PORT, SENDER, SMTP_PORT, ready
from signedjson.key import generate_signing_key, write_signing_keys
from synapse.app._base import register_start
from synapse.app.homeserver import create_homeserver, setup, start, start_reactor
from synapse.config.homeserver import HomeServerConfig
from synapse.logging.context import LoggingContext

UNLIMITED = {"per_second": 1000, "burst_count": 1000}
folder = Path(tempfile.mkdtemp())
(folder / "log.yaml").write_text("version: 1\ndisable_existing_loggers: true\n")
with (folder / "signing.key").open("w") as file:
    write_signing_keys(file, [generate_signing_key("test")])
settings = {
    "server_name": "latchkey.example",
    "public_baseurl": "https://auth.latchkey.example/",
    "report_stats": False,
    "trusted_key_servers": [],
    "signing_key_path": str(folder / "signing.key"),
    "macaroon_secret_key": "a secret for the duration of a test",
    "form_secret": "another secret for the duration of a test",
    "media_store_path": str(folder / "media"),
    "log_config": str(folder / "log.yaml"),
    "pid_file": str(folder / "pid"),
    "database": {"name": "sqlite3", "args": {"database": ":memory:", "cp_min": 1, "cp_max": 1}},
    "listeners": [
        {"port": PORT, "bind_addresses": [HOST], "type": "http", "resources": [{"names": ["client"]}]},
    ],
    "email": {
        "smtp_host": HOST,
        "smtp_port": SMTP_PORT,
        "enable_tls": False,
        "notif_from": SENDER,
        **({"validation_token_lifetime": "0s"} if "expired" in OPTIONS else {}),
    },
    "request_token_inhibit_3pid_errors": "revealing" not in OPTIONS,
    # The fastest, for tests.
    "bcrypt_rounds": 4,
    "password_config": {
        "policy": {"enabled": True, "minimum_length": 8, "require_lowercase": True, "require_symbol": True}
    },
    "rc_login": {"address": UNLIMITED, "account": UNLIMITED, "failed_attempts": UNLIMITED},
    **({} if "throttled" in OPTIONS else {"rc_3pid_validation": UNLIMITED}),
}


async def serve(homeserver):
    await start(homeserver)
    handler = homeserver.get_auth_handler()
    register = homeserver.get_registration_handler().register_user
    user = await register(localpart="ada", password_hash=await handler.hash(PASSWORD))
    await handler.add_threepid(user, "email", EMAIL, homeserver.get_clock().time_msec())
    ready()


config = HomeServerConfig()
config.parse_config_dict(settings, str(folder), str(folder))
with LoggingContext(name="main", server_name=config.server.server_name):
    homeserver = create_homeserver(config)
    setup(homeserver)
    register_start(homeserver, serve, homeserver)
    start_reactor(config)
