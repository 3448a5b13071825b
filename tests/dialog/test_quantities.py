"""Distances and calories: read as people say them, worked out, spoken in round words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.dialog import numbers, quantities


@pytest.mark.parametrize(
    ("slots", "miles"),
    [
        ({"distance": "3"}, 3),
        ({"distance": "3", "unit": "mile"}, 3),
        ({"distance": "3", "fraction": "half", "unit": "mile"}, 3.5),
        ({"fraction": "half", "unit": "mile"}, 0.5),
        ({"fraction": "three-quarters"}, 0.75),
        ({"distance": "3", "tenths": "5"}, 3.5),
        ({"distance": "3", "tenths": "25"}, 3.25),
        ({"distance": "5", "unit": "kilometer"}, 3.107),
        ({"race": "marathon"}, 26.219),
        ({"race": "half-marathon"}, 13.109),
        ({"race": "marathon", "distance": "2"}, 52.438),
        ({"race": "parkrun"}, 3.107),
    ],
)
def test_a_distance_is_read_in_miles(slots, miles):
    assert quantities.miles(slots) == pytest.approx(miles, abs=0.001)


@pytest.mark.parametrize(
    "slots",
    [
        {},
        {"unit": "mile"},
        {"distance": "?"},
        {"distance": "-3"},
        {"distance": "nan"},
        {"distance": "1e999"},
    ],
)
def test_what_names_no_distance_is_none(slots):
    assert quantities.miles(slots) is None


@pytest.mark.parametrize(
    ("locale", "unit"),
    [
        *(("en-US", "mile"), ("en-GB", "mile")),
        *(("en-AU", "kilometer"), ("en-CA", "kilometer"), ("en-IN", "kilometer")),
    ],
)
def test_a_bare_number_is_in_the_unit_people_there_run_in(locale, unit):
    assert quantities.default_unit(locale) == unit
    miles = quantities.miles({"distance": "10"}, locale)
    assert miles == pytest.approx(10 if unit == "mile" else 6.214, abs=0.001)


@pytest.mark.parametrize(
    ("slots", "spoken"),
    [
        ({"distance": "3", "unit": "mile"}, "three miles"),
        ({"distance": "3"}, "three miles"),
        ({"distance": "3.1", "unit": "mile"}, "a bit over three miles"),
        ({"distance": "3", "tenths": "1", "unit": "mile"}, "three point one miles"),
        ({"distance": "3", "fraction": "half", "unit": "mile"}, "three and a half miles"),
        ({"distance": "1", "fraction": "half", "unit": "mile"}, "a mile and a half"),
        ({"extra": "quarter", "unit": "mile"}, "a mile and a quarter"),
        ({"fraction": "half", "unit": "mile"}, "half a mile"),
        ({"fraction": "three-quarters", "unit": "mile"}, "three quarters of a mile"),
        ({"distance": "5", "unit": "kilometer"}, "five kilometers"),
        ({"distance": "400", "unit": "meter"}, "four hundred meters"),
        ({"race": "marathon"}, "a marathon"),
        ({"race": "marathon", "distance": "2"}, "two marathons"),
        ({"distance": "1", "unit": "kilometer"}, "one kilometer"),
    ],
)
def test_a_distance_is_echoed_as_it_was_said(slots, spoken):
    assert quantities.echo(slots) == spoken


def test_five_hundred_calories_are_five_miles_or_eight_kilometers():
    assert quantities.distance_for(500, "mile") == 5
    assert quantities.distance_for(500, "kilometer") == pytest.approx(8.05, abs=0.01)


@given(st.text() | st.none() | st.floats().map(str))
def test_whatever_a_slot_holds_is_a_sane_number_or_none(value):
    number = quantities.number(value)
    assert number is None or 0 <= number < 1_000_000_000


@given(st.floats(min_value=0.001, max_value=quantities.FURTHEST_IN_TIME))
def test_every_distance_can_be_spoken(miles):
    for locale in ("en-US", "en-GB"):
        assert numbers.spoken_estimate(quantities.calories(miles), locale)
        assert "mile" in numbers.spoken_distance(miles, "mile", locale)
