"""A run told among other things, what it burns and how often: "I do four miles, what's that"."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.acceptance import ACTIVITY
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.grammar import SlotTypes
from skill.simulator.nlu.numbers import number_at, numbers_in
from skill.simulator.nlu.repairs import distances
from skill.simulator.nlu.stories import Named

_MEASURED = {"UNIT", "RACE"}  # slot types of how long a run is
_OFTEN = {"MULTIPLE"}
_NOT_KNOWN = {ACTIVITY, "ASKED"}  # of what makes it something else: on a bike, up a hill
_OF_TIME = {"second", "seconds", "minute", "minutes", "hour", "hours"}
_COUNTED = re.compile(
    r"\b(?:what|how (?:much|many))(?: calories)? (?:does|do|is|would|will|did) (?:that|it|this)"
    r"(?: (?:be|burn|burning|come|work|out|to|at|off|in|me|all|calories|then|for))*$"
)
_IF_OFTEN = re.compile(r"\b(?:if|suppose|say) (?:i|we) (?:\w+ )?\w+ (?:it|that|this) (?P<often>.+)")
_USUAL = re.compile(
    r"(?:(?:so|well|and|now|right|okay) )?(?:i|we) (?:\w+ ){0,2}(?:run|go|jog|do)\b"
)
_HOW_MANY = re.compile(r"\bhow many (?P<unit>\w+)")
_HUNDREDS = 3  # digits
_RUNS = 3  # that are told with their days
_TELLING = set("i we did ran run jogged do and then on a it was the of then but".split())
_CLAIMED = re.compile(
    r"\b(?:that is|that makes|makes it) (?:about |around |roughly )?(?P<number>.+)"
)
_AGREED = {"calories", "yeah", "yes", "right", "then", "correct", "is", "it", "not"}


def run_told(words: list[str], types: SlotTypes, named: Named) -> list[str] | None:
    """Return what is asked of the one run that words tell, in few words; None where it's unclear.

    What it burns is asked at the end, by pointing at it, or told: "that's thirteen hundred, yeah".
    """
    said = " ".join(words)
    asked, claimed = _COUNTED.search(said), _CLAIMED.search(said)
    run = one_run(words, types, named) if asked or claimed else None
    if run is None:
        return None
    if asked:
        return ["how", "many", "calories", "is", *run]
    told = str(claimed and claimed["number"]).split()
    [end, *_] = [end for end, _ in number_at(told, 0)] or [0]
    if end and _AGREED.issuperset(told[end:]):
        return [*run, "is", *told[:end], "calories"]
    return None


def often_told(words: list[str], types: SlotTypes) -> list[str] | None:
    """Return how often the run spoken of would be run, which words end with, or None.

    "Okay that I can do, what if I run it every day" asks "if I do it every day".
    """
    told = _IF_OFTEN.search(" ".join(words))
    often = told["often"].split() if told else []
    whole = any(end == len(often) for end, _ in types.at("MULTIPLE", often, 0)) if often else False
    return ["if", "i", "do", "it", *often] if whole else None


def run_for(words: list[str], types: SlotTypes) -> list[str] | None:
    """Return how far words ask to run for a number of calories, in few words; or None.

    A hundred and more, beside "how many miles" and with no unit, are calories: "for eight hundred
    how many k would I have to do".
    """
    asked = _HOW_MANY.search(" ".join(words))
    numbers = [*_unmeasured(words, types)]
    if not asked or not any(types.at("UNIT", [asked["unit"]], 0)):
        return None
    if len(numbers) != 1 or len(numbers[0]) < _HUNDREDS:
        return None
    return ["how", "many", asked["unit"], "to", "burn", *numbers, "calories"]


def _unmeasured(words: list[str], types: SlotTypes) -> Iterator[str]:
    """Yield each number in words, or "" for one that a unit follows, or "times"."""
    for end, digits in numbers_in(words):
        more = end < len(words)
        own = more and (any(types.at("UNIT", words, end)) or words[end] == "times")
        yield "" if own else digits


def runs_on_days(words: list[str], types: SlotTypes) -> list[str] | None:
    """Return the runs that words tell, each with its day, in few words; or None.

    "Monday I did three miles, Wednesday I did four" is "three miles monday and four wednesday".
    """
    days, runs = _values("WHEN", words, types), [*distances(words, types)]
    if not 2 <= len(runs) == len(days) <= _RUNS:
        return None
    said = {word for part in (*days, *runs) for word in part}
    told = [[*run, *day] for run, day in zip(runs, days, strict=True)]
    earlier = [word for one in told[:-1] for word in one]
    return [*earlier, "and", *told[-1]] if _TELLING.issuperset({*words} - said) else None


def usual_run(words: list[str], types: SlotTypes, named: Named) -> list[str] | None:
    """Return how far and how often words tell that somebody runs, in few words; or None.

    "I usually go running four times a week for about three miles" is "three miles four times a
    week".
    """
    run = one_run(words, types, named) if _USUAL.match(" ".join(words)) else None
    often = _values("MULTIPLE", words, types) if run else []
    return [*(run or []), *often[0]] if len(often) == 1 and not named(run or [], _OFTEN) else None


def _values(name: str, words: list[str], types: SlotTypes) -> list[list[str]]:
    """Return the words of each value of a slot type that words have, the longest at each place."""
    found, at = list[list[str]](), 0
    while at < len(words):
        end = max((end for end, _ in types.at(name, words, at)), default=at)
        found += [words[at:end]] if end > at else []
        at = max(end, at + 1)
    return found


def one_run(words: list[str], types: SlotTypes, named: Named) -> list[str] | None:
    """Return the words of the one run that words tell; None where it's no run, or several."""
    if conditions(words) or named(words, _NOT_KNOWN):
        return None
    measured = (one for one in distances(words, types) if _OF_TIME.isdisjoint(one))
    runs = [one for one in measured if named(one, _MEASURED)]
    return runs[0] if len(runs) == 1 else None
