"""A TLS server that stands at the name s3.amazonaws.com and answers as each test says."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.alexa.verification.fetch import HttpsFetcher
from skill.simulator.signing import Party, usage
from tests.alexa.verification.certificates import authority, issue, world

# TLS goes by the real clock, whenever this runs.
ANY_TIME: dict[str, Any] = {
    "start": datetime(2000, 1, 1, tzinfo=UTC),
    "end": datetime(2100, 1, 1, tzinfo=UTC),
}
# Plays one connection, after the request has been read.
Script = Callable[[ssl.SSLSocket], None]


def answer(body: bytes, status: str = "200 OK", *extra: str) -> bytes:
    """An HTTP response as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *extra]
    return "\r\n".join([*lines, "", ""]).encode() + body


def saying(*pieces: bytes, pause: float = 0.0) -> Script:
    """A script that sends the pieces, `pause` seconds after each, and hangs up."""

    def play(client: ssl.SSLSocket) -> None:
        for piece in pieces:
            client.sendall(piece)
            time.sleep(pause)

    return play


@dataclass
class ChainHost:
    """`paths` are the requests so far; `script` plays the next ones."""

    roots_file: Path
    port: int
    script: Script
    paths: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def started(cls, folder: Path) -> Iterator[ChainHost]:
        """Listen on loopback, and stop listening."""
        root = authority("Site Root", **ANY_TIME)
        context = _server_tls(folder, _site(root))
        roots = folder / "roots.pem"
        roots.write_bytes(root.pem)
        with socket.create_server(("127.0.0.1", 0)) as listener:
            host = cls(roots, listener.getsockname()[1], saying(answer(world().chain)))
            threading.Thread(target=host._accept, args=(listener, context), daemon=True).start()
            yield host
            # Wakes the thread in accept, which closing alone would not.
            listener.shutdown(socket.SHUT_RDWR)

    def _accept(self, listener: socket.socket, context: ssl.SSLContext) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                threading.Thread(target=self._serve, args=(client, context), daemon=True).start()

    def _serve(self, plain: socket.socket, context: ssl.SSLContext) -> None:
        with suppress(OSError), context.wrap_socket(plain, server_side=True) as client:
            request = client.recv(65_536).decode()
            self.paths.append(request.split(" ")[1])
            self.script(client)
            with suppress(OSError, ValueError):  # ValueError: the script has closed it
                client.unwrap()

    def take_over(self, patch: pytest.MonkeyPatch) -> None:
        """Answer for the chain host's name: the one thing a test cannot have for real."""
        real = socket.getaddrinfo

        def resolve(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
            if host == "s3.amazonaws.com":
                return real("127.0.0.1", port, *args, **kwargs)
            return real(host, port, *args, **kwargs)

        patch.setattr(socket, "getaddrinfo", resolve)

    def fetcher(self, **changes: Any) -> HttpsFetcher:
        return HttpsFetcher(self.roots_file, port=self.port, **changes)


def _site(issuer: Party, name: str = "s3.amazonaws.com") -> Party:
    return issue(
        name,
        issuer,
        san=[name],
        key_usage=usage("digital_signature", "key_encipherment"),
        **ANY_TIME,
    )


def _server_tls(folder: Path, site: Party) -> ssl.SSLContext:
    chain, key = folder / "site.pem", folder / "site.key"
    chain.write_bytes(site.pem)
    key.write_bytes(site.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return context
