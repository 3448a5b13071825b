"""What is said after an answer means what it means after that answer."""

import pytest


def after(person, *asked):
    """The answer's id after a row of questions, each a name or a name with slots."""
    anna = person()
    for name, slots in asked:
        turn = anna.asks(name, **slots)
    return turn.report()["answer"]


Asked = tuple[str, dict[str, str]]

VERDICT: Asked = ("DoesRunningCountIntent", {})
WHY: Asked = ("WhyIntent", {})
MORE: Asked = ("MoreIntent", {})
SECOND: Asked = ("SecondThingIntent", {})
RUNNING_ABS = ("RunningForGoalIntent", {"goal": "abs"})
LEG_DAY_CARDIO = ("LegDayForGoalIntent", {"goal": "cardio"})


def about(**slots: str):
    return ("WhatAboutIntent", slots)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ([VERDICT, WHY], "limits"),
        ([VERDICT, WHY, WHY], "progressive-overload"),
        ([VERDICT, MORE], "limits"),  # "Want to hear why?" - "Tell me more."
        ([("RunningBenefitsIntent", {}), MORE, MORE], "jog-for-cardio"),
        ([RUNNING_ABS, WHY], "abs-two-factors"),
        ([WHY], "limits"),
        ([MORE], "verdict"),
        ([VERDICT, about(goal="cardio")], "cardio"),
        ([VERDICT, about(goal="muscle")], "verdict-muscle"),
        ([("JogOrSprintIntent", {}), about(goal="cardio")], "jog-for-cardio"),
        ([("JogOrSprintIntent", {}), about(goal="muscle")], "sprint-for-muscle"),
        ([("JogOrSprintIntent", {}), about(exercise="jogging")], "jogging"),
        ([("CanISkipLegDayIntent", {}), about(goal="abs")], "skip-abs"),
        ([LEG_DAY_CARDIO, about(goal="abs")], "leg-day-abs"),
        ([("LegDayCardioIntent", {}), about(goal="abs")], "leg-day-abs"),
        ([RUNNING_ABS, about(exercise="leg-day")], "leg-day-abs"),
        ([LEG_DAY_CARDIO, about(exercise="running")], "cardio"),
        ([("CaloriesBurnedIntent", {}), about(exercise="leg-day")], "leg-day-calories"),
        ([("MusclesWorkedIntent", {}), about(exercise="lunges")], "leg-exercises-other-muscles"),
        (
            [("MusclesWorkedIntent", {"exercise": "lunges"}), about(exercise="running")],
            "running-muscles",
        ),
        ([("OtherActivityIntent", {"activity": "swimming"}), about(exercise="running")], "verdict"),
        ([about(exercise="running")], "verdict"),
        ([("WhyRunningFallsShortIntent", {}), SECOND], "repetitive"),
        ([("ResistanceIntent", {}), SECOND], "repetitive"),
        ([VERDICT, ("SixPackIntent", {}), ("AMAZON.PreviousIntent", {})], "verdict"),
        ([("ResistanceIntent", {}), WHY], "progressive-overload"),
        ([("ProgressiveOverloadIntent", {}), ("PlainWordsIntent", {})], "progressive-overload"),
        ([("LegDayCardioIntent", {}), ("DoubtIntent", {})], "leg-day-cardio"),
        ([("ResistanceIntent", {}), about(exercise="leg-day")], "leg-day-muscle"),
        ([("RepetitiveIntent", {}), about(exercise="leg-day")], "leg-day-muscle"),
        ([VERDICT, ("InjuryRiskIntent", {})], "injury-risk"),
        ([("RunningMusclesIntent", {}), about(exercise="lunges")], "leg-exercises-other-muscles"),
        ([("LegExerciseMusclesIntent", {}), about(exercise="running")], "running-muscles"),
        ([("SourceIntent", {})], "article-source"),
        ([("CaloriesBurnedIntent", {}), ("SourceIntent", {})], "calories-source"),
        ([VERDICT, ("SourceIntent", {})], "article-source"),
    ],
)
def test_a_follow_up_follows_the_last_answer(person, asked, answer):
    assert after(person, *asked) == answer


