"""Calling a WSGI application (PEP 3333) with a request that is complete in memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from skill.hosting.server.message import Answer, Headers, Request

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

_CONSTANT: Environ = {
    "SCRIPT_NAME": "",
    # Only for links to itself, where the Host header, which comes first, is missing.
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "https",  # Alexa's, and every browser's, whatever a proxy makes of it
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
    "wsgi.input_terminated": True,
}


def environ(request: Request) -> Environ:
    """The client's address is left out: what an application does not have, it cannot log."""
    path = request.path
    return {
        **_CONSTANT,
        **_headers(request),
        "REQUEST_METHOD": request.method,
        # PEP 3333: decoded, each byte as one Latin-1 character.
        "PATH_INFO": unquote(path, "latin-1") if "%" in path else path,
        "QUERY_STRING": request.query,
        "CONTENT_LENGTH": str(len(request.body)),
        "wsgi.input": BytesIO(request.body),
    }


def _headers(request: Request) -> Environ:
    """Repeated headers are joined with a comma. Names with an underscore are dropped: WSGI
    could not tell them from those with a hyphen, and so one could pass for another."""
    found: Environ = {}
    for raw, value in request.headers:
        name, text = raw.decode("latin-1"), value.decode("latin-1")
        if "_" in name:
            continue
        key = "HTTP_" + name.upper().replace("-", "_")
        found[key] = f"{found[key]},{text}" if key in found else text
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
    status, headers = started
    content = b"".join(written)
    if "content-length" not in {name.lower() for name, _ in headers}:
        headers = [*headers, ("Content-Length", str(len(content)))]
    return status, headers, content
