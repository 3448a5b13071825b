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
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model.request_envelope import RequestEnvelope
from flask import Flask, request
from flask import Response as HttpResponse
from werkzeug.wsgi import get_input_stream

from skill.verification import Refused, RequestVerifier, strict
from skill.verification.sdk import WebserviceSkillHandler
from skill.verification.signature import SIGNATURE_HEADER, URL_HEADER

# Alexa's requests have 1 to 10 kB. What a response (at most 120 kB, by the platform) puts into
# the session comes back in the next request, beside the rest.
MAX_BODY = 262_144

_APOLOGY = {
    "outputSpeech": {
        "type": "SSML",
        "ssml": "<speak>Sorry, something went wrong on my side. Please try that again.</speak>",
    },
    "shouldEndSession": True,
}

_log = logging.getLogger("leg_day")
_access_log = logging.getLogger("leg_day.access")


class TooLargeError(Exception):
    """The body has more than MAX_BODY bytes."""


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
            # The skill's exception handlers speak for its handlers; this is for what even they
            # let through. The session ends: nobody knows what state it is in.
            _log.exception("the skill failed to answer")
            return _apology(envelope)
        return answer

    def _read(self, body: bytes) -> RequestEnvelope:
        strict.check(body)
        try:
            envelope: RequestEnvelope = self._serializer.deserialize(body, RequestEnvelope)
        except Exception:
            # Whatever the models cannot take is a malformed request, not a fault of ours.
            raise Refused("body.model") from None
        return envelope

    def _plain_dumps(self, envelope: object) -> bytes:
        return json.dumps(self._serializer.serialize(envelope)).encode()


def _apology(envelope: RequestEnvelope) -> bytes:
    """Spoken where someone listens; nobody does after the end of a session or to an event."""
    kind = str(getattr(envelope.request, "object_type", None))
    deaf = kind == "SessionEndedRequest" or kind.startswith("AlexaSkillEvent.")
    return json.dumps({"version": "1.0", "response": {} if deaf else _APOLOGY}).encode()


def create_app(skill: CustomSkill, verifier: RequestVerifier) -> Flask:
    """The WSGI application: `skill` behind `verifier`."""
    app = Flask("leg_day")
    endpoint = SkillEndpoint(skill, verifier)

    @app.post("/", provide_automatic_options=False)
    def answer() -> HttpResponse:
        start = time.perf_counter()
        status, reason, content = _judged(endpoint)
        _log_access(status, reason, time.perf_counter() - start)
        return HttpResponse(content, status, mimetype="application/json")

    @app.get("/healthz")
    def healthz() -> HttpResponse:
        return HttpResponse("ok\n", mimetype="text/plain")

    return app


def _judged(endpoint: SkillEndpoint) -> tuple[int, str, bytes]:
    """The current request's status, the reason for it if it is not 200, and the answer."""
    wanted = (URL_HEADER, SIGNATURE_HEADER)
    headers = {name: request.headers[name] for name in wanted if name in request.headers}
    try:
        return 200, "", endpoint.answer(headers, _body())
    except TooLargeError:
        return 413, "body.size", b""
    except Refused as refused:
        return 400, refused.reason, b""


def _body() -> bytes:
    """The request's bytes as sent, whatever its content type claims: the signature is over them.

    Werkzeug would cut a chunked body silently at a limit; one byte more is asked for, and
    having it means too large. Errors: TooLargeError, Refused "body.short".
    """
    if (request.content_length or 0) > MAX_BODY:
        raise TooLargeError
    stream = get_input_stream(request.environ, safe_fallback=True)
    body = b""
    try:
        while len(body) <= MAX_BODY and (piece := stream.read(MAX_BODY + 1 - len(body))):
            body += piece
    except Exception:
        # Werkzeug's ClientDisconnected, or whatever the server's stream raises for it.
        raise Refused("body.short") from None
    if len(body) > MAX_BODY:
        raise TooLargeError
    return body


def _log_access(status: int, reason: str, seconds: float) -> None:
    """One line of JSON. No address, no ids, no body: nothing in it is about a person."""
    entry: dict[str, Any] = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "status": status,
        "ms": round(seconds * 1_000, 2),
    }
    if reason:
        entry["reason"] = reason
    _access_log.info(json.dumps(entry))
