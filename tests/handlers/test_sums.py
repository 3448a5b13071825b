"""What is made of the runs spoken of: so often in so long, compared, taken back."""

import pytest

FIVE = ("CaloriesBurnedIntent", {"distance": "5", "unit": "mile"})
SUMS = "SeveralRunsIntent"
HOW_FAR = ("How far are you going?", "How far is it?")


def says(anna, *turns):
    for name, slots in turns:
        said = anna.asks(name, **slots).speech
    return said


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        ([{"multiple": "twice-a-day", "span": "five-times-a-week"}], "Fifty miles a week, about"),
        ([{"multiple": "twice-a-day"}], "Ten miles a day, about a thousand calories."),
        ([{"multiple": "twice-a-day"}, {"multiple": "five-times-a-week"}], "Fifty miles a week,"),
        ([{"multiple": "five-times-a-week"}, {"multiple": "twice-a-day"}], "Fifty miles a week,"),
        ([{"multiple": "twice-a-day"}, {"multiple": "week"}], "Seventy miles a week,"),
        ([{"multiple": "five-times-a-week"}, {"multiple": "twice-a-week"}], "Ten miles a week,"),
        ([{"multiple": "once-a-week"}], "Five miles a week, about five hundred calories."),
        ([{"multiple": "once-a-month"}, {"multiple": "year"}], "Sixty miles a year, about"),
        ([{"distance": "500", "multiple": "twice-a-day"}], "Ten miles a day, about a thousand"),
        ([{"multiple": "every-day-of-a-week", "span": "week"}], "Thirty-five miles a week,"),
        ([{"multiple": "week", "span": "every-day-of-a-week"}], "Thirty-five miles a week,"),
    ],
)
def test_a_run_is_made_so_often_in_so_long(person, turns, begins):
    assert says(person(), FIVE, *((SUMS, slots) for slots in turns)).startswith(begins)


def test_how_often_and_how_far_in_one_breath(person):
    slots = {"distance": "4", "unit": "kilometer", "multiple": "three-times-a-week"}
    assert says(person(), (SUMS, slots)).startswith("Twelve kilometers a week burns about")


@pytest.mark.parametrize("before", [[], [("RunningCaloriesIntent", {})]])
def test_a_sum_of_no_distance_asks_how_far(person, before):
    assert says(person(), *before, (SUMS, {"multiple": "week"})).endswith(HOW_FAR)


def test_how_often_is_kept_till_the_distance_is_told(person):
    anna = person()
    often = (SUMS, {"multiple": "three-times-a-week"})
    assert says(anna, ("RunningCaloriesIntent", {}), often).endswith(HOW_FAR)
    said = says(anna, ("WhatAboutIntent", {"distance": "4", "unit": "mile"}))
    assert said.startswith("Twelve miles a week burns about twelve hundred calories.")


def test_a_week_of_runs_is_not_run_every_day_of_a_month(person):
    week = (SUMS, {"distance": "21", "unit": "mile", "multiple": "week"})
    assert says(person(), week).startswith("Twenty-one miles a week burns about")
    assert says(person(), week, (SUMS, {"multiple": "month"})).startswith("Ninety miles a month,")


def test_how_often_may_be_told_in_two_steps(person):
    steps = [(SUMS, {"multiple": often}) for often in ("twice", "five-times-a-week")]
    said = says(person(), *steps, ("WhatAboutIntent", {"distance": "2", "unit": "mile"}))
    assert said.startswith("Twenty miles a week burns about two thousand calories.")


def test_how_often_of_leg_days_is_not_known(person):
    said = says(person(), ("CanISkipLegDayIntent", {}), (SUMS, {"multiple": "twice-a-week"}))
    assert "how often" in said


def test_what_was_no_run_is_taken_back(person):
    anna, bike = person(), ("NotARunIntent", {"activity": "cycling"})
    said = says(anna, ("CaloriesBurnedIntent", {"distance": "3", "unit": "mile"}), FIVE, bike)
    assert said.startswith(("Then I can't say, sorry.", "Ah, then forget that figure."))
    assert "running" in says(anna, (SUMS, {}))
    assert says(anna, (SUMS, {"distance": "2", "unit": "mile", "multiple": "all"})).startswith(
        "Five miles, about five hundred calories."
    )


