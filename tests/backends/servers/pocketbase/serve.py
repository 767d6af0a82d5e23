"""PocketBase with the collection `users` of a new installation.

Options: `expired` (links are already expired), `throttled` (one request of each kind an hour).
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
    """Replaces this process by the server, so that killing it kills the server."""
    # Discard the server's output; the test expects only the line `ready`.
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
        # Without PATH it cannot open a browser with the page for creating an administrator.
        {
            "EMAIL": EMAIL,
            "PASSWORD": PASSWORD,
            "SENDER": SENDER,
            "HOST": HOST,
            "SMTP_PORT": str(SMTP_PORT),
            **{option.upper(): "yes" for option in OPTIONS},
        },
    )


def is_ready():
    """Whether the server accepts connections."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{PORT}/api/health"):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


def has_exited(within):
    """Whether the server has exited, which closes its end of the pipe."""
    return bool(select.select([read_end], [], [], within)[0])


read_end, write_end = os.pipe()
os.set_inheritable(write_end, True)
if os.fork():
    become_pocketbase()
# The child process reports when the server is ready, and deletes its folder after it has exited.
os.close(write_end)
while not is_ready() and not has_exited(within=0.05):
    pass
if not has_exited(within=0):
    ready()
sys.stdout.close()
has_exited(within=None)
shutil.rmtree(FOLDER)
