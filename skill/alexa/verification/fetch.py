"""Fetching a signing chain: one HTTPS GET with an end in sight.

What bounds it: 3 seconds from connecting to the last byte, however slowly they drip (to resolve a
name and to connect may take longer; skill.alexa.verification.keys does not wait for it); 64 kB; no
redirect, no compression, no proxy. The host is the URL's own, found by DNS and proved by TLS
against the trusted roots.
"""

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from threading import Timer
from urllib.parse import urlsplit

from skill.alexa.verification.errors import Refused

# What RequestVerifier needs of a fetcher: canonical URL in, the file's bytes out, or Refused.
Fetch = Callable[[str], bytes]

# Alexa gives up on an answer after 8 s; a genuine chain of 5-8 kB takes a fraction of one.
DEADLINE = 3.0
MAX_BYTES = 65_536
HTTPS = 443
_HEADERS = {"Accept-Encoding": "identity", "Connection": "close"}


@dataclass(frozen=True)
class HttpsFetcher:
    """A Fetch that trusts the roots in `roots_file`.

    `deadline` is in seconds, `limit` in bytes; `port` is where https is found, other than 443 only
    in tests.
    """

    roots_file: Path
    deadline: float = DEADLINE
    limit: int = MAX_BYTES
    port: int = HTTPS

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.roots_file))

    def __call__(self, url: str) -> bytes:
        """Return the file at `url`.

        Raises Refused "fetch.timeout", ".connection", ".tls", ".http", ".status", ".size",
        ".short".
        """
        address, end = urlsplit(url), time.monotonic() + self.deadline
        connection = HTTPSConnection(
            address.hostname or "", self.port, timeout=self.deadline, context=self._tls
        )
        # http.client's own timeout is for each read: ten bytes of a second each would take ten.
        cut = Timer(self.deadline, _cut, [connection])
        cut.daemon = True
        cut.start()
        try:
            connection.request("GET", address.path, headers=_HEADERS)
            with connection.getresponse() as response:
                return self._body(response)
        except (OSError, HTTPException, Refused) as error:
            raise Refused(_reason(error, late=time.monotonic() >= end)) from None
        finally:
            cut.cancel()
            connection.close()

    def _body(self, response: HTTPResponse) -> bytes:
        """Return the body of a plain 200, all of it."""
        encoding = response.getheader("Content-Encoding", "identity")
        if response.status != 200 or encoding != "identity":
            raise Refused("fetch.status")
        content = response.read(self.limit + 1)
        if len(content) > self.limit:
            raise Refused("fetch.size")
        if response.length:
            raise Refused("fetch.short")
        return content


def _cut(connection: HTTPSConnection) -> None:
    with suppress(OSError, AttributeError):  # not connected yet, or not any more
        connection.sock.shutdown(socket.SHUT_RDWR)


def _reason(error: Exception, late: bool) -> str:
    if late or isinstance(error, TimeoutError):
        return "fetch.timeout"
    if isinstance(error, Refused):
        return error.reason
    if isinstance(error, HTTPException):  # RemoteDisconnected is an OSError too
        return "fetch.http"
    return "fetch.tls" if isinstance(error, ssl.SSLError) else "fetch.connection"
