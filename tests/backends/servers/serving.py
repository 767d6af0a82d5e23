"""Shared by all `serve.py` programs.

Usage: `serve.py PORT SMTP_PORT [OPTION…]`. The server listens on loopback, sends its emails to the SMTP port, and prints
the line `ready` when it accepts connections. An option is a word that changes one setting.
"""

import sys

EMAIL = "ada@example.org"
PASSWORD = "the old harbour wall"
SENDER = "no-reply@example.org"
HOST = "127.0.0.1"

PORT, SMTP_PORT = int(sys.argv[1]), int(sys.argv[2])
OPTIONS = set(sys.argv[3:])


def ready():
    """Reports that the server accepts connections."""
    print("ready", flush=True)
