"""A run told among other things, what it burns and how often: "I do four miles, what's that"."""

import re

from skill.simulator.nlu.acceptance import ACTIVITY
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.grammar import SlotTypes
from skill.simulator.nlu.numbers import number_at
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


def usual_run(words: list[str], types: SlotTypes, named: Named) -> list[str] | None:
    """Return how far and how often words tell that somebody runs, in few words; or None.

    "I usually go running four times a week for about three miles" is "three miles four times a
    week".
    """
    run = one_run(words, types, named) if _USUAL.match(" ".join(words)) else None
    often = _multiples(words, types) if run else []
    return [*(run or []), *often[0]] if len(often) == 1 and not named(run or [], _OFTEN) else None


def _multiples(words: list[str], types: SlotTypes) -> list[list[str]]:
    """Return the words of each number of times that words name, the longest at each place."""
    found, at = list[list[str]](), 0
    while at < len(words):
        end = max((end for end, _ in types.at("MULTIPLE", words, at)), default=at)
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
