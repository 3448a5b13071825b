"""The one reading of the body."""

from __future__ import annotations

from typing import Any

import pytest

from skill.alexa.verification import Refused
from skill.alexa.verification.envelope import parse
from tests.alexa.verification.envelopes import compact, envelope


def _reason(body: bytes) -> str:
    try:
        parse(body)
    except Refused as refused:
        return refused.reason
    return ""


def _replaced(old: str, new: str) -> bytes:
    text = compact(envelope()).decode()
    assert old in text
    return text.replace(old, new, 1).encode()


SLOTS: dict[str, Any] = {"goal": {"name": "goal", "value": "muscle"}, "empty": {"name": "empty"}}


def _intent(slots: Any) -> bytes:
    return compact(envelope(type="IntentRequest", intent={"name": "JogOrSprint", "slots": slots}))


ACCEPTED = {
    "as Alexa writes it": compact(envelope()),
    "with spaces": compact(envelope()).replace(b",", b", "),
    "escaped letters": _replaced("en-US", r"\u0065n-US"),
    "other letters": compact(envelope(locale="d\u00e9-\U0001f3c3")),
    "slots": _intent(SLOTS),
    "no slots": _intent(None),
    "no session": compact({**envelope(), "session": None}),
    "unknown fields": compact({**envelope(), "new": [{"in": 2031}]}),
    "a number without end": compact({**envelope(), "n": 2**70}),
    "a type of tomorrow": compact(envelope(type="Tomorrow")),
    "nothing resolved": _intent({"goal": {"resolutions": {"resolutionsPerAuthority": [None]}}}),
}


@pytest.mark.parametrize("body", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepted(body: bytes) -> None:
    assert _reason(body) == ""


REFUSED = {
    "empty": (b"", "body.json"),
    "not JSON": (b"does running count", "body.json"),
    "not UTF-8": (b'{"a":"\xff"}', "body.json"),
    "UTF-16": ("{}".encode("utf-16"), "body.json"),
    "BOM": (b"\xef\xbb\xbf" + compact(envelope()), "body.json"),
    "half a character": (_replaced("en-US", r"\ud800"), "body.json"),
    "trailing data": (compact(envelope()) + b"{}", "body.json"),
    "comment": (compact(envelope()) + b"//", "body.json"),
    "deep nesting": (b"[" * 100_000, "body.json"),
    "deep nesting, closed": (b"[" * 1_100 + b"]" * 1_100, "body.json"),
    "NaN": (_replaced('"1.0"', "NaN"), "body.json"),
    "Infinity": (_replaced('"1.0"', "-Infinity"), "body.json"),
    "null": (b"null", "body.type"),
    "list": (b"[]", "body.type"),
    "number": (b"1", "body.type"),
    "empty object": (b"{}", "body.type"),
    "no request": (compact({**envelope(), "request": None}), "body.type"),
    "no context": (compact({**envelope(), "context": None}), "body.type"),
    "request a list": (compact({**envelope(), "request": []}), "body.type"),
    "context a word": (compact({**envelope(), "context": "System"}), "body.type"),
    "session a number": (compact({**envelope(), "session": 5}), "body.type"),
    "System a list": (compact({**envelope(), "context": {"System": []}}), "body.type"),
    "no type": (compact(envelope(type=None)), "body.type"),
    "resolutions a list": (_intent({"goal": {"resolutions": []}}), "body.type"),
    "a user a word": (compact({**envelope(), "session": {"user": "Anna"}}), "body.type"),
    "type a number": (compact(envelope(type=1)), "body.type"),
    "timestamp a number": (compact(envelope(timestamp=1_772_366_400_000)), "body.type"),
    "timestamp a list": (compact(envelope(timestamp=["2026-03-01T12:00:00Z"])), "body.type"),
    "intent a word": (compact(envelope(intent="JogOrSprint")), "body.type"),
    "slots a list": (_intent([]), "body.type"),
    "a slot a word": (_intent({"goal": "muscle"}), "body.type"),
    "a slot null": (_intent({"goal": None}), "body.type"),
    "a slot's value a list": (_intent({"goal": {"value": []}}), "body.type"),
}


@pytest.mark.parametrize(("body", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(body: bytes, reason: str) -> None:
    assert _reason(body) == reason


@pytest.mark.parametrize(
    "timestamp",
    [
        "yesterday",
        "",
        "2026-03-01",
        "20260301T120000Z",
        "2026-03-01 12:00:00Z",
        "2026-03-01T12:00:00",
        "2026-03-01T12:00Z",
        "2026-03-01T12:00:00+0200",
        "Sun, 01 Mar 2026 12:00:00 GMT",
        "99999-03-01T12:00:00Z",
        "\u0662\u0660\u0662\u0666-03-01T12:00:00Z",
        "2026-03-01T12:00:00Z\n",
    ],
)
def test_a_date_in_another_form_is_refused(timestamp: str) -> None:
    assert _reason(compact(envelope(timestamp=timestamp))) == "time.format"
