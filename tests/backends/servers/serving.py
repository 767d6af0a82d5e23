"""What the serve programs of these servers have in common.

Each is called `serve.py PORT SMTP_PORT [OPTION…]`, serves on loopback, sends its mails to the SMTP port, and prints one
line, `ready`, once it takes connections. An option is a word that changes one setting of the server.
"""

import sys

EMAIL = "ada@example.org"
PASSWORD = "the old harbour wall"
SENDER = "no-reply@example.org"
HOST = "127.0.0.1"

PORT, SMTP_PORT = int(sys.argv[1]), int(sys.argv[2])
OPTIONS = set(sys.argv[3:])


def ready():
    """Says that connections are taken from now on."""
    print("ready", flush=True)
