"""The sum behind a figure, step by step and exactly, to somebody who doubts it."""

from collections.abc import Mapping

from skill.dialog import how_often, numbers, quantities, runs
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import figures, spoken_of
from skill.handlers.turn import Turn

_MOST = 3  # runs that are named one by one


def checked(turn: Turn) -> Reply | None:
    """Work the last figure out anew; None where none was worked out, or it was just checked."""
    session = turn.session
    slots = quantities.with_one(spoken_of.distance_before(turn))
    miles = quantities.miles(slots, turn.locale)
    if session.said.get("answer") != "calories-per-mile" or not miles:
        return None
    if quantities.is_one(slots) and slots.get("unit", "mile") == "mile":
        return None
    words = {
        "distance": capital(_distance(turn, slots, miles)),
        "calories": numbers.in_words(round(quantities.calories(miles)), turn.locale),
    }
    say = turn.content.figures["checked"].format(**words)
    return None if say == session.said.get("say") else figures.said(turn, say, slots)


def _distance(turn: Turn, slots: Mapping[str, str], miles: float) -> str:
    """Say what a distance is made of, and what that comes to in miles."""
    unit = slots.get("unit", quantities.default_unit(turn.locale))
    whole = numbers.exact_distance(miles, "mile", turn.locale) + how_often.in_time(slots)
    if parts := _parts(turn, slots, unit):
        return f"{parts} {whole},"
    if unit == "mile" and "race" not in slots:
        return f"I took {whole}"
    return f"{quantities.echo(slots, turn.locale)} is {whole},"


def _parts(turn: Turn, slots: Mapping[str, str], unit: str) -> str:
    """Return in words the runs that were added up, or the one that is run several times."""
    session, locale = turn.session, turn.locale
    if 1 < session.added <= _MOST:
        told = [runs.slots_of(run) for run in session.runs[-session.added :]]
        said = [_exact(run, locale) for run in told]
        return f"{', '.join(said[:-1])} and {said[-1]} make"
    each, whole = (quantities.number(slots.get(name)) for name in ("each", "distance"))
    times = round(whole / each) if each and whole else 0
    if times < 2 or abs(times * (each or 0) - (whole or 0)) > runs.ALIKE:
        return ""
    run = {"distance": f"{each:g}", "unit": unit}
    return f"{numbers.in_words(times, locale)} times {_exact(run, locale)} is"


def _exact(run: Mapping[str, str], locale: str) -> str:
    return numbers.exact_distance(quantities.number(run["distance"]) or 0, run["unit"], locale)
