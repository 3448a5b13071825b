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
        (875, "about eight hundred seventy-five"),
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
        (8.75, "mile", "eight and three-quarter miles"),
        (13.25, "mile", "thirteen and a quarter miles"),
        (1.75, "mile", "a mile and three quarters"),
        (1.24, "mile", "a mile and a quarter"),
        (104, "mile", "one hundred four miles"),
        (8.05, "kilometer", "eight kilometers"),
    ],
)
def test_a_distance_is_spoken_in_halves_or_where_it_is_exact_in_quarters(amount, unit, spoken):
    assert numbers.spoken_distance(amount, unit) == spoken


@pytest.mark.parametrize(
    ("amount", "spoken"),
    [
        (9.107, "a bit over nine miles"),
        (6.107, "a bit over six miles"),
        (9.9, "ten miles"),
        (9.83, "a bit under ten miles"),
        (112.7, "one hundred ten miles"),
    ],
)
def test_a_distance_that_is_rounded_by_much_is_said_to_be_over_or_under(amount, spoken):
    assert numbers.estimated_distance(amount, "mile") == spoken


@pytest.mark.parametrize(
    ("amount", "spoken"),
    [
        (3, "three miles"),
        (1, "one mile"),
        (8.75, "eight point seven five miles"),
        (9.1069, "nine point one one miles"),
    ],
)
def test_a_distance_is_told_to_two_decimals_where_it_is_checked(amount, spoken):
    assert numbers.exact_distance(amount, "mile") == spoken


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
