"""A device makes envelopes as Alexa does, and keeps the session while it is open."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from skill.simulator.device import Device, intent

ASK = intent("DoesRunningCountIntent")


class Skill:
    """Stands behind the door: keeps what it was asked and answers as told."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.answer: dict[str, Any] = {"response": {"shouldEndSession": False}}

    def __call__(self, body: bytes) -> Mapping[str, Any]:
        self.requests.append(json.loads(body))
        return self.answer


@pytest.fixture
def skill() -> Skill:
    return Skill()


def echo(skill: Skill, **more: Any) -> Device:
    return Device(skill, "amzn1.ask.skill.x", "anna", **more)


def test_a_request_names_its_user_device_application_time_and_locale(skill):
    echo(skill, locale="en-GB").launch()
    [sent] = skill.requests
    assert sent["version"] == "1.0"
    assert sent["request"]["type"] == "LaunchRequest"
    assert sent["request"]["locale"] == "en-GB"
    assert sent["request"]["timestamp"].endswith("Z")
    for system in (sent["session"], sent["context"]["System"]):
        assert system["user"] == {"userId": "anna"}
        assert system["application"] == {"applicationId": "amzn1.ask.skill.x"}
    assert sent["session"]["new"] is True


def test_an_open_session_goes_on_with_what_the_skill_put_in_it(skill):
    skill.answer = {"sessionAttributes": {"misses": 1}, "response": {"shouldEndSession": False}}
    device = echo(skill)
    device.say(ASK)
    device.say(ASK)
    first, second = skill.requests
    assert (first["session"]["new"], second["session"]["new"]) == (True, False)
    assert first["session"]["sessionId"] == second["session"]["sessionId"]
    assert first["session"]["attributes"] == {}
    assert second["session"]["attributes"] == {"misses": 1}


@pytest.mark.parametrize("end", [{"shouldEndSession": True}, {}])
def test_a_session_that_the_skill_ended_is_over(skill, end):
    skill.answer = {"sessionAttributes": {"misses": 1}, "response": end}
    device = echo(skill)
    device.say(ASK)
    assert not device.in_session
    device.say(ASK)
    first, second = skill.requests
    assert second["session"]["new"] is True
    assert second["session"]["attributes"] == {}
    assert first["session"]["sessionId"] != second["session"]["sessionId"]


def test_leaving_tells_the_skill_and_only_where_something_is_open(skill):
    device = echo(skill)
    device.leave()
    assert skill.requests == []
    device.launch()
    device.leave()
    assert [sent["request"]["type"] for sent in skill.requests] == [
        *("LaunchRequest", "SessionEndedRequest")
    ]
    assert not device.in_session


def test_a_request_written_by_hand_is_sent_as_it_stands(skill):
    device = echo(skill)
    sent = device.launch().request
    skill.answer = {"sessionAttributes": {"misses": 2}, "response": {"shouldEndSession": False}}
    device.send({**sent, "session": {"sessionId": "mine"}})
    assert skill.requests[1] == {**sent, "session": {"sessionId": "mine"}}
    device.say(ASK)
    assert skill.requests[2]["session"]["sessionId"] == "mine"
    assert skill.requests[2]["session"]["attributes"] == {"misses": 2}


def test_a_request_can_be_sent_anew(skill):
    device = echo(skill)
    old = {"request": {"type": "Odd", "requestId": "old", "timestamp": "2001-01-01T00:00:00Z"}}
    device.send(old, anew=True)
    sent = skill.requests[0]["request"]
    assert sent["type"] == "Odd"
    assert sent["requestId"].startswith("amzn1.echo-api.request.")
    assert sent["timestamp"] > "2026"


@pytest.mark.parametrize("envelope", [{}, {"request": 3, "session": []}])
def test_a_request_without_a_session_leaves_none_open(skill, envelope):
    device = echo(skill)
    device.launch()
    device.send(envelope, anew=True)
    assert skill.requests[1] == envelope
    assert not device.in_session


def test_a_device_tells_what_is_on_its_screen(skill):
    render = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "verdict"}
    skill.answer = {"response": {"shouldEndSession": False, "directives": [render]}}
    device = echo(skill, screen=True)
    device.say(ASK)
    device.say(ASK)
    first, second = [sent["context"] for sent in skill.requests]
    assert "Alexa.Presentation.APL" not in first
    assert second["Alexa.Presentation.APL"]["token"] == "verdict"


@pytest.mark.parametrize("screen", [True, False])
def test_only_a_device_with_a_screen_says_so(skill, screen):
    echo(skill, screen=screen).launch()
    context = skill.requests[0]["context"]
    interfaces = context["System"]["device"]["supportedInterfaces"]
    assert ("Alexa.Presentation.APL" in interfaces) is screen
    assert ("Viewport" in context) is screen
