"""Two distances side by side: which is further, and by how much; each of two by itself."""

from collections.abc import Mapping

from skill.dialog import how_often, multiples, numbers, quantities, runs
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import figures, spoken_of
from skill.handlers.turn import Turn

_SUPPOSED, _BEFORE = "supposed", "before"  # TOLD ids of "if I ran" and "I used to run"
_EACH, _SWAPPED = "one", "swapped"  # WHEN ids of "one of them" and "the other way round"
_TWO = 2
_TOO_FAR = 4  # times as far as what is run in a time is no other length of it


def compared(turn: Turn) -> Reply:
    """Is that more than a marathon? Which is further, by how much, and what the other one burns.

    Both are told of "three or four miles", and of "twenty, and now eight". A run that is told
    beside the one spoken of is kept, and what is only supposed is spoken of from then on.
    """
    when, told = (turn.slots.pop(name, "") for name in ("when", "told"))
    if set(turn.slots) <= {"unit"}:
        return _again(turn, swapped=when == _SWAPPED, each=when == _EACH)
    often, other = (turn.slots.pop(name, "") for name in ("span", "other_span"))
    first = {name: turn.slots[name] for name in turn.slots if not name.startswith("other_")}
    if second := multiples.of_run("other_", turn.slots):
        unit = first.get("unit") or second.get("unit") or quantities.default_unit(turn.locale)
        first, second = (one if "race" in one else {"unit": unit, **one} for one in (first, second))
        if often or other:
            first, second = _in_one_time(turn, (first, often or other), (second, other or often))
        if told == _BEFORE:
            return _instead(turn, first, second)
        return _either(turn, first, second, beside=bool(when), each=when == _EACH)
    return _beside(turn, told)


def _in_one_time(turn: Turn, *told: tuple[Mapping[str, str], str]) -> list[dict[str, str]]:
    """Return the slots of what runs come to, each so often, in the longest time of theirs."""
    both = [
        dict(multiples.in_all({**run, "multiple": often}, {}, turn.locale)) for run, often in told
    ]
    time = max((one.get("over", "") for one in both), key=how_often.days)
    return [
        dict(multiples.in_all({"multiple": time}, one, turn.locale))
        if one.get("over", time) != time
        else one
        for one in both
    ]


def _beside(turn: Turn, told: str) -> Reply:
    """Tell by how much a run is more or less than the one spoken of, and what it burns."""
    session, before = turn.session, dict(quantities.with_one(spoken_of.distance_before(turn)))
    if "over" in before and _TOO_FAR * _miles(turn, before) > _miles(turn, turn.slots) > 0:
        turn.slots = {**turn.slots, "over": before["over"]}  # "and if I do 45 next week"
    if "race" not in turn.slots and "unit" in before:
        turn.slots = {"unit": before["unit"], **turn.slots}
    ours, theirs = _miles(turn, before), _miles(turn, turn.slots)
    if not ours or not theirs or session.line in turn.content.no_answer:
        return figures.calories_burned(turn)
    kind = "is-less" if ours < theirs else "is-more" if ours > theirs else "is-same"
    known = (session.runs, session.added)
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


def _again(turn: Turn, *, swapped: bool, each: bool) -> Reply:
    """Put the last two side by side again: what was run before and now, or the last two runs."""
    session = turn.session
    if pair := _pair(turn):
        return _either(turn, *map(runs.slots_of, pair[::-1] if swapped else pair), each=each)
    if "was" in session.slots:
        now = {name: session.slots[name] for name in ("distance", "unit", "over")}
        was = {**now, "distance": session.slots["was"]}
        return _instead(turn, *((now, was) if swapped else (was, now)))
    last = [runs.slots_of(run) for run in session.runs[-_TWO:]]
    if len(last) < _TWO:
        return turn.line_and_offer("unknown-plain")
    return _either(turn, *(last[::-1] if swapped else last), each=each)


