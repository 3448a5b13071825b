"""A written conversation is played, and what does not hold is said, a line each."""

import pytest

from tests.script import faults

VERDICT = "does running count as leg day"


def of(talk, *turns):
    return faults(talk(), {"id": "x", "turns": turns})


def test_a_conversation_that_holds_has_no_faults(talk):
    assert (
        of(talk, {"user": "<launch>", "session": "open"}, {"user": "stop", "session": "ended"})
        == []
    )


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ({"expect": ["limits"]}, "expected ['limits'], got DoesRunningCountIntent ['verdict']"),
        ({"expect": ["out-of-scope"]}, "expected ['out-of-scope']"),
        ({"expect_all": ["limits", "verdict"]}, "expected ['limits'] too"),
        ({"reply_must": ["PARTLY", "teapot"]}, "no 'teapot' in"),
        ({"reply_must_not": ["partly"]}, "'partly' in"),
        ({"session": "ended"}, "the session is open after"),
        ({"same_content_as_turn": 1}, "not what turn 1 said"),
    ],
)
def test_what_does_not_hold_is_said(talk, written, fault):
    [found] = of(talk, {"user": "jog or sprint"}, {"user": VERDICT} | written)
    assert found.startswith(f"x, turn 2, {VERDICT!r}: ")
    assert fault in found


def test_saying_the_same_again_is_a_fault_where_it_should_differ(talk):
    again = {"user": VERDICT, "differs_from_turn": 1}
    assert "said already" in of(talk, {"user": VERDICT}, again)[0]
    repeat = {"user": "repeat that", "same_content_as_turn": 1}
    assert of(talk, {"user": VERDICT}, repeat) == []


def test_a_turn_that_needs_an_open_session_is_not_played_without(talk):
    needs = {"user": "yes", "needs": "turn 1 ended with an offer", "reply_must": ["teapot"]}
    assert of(talk, {"user": "stop"}, needs) == []
    assert len(of(talk, {"user": VERDICT}, needs)) == 1


def test_the_same_user_comes_back_in_a_new_session(talk):
    goal = {"user": "my goal is bigger legs"}
    back = {"user": "<launch>", "new_session": True, "reply_must": ["bigger legs"]}
    assert of(talk, goal, back) == []
