"""From a request that is complete in memory to its answer.

Alexa's requests go straight to the skill, everything else to Flask: the pages, which nobody is in
a hurry for, count as waiting (skill.blocking).
"""

from __future__ import annotations

import logging
import time

from skill import blocking
from skill.alexa.verification.body import MAX_BODY
from skill.hosting.endpoint import SIGNED, SkillEndpoint, judged, log_access
from skill.hosting.server import wsgi
from skill.hosting.server.message import Answer, Request

_log = logging.getLogger("leg_day")
_SIGNED = {name.lower().encode(): name for name in SIGNED}
_JSON = ("Content-Type", "application/json")


class Gateway:
    """In front of the `application` that hosting.endpoint.create_app made, or of another."""

    def __init__(self, application: wsgi.Application) -> None:
        self._application = application
        extensions = getattr(application, "extensions", {})
        self._endpoint: SkillEndpoint | None = extensions.get("skill")

    def answer(self, request: Request) -> Answer:
        """Errors: WouldWait, and nothing else: a fault is an answer with status 500."""
        try:
            if request.path == "/" and self._endpoint is not None:
                return _answer(self._endpoint, request)
            blocking.about_to_wait()
            return wsgi.call(self._application, wsgi.environ(request))
        except Exception:
            _log.exception("the application failed")
            return 500, [("Content-Length", "0")], b""


def _answer(endpoint: SkillEndpoint, request: Request) -> Answer:
    start = time.perf_counter()
    if request.method != "POST":
        return refuse(405, "method", start, ("Allow", "POST"))
    if request.length > MAX_BODY:
        return refuse(413, "body.size", start)
    headers = _signed(request)
    status, reason, content = judged(lambda: endpoint.answer(headers, request.body))
    log_access(status, reason, time.perf_counter() - start)
    return status, [_JSON, ("Content-Length", str(len(content)))], content


def refuse(status: int, reason: str, start: float, *headers: tuple[str, str]) -> Answer:
    """An empty answer, said in the log. `start`: when the request came, by perf_counter."""
    log_access(status, reason, time.perf_counter() - start)
    return status, [*headers, ("Content-Length", "0")], b""


def _signed(request: Request) -> dict[str, str]:
    """The two headers that verification needs; repeated ones are joined, as in WSGI."""
    found: dict[str, str] = {}
    for name, value in request.headers:
        if key := _SIGNED.get(name):
            text = value.decode("latin-1")
            found[key] = f"{found[key]},{text}" if key in found else text
    return found