@pytest.mark.parametrize("slots", [{"distance": "40", "unit": "mile"}, {"unit": "mile"}])
def test_a_ride_is_never_worked_out(person, slots):
    anna, ride = person(), ("OtherActivityIntent", {"activity": "cycling", **slots})
    assert "calories" not in says(anna, FIVE, ride)
    assert "running" in says(anna, (SUMS, {"multiple": "twice"}))


@pytest.mark.parametrize(
    ("name", "slots", "begins"),
    [
        (
            "CompareRunsIntent",
            {"race": "marathon"},
            "Five miles is less, by about two thousand one hundred calories. A marathon, about two",
        ),
        (
            "CompareRunsIntent",
            {"race": "five-k"},
            "Five miles is more, by about one hundred ninety calories. A five k, a bit over",
        ),
        ("CompareRunsIntent", {"distance": "5", "unit": "mile"}, "Five miles is the same."),
        ("CaloriesBurnedIntent", {"calories": "500"}, "Yes, that's about it. Five miles, about"),
        ("WhatAboutIntent", {"distance": "500"}, "Yes, that's about it. Five miles, about"),
        ("WhatAboutIntent", {"distance": "9"}, "Nine miles, about nine hundred calories."),
    ],
)
def test_a_number_is_compared_to_the_one_worked_out(person, name, slots, begins):
    assert says(person(), FIVE, (name, slots)).startswith(begins)


def test_after_a_comparison_the_first_run_is_still_spoken_of(person):
    marathon = ("CompareRunsIntent", {"race": "marathon"})
    assert says(person(), FIVE, marathon, (SUMS, {"multiple": "twice"})).startswith("Ten miles,")


def test_a_hundred_of_a_mile_is_confirmed(person):
    mile = ("CaloriesBurnedIntent", {"unit": "mile"})
    said = says(person(), mile, ("CaloriesBurnedIntent", {"calories": "100"}))
    assert said.startswith("Yes, that's about it. About a hundred calories a mile")


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (
            [{"distance": "10", "unit": "mile", "multiple": "week"}, {"multiple": "day"}],
            "A bit under a mile and a half a day,",
        ),
        (
            [{"distance": "10", "unit": "mile", "multiple": "week"}, {"multiple": "twice-a-week"}],
            "Ten miles a week,",
        ),
        (
            [
                {"multiple": "twice-a-day"},
                {"multiple": "five-times-a-week"},
                {"multiple": "three-times-a-week"},
            ],
            "Thirty miles a week,",
        ),
        ([{"distance": "2500", "multiple": "five-times"}], "Twenty-five miles, about two thousand"),
    ],
)
def test_what_is_told_of_a_week_is_neither_multiplied_nor_lost(person, turns, begins):
    assert says(person(), FIVE, *((SUMS, slots) for slots in turns)).startswith(begins)


@pytest.mark.parametrize("unit", ["minute", "hour"])
def test_minutes_are_no_miles(person, unit):
    slots = {"distance": "3", "unit": "mile", "other_distance": "20", "other_unit": unit}
    assert says(person(), (SUMS, slots)).startswith("I only know it by distance, sorry.")


def test_how_often_is_asked_where_it_is_not_known(person):
    anna, asked = person(), (SUMS, {"multiple": "month"})
    assert says(anna, FIVE, asked) == "That depends on how often you go. How often is that?"
    assert says(anna, (SUMS, {"multiple": "twice-a-week"})).startswith("Forty-three miles a month,")