@pytest.mark.parametrize(
    ("slots", "begins"),
    [
        ({"multiple": "half"}, "A mile and a half, about one hundred fifty calories."),
        ({"multiple": "twice"}, "Six miles, about six hundred calories."),
        ({"multiple": "week"}, "Twenty-one miles, about two thousand one hundred calories."),
        ({"multiple": "twice", "unit": "mile"}, "Two miles, about two hundred calories."),
        (
            {"fraction": "half", "unit": "mile", "multiple": "twice"},
            "About a hundred calories a mile",
        ),
        (
            {"distance": "5", "unit": "mile", "other_unit": "kilometer"},
            "Eight kilometers, about five hundred calories.",
        ),
        ({"other_distance": "2"}, "Five miles, about five hundred calories."),
        ({"other_race": "five-k"}, "Six miles, about six hundred calories."),
        (
            {"distance": "3", "unit": "mile", "other_distance": "2"},
            "Five miles, about five hundred calories.",
        ),
        (
            {"distance": "5", "unit": "kilometer", "other_distance": "2", "other_unit": "mile"},
            "Eight kilometers, about five hundred calories.",
        ),
        (
            {"race": "half-marathon", "other_race": "ten-k"},
            "Nineteen miles, about nineteen hundred calories.",
        ),
        (
            {"distance": "4", "unit": "mile", "multiple": "three-times-a-week"},
            "Twelve miles, about twelve hundred calories.",
        ),
        ({"distance": "9", "unit": "mile", "multiple": "week"}, "Nine miles, about nine hundred"),
        ({}, "Three miles, about three hundred calories."),
        ({"distance": "30", "unit": "minute"}, "I only know it by distance, sorry."),
    ],
)
def test_runs_are_added_up_and_multiplied(person, slots, begins):
    anna = person()
    anna.asks("CaloriesBurnedIntent", distance="3", unit="mile")
    assert anna.asks("SeveralRunsIntent", **slots).speech.startswith(begins)


def test_a_month_of_two_runs_a_week_is_not_thirty_of_them(person):
    anna = person()
    anna.asks("SeveralRunsIntent", distance="3", unit="mile", multiple="twice-a-week")
    said = anna.asks("SeveralRunsIntent", multiple="month").speech
    assert said.startswith("Twenty-six miles, about two thousand six hundred calories.")


def test_twice_as_many_calories_are_twice_as_far(person):
    anna = person()
    anna.asks("DistanceForCaloriesIntent", calories="300")
    said = anna.asks("SeveralRunsIntent", multiple="twice").speech
    assert said.startswith("Six hundred calories, about six miles.")


def test_half_of_nothing_asks_how_far(person):
    assert "how far" in person().asks("SeveralRunsIntent", multiple="half").speech.lower()


@pytest.mark.parametrize(
    ("slots", "begins"),
    [
        ({"distance": "10", "unit": "mile"}, "Ten miles, about a thousand calories."),
        ({"distance": "10"}, "Ten miles, about a thousand calories."),
        (
            {"distance": "10", "unit": "kilometer"},
            "Ten kilometers, a bit over six hundred calories.",
        ),
        ({"race": "marathon"}, "A marathon, about two thousand six hundred calories."),
        ({"fraction": "half", "unit": "mile"}, "Half a mile, about fifty calories."),
        ({"unit": "kilometer"}, "Five kilometers, about three hundred calories."),
        ({"calories": "500"}, "Five hundred calories, about five miles."),
        (
            {"distance": "200", "unit": "pound"},
            ("I only have the figure for", "I can't go by size"),
        ),
        ({"distance": "100", "unit": "meter"}, "That's too short for me to work out, sorry."),
        ({"distance": "30", "unit": "minute"}, "I only know it by distance, sorry."),
    ],
)
def test_and_another_distance_is_worked_out_too(person, slots, begins):
    anna = person()
    anna.asks("CaloriesBurnedIntent", distance="3", unit="mile")
    assert anna.asks("WhatAboutIntent", **slots).speech.startswith(begins)


@pytest.mark.parametrize(
    ("slots", "begins"),
    [
        ({"distance": "500"}, "Five hundred calories, about five miles."),
        ({"unit": "kilometer"}, "Three hundred calories, about five kilometers."),
        ({"calories": "200"}, "Two hundred calories, about two miles."),
        ({"distance": "5", "unit": "mile"}, "Five miles, about five hundred calories."),
    ],
)
def test_calories_stay_calories_after_how_far(person, slots, begins):
    anna = person()
    anna.asks("DistanceForCaloriesIntent", calories="300")
    assert anna.asks("WhatAboutIntent", **slots).speech.startswith(begins)


