"""The endpoint, from raw bytes to one answer."""

from __future__ import annotations

import json
import logging

import pytest
from flask.testing import FlaskClient

from skill.alexa.serializer import ModelSerializer
from skill.hosting.endpoint import create_app
from tests.alexa.verification.certificates import signed
from tests.alexa.verification.envelopes import compact
from tests.hosting.web.skills import GOOD, Greeter, by, post, skill_of, verifier


def test_alexas_request_is_answered(client: FlaskClient) -> None:
    answer = post(client, GOOD)
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
    assert post(client, GOOD, content_type=content_type).status_code == 200
    assert post(client, GOOD + b" x", content_type=content_type).status_code == 400


def test_a_log_line_holds_nothing_about_a_person(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "leg_day.access"):
        post(client, by("amzn1.ask.account.SOMEONE"))
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
    assert post(client, GOOD).status_code == 200


def test_a_serializer_that_can_write_bytes_does(greeter: Greeter) -> None:
    skill = skill_of(greeter)
    skill.serializer.dumps = lambda _envelope: b'{"fast":true}'  # type: ignore[attr-defined]
    client = create_app(skill, verifier()).test_client()
    assert post(client, GOOD).data == b'{"fast":true}'


def test_what_the_skill_lets_through_becomes_a_spoken_apology_and_one_line_in_the_log(
    client: FlaskClient, greeter: Greeter, caplog: pytest.LogCaptureFixture
) -> None:
    answer = post(client, by("broken"))
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
    content = json.loads(by("broken"))
    content["request"]["type"] = kind
    assert post(client, compact(content)).get_json() == {"version": "1.0", "response": {}}


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
