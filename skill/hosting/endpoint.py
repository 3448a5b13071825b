"""The endpoint: raw bytes in, verified, one answer out.

The order is the point. Bounded raw bytes -> signature over those bytes -> one strict reading ->
time and application id -> the skill. The SDK's own handler parses before it verifies; here
nothing reads the body's meaning before Alexa's signature on it is checked.

    POST /         200, or 400 (refused: not a valid request from Alexa for this skill),
                   413 (too large); the client learns no more, the log says why
    GET  /healthz  200
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model.request_envelope import RequestEnvelope
from flask import Flask, Response

from skill.alexa.verification import Refused, RequestVerifier, strict
from skill.alexa.verification.body import TooLargeError, read_body
from skill.alexa.verification.sdk import WebserviceSkillHandler
from skill.alexa.verification.signature import SIGNATURE_HEADER, URL_HEADER
from skill.handlers.problems import last_words
from skill.hosting import pages

# The headers that verification needs, and their names in a WSGI environ.
SIGNED = {
    URL_HEADER: "HTTP_SIGNATURECERTCHAINURL",
    SIGNATURE_HEADER: "HTTP_SIGNATURE_256",
}
_STATUS = {
    200: "200 OK",
    400: "400 Bad Request",
    405: "405 Method Not Allowed",
    413: "413 Content Too Large",
}

_log = logging.getLogger("leg_day")
_access_log = logging.getLogger("leg_day.access")

_Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class SkillEndpoint(WebserviceSkillHandler):
    """The SDK's web service handler with the order of its steps put right."""

    def __init__(self, skill: CustomSkill, verifier: RequestVerifier) -> None:
        # The SDK's own verifiers stay out: ours does what both did.
        super().__init__(
            skill, verify_signature=False, verify_timestamp=False, verifiers=[verifier]
        )
        self._verifier = verifier
        # A skill with the SDK's serializer has no dumps; ours has a fast one.
        self._serializer: Any = skill.serializer
        self._dumps = getattr(skill.serializer, "dumps", self._plain_dumps)

    def verify_request_and_dispatch(
        self, http_request_headers: Mapping[str, str], http_request_body: str
    ) -> str:
        """The SDK's entry point, in text. Errors: Refused."""
        return self.answer(http_request_headers, http_request_body.encode()).decode()

    def answer(self, headers: Mapping[str, str], body: bytes) -> bytes:
        """The response envelope's JSON for a request that is Alexa's. Errors: Refused."""
        self._verifier.verify_signature(headers, body)
        envelope = self._read(body)
        self._verifier.verify_envelope(envelope)
        try:
            answer: bytes = self._dumps(self._skill.invoke(envelope, context=None))
        except Exception:
            # The skill apologises for its handlers; this is for what even that let through.
            _log.exception("the skill failed to answer")
            kind = str(getattr(envelope.request, "object_type", None))
            return json.dumps(last_words(kind)).encode()
        return answer

    def _read(self, body: bytes) -> RequestEnvelope:
        parsed = strict.parse(body)
        try:
            envelope: RequestEnvelope = self._model(parsed, body)
        except Exception:
            # Whatever the models cannot take is a malformed request, not a fault of ours.
            raise Refused("body.model") from None
        return envelope

    def _model(self, parsed: dict[str, Any], body: bytes) -> Any:
        """The skill's serializer goes on from what was parsed; the SDK's has to parse again."""
        if hasattr(self._serializer, "read"):
            return self._serializer.read(parsed, RequestEnvelope)
        return self._serializer.deserialize(body, RequestEnvelope)

    def _plain_dumps(self, envelope: object) -> bytes:
        return json.dumps(self._serializer.serialize(envelope)).encode()


def judged(answer: Callable[[], bytes]) -> tuple[int, str, bytes]:
    """The status for what `answer` does, the reason where it is not 200, and the content."""
    try:
        return 200, "", answer()
    except TooLargeError:
        return 413, "body.size", b""
    except Refused as refused:
        return 400, refused.reason, b""


def create_app(skill: CustomSkill, verifier: RequestVerifier) -> Flask:
    """The WSGI application: `skill` behind `verifier`, and the pages beside it.

    Alexa's requests go past Flask, by its own hook for WSGI middleware: Flask would first look
    at the body, choose a way to parse it and take most of the time of an answer. Servers that
    are no WSGI servers find the endpoint itself in `extensions["skill"]`.
    """
    app = Flask("leg_day")

    @app.get("/healthz")
    def healthz() -> Response:
        return Response("ok\n", mimetype="text/plain")

    pages.register(app)
    endpoint = SkillEndpoint(skill, verifier)
    app.extensions["skill"] = endpoint
    app.wsgi_app = _Door(endpoint, app.wsgi_app)  # type: ignore[method-assign]
    return app


class _Door:
    """WSGI middleware: "/" is the skill's, everything else goes to the `pages`."""

    def __init__(self, endpoint: SkillEndpoint, pages: _Application) -> None:
        self._endpoint, self._pages = endpoint, pages

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != "/":
            return self._pages(environ, start_response)
        start = time.perf_counter()
        status, reason, content = self._answer(environ)
        log_access(status, reason, time.perf_counter() - start)
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(content)))]
        if status == 405:
            headers.append(("Allow", "POST"))
        start_response(_STATUS[status], headers)
        return [content]

    def _answer(self, environ: dict[str, Any]) -> tuple[int, str, bytes]:
        if environ["REQUEST_METHOD"] != "POST":
            return 405, "method", b""
        headers = {name: environ[key] for name, key in SIGNED.items() if key in environ}
        return judged(lambda: self._endpoint.answer(headers, read_body(environ)))


def log_access(status: int, reason: str, seconds: float) -> None:
    """One line of JSON. No address, no ids, no body: nothing in it is about a person."""
    if not _access_log.isEnabledFor(logging.INFO):
        return
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    # By hand, a third of the time of json.dumps: neither text has anything to escape.
    why = f', "reason": "{reason}"' if reason else ""
    line = f'{{"time": "{now}", "status": {status}, "ms": {seconds * 1_000:.2f}{why}}}'
    # Without a search for the line of code that logs, which takes as long as the rest.
    _access_log.handle(
        logging.LogRecord(_access_log.name, logging.INFO, __file__, 0, line, None, None)
    )
