"""Servers that stand in for a DynamoDB in trouble. All over real HTTP, on this machine."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

Answer = tuple[int, bytes]
TYPE = "application/x-amz-json-1.0"
FAULT = "com.amazonaws.dynamodb.v20120810#"


def saying(status: int, fault: str) -> Callable[[str, bytes, dict[str, str]], Answer]:
    """What DynamoDB answers when it cannot do what it was asked."""
    body = json.dumps({"__type": FAULT + fault, "message": "no"}).encode()
    return lambda *_: (status, body)


def silent(*_) -> Answer:
    """Accept the request and think about it for longer than anybody waits."""
    time.sleep(2)
    return 500, b""


def other(*_) -> Answer:
    """Something else answers in its place, such as a captive portal."""
    return 200, b"<html>Please log in</html>"


def late(address: str) -> Callable[[str, bytes, dict[str, str]], Answer]:
    """Pass on to the DynamoDB at `address`, but the first time only after half a second."""
    waits = [0.5]

    def pass_on(path: str, body: bytes, headers: dict[str, str]) -> Answer:
        time.sleep(waits.pop() if waits else 0)
        try:
            answer = urlopen(Request(address + path, body, headers), timeout=5)
        except HTTPError as refusal:
            answer = refusal
        with answer:
            return answer.status, answer.read()

    return pass_on


class Troubled(ThreadingHTTPServer):
    """Answers every request by `script` and counts them."""

    daemon_threads = True

    def __init__(self, script):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script, self.requests = script, 0

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Troubled

    def do_POST(self):
        self.server.requests += 1
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status, answer = self.server.script(self.path, body, dict(self.headers))
        try:
            self.send_response(status)
            self.send_header("Content-Type", TYPE)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        except OSError:
            pass  # who asked has given up

    def log_message(self, *_args):
        pass


@contextmanager
def troubled(script) -> Iterator[Troubled]:
    with Troubled(script) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def closed() -> Iterator[str]:
    """An address where nobody listens, and nobody else will meanwhile."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"
