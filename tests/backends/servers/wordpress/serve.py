"""WordPress with a database of its own. `LATCHKEY_TEST_WORDPRESS` is its folder, with wp-login.php.

Options: `expired` (links are already expired), `no-mail-server`.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import gateway
from serving import EMAIL, HOST, OPTIONS, PASSWORD, SENDER, SMTP_PORT

SOURCE = Path(__file__).parent
SITE = gateway.FOLDER / "site"
DATA = gateway.FOLDER / "data"
SOCKET = gateway.FOLDER / "socket"
SITE_PORT = gateway.free_port()
START_TIMEOUT = 120
# The user name has characters that are percent-encoded in the link.
SETTINGS = {
    "SITE_HOST": HOST,
    "DATABASE": f"localhost:{SOCKET}",
    "LOGIN": "ada l@harbour",
    "EMAIL": EMAIL,
    "PASSWORD": PASSWORD,
    "SENDER": SENDER,
    "SMTP_PORT": str(1 if "no-mail-server" in OPTIONS else SMTP_PORT),
    "EXPIRED": "yes" if "expired" in OPTIONS else "",
}
ENVIRONMENT = {**os.environ, **SETTINGS}


def start_database():
    """A database without a network, only for the user of these tests."""
    user = f"--user={os.environ.get('USER', 'root')}"
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    install = ["--no-defaults", user, f"--datadir={DATA}", "--skip-test-db", "--auth-root-authentication-method=normal"]
    subprocess.run(["mariadb-install-db", *install], check=True, **silent)
    options = [user, f"--datadir={DATA}", f"--socket={SOCKET}", "--skip-networking", "--innodb-flush-log-at-trx-commit=0"]
    database = subprocess.Popen(["mariadbd", "--no-defaults", *options], start_new_session=True, **silent)
    gateway.stop_with_us(database.pid)
    create = ["--no-defaults", f"--socket={SOCKET}", "--user=root", "--execute=create database wordpress"]
    deadline = time.monotonic() + START_TIMEOUT
    while subprocess.run(["mariadb", *create], check=False, **silent).returncode:
        if time.monotonic() > deadline or database.poll() is not None:
            sys.exit("the database did not start")
        time.sleep(0.1)


def install_site():
    """A copy of the program, because its settings are beside it."""
    shutil.copytree(os.environ["LATCHKEY_TEST_WORDPRESS"], SITE, ignore=shutil.ignore_patterns("wp-content"))
    (SITE / "wp-content" / "mu-plugins").mkdir(parents=True)
    (SITE / "wp-config.php").unlink(missing_ok=True)
    shutil.copy(SOURCE / "wp-config.php", SITE)
    shutil.copy(SOURCE / "site.php", SITE / "wp-content" / "mu-plugins")
    subprocess.run(["php", SOURCE / "install.php", SITE], env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)


start_database()
install_site()
gateway.run(
    ["php", "-S", f"{HOST}:{SITE_PORT}", "-t", str(SITE)],
    {**ENVIRONMENT, "PHP_CLI_SERVER_WORKERS": "2"},
    f"http://{HOST}:{SITE_PORT}/wp-login.php",
)
gateway.serve(SITE_PORT, {})
