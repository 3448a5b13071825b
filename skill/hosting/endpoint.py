"""The endpoint: one signed request in, one answer out. The only way in, whatever the transport.

    headers, body -> verification.admit -> the skill -> status, JSON

    200  the skill's answer
    400  not a valid request from Alexa for this skill; the client learns no more, the log says why
    413  the body is too large

HTTP is the business of those who call it: asgi.py for `leg-day serve`, flask_app.py for any WSGI
server, the simulator and the tests.
"""

import logging
import time
from collections.abc import Mapping
from typing import Any, Protocol

import orjson
from ask_sdk_model import RequestEnvelope

from skill.alexa.serializer import dumps, read
from skill.alexa.verification import Refused, RequestVerifier
from skill.alexa.verification.sdk import WebserviceSkillHandler
from skill.hosting.apology import apology
from skill.hosting.logs import log_access

_log = logging.getLogger(__name__)


class Skill(Protocol):
    """Our own skill (dialog.factory.create_skill), or any that the SDK's builders make."""

    def invoke(self, request_envelope: RequestEnvelope, context: Any) -> Any:
        """Return the response envelope."""


class Endpoint(WebserviceSkillHandler):
    """The SDK's web service handler with the order of its steps put right.

    The SDK parses a body before it verifies it; here nothing reads its meaning before Alexa's
    signature on it is checked. Safe for many threads.
    """

    def __init__(self, skill: Skill, verifier: RequestVerifier) -> None:
        # Not by the SDK's __init__, which takes none but its CustomSkill: see dialog.factory.Skill.
        self._skill: Any = skill
        self._verifiers = []
        self._verifier = verifier

    def answer(self, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        """Return the HTTP status and the body of the answer, empty but for 200; log one line.

        `headers` are those of HTTP, their names in any case; `body` is the raw body. Raises
        WouldBlock inside skill.blocking.nonblocking.
        """
        start = time.perf_counter()
        try:
            status, reason, content = 200, "", self.verify_request_and_dispatch(headers, body)
        except Refused as refused:
            reason, content = refused.reason, b""
            status = 413 if reason == "body.size" else 400
        log_access(status, reason, time.perf_counter() - start)
        return status, content

    def verify_request_and_dispatch(  # type: ignore[override]
        self, http_request_headers: Mapping[str, str], http_request_body: bytes | str
    ) -> bytes:
        """Return the response envelope as JSON: the SDK's entry point. Raises Refused."""
        raw = http_request_body
        event = self._verifier.admit(
            http_request_headers, raw.encode() if isinstance(raw, str) else raw
        )
        try:
            return dumps(self._skill.invoke(read(RequestEnvelope, event), None))
        except Exception:
            # The skill apologises for its handlers; this is for what even that let through.
            _log.exception("the skill failed to answer")
            return orjson.dumps(apology(event["request"]["type"]))
