"""The endpoint, from raw bytes to one answer."""

from __future__ import annotations

import json
import logging
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill.serializer import ModelSerializer
from skill.verification.body import MAX_BODY
from skill.web import create_app
from tests.verification.certificates import CHAIN_URL, SKILL_ID, rsa_key, signed
from tests.verification.envelopes import compact, envelope
from tests.web.skills import Greeter, skill_of, verifier

GOOD = compact(envelope())


@pytest.fixture
def greeter() -> Greeter:
    return Greeter()


@pytest.fixture
def client(greeter: Greeter) -> FlaskClient:
    return create_app(skill_of(greeter), verifier()).test_client()


def _post(client: FlaskClient, body: bytes, **more: Any) -> TestResponse:
    return client.post("/", data=body, headers=signed(body), **more)


def _by(user: str) -> bytes:
    content = envelope()
    content["context"]["System"]["user"] = {"userId": user}
    return compact(content)


def test_alexas_request_is_answered(client: FlaskClient) -> None:
    answer = _post(client, GOOD)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.get_json()["response"] == {
        "outputSpeech": {"type": "SSML", "ssml": "<speak>Hello.</speak>"}
    }


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json;charset=utf-8",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
    ],
)
def test_the_bytes_count_whatever_they_are_called(client: FlaskClient, content_type: str) -> None:
    assert _post(client, GOOD, content_type=content_type).status_code == 200
    assert _post(client, GOOD + b" x", content_type=content_type).status_code == 400


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
_add("impossible date", "body.model", compact(envelope(timestamp="2026-02-30T12:00:00Z")))
_add("unknown type", "body.model", compact(envelope(type="Unheard.Of")))
_add("no type", "body.model", compact(envelope(type=None)))
_add("other skill", "application.other", GOOD.replace(SKILL_ID.encode(), b"amzn1.ask.skill.9"))
_add("no system", "application.missing", compact({**envelope(), "context": {}}))
_add("equal keys", "body.keys", GOOD[:-1] + b',"version":"1.0"}')


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


def test_a_log_line_holds_nothing_about_a_person(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "leg_day.access"):
        _post(client, _by("amzn1.ask.account.SOMEONE"))
    (record,) = caplog.records
    assert sorted(json.loads(record.getMessage())) == ["ms", "status", "time"]


def test_nothing_is_parsed_before_the_signature(greeter: Greeter) -> None:
    class Untouchable:
        def deserialize(self, *_: object) -> None:
            raise AssertionError("parsed")

    skill = skill_of(greeter)
    skill.serializer = Untouchable()
    client = create_app(skill, verifier()).test_client()
    assert client.post("/", data=GOOD, headers=signed(b"else")).status_code == 400


def test_a_serializer_that_can_go_on_from_what_was_parsed_does(greeter: Greeter) -> None:
    skill = skill_of(greeter)
    skill.serializer = ModelSerializer()
    skill.serializer.deserialize = None  # type: ignore[assignment,method-assign]
    client = create_app(skill, verifier()).test_client()
    assert _post(client, GOOD).status_code == 200


def test_a_serializer_that_can_write_bytes_does(greeter: Greeter) -> None:
    skill = skill_of(greeter)
    skill.serializer.dumps = lambda _envelope: b'{"fast":true}'  # type: ignore[attr-defined]
    client = create_app(skill, verifier()).test_client()
    assert _post(client, GOOD).data == b'{"fast":true}'


def test_what_the_skill_lets_through_becomes_a_spoken_apology_and_one_line_in_the_log(
    client: FlaskClient, greeter: Greeter, caplog: pytest.LogCaptureFixture
) -> None:
    answer = _post(client, _by("broken"))
    assert answer.status_code == 200
    assert answer.get_json() == {
        "version": "1.0",
        "response": {
            "outputSpeech": {
                "type": "SSML",
                "ssml": "<speak>Sorry, something went wrong on my side. "
                "Please try that again.</speak>",
            },
            "shouldEndSession": True,
        },
    }
    assert [record.getMessage() for record in caplog.records] == ["the skill failed to answer"]


@pytest.mark.parametrize("kind", ["SessionEndedRequest", "AlexaSkillEvent.SkillDisabled"])
def test_nobody_hears_an_apology_after_the_end(client: FlaskClient, kind: str) -> None:
    content = json.loads(_by("broken"))
    content["request"]["type"] = kind
    assert _post(client, compact(content)).get_json() == {"version": "1.0", "response": {}}


def test_too_large(client: FlaskClient, greeter: Greeter) -> None:
    body = GOOD[:-1] + b" " * (MAX_BODY - len(GOOD)) + b"}"
    assert len(body) == MAX_BODY
    assert _post(client, body).status_code == 200
    assert _post(client, body + b" ").status_code == 413
    assert len(greeter.greeted) == 1


@pytest.mark.parametrize("excess", [1, MAX_BODY])
def test_too_large_without_a_length_is_not_cut_and_accepted(
    client: FlaskClient, excess: int
) -> None:
    body = GOOD + b" " * (MAX_BODY - len(GOOD))
    for sent, status in ((body, 200), (body + b" " * excess, 413)):
        answer = client.post(
            "/",
            input_stream=BytesIO(sent),
            headers={**signed(body), "Transfer-Encoding": "chunked"},
            # The test client has counted the bytes; whoever sends chunks does not say.
            environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": ""},
        )
        assert answer.status_code == status


@pytest.mark.parametrize(
    ("length", "status"),
    [("-1", 400), ("x", 400), ("\u0661", 400), ("9" * 5_000, 413), (str(len(GOOD) + 1), 400)],
)
def test_a_length_that_is_none(client: FlaskClient, length: str, status: int) -> None:
    overrides = {"CONTENT_LENGTH": length}
    assert _post(client, GOOD, environ_overrides=overrides).status_code == status


def test_a_client_that_leaves_in_the_middle(client: FlaskClient) -> None:
    class Gone(BytesIO):
        def read(self, *_: Any) -> bytes:
            raise ConnectionResetError

    answer = client.post(
        "/",
        input_stream=Gone(),
        headers={"SignatureCertChainUrl": CHAIN_URL},
        environ_overrides={"CONTENT_LENGTH": "9"},
    )
    assert answer.status_code == 400


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods(client: FlaskClient, method: str) -> None:
    answer = client.open("/", method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_health(client: FlaskClient) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok\n")


def test_other_pages_may_be_added(greeter: Greeter) -> None:
    app = create_app(skill_of(greeter), verifier())
    app.add_url_rule("/more", view_func=lambda: "More to read.")
    assert app.test_client().get("/more").text == "More to read."
    assert app.test_client().get("/nowhere").status_code == 404
