"""A goal told once shapes every later answer, for that user and nobody else."""

import pytest

GOALS = ["muscle", "cardio", "calories", "abs", "balance", "fun", "small"]


@pytest.mark.parametrize(
    ("goal", "jog_or_sprint", "skip", "count"),
    [
        ("muscle", "sprint-for-muscle", "keep-if-want-growth-or-balance", "verdict-muscle"),
        ("cardio", "jog-for-cardio", "skip-cardio", "cardio"),
        ("calories", "enjoyment", "skip-calories", "calories"),
        ("abs", "enjoyment", "skip-abs", "abs"),
        ("balance", "jog-or-sprint-balance", "keep-if-want-growth-or-balance", "balance"),
        ("fun", "enjoyment", "enjoyment", "enjoyment"),
        ("small", "jog-or-sprint-no-big-legs", "no-big-legs", "no-big-legs"),
    ],
)
def test_each_goal_has_its_own_advice(person, goal, jog_or_sprint, skip, count):
    anna = person()
    assert anna.asks("SetGoalIntent", goal=goal).report()["answer"] == f"goal-{goal}"
    answers = [
        anna.asks(question).report()["answer"]
        for question in ("JogOrSprintIntent", "CanISkipLegDayIntent", "DoesRunningCountIntent")
    ]
    assert answers == [jog_or_sprint, skip, count]


@pytest.mark.parametrize("goal", GOALS)
def test_a_goal_comes_back_in_the_next_session(person, goal):
    anna = person()
    anna.asks("SetGoalIntent", goal=goal)
    before = anna.asks("JogOrSprintIntent").report()["answer"]
    anna.device.leave()
    assert anna.asks("JogOrSprintIntent").report()["answer"] == before


def test_a_goal_named_in_the_question_counts_for_that_question_only(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("JogOrSprintIntent", goal="cardio").report()["answer"] == "jog-for-cardio"
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "sprint-for-muscle"


def test_nobody_elses_goal_is_used(person):
    person().asks("SetGoalIntent", goal="muscle")
    assert person().asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


@pytest.mark.parametrize("slots", [{}, {"goal": "teapot"}])
def test_a_goal_that_was_not_caught_is_asked_for(person, slots):
    turn = person().asks("SetGoalIntent", **slots)
    assert turn.speech.endswith("What are you after, bigger legs or better cardio?")
    assert turn.open


def test_a_goal_is_not_recited_and_can_be_asked_for(person):
    anna = person()
    assert anna.asks("MyGoalIntent").speech.startswith("You haven't told me a goal yet.")
    anna.asks("SetGoalIntent", goal="abs")
    assert anna.asks("MyGoalIntent").speech == "You're after a six-pack. Is that still right?"


def test_still_after_it_yes_brings_advice_for_it(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="cardio")
    anna.device.leave()
    assert "better cardio" in anna.launches().speech
    assert anna.asks("AMAZON.YesIntent").report()["claims"][0] == "cardio"


def test_still_after_it_no_asks_for_the_new_one_and_takes_it(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="cardio")
    anna.device.leave()
    anna.launches()
    assert anna.asks("AMAZON.NoIntent").speech == "No problem. What are you after now?"
    assert anna.asks("WhatAboutIntent", goal="abs").report()["answer"] == "goal-abs"
    assert anna.asks("MyGoalIntent").speech.startswith("You're after a six-pack.")


def test_forget_me_forgets_now_and_for_later(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("ForgetMeIntent").speech.startswith("Done. I've forgotten everything")
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"
    anna.device.leave()
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_whoever_disables_the_skill_is_forgotten(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    anna.device.leave()
    said = anna.sends({"type": "AlexaSkillEvent.SkillDisabled"})
    assert said.get("response", {}) == {}
    anna.device.leave()
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"
