"""What is said after an answer means what it means after that answer."""

import pytest


def after(person, *asked):
    """The answer's id after a row of questions, each a name or a name with slots."""
    anna = person()
    for name, slots in asked:
        turn = anna.asks(name, **slots)
    return turn.report()["answer"]


VERDICT = ("DoesRunningCountIntent", {})
WHY = ("WhyIntent", {})
MORE = ("MoreIntent", {})
RUNNING_ABS = ("RunningForGoalIntent", {"goal": "abs"})
LEG_DAY_CARDIO = ("LegDayForGoalIntent", {"goal": "cardio"})


def about(**slots: str):
    return ("WhatAboutIntent", slots)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ([VERDICT, WHY], "limits"),
        ([VERDICT, WHY, WHY], "progressive-overload"),
        ([VERDICT, MORE], "limits"),
        ([VERDICT, MORE, MORE], "minimal-resistance"),
        ([RUNNING_ABS, WHY], "abs-two-factors"),
        ([WHY], "limits"),
        ([MORE], "verdict"),
        ([VERDICT, about(goal="cardio")], "cardio"),
        ([VERDICT, about(goal="muscle")], "verdict-muscle"),
        ([("JogOrSprintIntent", {}), about(goal="cardio")], "jog-for-cardio"),
        ([("JogOrSprintIntent", {}), about(goal="muscle")], "sprint-for-muscle"),
        ([("JogOrSprintIntent", {}), about(exercise="jogging")], "jog-for-cardio"),
        ([("CanISkipLegDayIntent", {}), about(goal="abs")], "skip-abs"),
        ([LEG_DAY_CARDIO, about(goal="abs")], "leg-day-abs"),
        ([("LegDayCardioIntent", {}), about(goal="abs")], "leg-day-abs"),
        ([RUNNING_ABS, about(exercise="leg-day")], "leg-day-abs"),
        ([LEG_DAY_CARDIO, about(exercise="running")], "cardio"),
        ([("CaloriesBurnedIntent", {}), about(exercise="leg-day")], "leg-day-calories"),
        ([("MusclesWorkedIntent", {}), about(exercise="lunges")], "leg-exercises-other-muscles"),
        (
            [("MusclesWorkedIntent", {"exercise": "lunges"}), about(exercise="running")],
            "why-running-burns",
        ),
        ([("OtherActivityIntent", {"activity": "swimming"}), about(exercise="running")], "verdict"),
        ([about(exercise="running")], "verdict"),
        ([("ResistanceIntent", {}), about(exercise="leg-day")], "leg-day-muscle"),
        ([("RepetitiveIntent", {}), about(exercise="leg-day")], "leg-day-muscle"),
        ([VERDICT, ("InjuryRiskIntent", {})], "injury-risk"),
        ([("RunningMusclesIntent", {}), about(exercise="lunges")], "leg-exercises-other-muscles"),
        ([("LegExerciseMusclesIntent", {}), about(exercise="running")], "why-running-burns"),
        ([("SourceIntent", {})], "calories-source"),
        ([("CaloriesBurnedIntent", {}), ("SourceIntent", {})], "calories-source"),
        ([VERDICT, ("SourceIntent", {})], "article-source"),
    ],
)
def test_a_follow_up_follows_the_last_answer(person, asked, answer):
    assert after(person, *asked) == answer


@pytest.mark.parametrize(
    ("slots", "begins"),
    [
        ({"distance": "10", "unit": "mile"}, "About a thousand calories"),
        ({"distance": "10", "unit": "kilometer"}, "About six hundred twenty calories"),
        ({"race": "marathon"}, "About two thousand six hundred calories"),
        ({"fraction": "half", "unit": "mile"}, "About fifty calories"),
        ({"unit": "kilometer"}, "About sixty calories a kilometer"),
    ],
)
def test_and_another_distance_is_worked_out_too(person, slots, begins):
    anna = person()
    anna.asks("CaloriesBurnedIntent", distance="3", unit="mile")
    assert anna.asks("WhatAboutIntent", **slots).speech.startswith(begins)


def test_the_figure_is_credited_once_in_a_session(person):
    anna = person()
    first = anna.asks("CaloriesBurnedIntent", distance="3")
    second = anna.asks("CaloriesBurnedIntent", distance="4")
    assert "VeryFitWell" in first.speech
    assert first.report()["claims"] == ["calories-per-mile", "calories-source"]
    assert "VeryFitWell" not in second.speech
    assert second.report()["claims"] == ["calories-per-mile"]


@pytest.mark.parametrize("distance", ["0", "501", "999999"])
def test_no_sum_is_made_of_a_distance_that_nobody_runs(person, distance):
    turn = person().asks("CaloriesBurnedIntent", distance=distance, unit="mile")
    assert turn.speech.startswith("That's not a distance I can work out, sorry.")
    assert turn.report()["claims"] == []


@pytest.mark.parametrize("calories", ["0", "19", "50001", "999999"])
def test_no_distance_is_made_of_calories_that_nobody_runs_for(person, calories):
    turn = person().asks("DistanceForCaloriesIntent", calories=calories)
    assert turn.speech.startswith("That's not a distance I can work out, sorry.")


def test_why_goes_on_to_something_new_when_the_reason_was_heard(person):
    anna = person()
    anna.asks("WhyRunningFallsShortIntent")
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("WhyIntent").report()["answer"] not in ("limits", None)


def test_why_has_no_reason_where_the_article_gives_none(person):
    anna = person()
    anna.asks("SprintingIntent")
    turn = anna.asks("WhyIntent")
    assert turn.speech.startswith("I don't have a reason for that one")
    assert turn.report()["claims"] == []


def test_more_ends_honestly_and_names_another_theme(person):
    anna = person()
    anna.asks("LargestMuscleIntent")
    for _ in range(40):
        turn = anna.asks("MoreIntent")
        if not turn.report()["claims"]:
            break
    assert turn.report()["claims"] == []
    assert turn.open


def test_a_second_miss_in_a_row_brings_examples(person):
    anna = person()
    first = anna.asks("AMAZON.FallbackIntent").speech
    second = anna.asks("AMAZON.FallbackIntent").speech
    assert "Try" not in first
    assert "Or, " in second
    anna.asks("DoesRunningCountIntent")
    assert "Or, " not in anna.asks("AMAZON.FallbackIntent").speech


def test_pain_gets_a_professional_and_nothing_else(person):
    turn = person().asks("PainIntent")
    assert "a doctor or a physio" in turn.speech.lower()
    assert turn.report()["claims"] == []
    assert turn.attributes.get("offer") is None
