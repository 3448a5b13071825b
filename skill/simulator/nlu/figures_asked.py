"""What is asked of an amount by the words around it: in another unit, for everybody, far enough."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.amounts import CALORIES, OFTEN, RUN, UNIT
from skill.simulator.nlu.told import Request, Told

_TO_BURN = re.compile(r"\bhow (?:many UNIT|far|much)")
_RUN_OFF = re.compile(
    r"\b(?:burn|burning|work|working|run|running|jog)(?: it| that)? off "
    r"(?!CALORIES|RUN|fat\b|weight\b|it\b|that\b)\w+"
)
_LOSING = re.compile(r"\b(?:for|burn|burning|lose|losing|shift|drop)(?: off)? OTHER")
_FOR_FOOD = re.compile(
    r"\bhow (?:many UNIT\d+|far|much) for (?:a|an|the|my|one) "
    r"(?!.*\b(?:week|month|year|day|run|race|total|lot)\b)(?:\w+ ?){1,3}$"
)
_ENOUGH = re.compile(
    r"\b(?:is|be|are|was) (?:\w+ ){0,2}(?:too (?:short|little|long)|enough)\b"
    r"(?: for (?P<goal>\w+)$)?"
)
_METER = re.compile(
    r"\b(?:watch|treadmill|app|tracker|fitbit|garmin|strava|machine|phone|it sa(?:ys|id))\b"
)
_EVERYBODY = re.compile(r"\b(?:everybody|everyone|anybody|anyone|all of us)\b")
_ANIMALS = re.compile(
    r"(?<!with )\b(?:the|my|our|his|her|their) (?:dog|puppy|pup|horse|pony)s? (?:\w+ )?"
    r"(?:did|does|do|ran|runs?|burn\w*|went|walked|gets?)\b"
    r"|\b(?:does|did|do|will|would|for|about) (?:the|my|our) (?:dog|puppy|pup|horse|pony)s?\b"
)
_POSSIBLE = re.compile(
    r"(?=.*\b(?:run|runs|running|ran|jog\w*)\b).*\b(?:possible|realistic|doable)\b"
    r"|\b(?:goal|target)(?: is|'s)(?: about)? CALORIES|\baiming for CALORIES"
)
_TOO = re.compile(r"\b(?:sounds?|seems?|too (?:low|high|much|many|few|little))\b")
_THOUGHT = re.compile(
    r"\b(?:thought|expected|expecting|hoped|hoping)\b.* (?:more|less|fewer|higher|lower)\b"
)
_AHEAD = re.compile(
    r"\b(?:i|we) (?:am|are|have)(?: \w+)? (?:doing|running|entered|signed up for)\b"
    r"|\b(?:got|have)(?: a)? RUN\d+ (?:race|run)\b"
)
_DAYS_OF = {
    "day week": 7,
    "day month": 30,
    "week day": 1 / 7,
    "month day": 1 / 30,
}  # "500 a day, how far is that a week"
_TWO = 2
_SO_LONG = re.compile(
    r"\bhow many (?:(?P<time>day|week|month|year)s|runs|times|of (?:them|those)|(?=RUN))"
    r"|\bhow (?:often|long)\b"
)
ASKING = re.compile(  # what of it is a question of its own, and no other one
    r"\bhow (?:much|many|far)(?: calories| UNIT\d+)? (?:more|less|further|fewer|left)\b"
    r"(?: (?:did|does|do|would|will|is|are) (?:he|she|they|i|we|that|it)\b)?"
    r"|\bwho (?:burn\w*|ran|run|did) \w+|\bwhat is (?:the difference|left)\b"
    r"|\bhow (?:much|many)(?: of)?(?: (?:CALORIES\d+|the|it|that|them))* (?:is|are)(?: \w+)? left\b"
    r"|\bhow (?:does|do|did|is) \w+ compar\w+"
    r"|\bwhat (?:would|did|does|do) each of \w+ burn\b"
    r"|\b(?:does|do|did|will|would) (?:that|it|this) burn(?: anything| much)?\b"
)


def of_a_weight(told: Told) -> Iterator[Request]:
    """Yield what it takes to lose some weight: "how far for a pound"."""
    if _LOSING.search(told.text) and _TO_BURN.search(told.text):
        yield "DistanceForFoodIntent", {"food": "a pound"}


def run_off(told: Told) -> Iterator[Request]:
    """Yield how far to run off what somebody eats, whatever it is: "a piece of cheesecake"."""
    eaten = _RUN_OFF.search(told.text) and _TO_BURN.search(told.text)
    if not told.of(CALORIES) and (eaten or (told.figures and _FOR_FOOD.search(told.text))):
        yield "DistanceForFoodIntent", {}


def ahead(told: Told) -> Iterator[Request]:
    """Yield a run that is to come, in however long: "we've got a ten mile race in two weeks"."""
    soon = " in OFTEN" in told.text or not told.of(OFTEN)
    if told.run and told.clear and soon and not told.others and _AHEAD.search(told.text):
        yield "CaloriesBurnedIntent", {"told": "i am doing", **told.run.slots()}


def of_an_animal(told: Told) -> Iterator[Request]:
    """Yield what an animal burns, which no figure is for: "and the dog only did half of it"."""
    if (told.figures or told.run) and _ANIMALS.search(told.text):
        yield "ForEveryoneIntent", {"goal": "calories"}


def plausible(told: Told) -> Iterator[Request]:
    """Yield how far so many calories are, where it's asked if they can be."""
    if told.burnt and not told.lengths and not told.figures and _POSSIBLE.search(told.text):
        yield "DistanceForCaloriesIntent", told.burnt.slots()


