"""Recent, and for this skill."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.alexa.verification import ConfigurationError, Refused, RequestVerifier
from skill.alexa.verification.envelope import MAX_BODY
from skill.simulator.signing import SigningAuthority
from tests.alexa.verification.certificates import NOW, SKILL_ID, signed
from tests.alexa.verification.envelopes import EVENTS, compact, envelope, rfc3339


def _reason(verifier: RequestVerifier, content: dict[str, Any]) -> str:
    body = compact(content)
    try:
        assert verifier.admit(signed(body), body) == content
    except Refused as refused:
        return refused.reason
    return ""


def _sent(seconds: float) -> str:
    """A timestamp so many seconds from now."""
    return rfc3339(NOW + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("seconds", "reason"),
    [(0, ""), (-150, ""), (150, ""), (-151, "time.stale"), (151, "time.future")],
)
def test_a_request_is_at_most_150_seconds_off(
    verifier: RequestVerifier, seconds: int, reason: str
) -> None:
    assert _reason(verifier, envelope(timestamp=_sent(seconds))) == reason


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize(
    ("seconds", "reason"),
    [(-3_600, ""), (-3_601, "time.stale"), (150, ""), (151, "time.future")],
)
def test_an_event_may_be_an_hour_old_but_not_from_the_future(
    verifier: RequestVerifier, event: str, seconds: int, reason: str
) -> None:
    assert _reason(verifier, envelope(type=event, timestamp=_sent(seconds))) == reason


@pytest.mark.parametrize(
    "timestamp",
    ["2026-03-01T14:00:00+02:00", "2026-03-01T12:00:00.123Z", "2026-03-01T12:00:00.123456789Z"],
)
def test_zones_and_fractions_are_understood(verifier: RequestVerifier, timestamp: str) -> None:
    assert _reason(verifier, envelope(timestamp=timestamp)) == ""


@pytest.mark.parametrize(
    ("timestamp", "reason"),
    [
        (None, "time.missing"),
        ("2026-03-01T12:00:00", "time.format"),  # no zone
        ("2026-02-30T12:00:00Z", "time.format"),
    ],
)
def test_no_time_at_all(verifier: RequestVerifier, timestamp: str | None, reason: str) -> None:
    assert _reason(verifier, envelope(timestamp=timestamp)) == reason


@pytest.mark.parametrize(
    ("context", "reason"),
    [
        ({}, "application.missing"),
        ({"System": {}}, "application.missing"),
        ({"System": {"application": {}}}, "application.missing"),
        ({"System": {"application": {"applicationId": ""}}}, "application.other"),
        (
            {"System": {"application": {"applicationId": "amzn1.ask.skill.9"}}},
            "application.other",
        ),
        ({"System": {"application": {"applicationId": SKILL_ID.upper()}}}, "application.other"),
    ],
)
def test_another_application(verifier: RequestVerifier, context: Any, reason: str) -> None:
    assert _reason(verifier, {**envelope(), "context": context}) == reason


@pytest.mark.parametrize("skill_id", ["", " "])
def test_without_an_application_id_nothing_starts(skill_id: str) -> None:
    with pytest.raises(ConfigurationError, match="LEG_DAY_SKILL_ID"):
        RequestVerifier(skill_id)


def test_what_is_not_signed_is_not_read(verifier: RequestVerifier) -> None:
    with pytest.raises(Refused, match=r"signature\.mismatch"):
        verifier.admit(signed(b"else"), b"no JSON at all")


def test_what_is_too_large_is_not_even_verified(verifier: RequestVerifier) -> None:
    with pytest.raises(Refused, match=r"body\.size"):
        verifier.admit({}, b" " * (MAX_BODY + 1))


def test_the_default_clock_is_now() -> None:
    authority = SigningAuthority.create()
    verifier = RequestVerifier(SKILL_ID, roots=[authority.root], fetch=authority.fetch)
    body = compact(envelope(timestamp=rfc3339(datetime.now(UTC))))
    assert verifier.admit(authority.sign(body), body) == json.loads(body)
