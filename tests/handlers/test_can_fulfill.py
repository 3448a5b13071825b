"""CanFulfillIntentRequest: yes to what is answered, no to what is not."""

import pytest

from skill.simulator.device import intent
from tests.handlers.test_beyond import unmatched


def fulfills(anna, asked):
    said = anna.sends({"type": "CanFulfillIntentRequest", "intent": asked})
    assert "outputSpeech" not in said["response"]
    return said["response"]["canFulfillIntent"]


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("DoesRunningCountIntent", {}),
        ("JogOrSprintIntent", {"goal": "muscle"}),
        ("CaloriesBurnedIntent", {"distance": "3", "unit": "mile"}),
        ("LegDayCardioIntent", {}),
    ],
)
def test_a_question_of_the_article_can_be_answered(person, name, slots):
    said = fulfills(person(), intent(name, **slots))
    assert said["canFulfill"] == "YES"
    for each in (said.get("slots") or {}).values():
        assert each == {"canUnderstand": "YES", "canFulfill": "YES"}


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("PainIntent", {}),
        ("OtherActivityIntent", {"activity": "cycling"}),
        ("UnknownQuestionIntent", {"asked": "how-often"}),
        ("AMAZON.FallbackIntent", {}),
        ("TeapotIntent", {}),
        ("ThanksIntent", {}),
        ("WhatAboutIntent", {"goal": "cardio"}),
        ("SourceIntent", {}),
        ("RunningForGoalIntent", {"goal": "health"}),
    ],
)
def test_what_goes_beyond_it_cannot(person, name, slots):
    assert fulfills(person(), intent(name, **slots))["canFulfill"] == "NO"


def test_a_goal_that_nobody_knows_is_not_understood_and_not_fulfilled(person):
    asked = intent("RunningForGoalIntent") | {"slots": {"goal": unmatched("goal", "singing")}}
    said = fulfills(person(), asked)
    assert said["canFulfill"] == "NO"
    assert said["slots"]["goal"] == {"canUnderstand": "NO", "canFulfill": "NO"}
