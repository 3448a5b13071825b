"""What somebody else counted, a watch or the user, beside our estimate."""

from collections.abc import Sequence

from skill.dialog import quantities
from skill.handlers import spoken_of
from skill.handlers.turn import Turn

_HUNDRED = 100  # a bare number from here on may be one of calories
_ALIKE = 1.1  # how much apart two counts of calories still agree


def agrees(turn: Turn, number: str, times: Sequence[float] = (1,)) -> bool:
    """Tell whether a number is about the calories of the distance spoken of, or so many `times`."""
    counted = quantities.number(number) or 0
    before = spoken_of.distance_before(turn)
    burned = quantities.calories(quantities.miles(before, turn.locale) or 0)
    return burned > 0 and any(1 / _ALIKE <= counted / (burned * time) <= _ALIKE for time in times)


def is_of_calories(turn: Turn, number: str) -> bool:
    """Tell whether a number is meant of the calories of the distance spoken of, and no distance.

    That is a number from a hundred on that is fewer times as much as they are, or agrees with them.
    """
    before = spoken_of.distance_before(turn)
    counted, length = (quantities.number(one) or 0 for one in (number, before.get("distance")))
    burned = quantities.calories(quantities.miles(before, turn.locale) or 0)
    near = counted >= _HUNDRED and length > 0 and counted**2 > length * burned
    return agrees(turn, number) or near


def compared(turn: Turn, counted: float, burned: float) -> str:
    """Say how our estimate compares to what somebody else counted: "four thousand, then?"."""
    kind = "more" if burned > counted * _ALIKE else "less" if counted > burned * _ALIKE else "same"
    return turn.content.figures[kind]
