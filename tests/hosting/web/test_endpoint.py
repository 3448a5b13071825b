"""The endpoint, from raw bytes to one answer."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.alexa.verification.envelope import MAX_BODY
from skill.alexa.verification.sdk import VerificationException, WebserviceSkillHandler
from skill.dialog.factory import create_skill
from skill.hosting.endpoint import Endpoint
from skill.persistence import open_store
from tests.alexa.verification.certificates import signed, verifier
from tests.alexa.verification.envelopes import compact, envelope
from tests.hosting.web.skills import GOOD, Greeter, by, post, skill_of

INTENT = {"name": "JogOrSprintIntent", "confirmationStatus": "NEW", "slots": {}}


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
    with caplog.at_level(logging.INFO, "skill.hosting.access"):
        post(client, by("amzn1.ask.account.SOMEONE"))
    (record,) = caplog.records
    assert sorted(json.loads(record.getMessage())) == ["ms", "status", "time"]


def test_it_is_the_sdks_handler_with_its_one_call() -> None:
    endpoint = Endpoint(skill_of(Greeter()), verifier())
    assert isinstance(endpoint, WebserviceSkillHandler)
    said = json.loads(endpoint.verify_request_and_dispatch(signed(GOOD), GOOD.decode()))
    assert said["response"]["outputSpeech"]["ssml"] == "<speak>Hello.</speak>"
    with pytest.raises(VerificationException):
        endpoint.verify_request_and_dispatch(signed(b"else"), GOOD)


def test_without_http_it_is_headers_and_body_in_status_and_body_out() -> None:
    endpoint = Endpoint(skill_of(Greeter()), verifier())
    assert endpoint.answer(signed(GOOD), GOOD)[0] == 200
    assert endpoint.answer(signed(GOOD), GOOD + b" ") == (400, b"")
    assert endpoint.answer({}, b" " * (MAX_BODY + 1)) == (413, b"")


def test_a_request_of_a_type_that_nobody_knows_gets_an_empty_answer() -> None:
    endpoint = Endpoint(create_skill(open_store("memory:")), verifier())
    for kind in ("Tomorrow", "AlexaSkillEvent.SomethingNew", "", "AudioPlayer.PlaybackStarted"):
        body = compact(envelope(type=kind))
        status, content = endpoint.answer(signed(body), body)
        assert (status, json.loads(content)["response"]) == (200, {})


def test_new_words_of_alexas_cost_no_answer() -> None:
    content = envelope(type="IntentRequest", dialogState="NEW", intent=INTENT)
    content["context"] |= {
        "AudioPlayer": {"playerActivity": "NEW"},
        "Viewport": {"video": {"codecs": ["H_265"]}, "shape": "NEW", "touch": ["NEW"]},
        "Viewports": [{"type": "NEW"}, {}, None],
    }
    body = compact(content)
    endpoint = Endpoint(create_skill(open_store("memory:")), verifier())
    status, said = endpoint.answer(signed(body), body)
    assert status == 200
    assert json.loads(said)["sessionAttributes"]["answer"] == "jog-or-sprint"


RESOLVED = [
    {"resolutionsPerAuthority": [None]},
    {"resolutionsPerAuthority": [{"status": {"code": "ER_SUCCESS_MATCH"}, "values": [None]}]},
    {"resolutionsPerAuthority": [{"status": {"code": "NEW"}, "values": "text"}, 5]},
    {"resolutionsPerAuthority": [{"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{}]}]},
]


@pytest.mark.parametrize("resolutions", RESOLVED, ids=str)
def test_a_goal_that_was_not_resolved_is_not_known_and_no_fault(resolutions: Any) -> None:
    slots = {"goal": {"name": "goal", "value": "legs", "resolutions": resolutions}}
    body = compact(envelope(type="IntentRequest", intent=INTENT | {"slots": slots}))
    endpoint = Endpoint(create_skill(open_store("memory:")), verifier())
    status, said = endpoint.answer(signed(body), body)
    assert status == 200
    spoken = json.loads(said)["response"]["outputSpeech"]["ssml"]
    assert "can't speak for" in spoken or "I won't guess" in spoken
    assert "answer" not in json.loads(said)["sessionAttributes"]


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


@pytest.mark.parametrize(
    "kind", ["SessionEndedRequest", "AlexaSkillEvent.SkillDisabled", "AudioPlayer.PlaybackStarted"]
)
def test_nobody_hears_an_apology_who_may_not_be_answered(client: FlaskClient, kind: str) -> None:
    content = json.loads(by("broken"))
    content["request"]["type"] = kind
    assert post(client, compact(content)).get_json() == {"version": "1.0", "response": {}}


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods(client: FlaskClient, method: str) -> None:
    answer = client.open("/", method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_health(client: FlaskClient) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok\n")
