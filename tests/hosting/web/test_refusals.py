"""What is refused: with a reason in the log, and none in the answer."""

from __future__ import annotations

import json
import logging

import pytest
from flask.testing import FlaskClient

from tests.alexa.verification.certificates import SKILL_ID, rsa_key, signed
from tests.alexa.verification.envelopes import compact, envelope
from tests.hosting.web.skills import GOOD, Greeter


def _unsigned(body: bytes) -> tuple[bytes, dict[str, str]]:
    return body, {}


SENT: dict[str, tuple[tuple[bytes, dict[str, str]], str]] = {
    "no signature": (_unsigned(GOOD), "header.missing"),
    "nothing at all": (_unsigned(b""), "header.missing"),
    "another key": ((GOOD, signed(GOOD, rsa_key("stranger"))), "signature.mismatch"),
    "another address": ((GOOD, signed(GOOD, url="https://evil.com/x.pem")), "url.host"),
    "one byte changed": ((GOOD.replace(b"en-US", b"en-GB"), signed(GOOD)), "signature.mismatch"),
    "encoded again": ((json.dumps(envelope()).encode(), signed(GOOD)), "signature.mismatch"),
    "cut": ((GOOD[:-1], signed(GOOD)), "signature.mismatch"),
    "empty": ((b"", signed(b"")), "body.json"),
    "not UTF-8": ((b"\xff" + GOOD, signed(b"\xff" + GOOD)), "body.json"),
    "null": ((b"null", signed(b"null")), "body.type"),
}


def _add(name: str, reason: str, body: bytes) -> None:
    SENT[name] = ((body, signed(body)), reason)


_add("stale", "time.stale", compact(envelope(timestamp="2026-03-01T11:57:29Z")))
_add("future", "time.future", compact(envelope(timestamp="2026-03-01T12:02:31Z")))
_add("no zone", "time.format", compact(envelope(timestamp="2026-03-01T12:00:00")))
_add("no timestamp", "time.missing", compact(envelope(timestamp=None)))
_add("impossible date", "time.format", compact(envelope(timestamp="2026-02-30T12:00:00Z")))
_add("no type", "body.type", compact(envelope(type=None)))
_add("other skill", "application.other", GOOD.replace(SKILL_ID.encode(), b"amzn1.ask.skill.9"))
_add("no system", "application.missing", compact({**envelope(), "context": {}}))


@pytest.mark.parametrize(("sent", "reason"), SENT.values(), ids=SENT.keys())
def test_refused_with_a_reason_in_the_log_and_none_in_the_answer(
    client: FlaskClient,
    greeter: Greeter,
    caplog: pytest.LogCaptureFixture,
    sent: tuple[bytes, dict[str, str]],
    reason: str,
) -> None:
    body, headers = sent
    with caplog.at_level(logging.INFO):
        answer = client.post("/", data=body, headers=headers)
    assert (answer.status_code, answer.data, greeter.greeted) == (400, b"", [])
    (line,) = [record.getMessage() for record in caplog.records]
    assert json.loads(line)["reason"] == reason