@pytest.mark.parametrize(
    ("often", "begins"),
    [
        ((SUMS, {"multiple": "twice"}), "Ten miles a week,"),
        ((SUMS, {"multiple": "once"}), "Five miles a week,"),
        ((SUMS, {"multiple": "day"}), "Thirty-five miles a week,"),
        ((SUMS, {"multiple": "week"}), "Five miles a week,"),
        (("WhatAboutIntent", {"distance": "3"}), "Fifteen miles a week,"),
        (("WhatAboutIntent", {"distance": "3", "unit": "mile"}), "Three miles, about three"),
        (("AMAZON.YesIntent", {}), "That depends on how often you go."),
    ],
)
def test_what_is_said_to_how_often_is_of_the_time_asked_about(person, often, begins):
    assert says(person(), FIVE, (SUMS, {"multiple": "week"}), often).startswith(begins)


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        ([{"multiple": "less", "unit": "mile"}], "Four miles, about four hundred"),
        ([{"multiple": "less", "fraction": "half", "unit": "mile"}], "Four and a half miles,"),
        ([{"multiple": "less", "distance": "5", "unit": "mile"}], "That's too short"),
        ([{"multiple": "day"}], "Five miles a day, about five hundred calories."),
        ([{"multiple": "day"}, {"multiple": "five-times-a-week"}], "Twenty-five miles a week,"),
        (
            [{"multiple": "twice-a-week"}, {"multiple": "less", "distance": "2", "unit": "mile"}],
            "Six miles a week,",
        ),
        ([{"when": "monday", "other_when": "friday"}], "Ten miles a week,"),
        (
            [{"when": "monday", "other_when": "tuesday", "third_when": "friday"}],
            "Fifteen miles a week, about fifteen hundred calories.",
        ),
    ],
)
def test_a_run_less_far_by_the_day_and_on_several_days(person, turns, begins):
    assert says(person(), FIVE, *((SUMS, slots) for slots in turns)).startswith(begins)


def test_laps_of_a_length(person):
    slots = {"fraction": "half", "unit": "mile", "multiple": "six-laps"}
    anna = person()
    assert says(anna, (SUMS, slots)).startswith("Three miles burns about three hundred")
    assert says(anna, (SUMS, {"multiple": "ten-laps"})).startswith("Five miles, about five hundred")


def test_one_lap_of_several_is_no_run_of_its_own(person):
    slots = {"distance": "400", "unit": "meter", "multiple": "six-laps", "other_distance": "1"}
    assert says(person(), (SUMS, slots)).startswith("Two thousand four hundred meters burns")


def test_days_told_of_with_no_run_ask_nothing(person):
    said = says(person(), (SUMS, {"when": "monday", "other_when": "friday"}))
    assert said.startswith(
        (
            "I'll leave that one to you.",
            "Right, I see.",
            "Fair enough.",
        )
    )
    said = says(person(), FIVE, (SUMS, {"when": "monday", "other_when": "friday"}))
    assert said.startswith("Ten miles a week, about a thousand calories.")


def test_twice_a_week_and_in_total_is_what_a_week_comes_to(person):
    anna = person()
    anna.asks("CaloriesBurnedIntent", distance="4", unit="mile")
    turn = anna.asks("SeveralRunsIntent", multiple="twice-a-week", span="all")
    assert turn.speech.startswith("Eight miles a week, about eight hundred calories.")


def test_so_often_in_a_week_is_so_often_a_week_and_not_a_day(person):
    anna = person()
    anna.asks("CaloriesBurnedIntent", unit="mile")
    runs = {"distance": "2", "unit": "mile"}
    turn = anna.asks("SeveralRunsIntent", **runs, multiple="three-times", span="week")
    assert turn.speech.startswith("Six miles a week, about six hundred calories.")
    turn = anna.asks("SeveralRunsIntent", **runs, multiple="week", span="twice")
    assert turn.speech.startswith("Four miles a week, about four hundred calories.")


@pytest.mark.parametrize(
    ("slots", "begins"),
    [
        ({"distance": "4"}, "Eight miles a week,"),
        ({"unit": "kilometer"}, "Ten kilometers a week,"),
        ({"multiple": "four-times"}, "Twenty miles a week,"),
        ({"multiple": "double"}, "Twenty miles a week,"),
        ({"other_distance": "5", "distance": "6"}, "My mistake. Twelve miles a week,"),
        ({"distance": "3", "unit": "mile", "multiple": "once-a-week"}, "Three miles a week,"),
        ({"race": "marathon"}, "A marathon,"),
        ({}, ("Sorry, I got that wrong.", "My mistake, sorry.")),
    ],
)
def test_a_run_that_was_told_wrong_is_worked_out_again(person, slots, begins):
    before = (SUMS, {"multiple": "twice-a-week"})
    assert says(person(), FIVE, before, ("CorrectRunIntent", slots)).startswith(begins)


def test_a_run_that_was_told_wrong_is_no_part_of_a_sum(person):
    right = ("CorrectRunIntent", {"distance": "4"})
    assert says(person(), FIVE, right, FIVE, (SUMS, {"multiple": "all"})).startswith("Nine miles,")


def test_a_correction_of_nothing_tells_of_a_run(person):
    assert says(person(), ("CorrectRunIntent", FIVE[1])).startswith("Five miles burns about")