def _pair(turn: Turn) -> list[str]:
    """Return the two runs that were put side by side, one's own first; none where none were."""
    mine = {name: value for name, value in turn.session.slots.items() if name != "beside"}
    beside = turn.session.slots.get("beside")
    return [runs.kept(mine, "", turn.locale), beside] if beside else []


def put_right(turn: Turn, day: str, wrong: Mapping[str, str], off: bool = False) -> Reply | None:
    """Put the length told now in the place of one of two runs side by side; None where none are.

    It's one's own that isn't said to be another's. `off`: it's the part that is taken off.
    """
    if not (pair := _pair(turn)):
        return None
    at = runs.meant(pair, day if day == runs.THEIRS else "", wrong) or 0
    was = runs.slots_of(pair[at])
    now = {"unit": was["unit"], **turn.slots}
    if off and not (now := dict(multiples.shorter(was, now, turn.locale))):
        return turn.line_and_offer("too-short")
    turn.session.runs = turn.session.runs[:-_TWO]
    pair[at] = runs.kept({**now, **{k: was[k] for k in was if k == "over"}}, "", turn.locale)
    return _either(turn, *map(runs.slots_of, pair))


def _either(
    turn: Turn,
    one: Mapping[str, str],
    other: Mapping[str, str],
    *,
    beside: bool = True,
    each: bool = False,
) -> Reply:
    """Work out each of two distances; the first is spoken of from then on.

    They are two runs where they stand `beside` each other, and else one that isn't sure. What
    `each` burns is said where that was asked, and else by how much the longer one is more.
    """
    turn.slots = dict(one)
    reply = figures.noted(turn)
    first, second = (_miles(turn, slots) for slots in (one, other))
    if not reply.answer or not 0 < second <= quantities.FURTHEST_MILES:
        return reply
    words = {
        "distance": capital(figures.in_words(turn, one)),
        "longer": capital(figures.in_words(turn, one if first > second else other)),
        "calories": numbers.spoken_estimate(quantities.calories(first), turn.locale),
        "other": figures.in_words(turn, other),
        "more": numbers.spoken_estimate(quantities.calories(second), turn.locale),
    }
    if not beside:
        return figures.figure(turn, "either", turn.slots, words)
    unit = quantities.own_unit(one) or quantities.default_unit(turn.locale)
    apart = quantities.number(quantities.in_unit(abs(first - second), unit)) or 0
    if not apart:
        return figures.worked_out(turn, turn.content.figures["both-same"])
    words["apart"] = numbers.estimated_distance(apart, unit, turn.locale)
    words["less"] = numbers.spoken_estimate(quantities.calories(abs(first - second)), turn.locale)
    kept = runs.kept(other, runs.THEIRS, turn.locale)
    turn.session.slots["beside"] = kept
    turn.session.runs = [*turn.session.runs, kept][-spoken_of.RUNS :]
    return figures.figure(turn, "either" if each else "beside", turn.slots, words)


def _instead(turn: Turn, was: Mapping[str, str], now: Mapping[str, str]) -> Reply:
    """Work out how much more or less one run is than what was run before, in the same time."""
    turn.slots = dict(now)
    reply = figures.noted(turn)
    before, after = (_miles(turn, slots) for slots in (was, now))
    if not reply.answer or not before or not after:
        return reply
    if "over" in now:
        turn.session.slots["was"] = quantities.in_unit(before, now["unit"])
    kind = "less" if after < before else "more" if after > before else "same"
    lengths = {"difference": abs(after - before), "calories": after, "before": before}
    words = {
        name: numbers.spoken_estimate(quantities.calories(length) or 1, turn.locale)
        for name, length in lengths.items()
    }
    bare = {name: words[name].removeprefix("about ") for name in ("calories", "before")}
    words |= {**bare, "time": how_often.in_time(now)}
    return figures.figure(turn, f"instead-{kind}", turn.slots, words)


def _miles(turn: Turn, slots: Mapping[str, str]) -> float:
    return quantities.miles(slots, turn.locale) or 0
