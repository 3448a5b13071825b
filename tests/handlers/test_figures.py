"""Distances and calories in a conversation: worked out, in their unit, credited once."""

import pytest


@pytest.mark.parametrize(
    ("slots", "begins"),
    [
        ({"multiple": "half"}, "A mile and a half, about one hundred fifty calories."),
        ({"multiple": "twice"}, "Six miles, about six hundred calories."),
        ({"multiple": "every-day-of-a-week"}, "Twenty-one miles a week, about two thousand one"),
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
        ({"other_race": "five-k"}, "A bit over six miles, about six hundred calories."),
        (
            {"distance": "3", "unit": "mile", "other_distance": "2"},
            "Five miles, about five hundred calories.",
        ),
        (
            {"distance": "5", "unit": "kilometer", "other_distance": "2", "other_unit": "mile"},
            "A bit over eight kilometers, about five hundred calories.",
        ),
        (
            {"race": "half-marathon", "other_race": "ten-k"},
            "Nineteen miles, about nineteen hundred calories.",
        ),
        (
            {"distance": "4", "unit": "mile", "multiple": "three-times-a-week"},
            "Twelve miles a week, about twelve hundred calories.",
        ),
        ({"distance": "9", "unit": "mile", "multiple": "week"}, "Nine miles a week, about nine"),
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
    assert said.startswith("Twenty-six miles a month, about two thousand six hundred calories.")


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
        ({"unit": "kilometer"}, "A bit under five kilometers, about three hundred calories."),
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
    [("0", "That's too short"), ("501", "That's too far"), ("999999", "That's too far")],
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
