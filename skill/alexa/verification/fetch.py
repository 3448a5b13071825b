"""Fetching a signing chain: one HTTPS GET with an end in sight.

What bounds it: 3 seconds in all, from connecting to the last byte however slowly they drip
(only name resolution cannot be interrupted; skill.alexa.verification.keys does not wait for it);
64 kB; no redirect, no compression, no proxy. The host is the URL's own, found by DNS and
proved by TLS against the trusted roots.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from skill.alexa.verification.errors import Refused

# What RequestVerifier needs of a fetcher: canonical URL in, the file's bytes out, or Refused.
Fetch = Callable[[str], bytes]

# Alexa gives up on an answer after 8 s; a genuine chain of 5-8 kB takes a fraction of one.
DEADLINE = 3.0
MAX_BYTES = 65_536
HTTPS = 443


@dataclass(frozen=True)
class HttpsFetcher:
    """A Fetch that trusts the roots in `roots_file`. `deadline` is in seconds, `limit` in bytes;
    `port` is where https is found, other than 443 only in tests."""

    roots_file: Path
    deadline: float = DEADLINE
    limit: int = MAX_BYTES
    port: int = HTTPS

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.roots_file))

    def __call__(self, url: str) -> bytes:
        """Errors: Refused "fetch.timeout", ".connection", ".tls", ".http", ".status", ".size",
        ".short"."""
        end = time.monotonic() + self.deadline
        address = urlsplit(url)
        host = address.hostname or ""
        try:
            with (
                _connect(host, self.port, end) as plain,
                # An end of stream that TLS did not announce is an attack or a fault: say so.
                self._tls.wrap_socket(
                    plain, server_hostname=host, suppress_ragged_eofs=False
                ) as secure,
            ):
                secure.sendall(_request(host, address.path))
                return _body(secure, end, self.limit)
        except TimeoutError:
            raise Refused("fetch.timeout") from None
        except ssl.SSLError:
            raise Refused("fetch.tls") from None
        except HTTPException:
            raise Refused("fetch.http") from None
        except OSError:
            raise Refused("fetch.connection") from None


def _request(host: str, path: str) -> bytes:
    lines = (
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "Accept-Encoding: identity",
        "Connection: close",
        "\r\n",
    )
    return "\r\n".join(lines).encode("ascii")


def _remaining(end: float) -> float:
    """Seconds until `end`. Errors: TimeoutError when there are none."""
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _connect(host: str, port: int, end: float) -> socket.socket:
    """To the first address that answers; each gets a fair share of the time, so one dead
    address does not use up what the next one needs."""
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    failure: OSError = TimeoutError()
    for tried, (family, kind, protocol, _, address) in enumerate(addresses):
        plain = socket.socket(family, kind, protocol)
        try:
            plain.settimeout(_remaining(end) / (len(addresses) - tried))
            plain.connect(address)
            plain.settimeout(_remaining(end))
        except OSError as error:
            plain.close()
            failure = error
        else:
            return plain
    raise failure


class _Dripping(io.RawIOBase):
    """A socket's bytes, every read of which ends at the one deadline: ten bytes that take a
    second each take ten seconds under a timeout per read, and three under this."""

    def __init__(self, source: socket.socket, end: float) -> None:
        self._source, self._end = source, end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._source.settimeout(_remaining(self._end))
        return self._source.recv_into(buffer)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What HTTPResponse asks of a socket."""
        return io.BufferedReader(self)


def _body(source: socket.socket, end: float, limit: int) -> bytes:
    """The body of a plain 200, all of it."""
    with HTTPResponse(_Dripping(source, end)) as response:  # type: ignore[arg-type]
        response.begin()
        encoding = response.getheader("Content-Encoding", "identity")
        if response.status != 200 or encoding != "identity":
            raise Refused("fetch.status")
        if (response.length or 0) > limit:
            raise Refused("fetch.size")
        content = response.read(limit + 1)
        if len(content) > limit:
            raise Refused("fetch.size")
        if response.length:
            raise Refused("fetch.short")
        return content
