"""Calling a WSGI application (PEP 3333) with a request that is complete in memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any
from urllib.parse import unquote

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]
Answer = tuple[int, Headers, bytes]

_CONSTANT: Environ = {
    "SCRIPT_NAME": "",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
    "wsgi.input_terminated": True,
}


def environ(scope: Any, body: bytes) -> Environ:
    """In: granian's RSGI scope. The client's address is left out: what an application does not
    have, it cannot log."""
    host, _, port = scope.server.rpartition(":")
    path = scope.path
    return {
        **_CONSTANT,
        **_headers(scope.headers.items()),
        "REQUEST_METHOD": scope.method,
        # PEP 3333: decoded, each byte as one Latin-1 character.
        "PATH_INFO": unquote(path, "latin-1") if "%" in path else path,
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
    }


def _headers(items: Iterable[tuple[str, str]]) -> Environ:
    """Repeated headers are joined with a comma. Names with an underscore are dropped: WSGI
    could not tell them from those with a hyphen, and so one could pass for another."""
    found: Environ = {}
    for name, value in items:
        if "_" in name:
            continue
        key = "HTTP_" + name.upper().replace("-", "_")
        found[key] = f"{found[key]},{value}" if key in found else value
    if "HTTP_CONTENT_TYPE" in found:
        found["CONTENT_TYPE"] = found["HTTP_CONTENT_TYPE"]
    return found


def call(application: Application, given: Environ) -> Answer:
    """The application's whole answer. Errors: what the application raises."""
    started: list[Any] = []
    written: list[bytes] = []

    def start_response(status: str, headers: Headers, _exc_info: Any = None) -> Any:
        started[:] = [int(status[:3]), headers]
        return written.append

    parts = application(given, start_response)
    try:
        written.extend(parts)
    finally:
        close = getattr(parts, "close", None)
        if close is not None:
            close()
    return started[0], started[1], b"".join(written)