def test_a_unit_stays_until_another_is_named(person):
    anna = person()
    anna.asks("CaloriesBurnedIntent", distance="10", unit="kilometer")
    assert anna.asks("WhatAboutIntent", distance="5").speech.startswith("Five kilometers, a bit")


def test_how_far_is_answered_in_the_unit_asked_for(person):
    turn = person().asks("DistanceForCaloriesIntent", calories="400", unit="kilometer")
    assert turn.speech.startswith("Four hundred calories, about six and a half kilometers.")


def test_a_bare_number_out_of_the_blue_is_asked_about(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    turn = anna.asks("WhatAboutIntent", distance="5")
    assert turn.speech.endswith("How far do you run?")
    assert anna.asks("WhatAboutIntent", distance="5").speech.startswith("Five miles burns")


def test_the_figure_is_credited_once_in_a_session(person):
    anna = person()
    first = anna.asks("CaloriesBurnedIntent", distance="3")
    second = anna.asks("CaloriesBurnedIntent", distance="4")
    assert "Very Fit Well" in first.speech
    assert first.report()["claims"] == ["calories-per-mile", "calories-source"]
    assert "Very Fit Well" not in second.speech
    assert second.report()["claims"] == ["calories-per-mile"]


@pytest.mark.parametrize(
    ("distance", "begins"),
    [("0", "That's too short"), ("501", "That's further than"), ("999999", "That's further than")],
)
def test_no_sum_is_made_of_a_distance_that_nobody_runs(person, distance, begins):
    turn = person().asks("CaloriesBurnedIntent", distance=distance, unit="mile")
    assert turn.speech.startswith(begins)
    assert turn.report()["claims"] == []


@pytest.mark.parametrize(
    ("calories", "begins"),
    [("0", "That's too few"), ("19", "That's too few"), ("50001", "That's more than")],
)
def test_no_distance_is_made_of_calories_that_nobody_runs_for(person, calories, begins):
    turn = person().asks("DistanceForCaloriesIntent", calories=calories)
    assert turn.speech.startswith(begins)


def test_why_goes_on_to_something_new_when_the_reason_was_heard(person):
    anna = person()
    anna.asks("WhyRunningFallsShortIntent")
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("WhyIntent").report()["answer"] not in ("limits", None)


def test_why_has_no_reason_where_the_article_gives_none(person):
    anna = person()
    anna.asks("SprintingIntent")
    turn = anna.asks("WhyIntent")
    said = ("I don't have a reason for that one", "That's as deep as", "My article gives no reason")
    assert turn.speech.startswith(said)
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
    assert "You could ask" not in first
    assert "ou could ask" in second
    anna.asks("DoesRunningCountIntent")
    assert "ou could ask" not in anna.asks("AMAZON.FallbackIntent").speech


def test_pain_gets_a_professional_and_nothing_else(person):
    turn = person().asks("PainIntent")
    assert "a doctor or a physical therapist" in turn.speech.lower()
    assert turn.report()["claims"] == []
    assert turn.attributes.get("offer") is None


def test_the_second_thing_is_found_after_another_subject(person):
    asked = ("WhyRunningFallsShortIntent", "CaloriesBurnedIntent", "SecondThingIntent")
    assert after(person, *((name, {}) for name in asked)) == "repetitive"


@pytest.mark.parametrize(
    ("extra", "begins"),
    [
        ("half", "A mile and a half, about one hundred fifty calories."),
        ("quarter", "A mile and a quarter, about one hundred twenty-five calories."),
    ],
)
def test_a_mile_and_a_half_is_more_than_a_mile(person, extra, begins):
    anna = person()
    anna.asks("CaloriesBurnedIntent", distance="3", unit="mile")
    assert anna.asks("WhatAboutIntent", unit="mile", extra=extra).speech.startswith(begins)


def test_a_goal_after_a_comparison_is_compared_too(person):
    anna = person()
    anna.asks("CompareIntent")
    turn = anna.asks("WhatAboutIntent", goal="calories")
    assert "which does more" in turn.speech
    assert turn.report()["claims"] == []
