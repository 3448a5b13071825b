"""A device makes envelopes as Alexa does, and keeps the session while it is open."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from skill.simulator.device import Device

ASK = {"name": "DoesRunningCountIntent", "confirmationStatus": "NONE"}


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


@pytest.mark.parametrize("screen", [True, False])
def test_only_a_device_with_a_screen_says_so(skill, screen):
    echo(skill, screen=screen).launch()
    context = skill.requests[0]["context"]
    interfaces = context["System"]["device"]["supportedInterfaces"]
    assert ("Alexa.Presentation.APL" in interfaces) is screen
    assert ("Viewport" in context) is screen
