"""The distance that was spoken of last, by the user or by us, and the runs that it's made of."""

from collections.abc import Mapping

from skill.dialog import quantities, runs
from skill.handlers.turn import Turn

RUNS = 10  # that are kept, and added up


def distance_before(turn: Turn) -> dict[str, str]:
    """Return the slots of the distance spoken of, or of the one that was worked out."""
    slots, intent = turn.session.slots, turn.session.intent
    if turn.session.offer == "suggested":
        return suggested(turn)
    burned = quantities.number(slots.get("calories"))
    if intent == "DistanceForCaloriesIntent" and burned:
        unit = slots.get("unit", quantities.default_unit(turn.locale))
        return {"distance": f"{quantities.distance_for(burned, unit):.6g}", "unit": unit}
    return slots if intent == "CaloriesBurnedIntent" else {}


def last_run(turn: Turn) -> dict[str, str]:
    """Return the slots of the last run spoken of, however long ago; none where none was."""
    told = turn.session.runs[-max(turn.session.added, 1) :]
    before = dict(quantities.with_one(distance_before(turn)))
    return before or (runs.together(told, runs.slots_of(told[0])["unit"]) if told else {})


def keep(turn: Turn, slots: Mapping[str, str], day: str, *, asked: bool) -> None:
    """Keep a run that was worked out, beside those before.

    Beside what's run in a week is what else is run in one; and what is only `asked` after a sum is
    of the next one.
    """
    session, over = turn.session, slots.get("over")
    same = [run for run in session.runs if runs.slots_of(run).get("over") == over]
    before = same if over else [] if asked and session.added > 1 else session.runs
    session.runs, session.added = [*before, runs.kept(slots, day, turn.locale)][-RUNS:], 1


def counted(turn: Turn) -> list[str]:
    """Return the user's own runs that the last figure of any was for."""
    told = turn.session.runs[-max(turn.session.added, 1) :]
    return [run for run in told if runs.day_of(run) != runs.THEIRS] or told


def take_back(turn: Turn) -> None:
    """Take back the runs that the figure spoken of is for: something else is made of them."""
    session = turn.session
    session.runs, session.added = session.runs[: len(session.runs) - session.added], 0


def forget(turn: Turn) -> None:
    """Forget the runs spoken of."""
    turn.session.runs, turn.session.added = [], 0


def told_beside(turn: Turn) -> None:
    """Keep a run that is told beside another question: "I run five miles, can I skip leg day"."""
    if quantities.miles(turn.slots, turn.locale) and not turn.of_other:
        keep(turn, turn.slots, "", asked=False)


def suggested(turn: Turn) -> dict[str, str]:
    """Return the slots of the distance that is named to somebody who names none."""
    distance = "10" if turn.session.slots.get("distance") == "5" else "5"
    return {"distance": distance, "unit": quantities.default_unit(turn.locale)}
