"""Two distances side by side: which is further, and by how much; both ends of "three or four"."""

from skill.dialog import how_often, multiples, numbers, quantities
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import figures, spoken_of
from skill.handlers.turn import Turn

_SUPPOSED = "supposed"  # the TOLD of "if I ran"


def compared(turn: Turn) -> Reply:
    """Is that more than a marathon? Which is further, by how much, and what the other one burns.

    Both are told of "three or four miles", and of "twenty, and now eight". A run that is told
    beside the one spoken of is kept, and what is only supposed is spoken of from then on.
    """
    if "span" in turn.slots or "other_unit" in turn.slots:
        return _instead(turn)
    if "other_distance" in turn.slots:
        return _either(turn)
    session, before = turn.session, dict(quantities.with_one(spoken_of.distance_before(turn)))
    ours, theirs = (quantities.miles(slots, turn.locale) for slots in (before, turn.slots))
    if not ours or not theirs or session.line in turn.content.no_answer:
        return figures.calories_burned(turn)
    kind = "is-less" if ours < theirs else "is-more" if ours > theirs else "is-same"
    known, told = (session.runs, session.added), turn.slots.pop("told", "")
    words = {
        "distance": capital(figures.in_words(turn, before)),
        "calories": numbers.spoken_estimate(quantities.calories(abs(theirs - ours)) or 1),
    }
    reply = figures.worked_out(turn, turn.content.figures[kind].format(**words))
    if told != _SUPPOSED:
        session.slots = before  # it is still the one spoken of
    if not told:
        session.runs, session.added = known
    return reply


def _either(turn: Turn) -> Reply:
    """Work out both of two distances; the first is spoken of from then on."""
    turn.slots.pop("told", "")
    far = multiples.of_run("other_", turn.slots)
    turn.slots = {name: turn.slots[name] for name in turn.slots if not name.startswith("other_")}
    far = {**far, "unit": turn.slots.get("unit", quantities.default_unit(turn.locale))}
    turn.slots["unit"] = far["unit"]
    near_miles, far_miles = (
        quantities.miles(slots, turn.locale) or 0 for slots in (turn.slots, far)
    )
    reply = figures.worked_out(turn)
    if not reply.answer or not near_miles < far_miles <= quantities.FURTHEST_MILES:
        return reply
    words = {
        "distance": capital(figures.in_words(turn, turn.slots)),
        "calories": numbers.spoken_estimate(quantities.calories(near_miles), turn.locale),
        "other": figures.in_words(turn, far),
        "more": numbers.spoken_estimate(quantities.calories(far_miles), turn.locale),
    }
    return figures.figure(turn, "either", turn.slots, words)


def _instead(turn: Turn) -> Reply:
    """Work out how much more or less one run is than what was run before, in the same time."""
    turn.slots.pop("told", "")
    often = {"multiple": turn.slots.pop("span", "")}
    was = {name: turn.slots[name] for name in turn.slots if not name.startswith("other_")}
    now = {"unit": was.get("unit", ""), **multiples.of_run("other_", turn.slots)}
    was, turn.slots = (
        dict(multiples.in_all({**run, **often}, {}, turn.locale)) for run in (was, now)
    )
    reply = figures.worked_out(turn)
    before, after = (quantities.miles(slots, turn.locale) for slots in (was, turn.slots))
    if not reply.answer or not before or not after:
        return reply
    kind = "less" if after < before else "more" if after > before else "same"
    lengths = {"difference": abs(after - before), "calories": after, "before": before}
    words = {
        name: numbers.spoken_estimate(quantities.calories(length) or 1, turn.locale)
        for name, length in lengths.items()
    }
    bare = {name: words[name].removeprefix("about ") for name in ("calories", "before")}
    words |= {**bare, "time": how_often.in_time(turn.slots)}
    return figures.figure(turn, f"instead-{kind}", turn.slots, words)
