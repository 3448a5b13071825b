"""What several runs come to: added up, so often in so long, a mile less."""

from collections.abc import Mapping

from skill.dialog import how_often, multiples, quantities
from skill.dialog.reply import Reply
from skill.handlers import adding, beyond, figures, spoken_of
from skill.handlers.turn import Turn

_SUMS = {"both": 2, "all": spoken_of.RUNS}  # MULTIPLE ids: how many of the last runs they add up
HOW_OFTEN = {"multiple", "span"}  # "twice a day", "five days a week"
_LESS = "less"  # the MULTIPLE of "minus a mile"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # WHEN ids
_NOT_RUN = ("not-walked", "not-a-run")  # lines about a distance that was no run


def several_runs(turn: Turn) -> Reply:
    """How many calories do two runs burn, or one several times: "twice that", "and two more"?"""
    slots = _of_that_time(turn, _as_asked(turn, _runs(turn)))
    if line := _no_length(turn, slots):
        return figures.no_distance(turn, line)
    if how_many := _SUMS.get(slots.get("multiple", "")):
        slots = {name: value for name, value in slots.items() if name != "multiple"}
        if reply := _added_up(turn, slots, how_many):
            return reply
    if slots.get("multiple") == _LESS:
        return _less(turn, slots)
    if slots.keys() <= HOW_OFTEN:
        if reply := (
            _of_no_run(turn, slots) or _of_calories(turn, slots) or _how_often(turn, slots)
        ):
            return reply
    elif not slots.keys() - {"distance", "other_distance"} and not turn.session.intent:
        return turn.line_and_offer("unknown-plain")  # "what's two plus two"
    if several := adding.several(turn, slots):
        return several
    found = _in_all(turn, slots)
    if not found:  # "and in a month", of something else
        fits = not slots or how_often.multiple(slots.get("multiple", ""))[0]
        return which_distance(turn, slots) if fits else turn.line_and_offer("unknown-plain")
    turn.slots = {**found, "when": turn.slots.get("when", "")}
    return figures.calories_burned(turn)


def _no_length(turn: Turn, slots: Mapping[str, str]) -> str:
    """Return the line on a run that is told in minutes, if one of them is; else ""."""
    units = (slots.get(f"{which}unit", "") for which in ("", "other_", "third_"))
    return next((turn.content.units[unit] for unit in units if unit in turn.content.units), "")


def _runs(turn: Turn) -> dict[str, str]:
    """Return the slots of the runs spoken of, whenever they were; "another mile" is one beside."""
    slots = {name: value for name, value in turn.slots.items() if not name.endswith("when")}
    days = sum(day in _DAYS for day in turn.slots.values())
    if days > 1 and not any(name.startswith(("other_", "third_")) for name in slots):
        slots.setdefault("multiple", f"{days}-times-a-week")  # "monday, wednesday and friday"
    if "multiple" in slots and not _SUMS.keys().isdisjoint((slots["multiple"], slots.get("span"))):
        slots.pop("span", "")  # "twice a week, in total", "all together for the week"
    often, span = slots.get("multiple", ""), slots.get("span", "")
    if often.endswith("-laps") and "distance" in slots and slots.get("other_distance") == "1":
        del slots["other_distance"]  # "one lap is 400 meters" is no run of its own
    counted = zip(("multiple", "span"), how_often.meant(often, span), strict=True)
    slots = {name: slots[name] for name in slots if name not in HOW_OFTEN}
    slots |= {name: value for name, value in counted if value}
    if set(slots) == {"unit"} and slots["unit"] not in turn.content.units:
        return {"other_distance": "1", "other_unit": slots["unit"]}
    bare = "distance" in slots and slots.keys() - HOW_OFTEN == {"distance"}
    times = how_often.multiple(slots.get("multiple", ""))[0] or 1
    if bare and figures.agrees(turn, slots["distance"], (1, times)):  # "so 250 twice a day"
        del slots["distance"]
    return slots


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


def _of_no_run(turn: Turn, slots: Mapping[str, str]) -> Reply | None:
    """Answer "three times a week" where no distance was spoken of; None where one was."""
    session, (times, over) = turn.session, how_often.multiple(slots.get("multiple", ""))
    if session.line in _NOT_RUN:
        return turn.line_and_offer("not-walked")
    if session.offer == "how-far" and session.intent == "SeveralRunsIntent":  # asked for already
        return which_distance(turn, {"span": session.slots.get("multiple", ""), **slots})
    refused = session.line in turn.content.no_answer
    of_runs = session.intent in beyond.MEASURED or _of_energy(turn)
    if not of_runs and not {*_DAYS}.isdisjoint(turn.slots.values()):
        return turn.line_and_offer("remark")  # nothing was asked
    if session.offer == "suggested":
        session.intent, session.slots = "CaloriesBurnedIntent", spoken_of.distance_before(turn)
        return None
    if not over or (session.intent in beyond.MEASURED and not refused):
        return None
    if refused or (times and not _of_energy(turn)):  # of leg days
        turn.slots = {"asked": "how-often"}
        return beyond.unknown_question(turn)
    if run := spoken_of.last_run(turn):
        session.intent, session.slots = "CaloriesBurnedIntent", run
        return None
    return which_distance(turn, slots)


