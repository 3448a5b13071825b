"""Which of two does more is asked in many words, and understood as one question."""

import pytest

from skill.simulator.nlu import understander


def understood(said: str):
    found = understander("en-US").understand(said)
    return found.intent, {
        name: slot.match.id for name, slot in found.slots.items() if slot.match is not None
    }


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("do squats do as much for cardio as jogging", ("squats", "jogging", "cardio")),
        ("does leg day beat running for fat loss", ("leg-day", "running", "calories")),
        ("fair enough so are squats better than a run for abs", ("squats", "running", "abs")),
        ("is jogging as good as leg day for my heart", ("jogging", "leg-day", "cardio")),
    ],
)
def test_two_are_compared_for_a_goal(said, named):
    slots = dict(zip(("exercise", "other_exercise", "goal"), named, strict=True))
    assert understood(said) == ("CompareIntent", slots)


@pytest.mark.parametrize(
    "said", ["does leg day burn as much as running", "does leg day burn fewer calories than a run"]
)
def test_what_burns_as_much_is_a_comparison(said):
    slots = {"exercise": "leg-day", "other_exercise": "running"}
    assert understood(said) == ("WhichBurnsMoreIntent", slots)


def test_as_good_as_leg_day_asks_if_it_counts():
    assert understood("is running as effective as leg day")[0] == "DoesRunningCountIntent"


def test_what_the_model_does_not_name_is_not_compared():
    assert understood("is running as good as cycling for legs")[0] == "UnknownQuestionIntent"
