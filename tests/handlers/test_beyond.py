"""What the article does not say is never affirmed, and pain is a professional's."""

import pytest


def unmatched(name: str, heard: str):
    """A slot as Alexa sends it where its type has no such value."""
    resolution = {"authority": "test", "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    return {
        "name": name,
        "value": heard,
        "confirmationStatus": "NONE",
        "resolutions": {"resolutionsPerAuthority": [resolution]},
    }


def says(anna, intent: str, **heard: str):
    slots = {name: unmatched(name, words) for name, words in heard.items()}
    asked = {"name": intent, "confirmationStatus": "NONE", "slots": slots}
    answer = anna.sends({"type": "IntentRequest", "intent": asked, "dialogState": "STARTED"})
    attributes = answer["sessionAttributes"]
    return attributes["said"]["say"], attributes.get("answer"), attributes.get("claims")


QUESTIONS = ("RunningForGoalIntent", "LegDayForGoalIntent", "DoesRunningCountIntent")


@pytest.mark.parametrize("intent", [*QUESTIONS, "JogOrSprintIntent", "WhatAboutIntent"])
def test_a_goal_nobody_knows_is_not_affirmed(person, intent):
    say, answer, claims = says(person(), intent, goal="singing voice")
    assert say in (
        "I can't speak for that, sorry.",
        "That's one I can't speak for.",
        "I don't know about that, so I won't guess.",
    )
    assert (answer, claims) == (None, None)


@pytest.mark.parametrize("intent", QUESTIONS)
@pytest.mark.parametrize("heard", ["depression", "my arthritis", "a bad knee", "lung cancer"])
def test_an_illness_goes_to_a_doctor(person, intent, heard):
    say, answer, claims = says(person(), intent, goal=heard)
    assert "doctor" in say
    assert (answer, claims) == (None, None)


@pytest.mark.parametrize("goal", ["health", "not-known"])
def test_a_goal_known_to_be_unknown_is_not_affirmed(person, goal):
    turn = person().asks("RunningForGoalIntent", goal=goal)
    assert (turn.report()["answer"], turn.report()["claims"]) == (None, [])


def test_a_goal_that_is_none_of_ours_is_not_taken_in(person):
    anna = person()
    say, answer, _ = says(anna, "SetGoalIntent", goal="swim the channel")
    assert say.startswith("I can't speak for that goal, sorry.")
    assert answer is None
    assert anna.asks("MyGoalIntent").speech.startswith("You haven't told me a goal yet.")


def test_an_exercise_nobody_knows_gets_no_muscles(person):
    _, answer, claims = says(person(), "MusclesWorkedIntent", exercise="hip thrusts")
    assert (answer, claims) == (None, None)


def test_a_unit_nobody_knows_is_not_taken_for_miles(person):
    say, _, claims = says(person(), "CaloriesBurnedIntent", distance="3", unit="leagues")
    assert say == "I can only go by distance."
    assert claims is None


def test_what_is_walked_is_not_computed(person):
    turn = person().asks("OtherActivityIntent", activity="walking", distance="6", unit="kilometer")
    assert "running" in turn.speech
    assert "hundred" not in turn.speech
    assert turn.report()["claims"] == []


@pytest.mark.parametrize("goal", ["calories", "cardio"])
def test_a_comparison_that_the_article_does_not_make_is_declined(person, goal):
    turn = person().asks("CompareIntent", exercise="sprinting", other_exercise="leg-day", goal=goal)
    assert "which does more" in turn.speech
    assert turn.report()["claims"] == []


@pytest.mark.parametrize(
    ("goal", "claims"),
    [
        ("calories", ["calories", "leg-day-calories"]),
        ("cardio", ["cardio", "leg-day-cardio"]),
        ("abs", ["abs", "leg-day-abs"]),
    ],
)
def test_of_what_running_and_leg_day_both_do_none_is_said_to_do_more(person, goal, claims):
    turn = person().asks("CompareIntent", exercise="squats", other_exercise="running", goal=goal)
    assert turn.speech.startswith("I don't know which does more, but either will do.")
    assert turn.report()["claims"] == claims


@pytest.mark.parametrize(
    "slots",
    [
        {"exercise": "sprinting", "other_exercise": "deadlifts"},
        {"exercise": "deadlifts", "other_exercise": "squats"},
        {"exercise": "squats", "other_exercise": "lunges", "goal": "muscle"},
        {"exercise": "squats", "other_exercise": "squats"},  # front squats or back squats
    ],
)
@pytest.mark.parametrize("intent", ["CompareIntent", "CompareExercisesIntent"])
def test_of_two_exercises_that_it_does_not_set_side_by_side_none_wins(person, intent, slots):
    turn = person().asks(intent, **slots)
    assert "which does more" in turn.speech
    assert turn.report()["claims"] == []


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"exercise": "running", "other_exercise": "leg-day"}, "compare"),
        ({"exercise": "running", "other_exercise": "leg-day", "goal": "muscle"}, "compare"),
        ({"exercise": "jogging", "other_exercise": "sprinting"}, "jog-or-sprint"),
        (
            {"exercise": "jogging", "other_exercise": "sprinting", "goal": "muscle"},
            "sprint-for-muscle",
        ),
        ({"exercise": "squats", "other_exercise": "lunges"}, "many-angles"),
        ({}, "compare"),
        ({"exercise": "arms", "other_exercise": "leg-day"}, "legs-over-arms"),
    ],
)
def test_a_comparison_that_the_article_makes_is_told(person, slots, answer):
    assert person().asks("CompareIntent", **slots).report()["answer"] == answer


def test_how_often_is_not_known_and_said_so(person):
    turn = person().asks("UnknownQuestionIntent", asked="how-often")
    assert "how often" in turn.speech
    assert turn.report()["claims"] == []
    assert turn.open


def test_to_a_death_nothing_is_offered(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    turn = anna.asks("GriefIntent")
    assert turn.speech in (
        "I'm so sorry. That must be hard. What would you like to do?",
        "I'm very sorry for your loss. Thank you for telling me. What can I do for you?",
    )
    assert "why" not in anna.asks("AcknowledgeIntent").speech
    assert anna.asks("WhatIsCardioIntent").report()["answer"] == "cardio-definition"


@pytest.mark.parametrize(
    ("question", "slots"),
    [
        ("UnknownQuestionIntent", {"asked": "how-often"}),
        ("OtherActivityIntent", {"activity": "cycling"}),
        ("RunningForGoalIntent", {"goal": "not-known"}),
    ],
)
def test_why_after_no_answer_is_not_the_reason_for_the_answer_before(person, question, slots):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    anna.asks(question, **slots)
    turn = anna.asks("WhyIntent")
    assert turn.report()["claims"] == []
    assert "article" in turn.speech


def test_what_is_offered_in_place_of_what_is_not_known_is_close_to_it(person):
    turn = person().asks("UnknownQuestionIntent", asked="same-day")
    assert turn.attributes["offer"] == "alternate"
