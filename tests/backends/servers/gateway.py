"""Runs a server program behind a gateway on `PORT`, through which tests change accounts and clocks.

`POST /control/NAME` with a JSON object calls the control of this name with the object's members, and answers with its
result. All other requests go to the program, without `prefix`.
"""

import contextlib
import http.client
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from serving import HOST, PORT, ready

START_TIMEOUT = 580
# A temporary folder for the program's files.
FOLDER = Path(tempfile.mkdtemp(prefix="backend-"))
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}


# Below the ephemeral ports, so that no client takes one before the server listens, and not those of the tests' own servers.
PORTS = itertools.count(10_000 + os.getpid() % 900 * 10)


def free_port():
    for port in PORTS:
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind((HOST, port))
            return port


def run(command, environment, health):
    """Starts a program in `FOLDER`, and waits until `health`, a URL, answers 200.

    If it does not start, its output is ours.
    """
    log = FOLDER / "output.log"
    with log.open("wb") as output:
        program = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, cwd=FOLDER, start_new_session=True
        )
    stop_with_us(program.pid)
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline and program.poll() is None:
        try:
            with urllib.request.urlopen(health, timeout=2):
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
    sys.exit(log.read_text(errors="replace")[-8000:])


def stop_with_us(program):
    """Stops the program and deletes its folder when this process ends, even if it is killed."""
    read_end, write_end = os.pipe()
    if os.fork():
        os.close(read_end)
        return
    # A signal to the group of this process must not end this one first.
    os.setsid()
    sys.stdout.close()
    os.close(write_end)
    # Returns when the process with the other end has ended.
    os.read(read_end, 1)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program, signal.SIGKILL)
    shutil.rmtree(FOLDER, ignore_errors=True)
    os._exit(0)


def call(method, url, body=None, headers=None):
    """The status and the JSON body of a request of JSON."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json"} | (headers or {}), method=method)
    try:
        with urllib.request.urlopen(request) as response:
            status, text = response.status, response.read()
    except urllib.error.HTTPError as error:
        status, text = error.code, error.read()
    return status, json.loads(text or b"null")


def must(method, url, body=None, headers=None):
    """The JSON body of a request that must succeed."""
    status, answer = call(method, url, body, headers)
    if status >= 300:
        sys.exit(f"{method} {url}: {status} {answer}")
    return answer


def token(url, form):
    """The access token that an OAuth 2.0 endpoint answers to a form."""
    with urllib.request.urlopen(url, form.encode()) as response:
        return json.load(response)["access_token"]


def serve(upstream, controls, prefix="", pages=None):
    """Serves the program at the port `upstream`, these controls and these pages, forever."""

    class Gateway(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def reply(self, status, headers, body):
            self.send_response(status)
            for name, value in headers:
                if name.lower() not in HOP_BY_HOP:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def handle_any(self):
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            if self.path in (pages or {}):
                return self.reply(200, [("content-type", "text/html")], pages[self.path].encode())
            if self.path.startswith("/control/"):
                result = controls[self.path.removeprefix("/control/")](**json.loads(body or b"{}"))
                return self.reply(200, [("content-type", "application/json")], json.dumps(result).encode())
            if not self.path.startswith(prefix):
                return self.reply(404, [], b"")
            connection = http.client.HTTPConnection(HOST, upstream)
            headers = dict(self.headers) | {"x-forwarded-for": HOST}
            connection.request(self.command, self.path.removeprefix(prefix) or "/", body, headers)
            response = connection.getresponse()
            self.reply(response.status, response.getheaders(), response.read())

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = handle_any

    gateway = ThreadingHTTPServer((HOST, PORT), Gateway)
    ready()
    gateway.serve_forever()
