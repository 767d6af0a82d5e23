"""Codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds)."""

import base64
import hashlib
import hmac
import struct
import time

PERIOD = 30


def code(secret, steps=0):
    """The code of a secret in base32, `steps` periods from now."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time()) // PERIOD + steps)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
