"""Several runs, kept one by one: added up, one more beside them, one of them put right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from skill.dialog import multiples, quantities, runs
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import figures, spoken_of
from skill.handlers.turn import Turn

_ONE = "one"  # the WHEN of "one of them"
_OFTEN = (
    "multiple",
    "span",
)  # how slots end of runs that are run several times, and no single ones


def several(turn: Turn, slots: Mapping[str, str]) -> Reply | None:
    """Add up the runs that slots tell of, or one beside those spoken of; None where it's only one.

    "Two miles on monday and three on wednesday", "plus another mile".
    """
    own = quantities.miles(slots, turn.locale) is not None
    others = [multiples.of_run(prefix, slots) for prefix in multiples.BESIDE]
    if any(name.endswith(_OFTEN) for name in slots) or not any(map(_lengths, others)):
        return None
    new = told(turn, slots)
    if own:
        return together(turn, [], new, runs.slots_of(new[0])["unit"])
    before = _spoken_of(turn)
    earlier = turn.session.runs[: len(turn.session.runs) - turn.session.added]
    return together(turn, earlier, [*before, *new])


def told(turn: Turn, slots: Mapping[str, str]) -> list[str]:
    """Return the runs that slots tell of, with their days, as they are kept."""
    own = {name: slots[name] for name in slots if not name.startswith(multiples.BESIDE)}
    units = [slots.get(f"{prefix}unit") for prefix in ("", *multiples.BESIDE)]
    if not own:  # "plus two more"
        units = [spoken_of.distance_before(turn).get("unit"), *units]
    unit = next(filter(None, [*units, spoken_of.last_run(turn).get("unit")]), "")
    unit = unit or quantities.default_unit(turn.locale)
    found = {"": own, **{prefix: multiples.of_run(prefix, slots) for prefix in multiples.BESIDE}}
    return [
        runs.kept({"unit": unit, **run}, turn.slots.get(f"{prefix}when", ""), turn.locale)
        for prefix, run in found.items()
        if quantities.miles({"unit": unit, **run}, turn.locale) is not None
    ]


def together(
    turn: Turn, earlier: Sequence[str], added: Sequence[str], unit: str | None = None
) -> Reply:
    """Work out what runs come to together; they stay single runs, after `earlier` ones.

    That is in `unit`, or else in that of the distance spoken of.
    """
    unit = unit or spoken_of.distance_before(turn).get("unit") or runs.slots_of(added[0])["unit"]
    turn.slots = runs.together(added, unit)
    reply = figures.calories_burned(turn)
    if reply.answer:
        turn.session.runs = [*earlier, *added][-spoken_of.RUNS :]
        turn.session.added = min(len(added), spoken_of.RUNS)
    return reply


def put_right(turn: Turn, day: str, wrong: Mapping[str, str]) -> Reply | None:
    """Put what was told now in the place of one of the runs; None where only one is spoken of.

    Of several that are added up it is the last one, where they don't tell which.
    """
    session = turn.session
    at = runs.meant(session.runs, day, wrong)
    if session.added < 2 and (at is None or not day or at == len(session.runs) - 1):
        return None
    if at is None and _is_all(turn, wrong):
        return None
    told = quantities.miles({"unit": runs.slots_of(session.runs[-1])["unit"], **turn.slots})
    whole = runs.together(session.runs[-session.added :], "mile")
    if at is None and not day and abs((told or 0) - float(whole["distance"])) < runs.ALIKE:
        earlier = len(session.runs) - session.added  # the sum is said over
        return together(turn, session.runs[:earlier], session.runs[earlier:])
    if at is None and (wrong or day):
        return turn.line_and_offer("not-that-run")
    at = len(session.runs) - 1 if at is None else at
    was = session.runs[at]
    unit = runs.slots_of(was)["unit"]
    new = runs.kept({"unit": unit, **turn.slots}, runs.day_of(was), turn.locale)
    before = len(session.runs) - session.added
    if at < before or session.added < 2:
        return together(turn, [*session.runs[:at], *session.runs[at + 1 :]], [new])
    runs_now = [*session.runs[:at], new, *session.runs[at + 1 :]]
    reply = together(turn, runs_now[:before], runs_now[before:])
    return replace(reply, say=_with_change(turn, reply.say, was, new))


def _with_change(turn: Turn, say: str, was: str, now: str) -> str:
    """Say of a sum which run of it has changed: "..., with four miles on Wednesday"."""
    day = runs.day_of(now)
    kind = "changed-day" if day in runs.DAYS else "changed"
    lengths = (quantities.echo(runs.slots_of(run), turn.locale) for run in (was, now))
    words = dict(zip(("before", "distance"), lengths, strict=True), day=capital(day))
    return say.removesuffix(".") + turn.content.figures[kind].format(**words)


def one_changed(turn: Turn) -> Reply | None:
    """Put what was told now in the place of one of several runs of one length; None where is none.

    "And if one of them's a ten k", of five k three times a week. Which of several isn't guessed.
    """
    session, before = turn.session, spoken_of.distance_before(turn)
    several = session.runs[-session.added :] if session.added > 1 else []
    if len(set(several)) > 1:
        return turn.line_and_offer("not-that-run")
    if several:
        return put_right(turn, "last", {})
    new = quantities.miles({"unit": before.get("unit", ""), **turn.slots}, turn.locale)
    one = before.get("each", before.get("once"))
    if new is None or not one:
        return None
    unit, each = before["unit"], {**before, "distance": one}
    rest = (quantities.miles(before) or 0) - (quantities.miles(each) or 0)
    turn.slots = {"distance": quantities.in_unit(rest + new, unit), "unit": unit}
    turn.slots |= {"over": before["over"]} if "over" in before else {}
    return figures.calories_burned(turn)


def left_out(turn: Turn, which: str) -> Reply | None:
    """Work out what the runs come to without the one of a day or a place; None where none is it."""
    session = turn.session
    at = runs.meant(session.runs, which, {})
    if at is None and which in (*runs.DAYS, _ONE):
        return _but_once(turn, which)
    if at is None or len(session.runs) == 1:
        return None
    before = len(session.runs) - session.added
    rest = [*session.runs[:at], *session.runs[at + 1 :]]
    before = min(before if at >= before else before - 1, len(rest) - 1)
    return together(turn, rest[:before], rest[before:])


def _but_once(turn: Turn, which: str) -> Reply | None:
    """Work out what is run in a time but for once; None where it isn't run so often.

    On one day of a week there is a run where there's one on each.
    """
    before = spoken_of.distance_before(turn)
    each, whole = (quantities.number(before.get(name)) for name in ("each", "distance"))
    if not (each and whole and each < whole and "over" in before):
        return None
    daily = before["over"] == "week" and abs(whole - 7 * each) < runs.ALIKE
    if before["over"] != "week" or (which in runs.DAYS and not daily):
        return None
    spoken_of.take_back(turn)
    turn.slots = {**before, "distance": f"{whole - each:.6g}"}
    return figures.calories_burned(turn)


def _is_all(turn: Turn, wrong: Mapping[str, str]) -> bool:
    """Tell whether a length that is taken back is that of all the runs together."""
    whole = runs.kept(runs.together(turn.session.runs[-turn.session.added :], "mile"))
    return bool(wrong) and runs.meant([whole], "", wrong) is not None


def _spoken_of(turn: Turn) -> list[str]:
    """Return the runs that the figure spoken of is for, however long ago."""
    if added := turn.session.added:
        return turn.session.runs[-added:]
    before = quantities.with_one(spoken_of.distance_before(turn))
    return [runs.kept(before, "", turn.locale)] if before else []


def _lengths(slots: Mapping[str, str]) -> bool:
    """Tell whether slots have more of a run than its unit."""
    return not slots.keys() <= {"unit"}
