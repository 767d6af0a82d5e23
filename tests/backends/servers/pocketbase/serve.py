"""PocketBase with its collection `users`, as a new installation has it.

Options: `expired` (every link is too old), `throttled` (one request an hour, of each kind).
"""

import os
import select
import shutil
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from serving import EMAIL, HOST, OPTIONS, PASSWORD, PORT, SENDER, SMTP_PORT, ready

FOLDER = Path(tempfile.mkdtemp(prefix="pocketbase-"))
PROGRAM = Path(sys.executable).parent / "pocketbase"


def become_pocketbase():
    """Turns this process into the server, so that who ends it ends the server."""
    # What it says of itself, among it how to make an administrator, is not `ready`.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    source = Path(__file__).parent
    folders = {
        "dir": FOLDER / "data",
        "publicDir": FOLDER / "public",
        "hooksDir": source / "hooks",
        "migrationsDir": source / "migrations",
    }
    os.execve(
        PROGRAM,
        [
            str(PROGRAM),
            "serve",
            f"--http={HOST}:{PORT}",
            "--hooksWatch=false",
            *(f"--{name}={path}" for name, path in folders.items()),
        ],
        # No PATH: it would open a browser at the page that makes an administrator.
        {
            "EMAIL": EMAIL,
            "PASSWORD": PASSWORD,
            "SENDER": SENDER,
            "HOST": HOST,
            "SMTP_PORT": str(SMTP_PORT),
            **{option.upper(): "yes" for option in OPTIONS},
        },
    )


def answers():
    """Whether it takes connections by now."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{PORT}/api/health"):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


def ended(within):
    """Whether it ended, which closes its end of the pipe."""
    return bool(select.select([our_end], [], [], within)[0])


our_end, its_end = os.pipe()
os.set_inheritable(its_end, True)
if os.fork():
    become_pocketbase()
# What follows is a second process, which says when the first is ready, and takes its folder away when it has gone.
os.close(its_end)
while not answers() and not ended(within=0.05):
    pass
if not ended(within=0):
    ready()
sys.stdout.close()
ended(within=None)
shutil.rmtree(FOLDER)
