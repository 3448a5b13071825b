"""What several runs come to: added up, so often in so long, a mile less."""

from collections.abc import Mapping
from dataclasses import replace

from skill.dialog import how_often, multiples, quantities, runs
from skill.dialog.reply import Reply
from skill.handlers import (
    adding,
    figures,
    own_counts,
    repeating,
    side_by_side,
    spoken_of,
    targets,
)
from skill.handlers.turn import Turn

_SUMS = {"both": 2, "all": spoken_of.RUNS}  # MULTIPLE ids: how many of the last runs they add up
_LESS = ("less", "walked")  # MULTIPLE ids of "minus a mile", and of a part that was walked


def several_runs(turn: Turn) -> Reply:
    """How many calories do two runs burn, or one several times: "twice that", "and two more"?"""
    slots = repeating.of_that_time(turn, repeating.as_asked(turn, _runs(turn)))
    if line := _no_length(turn, slots):
        return figures.no_distance(turn, line)
    if how_many := _SUMS.get(slots.get("multiple", "")):
        slots = {name: value for name, value in slots.items() if name != "multiple"}
        if reply := _added_up(turn, slots, how_many):
            return reply
    if slots.get("multiple") in _LESS:
        return _less(turn, slots)
    if slots.keys() <= repeating.HOW_OFTEN:
        if reply := (
            repeating.of_no_run(turn, slots)
            or _of_calories(turn, slots)
            or repeating.ask(turn, slots)
        ):
            return reply
    elif not slots.keys() - {"distance", "other_distance"} and not turn.session.intent:
        return turn.line_and_offer("unknown-plain")  # "what's two plus two"
    if several := adding.several(turn, slots):
        return several
    found = _in_all(turn, slots)
    if not found:  # "and in a month", of something else
        fits = not slots or how_often.multiple(slots.get("multiple", ""))[0]
        return (
            repeating.which_distance(turn, slots) if fits else turn.line_and_offer("unknown-plain")
        )
    turn.slots = {**found, "when": turn.slots.get("when", "")}
    return figures.calories_burned(turn)


def _no_length(turn: Turn, slots: Mapping[str, str]) -> str:
    """Return the line on a run that is told in minutes, if one of them is; else ""."""
    units = (slots.get(f"{which}unit", "") for which in ("", "other_", "third_"))
    return next((turn.content.units[unit] for unit in units if unit in turn.content.units), "")


def _runs(turn: Turn) -> dict[str, str]:
    """Return the slots of the runs spoken of, whenever they were; "another mile" is one beside."""
    slots = {name: value for name, value in turn.slots.items() if not name.endswith("when")}
    days = sum(day in runs.DAYS for day in turn.slots.values())
    if days > 1 and not any(name.startswith(multiples.BESIDE) for name in slots):
        slots.setdefault("multiple", f"{days}-times-a-week")  # "monday, wednesday and friday"
    if "multiple" in slots and not _SUMS.keys().isdisjoint((slots["multiple"], slots.get("span"))):
        slots.pop("span", "")  # "twice a week, in total", "all together for the week"
    often, span = slots.get("multiple", ""), slots.get("span", "")
    if often.endswith("-laps") and "distance" in slots and slots.get("other_distance") == "1":
        del slots["other_distance"]  # "one lap is 400 meters" is no run of its own
    counted = zip(("multiple", "span"), how_often.meant(often, span), strict=True)
    slots = {name: slots[name] for name in slots if name not in repeating.HOW_OFTEN}
    slots |= {name: value for name, value in counted if value}
    if set(slots) == {"unit"} and slots["unit"] not in turn.content.units:
        return {"other_distance": "1", "other_unit": slots["unit"]}
    if _is_what_it_makes(turn, slots):  # "only five days, so twenty", of four a day
        return {"multiple": slots["multiple"]}
    bare = "distance" in slots and slots.keys() - repeating.HOW_OFTEN == {"distance"}
    times = how_often.multiple(slots.get("multiple", ""))[0] or 1
    if bare and own_counts.agrees(turn, slots["distance"], (1, times)):  # "so 250 twice a day"
        del slots["distance"]
    return slots


