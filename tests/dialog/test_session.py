"""What comes back in the session attributes is taken where it fits, and else ignored."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.dialog.session import Session

FULL = Session(
    answer="verdict",
    claims=["verdict"],
    heard=["verdict", "limits"],
    topic="verdict",
    intent="DoesRunningCountIntent",
    slots={"goal": "muscle"},
    offer="limits",
    goal="muscle",
    loaded=True,
    misses=1,
    refusals=1,
    said={"say": "Partly.", "ask": "Want to hear why?", "reprompt": "Want to hear why?"},
    forms={"launch": 2},
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_a_session_survives_the_way_there_and_back():
    assert Session.read(json.loads(json.dumps(FULL.attributes()))) == FULL


def test_a_new_session_has_no_attributes():
    assert Session().attributes() == {}


@pytest.mark.parametrize("attributes", [None, [], "x", 7, {"teapot": 1}, {"answer": None}])
def test_what_is_no_session_is_an_empty_one(attributes):
    assert Session.read(attributes) == Session()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("answer", 7),
        ("answer", "x" * 101),
        ("claims", "verdict"),
        ("claims", [1]),
        ("heard", ["verdict"] * 129),
        ("slots", {"goal": 7}),
        ("slots", []),
        ("said", {"say": "x" * 1000}),
        ("loaded", "yes"),
        ("loaded", 1),
        ("misses", -1),
        ("misses", True),
        ("misses", 10_000),
        ("refusals", "1"),
        ("forms", {"launch": -1}),
        ("forms", {"launch": 1.5}),
        ("goal", ["muscle"]),
    ],
)
def test_one_damaged_field_is_dropped_and_the_others_kept(name, value):
    damaged = FULL.attributes() | {name: value}
    session = Session.read(damaged)
    assert getattr(session, name) == getattr(Session(), name)
    assert session.attributes() == {k: v for k, v in FULL.attributes().items() if k != name}


def test_claims_heard_twice_are_noted_once():
    session = Session(heard=["verdict"])
    session.mark_heard(("limits", "verdict"))
    assert session.heard == ["verdict", "limits"]


@given(JSON | st.dictionaries(st.sampled_from(list(FULL.attributes())), JSON))
def test_no_garbage_breaks_a_session(attributes):
    session = Session.read(attributes)
    assert Session.read(session.attributes()).attributes() == session.attributes()
