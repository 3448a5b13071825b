"""The pages that the store's listing links to, for people: GET /privacy and GET /terms.

They are files that never change while the server runs, with nothing to run in them and nothing
fetched from anywhere else, which their headers say too.
"""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

PAGES = ("privacy", "terms")

_FOLDER = Path(__file__).parent
_A_DAY = 86_400


class _App(Protocol):
    """What is needed of a Flask application; only the endpoint itself imports Flask."""

    def add_url_rule(self, rule: str, endpoint: str, view_func: Any) -> None: ...


def register(app: _App) -> None:
    """Serve the pages with `app`, a Flask application."""
    for name in PAGES:
        app.add_url_rule(f"/{name}", name, _view(page(name)))


def page(name: str) -> str:
    """Return a page as one HTML document, its style inside. Raises OSError for an unknown name."""
    body = (_FOLDER / f"{name}.html").read_text("utf-8")
    return body.replace("/* style.css */", _style())


def _style() -> str:
    return (_FOLDER / "style.css").read_text("utf-8")


def _view(html: str) -> Callable[[], tuple[str, dict[str, str]]]:
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": f"public, max-age={_A_DAY}",
    }
    return lambda: (html, headers)
