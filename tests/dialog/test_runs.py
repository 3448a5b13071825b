"""Runs as a session keeps them, and which one somebody means."""

import pytest

from skill.dialog import runs

WEEK = ["2 mile monday", "3 mile wednesday", "5 kilometer saturday"]


def test_a_run_is_kept_in_its_own_unit():
    slots = {"distance": "2", "fraction": "half", "unit": "kilometer"}
    assert runs.kept(slots, "friday") == "2.5 kilometer friday"
    assert runs.kept({"distance": "3"}, locale="en-AU") == "3 kilometer"
    assert runs.slots_of("2.5 kilometer friday") == {"distance": "2.5", "unit": "kilometer"}


def test_runs_come_to_a_length_in_a_unit():
    assert runs.together(["2 mile", "5 kilometer"], "mile") == {
        "distance": "5.10686",
        "unit": "mile",
    }
    assert runs.together(["5 kilometer", "8 kilometer"], "kilometer")["distance"] == "13"


@pytest.mark.parametrize(
    ("day", "wrong", "which"),
    [
        ("wednesday", {}, 1),
        ("first", {}, 0),
        ("last", {}, 2),
        ("", {"distance": "5"}, 2),
        ("", {"distance": "2", "unit": "mile"}, 0),
        ("", {"distance": "5", "unit": "mile"}, None),
        ("sunday", {"distance": "2"}, None),
        ("", {}, None),
    ],
)
def test_a_run_is_meant_by_its_day_or_its_length(day, wrong, which):
    assert runs.meant(WEEK, day, wrong) == which


def test_what_is_run_in_a_time_and_whose_it_is_is_kept():
    year = runs.kept({"distance": "200", "unit": "mile", "over": "year"}, "theirs")
    assert runs.slots_of(year) == {"distance": "200", "unit": "mile", "over": "year"}
    assert runs.day_of(year) == runs.THEIRS
    assert runs.together([year, "400 mile a-year"], "mile")["over"] == "year"
    assert runs.meant(["5 mile", year], "theirs", {}) == 1
