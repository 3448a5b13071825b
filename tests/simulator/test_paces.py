"""A pace, or a speed, and a time are a distance where that is a simple one."""

import pytest

from skill.simulator.nlu.paces import with_distances


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("i run ten minute miles for half an hour", "i run 3 miles"),
        ("for forty five minutes at nine minute miles", "5 miles"),
        ("i run at six miles an hour for an hour and a half", "i run 9 miles"),
        ("six minutes a kilometer for an hour", "10 kilometers"),
        ("ten minute miles for forty five minutes", "4 and a half miles"),
        ("ten minute miles for forty minutes then a rest", "4 miles then a rest"),
    ],
)
def test_a_pace_for_so_long_is_a_distance(said, meant):
    assert " ".join(with_distances(said.split())) == meant


@pytest.mark.parametrize(
    "said",
    [
        "nine minute miles for half an hour",  # three and a third
        "i run ten minute miles",
        "i ran for half an hour",
        "three miles in thirty minutes",
    ],
)
def test_what_is_no_simple_distance_stays_as_it_was_said(said):
    assert with_distances(said.split()) == said.split()