def _of_energy(turn: Turn) -> bool:
    """Tell whether calories are what is talked about."""
    last = turn.content.answers.get(turn.session.topic or "")
    return last is not None and last.goal == "calories"


def _how_often(turn: Turn, slots: Mapping[str, str]) -> Reply | None:
    """Ask how often it is run, of what is run in a week or longer; None where that is known."""
    before = quantities.with_one(spoken_of.distance_before(turn))
    times, over = how_often.multiple(slots.get("multiple", ""))
    if not before or times or not over or "over" in before:
        return None
    turn.session.intent = "CaloriesBurnedIntent"
    turn.session.slots = {**before, "span": over}
    return turn.line("how-often")


def _as_asked(turn: Turn, slots: dict[str, str]) -> dict[str, str]:
    """Return the slots with the time that was asked about, where we asked how often in it.

    "Twice" is twice in it, and "a week", of a week again, is all that is run in it.
    """
    session, often = turn.session, slots.get("multiple", "")
    times, over = how_often.multiple(often)
    if session.offer != "how-often" or slots.keys() != {"multiple"} or not (times or over):
        return slots
    asked = session.slots.get("span", "")
    if times:
        return {"multiple": often, "span": asked} if over else {"multiple": f"{often}-a-{asked}"}
    before = {name: value for name, value in session.slots.items() if name != "span"}
    spoken_of.take_back(turn)
    return {**before, "multiple": over}


def _of_that_time(turn: Turn, slots: dict[str, str]) -> dict[str, str]:
    """Return "five times" as "five times a week", where that was said of the run before.

    Every one of those weeks for a month is a month of it.
    """
    often, over = slots.get("multiple", ""), spoken_of.distance_before(turn).get("over", "day")
    if slots.keys() == HOW_OFTEN and often == how_often.each(over):  # "every week for a month"
        return {"multiple": slots["span"]}
    if slots.keys() != {"multiple"} or over == "day" or not how_often.is_count(often):
        return slots
    return {"multiple": how_often.often_in(often, over)}


def _less(turn: Turn, slots: Mapping[str, str]) -> Reply:
    """How many calories does a shorter run burn: "minus a mile", "half a mile less"?"""
    last = spoken_of.distance_before(turn)
    if slots.keys() == {"multiple"}:  # "less"
        return turn.line_and_offer("unknown-plain")
    if not last:
        return turn.line("which-unit")
    off = {name: value for name, value in slots.items() if name != "multiple"}
    left = multiples.shorter(quantities.with_one(last), off, turn.locale)
    if not left:
        return turn.line_and_offer("too-short")
    spoken_of.take_back(turn)
    turn.slots = dict(left)
    return figures.calories_burned(turn)


def which_distance(turn: Turn, slots: Mapping[str, str]) -> Reply:
    """Ask how far, and keep how often it is run till that is told."""
    turn.session.intent = "SeveralRunsIntent"
    turn.session.slots = {name: slots[name] for name in slots if name in HOW_OFTEN}
    return figures.how_far(turn)


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
    last = quantities.with_one(spoken_of.distance_before(turn))
    once = {name: value for name, value in slots.items() if name != "span"}
    in_one = multiples.in_all(once, last, turn.locale)
    then = {"multiple": slots.get("span", "")}  # "twice a day, five days a week"
    found = dict(multiples.in_all(then, in_one, turn.locale))
    if found and quantities.miles(slots, turn.locale) is None:
        spoken_of.take_back(turn)  # of the last run something else is made
    return found


def per_what(turn: Turn) -> Reply:
    """Is that per week? It is for the distance that was worked out."""
    before = spoken_of.distance_before(turn)
    refused = turn.session.line in turn.content.no_answer
    if not before and not refused and _of_energy(turn):
        return which_distance(turn, {})
    if not before or refused:
        return beyond.unknown(turn, turn.content.unknown["how-often"])
    slots = quantities.with_one(before)
    line = "all-told" if "over" in slots else "once"
    return turn.line_and_offer(line, distance=figures.in_words(turn, slots))
