"""What `serve` is told, checked before anything starts."""

from __future__ import annotations

import os
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.alexa.verification import ConfigurationError

MAX_WORKERS = 64


@dataclass(frozen=True)
class ServerSettings:
    """`host` is an address or a name of this machine, loopback unless you say otherwise;
    `workers` are processes; `tls_cert` (leaf first) and `tls_key` are PEM files, both or none."""

    host: str = "127.0.0.1"
    port: int = 8080
    workers: int = 1
    tls_cert: Path | None = None
    tls_key: Path | None = None

    def listener(self, backlog: int) -> socket.socket:
        """A socket that listens, with `backlog` connections waiting at most.

        Errors: ConfigurationError, one line, for whatever is wrong with the settings.
        """
        if not 0 < self.port < 65_536:
            raise ConfigurationError(f"the port has to be from 1 to 65535, not {self.port}")
        if not 0 < self.workers <= MAX_WORKERS:
            raise ConfigurationError(f"workers have to be from 1 to {MAX_WORKERS}")
        self._check_tls()
        try:
            (family, kind, protocol, _, address), *_ = socket.getaddrinfo(
                self.host, self.port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP
            )
            # With its protocol said: asyncio turns Nagle's algorithm off for such sockets only,
            # and with it on, every answer but the first of a connection is 40 ms late.
            return _bound(socket.socket(family, kind, protocol), address, backlog)
        except OSError as error:
            text = error.strerror or str(error)
            raise ConfigurationError(f"cannot listen on {self.host}:{self.port}: {text}") from None

    def _check_tls(self) -> None:
        if self.tls_cert is None and self.tls_key is None:
            return
        if self.tls_cert is None or self.tls_key is None:
            raise ConfigurationError("TLS needs both a certificate and its key")
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self.tls_cert, self.tls_key)
        except OSError as error:  # ssl.SSLError is one
            raise ConfigurationError(f"cannot use the TLS certificate and key: {error}") from None


def _bound(listener: socket.socket, address: Any, backlog: int) -> socket.socket:
    try:
        if os.name == "posix":  # elsewhere it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(backlog)
    except OSError:
        listener.close()
        raise
    return listener
