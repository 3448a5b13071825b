"""Numbers and distances in words, as round as an estimate is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.dialog import numbers


@pytest.mark.parametrize(
    ("amount", "spoken"),
    [
        (25, "about twenty-five"),
        (125, "about one hundred twenty-five"),
        (50, "about fifty"),
        (62.1, "a bit over sixty"),
        (100, "about a hundred"),
        (310.7, "a bit over three hundred"),
        (350, "about three hundred fifty"),
        (470, "a bit over four hundred fifty"),
        (497, "about five hundred"),
        (1000, "about a thousand"),
        (1100, "about eleven hundred"),
        (1310.9, "about thirteen hundred"),
        (2621.9, "about two thousand six hundred"),
        (49_999, "about fifty thousand"),
    ],
)
def test_an_estimate_is_spoken_as_round_as_one(amount, spoken):
    assert numbers.spoken_estimate(amount) == spoken


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [
        ("en-US", "about three hundred fifty"),
        ("en-CA", "about three hundred fifty"),
        ("en-GB", "about three hundred and fifty"),
        ("en-AU", "about three hundred and fifty"),
        ("en-IN", "about three hundred and fifty"),
    ],
)
def test_and_is_said_where_people_say_it(locale, spoken):
    assert numbers.spoken_estimate(350, locale) == spoken


@pytest.mark.parametrize(
    ("amount", "unit", "spoken"),
    [
        (0.2, "mile", "a quarter of a mile"),
        (0.5, "mile", "half a mile"),
        (1, "mile", "a mile"),
        (1.5, "mile", "a mile and a half"),
        (4.6, "mile", "four and a half miles"),
        (5, "mile", "five miles"),
        (9.9, "mile", "ten miles"),
        (13.1, "mile", "thirteen miles"),
        (8.05, "kilometer", "eight kilometers"),
    ],
)
def test_a_distance_is_spoken_to_the_nearest_half(amount, unit, spoken):
    assert numbers.spoken_distance(amount, unit) == spoken


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (19, "nineteen"),
        (20, "twenty"),
        (42, "forty-two"),
        (600, "six hundred"),
        (1005, "one thousand five"),
        (999_999, "nine hundred ninety-nine thousand nine hundred ninety-nine"),
    ],
)
def test_a_number_in_words(number, words):
    assert numbers.in_words(number) == words


def test_and_joins_the_last_part_only():
    assert numbers.in_words(1005, "en-GB") == "one thousand and five"
    assert numbers.in_words(1310, "en-GB") == "one thousand three hundred and ten"


@given(st.floats(min_value=1, max_value=999_000))
def test_the_screen_shows_the_number_that_is_spoken(amount):
    shown = int(numbers.shown_count(amount).replace(",", ""))
    assert numbers.spoken_estimate(amount).endswith(f" {numbers.count_in_words(shown, 'en-US')}")
    assert abs(shown - amount) <= max(5, amount / 8)
