"""How much is understood, as a share of what people ask: the aims that the simulator is held to."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.test_questions import written

Row = dict[str, Any]


def asked(*tables: str) -> Iterator[tuple[str, Row]]:
    return ((phrase, row) for name in tables for row in written(name) for phrase in row["asked"])


def share(talk, lines: Iterator[tuple[str, Row]], right: Callable[[Row, Row], bool]) -> float:
    judged = [right(talk().say(phrase).report(), row) for phrase, row in lines]
    return sum(judged) / len(judged)


def test_at_least_93_of_100_questions_get_the_right_claim(talk):
    lines = asked("question", "hard")
    found = share(talk, lines, lambda said, row: bool({*row["claims"]} & {*said["claims"]}))
    assert found >= 0.93


def test_at_least_95_of_100_questions_of_other_things_are_refused(talk):
    found = share(talk, asked("beyond"), lambda said, row: said["claims"] == [])
    assert found >= 0.95


def test_at_least_97_of_100_control_words_are_understood(talk):
    lines = asked("control")
    assert share(talk, lines, lambda said, row: said["intent"] == row["intent"]) >= 0.97
