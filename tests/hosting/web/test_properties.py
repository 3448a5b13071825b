"""Whatever is sent: 200, 400 or 413, and the skill runs only for what Alexa signed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.hosting.flask_app import create_app
from tests.alexa.verification.certificates import CHAIN_URL, rsa_key, signed, verifier
from tests.alexa.verification.envelopes import compact, envelope
from tests.alexa.verification.test_url import REFUSED as WRONG_URLS
from tests.hosting.web.skills import Greeter, skill_of

Post = Callable[[bytes, dict[str, str]], int]
GREETER = Greeter()
GOOD = compact(envelope())

# Latin-1, as headers reach WSGI; line breaks cannot get that far.
_TEXT = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=80)
_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)
_URLS = st.sampled_from([CHAIN_URL, *(url for url, _ in WRONG_URLS.values() if url.isascii())])


def _mostly_good() -> st.SearchStrategy[bytes]:
    """Alexa's envelope with any part of it replaced by anything."""

    def replaced(part: list[str], value: Any) -> bytes:
        content: Any = envelope(intent={"name": "JogOrSprintIntent", "slots": {"goal": {}}})
        inner = content
        for name in part[:-1]:
            inner = inner[name]
        inner[part[-1]] = value
        return compact(content)

    paths = """version|session|session new|session sessionId|session application|session user
        session attributes|context|context System|context System application|context System user
        context System application applicationId|context System user userId|context System device
        context System device supportedInterfaces|request|request type|request timestamp
        request locale|request requestId|request intent|request intent slots
        request intent slots goal|request intent name"""
    parts = [part.split() for line in paths.split("\n") for part in line.split("|")]
    kinds = st.sampled_from(["IntentRequest", "SessionEndedRequest", "Alexa.Presentation.APL"])
    return st.builds(replaced, st.sampled_from(parts), _JSON | kinds)


@pytest.fixture(scope="module")
def post() -> Post:
    """Post a body and headers; returns the status."""
    client = create_app(skill_of(GREETER), verifier()).test_client()

    def send(body: bytes, headers: dict[str, str]) -> int:
        clean = {name: value.replace("\r", "").replace("\n", "") for name, value in headers.items()}
        return client.post("/", data=body, headers=clean).status_code

    return send


@given(st.binary(max_size=200) | st.just(GOOD), _URLS | _TEXT, _TEXT | st.none())
def test_the_skill_runs_for_nothing_that_alexa_did_not_sign(
    post: Post, body: bytes, url: str, signature: str | None
) -> None:
    before = len(GREETER.greeted)
    stranger = signed(body, rsa_key("stranger"), url)
    if signature is not None:
        stranger["Signature-256"] = signature
    assert post(body, stranger) == 400
    assert len(GREETER.greeted) == before


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(_mostly_good() | _JSON.map(compact) | st.binary(max_size=99))
def test_whatever_alexa_might_sign_is_answered_or_refused(post: Post, body: bytes) -> None:
    before = len(GREETER.greeted)
    status = post(body, signed(body))
    assert (status, len(GREETER.greeted) - before) in {(200, 1), (400, 0)}


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_any_changed_byte_is_noticed(post: Post, position: int, change: int) -> None:
    changed = bytearray(GOOD)
    changed[position] ^= change
    assert post(bytes(changed), signed(GOOD)) == 400


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Hypothesis sends thousands of requests; their log lines help nobody."""
    caplog.set_level("CRITICAL", "skill")