def doubted(told: Told) -> Iterator[Request]:
    """Yield a doubt of the figure: a watch says otherwise, is it so for everybody."""
    burnt = told.of(CALORIES)
    if told.run and told.burnt and not told.figures and _METER.search(told.text):
        yield "CaloriesBurnedIntent", {**told.run.slots(), **told.burnt.slots()}
    if burnt and _EVERYBODY.search(told.text):
        yield "ForEveryoneIntent", {"goal": "calories"}
    said_otherwise = (_METER if burnt else _THOUGHT).search(told.text)
    if told.figures and (said_otherwise or (burnt and not told.run and _TOO.search(told.text))):
        yield "DoubtIntent", {}


def far_enough(told: Told) -> Iterator[Request]:
    """Yield whether a run is long enough."""
    found = _ENOUGH.search(told.text)
    if found and told.run:
        if found["goal"]:
            yield "FarEnoughIntent", {**told.run.slots(), "goal": found["goal"]}
        yield "FarEnoughIntent", told.run.slots()


def in_unit(told: Told) -> Iterator[Request]:
    """Yield what a run is in another unit."""
    unit = told.of(UNIT)
    if "in UNIT" in told.text and told.clear and len(unit) == 1 and len(told.of(RUN)) < 2:
        other = unit[0].said
        if told.burnt and not told.run:  # "what's 1500 calories in kilometers"
            yield "DistanceForCaloriesIntent", {**told.burnt.slots(), "unit": other}
        yield (
            ("SeveralRunsIntent", {**told.run.slots(), "other_unit": other})
            if told.run
            else ("WhatAboutIntent", {"unit": other})
        )


def so_long_for(told: Told) -> Iterator[Request]:
    """Yield how long it takes, or how many runs, to burn so many calories."""
    found, runs = _SO_LONG.search(told.text), told.runs
    if not found or len(runs) > 1 or not (told.burnt or runs):
        return
    if not told.figures and not (told.burnt and runs):
        return
    often = [*(runs[0].often if runs else ()), *told.span]
    if len(often) > 1 or (runs and runs[0].times > 1):
        return
    slots = {**(told.burnt.slots() if told.burnt else {})}
    slots |= runs[0].amount.slots() if runs else {}
    time = often[0].said if often else f"a {found['time']}" if found["time"] else ""
    yield "RunsForCaloriesIntent", slots | ({"multiple": time} if time else {})


def to_burn(told: Told) -> Iterator[Request]:
    """Yield how far it is for so many calories."""
    unit, burnt = told.of(UNIT), told.of(CALORIES)
    times = " ".join(one.id for one in told.of(OFTEN))
    if not burnt or told.of(RUN) or not told.clear or not _TO_BURN.search(told.text):
        return
    if len(told.of(OFTEN)) < _TWO or times in _DAYS_OF:
        in_all = f"{sum(int(one.number) for one in burnt) * _DAYS_OF.get(times, 1):.0f}"
        of_unit = {"unit": unit[0].said} if unit else {}
        yield "DistanceForCaloriesIntent", {"calories": in_all, **of_unit}


ASKED = (
    run_off,
    of_an_animal,
    plausible,
    ahead,
    so_long_for,
    doubted,
    far_enough,
    to_burn,
    in_unit,
)
