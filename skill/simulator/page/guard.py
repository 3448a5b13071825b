"""What protects the page and whoever opens it.

A web page of somebody else's must not talk to the skill through the visitor's browser: the Host
that a request names has to be ours (against DNS rebinding), and whoever posts has to be this page
itself. The content security policy lets the page use nothing but its own files. Amazon's engine
compiles code from strings, which that policy forbids; it runs in a frame with a policy of its own,
sandboxed, with an origin that is nobody's, and can reach nothing but the page's messages.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

LARGEST_POST = 200_000
_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FRAME = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "connect-src data:; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-scripts"
)
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def protect(app: Flask, host: str) -> None:
    """Put the guard before every view of `app`, which listens on `host`."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_POST

    @app.before_request
    def _check() -> None:
        if not named_well(request.host, host):
            abort(403, "This address is not the simulator's own.")
        if request.method == "POST" and not _from_this_page():
            abort(403, "Only the simulator's page may ask this.")

    @app.after_request
    def _seal(answer: Response) -> Response:
        answer.headers.setdefault("Content-Security-Policy", _PAGE)
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer


def named_well(asked: str, host: str) -> bool:
    """Whether a Host header may name this server: loopback, its own host, or any plain address.

    A rebinding attack needs a name of its own; an address in numbers is never one.
    """
    name = urlsplit(f"//{asked}").hostname or ""
    return name in (*(known.strip("[]") for known in _LOOPBACK), host) or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _from_this_page() -> bool:
    origin = request.headers.get("Origin")
    same = origin == f"{request.scheme}://{request.host}"
    return same and request.mimetype == "application/json"
