"""CanFulfillIntentRequest: yes to what is answered, no to what is not."""

import pytest

from tests.handlers.conftest import intent, slot
from tests.handlers.test_beyond import unmatched


def fulfills(anna, name, *slots):
    asked = intent(name, {each["name"]: each for each in slots})
    said = anna.sends({"type": "CanFulfillIntentRequest", "intent": asked})
    assert "outputSpeech" not in said["response"]
    return said["response"]["canFulfillIntent"]


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("DoesRunningCountIntent", []),
        ("JogOrSprintIntent", [slot("goal", "muscle")]),
        ("CaloriesBurnedIntent", [slot("distance", "3"), slot("unit", "mile")]),
        ("LegDayCardioIntent", []),
    ],
)
def test_a_question_of_the_article_can_be_answered(person, name, slots):
    said = fulfills(person(), name, *slots)
    assert said["canFulfill"] == "YES"
    for each in (said.get("slots") or {}).values():
        assert each == {"canUnderstand": "YES", "canFulfill": "YES"}


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("PainIntent", []),
        ("OtherActivityIntent", [slot("activity", "cycling")]),
        ("UnknownQuestionIntent", [slot("asked", "how-often")]),
        ("AMAZON.FallbackIntent", []),
        ("TeapotIntent", []),
        ("ThanksIntent", []),
        ("WhatAboutIntent", [slot("goal", "cardio")]),
        ("SourceIntent", []),
        ("RunningForGoalIntent", [slot("goal", "health")]),
    ],
)
def test_what_goes_beyond_it_cannot(person, name, slots):
    assert fulfills(person(), name, *slots)["canFulfill"] == "NO"


def test_a_goal_that_nobody_knows_is_not_understood_and_not_fulfilled(person):
    said = fulfills(person(), "RunningForGoalIntent", unmatched("goal", "singing"))
    assert said["canFulfill"] == "NO"
    assert said["slots"]["goal"] == {"canUnderstand": "NO", "canFulfill": "NO"}
