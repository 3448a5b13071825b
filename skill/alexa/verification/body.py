"""The raw body: all of its bytes or none, and never more than a bounded number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.alexa.verification.errors import Refused

# Bytes. Alexa's requests have 1 to 10 kB; what a response (at most 120 kB, by the platform) puts
# into the session comes back in the next request, beside the rest.
MAX_BODY = 262_144


class TooLargeError(Exception):
    """The body has more than MAX_BODY bytes."""


def read_body(environ: Mapping[str, Any]) -> bytes:
    """The request's bytes as sent, whatever its content type claims: the signature is over them.

    In: a WSGI environ. A body without a length is read only from servers that mark its end
    (wsgi.input_terminated); one byte more than allowed is asked for, and having it means too
    large (Werkzeug's own limit would cut it there, silently).
    Errors: TooLargeError, Refused "body.length", "body.short".
    """
    declared = environ.get("CONTENT_LENGTH") or ""
    if not declared:
        return _unmeasured(environ)
    if not (declared.isascii() and declared.isdigit()):
        raise Refused("body.length")
    # So many digits are too many, whatever they are; Python converts no more than 4,300.
    if len(declared) > len(str(MAX_BODY)) or int(declared) > MAX_BODY:
        raise TooLargeError
    body = _up_to(int(declared), environ["wsgi.input"])
    if len(body) < int(declared):
        raise Refused("body.short")
    return body


def _unmeasured(environ: Mapping[str, Any]) -> bytes:
    if not environ.get("wsgi.input_terminated"):
        return b""
    body = _up_to(MAX_BODY + 1, environ["wsgi.input"])
    if len(body) > MAX_BODY:
        raise TooLargeError
    return body


def _up_to(wanted: int, stream: Any) -> bytes:
    body = b""
    try:
        while len(body) < wanted and (piece := stream.read(wanted - len(body))):
            body += piece
    except Exception:
        # Whatever this server's stream raises when the client has gone.
        raise Refused("body.short") from None
    return body
