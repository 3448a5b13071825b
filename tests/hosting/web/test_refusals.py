"""What is refused: with a reason in the log, and none in the answer."""

from __future__ import annotations

import json
import logging

import pytest
from flask.testing import FlaskClient

from tests.alexa.verification.certificates import SKILL_ID, rsa_key, signed
from tests.alexa.verification.envelopes import compact, envelope
from tests.hosting.web.skills import GOOD, Greeter

STALE = compact(envelope(timestamp="2026-03-01T11:57:29Z"))
OTHER = GOOD.replace(SKILL_ID.encode(), b"amzn1.ask.skill.9")
SENT: dict[str, tuple[bytes, dict[str, str], str]] = {
    "no signature": (GOOD, {}, "header.missing"),
    "another key": (GOOD, signed(GOOD, rsa_key("stranger")), "signature.mismatch"),
    "one byte changed": (GOOD.replace(b"en-US", b"en-GB"), signed(GOOD), "signature.mismatch"),
    "empty": (b"", signed(b""), "body.json"),
    "stale": (STALE, signed(STALE), "time.stale"),
    "other skill": (OTHER, signed(OTHER), "application.other"),
}


@pytest.mark.parametrize(("body", "headers", "reason"), SENT.values(), ids=SENT.keys())
def test_refused_with_a_reason_in_the_log_and_none_in_the_answer(
    client: FlaskClient,
    greeter: Greeter,
    caplog: pytest.LogCaptureFixture,
    body: bytes,
    headers: dict[str, str],
    reason: str,
) -> None:
    with caplog.at_level(logging.INFO):
        answer = client.post("/", data=body, headers=headers)
    assert (answer.status_code, answer.data, greeter.greeted) == (400, b"", [])
    (line,) = [record.getMessage() for record in caplog.records]
    assert json.loads(line)["reason"] == reason
