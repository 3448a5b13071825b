"""Starting and stopping the servers, each alone on the first core."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from benchmarks.alexa import intent_request, rsa_authority
from benchmarks.cores import on_core
from benchmarks.load import http_request
from benchmarks.peers import install
from benchmarks.report import workshop
from skill.simulator.signing import SigningAuthority

NAMES = {
    "leg-day": "Leg Day (verified, answered, remembered)",
    "express": "Node ask-sdk-express-adapter, hello world",
    "flask-ask": "Python flask-ask-sdk, hello world, on granian",
    "flask": "bare Flask, nothing verified, on granian",
}
_TIMEOUT = 30.0  # seconds for a server to start or to end


@dataclass
class Bench:
    """A folder with the certificates, and the servers that trust them."""

    folder: Path
    authority: SigningAuthority

    def request(self) -> bytes:
        """A signed request of this moment; it stays valid for 150 seconds."""
        body = intent_request()
        return http_request(body, self.authority.sign(body))

    @contextmanager
    def server(self, name: str) -> Iterator[tuple[int, int]]:
        """Run one of NAMES; gives its port and its process id. The log goes to the folder."""
        port = _free_port()
        with (self.folder / f"{name}.log").open("w") as log:
            process = subprocess.Popen(
                self._command(name, port),
                env=os.environ
                | {"PYTHONPATH": str(install.python()), "BENCH_FOLDER": str(self.folder)},
                preexec_fn=on_core(0),
                stdout=log,
                stderr=log,
            )
        try:
            _wait_for(port, process)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(_TIMEOUT)

    def _command(self, name: str, port: int) -> list[str]:
        if name == "leg-day":
            return [sys.executable, "-m", "benchmarks.serve", str(port), str(self.folder)]
        if name != "express":
            factory = f"benchmarks.serve:{name.replace('-', '_')}"
            options = ["--interface", "wsgi", "--workers", "1", "--port", str(port), "--factory"]
            return [sys.executable, "-m", "granian", *options, factory]
        pems = [str(self.folder / f"{each}.pem") for each in ("root", "chain")]
        return ["node", str(workshop() / "node" / "express.js"), str(port), *pems]


@contextmanager
def bench() -> Iterator[Bench]:
    """New certificates in a folder that goes away."""
    authority = rsa_authority()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "root.pem").write_bytes(authority.root.public_bytes(Encoding.PEM))
        (folder / "chain.pem").write_bytes(authority.chain)
        yield Bench(folder, authority)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _TIMEOUT
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"no server on port {port}: {process.args!r}")
