"""A server process to talk to, and how to talk to it."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.alexa.verification.certificates import signed, world
from tests.alexa.verification.chain_host import ChainHost
from tests.alexa.verification.envelopes import compact, envelope


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def request_of(user: str = "someone", url: str = "") -> tuple[bytes, dict[str, str]]:
    """A signed launch by `user`, whose chain is at `url`."""
    content = envelope()
    content["context"]["System"]["user"] = {"userId": user}
    body = compact(content)
    return body, signed(body, url=url) if url else signed(body)


def raw(version: str = "1.1", more: str = "", user: str = "someone") -> bytes:
    """The same as the bytes of one HTTP request; `more` are header lines, each with its end."""
    body, headers = request_of(user)
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    start = f"POST / HTTP/{version}\r\nHost: x\r\n{head}{more}Content-Length: {len(body)}\r\n\r\n"
    return start.encode() + body


@dataclass
class Served:
    """`python -m tests.hosting.web.serve`, running; what it logs goes to the file `log`."""

    process: subprocess.Popen[str]
    port: int
    log: Path

    def post(self, body: bytes, headers: dict[str, str], timeout: float = 8) -> int:
        """The status."""
        return self.exchange("POST", "/", body, headers, timeout)

    def exchange(self, method: str, path: str, body: Any, headers: Any, timeout: float) -> int:
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            client.request(method, path, body, headers)
            with client.getresponse() as response:
                response.read()
                return response.status
        finally:
            client.close()

    def listens(self) -> bool:
        try:
            self.connect().close()
        except OSError:
            return False
        return True

    def connect(self, sent: bytes = b"") -> socket.socket:
        client = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        client.sendall(sent)
        return client

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop, and wait. Returns its exit status."""
        self.process.send_signal(how)
        return self.process.wait(timeout=30)


def command(folder: Path, host: ChainHost, **settings: Any) -> list[str]:
    root = folder / "root.pem"
    root.write_bytes(world().root.pem)
    given = {
        "settings": settings,
        "root": str(root),
        "roots": str(host.roots_file),
        "chain_port": host.port,
    }
    return [sys.executable, "-W", "error", "-m", "tests.hosting.web.serve", json.dumps(given)]


@contextmanager
def served(folder: Path, host: ChainHost, **settings: Any) -> Iterator[Served]:
    log, port = folder / "log", free_port()
    with log.open("w") as output:
        process = subprocess.Popen(
            command(folder, host, port=port, **settings), stdout=output, text=True
        )
    server = Served(process, port, log)
    try:
        end = time.monotonic() + 20
        while not server.listens() and time.monotonic() < end and process.poll() is None:
            time.sleep(0.05)
        yield server
    finally:
        if process.returncode is None:
            server.stop()
