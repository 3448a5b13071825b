"""What was told before is put right: not that run but another, one of several, the figure."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.amounts import CALORIES, DAY, OFTEN, RUN
from skill.simulator.nlu.told import Request, Told

_TWO = 2
_WRONG = re.compile(
    r"\b(?:is not|are not|not|cannot be|does not make) (?:RUN|NUMBER|CALORIES|right|correct)"
    r"|\bis not (?:it|that) (?:about )?[A-Z]|\b(?:is|are) not$|\bcan not be\b"
    r"|\bhow did you get\b|\bwho said [A-Z]"
    r"|\b(?:you|you are|are you) (?:sure|certain|joking|kidding|serious|positive)\b|\bno way\b"
    r"|\b(?:wrong|add up|should be|correcting|maths?|arithmetic|sums?)\b"
)
_INSTEAD = re.compile(r"\b(?:wrong|not right|correcting)\b.*(?<!is )RUN\d+ OFTEN")
_ADDED = re.compile(r"RUN\d+ (?:and|plus) (?:a )?RUN")
_RIGHT = re.compile(
    r".*\b(?:is|be|was|makes|equals|is not (?:it|that)) (?:like |about |actually )?([A-Z]+\d+)"
)
_ONE_OF = re.compile(r"\bone of (?:them's|the runs)\b")
_ONLY_ONCE = re.compile(r"\b(?:only|just|not|in|no)\b.* DAY\d+|\bDAY\d+ (?:only|alone)\b")
DENIED = re.compile(
    r"\b(?:not|not say|never said|heard|hear|thought)(?: i said)?(?: the| a)? ((?:RUN|CALORIES)\d+)"
    r"|(RUN\d+) (?:was|should be|should have been)(?: actually| really| only| just)?(?= RUN)"
)
_MAKE = re.compile(r"\bmake (?:that|it) RUN")
_DAY_WAS = re.compile(r"DAY\d+ (?:was|is)(?: only| actually| just| really)? RUN")


def challenged(told: Told) -> Iterator[Request]:
    """Yield that a figure is put right, or doubted: "nine isn't right, it's 8.75 miles"."""
    if not told.figures or not _WRONG.search(told.text) or _ADDED.search(told.text):
        return
    if (_INSTEAD.search(told.text)) and len(told.runs) == 1 and told.runs[0].often:
        yield "SeveralRunsIntent", {**told.runs[0].slots(), "multiple": told.runs[0].multiple or ""}
    right = _RIGHT.search(told.text)
    one = told.amounts.get(right[1]) if right else None
    if one and one.kind == CALORIES:
        yield "CaloriesBurnedIntent", {**(told.run.slots() if told.run else {}), **one.slots()}
    elif one and one.kind == RUN and (not one.bare or len(told.of(RUN)) > 1):
        yield "CorrectRunIntent", one.slots()
    yield "DoubtIntent", {}


def denied(told: Told) -> Iterator[Request]:
    """Yield the one run that was meant, and the one that is taken back: "one, not two miles"."""
    wrong = [told.amounts[found[1] or found[2]] for found in DENIED.finditer(told.text)]
    right = [run for run in told.runs if run.amount not in wrong]
    if len(wrong) != 1 or len(right) != 1 or right[0].multiple is None:
        return
    slots = right[0].slots()
    if right[0].multiple:
        slots["multiple"] = right[0].multiple
    if told.figures:
        other = {} if wrong[0].kind == CALORIES else wrong[0].slots("other_")
        yield "CorrectRunIntent", slots | other
    yield "SeveralRunsIntent" if right[0].multiple else "CaloriesBurnedIntent", slots


def one_changed(told: Told) -> Iterator[Request]:
    """Yield that one of several is another run."""
    one_of = _ONE_OF.search(told.text) or any(day.id == "one" for day in told.of(DAY))
    if told.figures and told.clear and told.run and one_of:
        yield "CorrectRunIntent", {"when": "one of them", **told.run.slots()}
    elif told.figures and told.run and not told.of(OFTEN) and len(told.of(DAY)) < _TWO:
        theirs = told.compared and told.runs[0].theirs  # "she ran seven", of two runs side by side
        if theirs or _MAKE.search(told.text) or _DAY_WAS.search(told.text):
            yield "CorrectRunIntent", told.runs[0].slots()


def only_once(told: Told) -> Iterator[Request]:
    """Yield a run of one day, however often it was told before: "not a week, only today"."""
    if told.run and told.clear and not told.of(OFTEN) and _ONLY_ONCE.search(told.text):
        yield "CaloriesBurnedIntent", told.run.slots()
