"""What numbers without a unit measure: by the units around them, and by what was said before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from skill.simulator.nlu.amounts import CALORIES, DAY, NUMBER, OTHER, RUN, UNIT, UNITS, Amount
from skill.simulator.nlu.words import FUNCTION_WORDS

_UNIT_SAID = re.compile(r"\b(mile|kilomet(?:er|re)|met(?:er|re))")
_LONG_WAY = re.compile(r"\bhundred(?: (?!a\b|calories)[\w-]+){0,2} (?:miles|kilomet\w+s)\b")
_RAN = {"ran", "run", "runs", "jogged"}
NO_AMOUNTS = {"less", "all", "both"}  # MULTIPLE ids: what is done with amounts
_BURNT = 100  # and more, with no unit: calories
_ON_A_TRACK = range(800, 10_000)  # meters
_DID = {"did", "ran", "run", "does", "runs", "do"}
_CLOCK = {"minute", "hour"}  # UNIT ids
_ORDER = {"first", "last"}  # "the first two" are runs, and no miles
_NOW_AT = {"me", "am", "now", "down"}  # "I'm at eight", and no hour or rate
_OF_CALORIES = re.compile(r"\bwhat number|how many calories is it\b")  # asks for a number of them
_BETWEEN = FUNCTION_WORDS | set(
    "plus minus times yeah yes right maybe perhaps sorry back there home out next already after "
    "before".split()
)
_JOINING = {"and", "plus", "or", "then", "to", "maybe", "between", "another", "not"}
_THE_REST, _BEING = {"other", "rest"}, {"are", "were"}


def measured(row: list[Amount | str], said: str) -> Iterator[Amount | str]:
    """Yield a row with its numbers as runs or calories, by the rest of it and by what was said."""
    row = _counted(row)
    runs = [one for one in row if isinstance(one, Amount) and one.kind == RUN]
    units = _units(row, said)
    around: zip[tuple[Amount | str, ...]] = zip(
        ["", "", *row], ["", *row], row, [*row[1:], ""], strict=False
    )
    lengths = sum(isinstance(one, Amount) and one.kind in (RUN, NUMBER) for one in row)
    timed = False
    for first, before, one, after in around:
        timed = _is_time(one, runs) and (before == "in" or timed)
        if timed:  # how long it took: "in one fifty five", "in an hour twenty"
            continue
        if not isinstance(one, Amount):
            yield one
        elif one.id == "double" and "us" in one.said.split() and lengths > 1:
            yield "together"
        elif one.id in NO_AMOUNTS:
            yield from one.words
        elif one.kind == UNIT and before == "another" and one.id in UNITS:
            yield replace(one, kind=RUN, number="1")
        elif one.kind == NUMBER:
            days = isinstance(after, Amount) and after.kind == DAY
            again = (
                not days
                and before not in _JOINING
                and any((run.number, run.part) == (one.number, one.part) for run in runs)
            )
            at = before == "at" and first not in _NOW_AT and int(one.number) < _BURNT
            at = at or before in _ORDER
            yield from (
                one.words
                if at
                else ()
                if again
                else _meant(one, after, units, said, ran=before in _DID)
            )
        elif not (before in runs and one in runs and not one.number):  # "a five k parkrun"
            yield one


def _is_time(one: Amount | str, runs: list[Amount]) -> bool:
    """Tell whether an amount may be how long one of the runs took."""
    if isinstance(one, str) or not runs:
        return False
    return one.kind == NUMBER or (one.kind == OTHER and one.id in _CLOCK)


def _units(row: list[Amount | str], said: str) -> list[str]:
    """Return the units that bare numbers of a row may be in, the likeliest first.

    That is a unit told with another number, or the one that was spoken in; "a five k" has its own.
    Of several days, or runs of several people, no unit is needed.
    """
    told = [one for one in row if isinstance(one, Amount)]
    runs = [one for one in told if one.kind == RUN and one.number]
    before = [UNITS[unit.replace("tre", "ter")] for unit in _UNIT_SAID.findall(said)]
    days = sum(one.kind == DAY for one in told) > 1
    several = sum(
        verb in _RAN and one in told for verb, one in pairwise(row)
    )  # "she ran six, I ran four"
    ran_each = several > (0 if "my one figure" in said or "work that one out" in said else 1)
    shared = [one.said for one in runs if not one.article]
    shared += [one.said for one in told if one.kind == UNIT]
    return (
        shared
        or before
        or [one.said for one in runs]
        or [""] * (days or ran_each or "how often" in said)
    )


def _meant(
    number: Amount, after: Amount | str, units: list[str], said: str, *, ran: bool
) -> Iterator[Amount | str]:
    """Yield a number as a run or calories, or as it was said where it counts something else."""
    far = _LONG_WAY.search(said) and int(number.number) < _BURNT**2
    many = int(number.number) >= _BURNT and units[:1] != [UNITS["meter"]] and not far
    if ran and int(number.number) in _ON_A_TRACK and units[:1] == [UNITS["kilometer"]]:
        yield replace(number, kind=RUN, said=UNITS["meter"], bare=True)  # "she did 1500"
        return
    if not number.part and (many or _OF_CALORIES.search(said)):
        yield replace(number, kind=CALORIES, said="calories")
    elif isinstance(after, str) and after and after not in _BETWEEN:
        yield from number.words  # "two dogs"
    else:
        yield replace(number, kind=RUN, said=units[0], bare=True) if units else number


def _counted(row: list[Amount | str]) -> list[Amount | str]:
    """Return a row where "the other four are two" is four of one length, in the place of a run."""
    for at, (other, many, are, each) in enumerate(
        zip(row, row[1:], row[2:], row[3:], strict=False)
    ):
        if other not in _THE_REST or are not in _BEING or isinstance(many, str):
            continue
        if many.kind == NUMBER and not many.part and not isinstance(each, str):
            several = replace(each, count=int(many.number))
            return [*row[: at + 1], several, *_counted(row[at + 4 :])]
    return row
