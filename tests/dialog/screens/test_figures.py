"""Figures on the screen are the figures that are spoken, in digits."""

import pytest

from skill.dialog.numbers import shown_count, shown_distance, spoken_distance


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(300, "300"), (2622, "2,600"), (1000, "1,000"), (124.3, "125"), (62.1, "60"), (435, "450")],
)
def test_a_count_is_round(amount, shown):
    assert shown_count(amount) == shown


@pytest.mark.parametrize(
    ("amount", "unit", "locale", "shown", "spoken"),
    [
        (0.3, "mile", "en-US", "0.25 miles", "a quarter of a mile"),
        (0.5, "mile", "en-US", "0.5 miles", "half a mile"),
        (1.0, "mile", "en-US", "1 mile", "a mile"),
        (1.5, "mile", "en-US", "1.5 miles", "a mile and a half"),
        (4.6, "mile", "en-US", "4.5 miles", "four and a half miles"),
        (5.0, "kilometer", "en-GB", "5 kilometers", "five kilometers"),
        (17.5, "mile", "en-US", "17.5 miles", "seventeen and a half miles"),
        (17.4, "mile", "en-US", "17 miles", "seventeen miles"),
        (262.0, "mile", "en-US", "262 miles", "two hundred sixty-two miles"),
        (8.75, "mile", "en-US", "8.75 miles", "eight and three-quarter miles"),
        (1609.0, "kilometer", "en-US", "1,600 kilometers", "one thousand six hundred kilometers"),
    ],
)
def test_a_distance_is_what_is_spoken(amount, unit, locale, shown, spoken):
    assert shown_distance(amount, unit) == shown
    assert spoken_distance(amount, unit, locale) == spoken
