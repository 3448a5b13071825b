"""The pages for people and monitors: GET /privacy, /terms and /healthz.

The store's listing links to the first two. They never change while the server runs, with nothing to
run in them and nothing fetched from anywhere else, which their headers say too.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

_FOLDER = Path(__file__).parent
_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Page:
    """One document and the HTTP headers that it is served with."""

    content: bytes
    headers: Mapping[str, str]


@cache
def pages() -> Mapping[str, Page]:
    """Return every page by its path."""
    health = Page(b"ok\n", {"Content-Type": "text/plain; charset=utf-8"})
    return {"/healthz": health, **{f"/{name}": _html(name) for name in ("privacy", "terms")}}


def page(name: str) -> str:
    """Return a page as one HTML document, its style inside. Raises OSError for an unknown name."""
    body = (_FOLDER / f"{name}.html").read_text("utf-8")
    return body.replace("/* style.css */", _style())


def _style() -> str:
    return (_FOLDER / "style.css").read_text("utf-8")


def _html(name: str) -> Page:
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": f"public, max-age={_A_DAY}",
    }
    return Page(page(name).encode(), headers)
