"""The skill as the SDK knows it: answers what may be answered, and never shows a traceback."""

import logging

import pytest

from skill.content.loader import load_content
from skill.dialog.factory import create_skill
from skill.lint.own.asking import door_to
from skill.persistence import open_store
from skill.simulator.conversation import APPLICATION, Conversation, front_door, throw_away_user
from skill.simulator.device import Device, intent


@pytest.fixture
def echo(door) -> Device:
    return Device(door, APPLICATION, throw_away_user())


@pytest.mark.parametrize("reason", ["USER_INITIATED", "EXCEEDED_MAX_REPROMPTS"])
def test_nothing_is_said_when_the_session_has_ended(echo, reason):
    answer = echo.request({"type": "SessionEndedRequest", "reason": reason}).response
    assert answer.get("response", {}) == {}


def test_an_error_that_alexa_reports_is_logged_by_its_kind_only(echo, caplog):
    error = {"type": "INVALID_RESPONSE", "message": "user amzn1.ask.account.ANNA"}
    with caplog.at_level(logging.WARNING):
        echo.request({"type": "SessionEndedRequest", "reason": "ERROR", "error": error})
    assert "INVALID_RESPONSE" in caplog.text
    assert "ANNA" not in caplog.text


@pytest.mark.parametrize(
    "kind",
    [
        "System.ExceptionEncountered",
        "AlexaSkillEvent.SkillEnabled",
        "AlexaSkillEvent.SkillDisabled",
    ],
)
def test_nothing_is_said_to_what_nobody_said(echo, kind):
    assert echo.request({"type": kind}).response.get("response", {}) == {}


def test_an_intent_of_tomorrow_is_not_understood_and_no_fault(echo):
    answer = echo.say(intent("TeapotIntent")).response
    said = answer["response"]["outputSpeech"]["ssml"]
    assert any(word in said for word in ("not sure", "think I know", "tell you that"))
    assert answer["response"]["shouldEndSession"] is False


def test_a_handler_that_fails_apologises_and_asks_again(caplog):
    content = load_content()
    answers = {name: answer for name, answer in content.answers.items() if name != "verdict"}
    broken = content._replace(answers=answers)
    skill = create_skill(open_store("memory:"), content=broken)
    device = Device(door_to(skill), APPLICATION, "anna")
    answer = device.say(intent("DoesRunningCountIntent")).response
    assert "something went wrong on my side" in answer["response"]["outputSpeech"]["ssml"]
    assert answer["response"]["shouldEndSession"] is False
    assert "KeyError" in caplog.text


def test_two_skills_share_nothing_but_their_content():
    stores = [open_store("memory:"), open_store("memory:")]
    Conversation(front_door(stores[0]), "anna").say("my goal is bigger legs")
    launched = [Conversation(front_door(store), "anna").launch() for store in stores]
    assert [turn.attributes.get("goal") for turn in launched] == ["muscle", None]