def _is_what_it_makes(turn: Turn, slots: Mapping[str, str]) -> bool:
    """Tell whether a length is what the run spoken of comes to, so often."""
    each = quantities.number(spoken_of.distance_before(turn).get("each"))
    times = how_often.multiple(slots.get("multiple", ""))[0]
    known = slots.keys() <= {"distance", "unit", "multiple"}
    claimed = quantities.number(slots.get("distance"))
    return bool(known and each and times and times > 1 and claimed == each * times)


def _added_up(turn: Turn, slots: Mapping[str, str], how_many: int) -> Reply | None:
    """Add up the last runs, and the one that slots name: "and I did three more, total?"."""
    known = turn.session.runs
    if another := adding.told(turn, slots):
        if len(another) > 1:  # all that it is to be of
            return adding.together(turn, [], another)
        last = known[-how_many + 1 :]
        return adding.together(turn, known[: -len(last)], [*last, *another]) if last else None
    last = known[-how_many:]
    several = not slots and len(last) > 1
    return adding.together(turn, known[: -len(last)], last) if several else None


def _less(turn: Turn, slots: Mapping[str, str]) -> Reply:
    """How many calories does a shorter run burn: "minus a mile", "half a mile less"?"""
    last = quantities.with_one(spoken_of.last_run(turn))
    off = {name: value for name, value in slots.items() if not name.startswith("multiple")}
    if not off:  # "less"
        return turn.line_and_offer("unknown-plain")
    if done := multiples.of_run("other_", off):  # "twenty this week, and I've done eleven"
        wanted = quantities.miles({name: off[name] for name in off if "_" not in name}) or 0
        done = {"unit": off.get("unit", ""), **done}
        return targets.left(turn, quantities.calories(wanted), done)
    if not last:
        return turn.line("which-unit")
    day, turn.slots = turn.slots.get("when", ""), off
    reply = side_by_side.put_right(turn, day, {}, off=True)
    if reply is None:
        left = multiples.shorter(last, off, turn.locale)
        if not left:
            return turn.line_and_offer("too-short")
        spoken_of.take_back(turn)
        turn.slots = dict(left)
        reply = figures.calories_burned(turn)
    if slots["multiple"] == "walked" and reply.answer:
        return replace(reply, say=f"{reply.say} {turn.content.figures['walked']}")
    return reply


def _of_calories(turn: Turn, slots: Mapping[str, str]) -> Reply | None:
    """Answer "twice that" of a number of calories; None where none was told, or how often."""
    before = quantities.number(turn.session.slots.get("calories"))
    times, over = how_often.multiple(slots.get("multiple", ""))
    if not before or not times or over:
        return None
    turn.slots = {**turn.session.slots, "calories": f"{before * times:.0f}"}
    return figures.distance_for_calories(turn)


def more_calories(turn: Turn) -> Reply | None:
    """Answer "plus a hundred and twenty" of a number of calories; None where none was told."""
    before = quantities.number(turn.session.slots.get("calories"))
    more = quantities.number(turn.slots.get("distance"))
    of_them = turn.session.intent == "DistanceForCaloriesIntent" and set(turn.slots) == {"distance"}
    if not of_them or not before or not more or more < quantities.FEWEST_CALORIES:
        return None
    turn.slots = {"calories": f"{before + more:.0f}"}
    return figures.distance_for_calories(turn)


def _in_all(turn: Turn, slots: dict[str, str]) -> dict[str, str]:
    """Return the slots of one distance that those of several come to."""
    last = quantities.with_one(spoken_of.last_run(turn))
    once = {name: value for name, value in slots.items() if name != "span"}
    in_one = multiples.in_all(once, last, turn.locale)
    then = {"multiple": slots.get("span", "")}  # "twice a day, five days a week"
    found = dict(multiples.in_all(then, in_one, turn.locale))
    if found and quantities.miles(slots, turn.locale) is None:
        spoken_of.take_back(turn)  # of the last run something else is made
    return found
