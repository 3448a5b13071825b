"""What is asked of an amount by the words around it: in another unit, for everybody, far enough."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.amounts import CALORIES, OFTEN, RUN, UNIT, Told

_TO_BURN = re.compile(r"\bhow (?:many UNIT|far|much)")
_RUN_OFF = re.compile(
    r"\b(?:burn|burning|work|working|run|running|jog)(?: it| that)? off "
    r"(?!CALORIES|RUN|fat\b|weight\b|it\b|that\b)\w+"
)
_FOR_FOOD = re.compile(
    r"\bhow (?:many UNIT\d+|far|much) for (?:a|an|the|my|one) "
    r"(?!.*\b(?:week|month|year|day|run|race|total|lot)\b)(?:\w+ ?){1,3}$"
)
_ENOUGH = re.compile(
    r"\b(?:is|be|are|was) (?:\w+ ){0,2}(?:too (?:short|little|long)|enough)\b"
    r"(?: for (?P<goal>\w+)$)?"
)
_METER = re.compile(r"\b(?:watch|treadmill|app|tracker|fitbit|garmin|strava|machine|phone)\b")
_EVERYBODY = re.compile(r"\b(?:everybody|everyone|anybody|anyone|all of us)\b")
_THOUGHT = re.compile(
    r"\b(?:thought|expected|expecting|hoped|hoping)\b.* (?:more|less|fewer|higher|lower)\b"
)
_EITHER = re.compile(
    r"(?<!from )RUN\d+ (?:or|to|maybe|perhaps)(?: \w+)? RUN\d+|\bbetween RUN\d+ and RUN\d+"
)
_AHEAD = re.compile(
    r"\b(?:i|we) (?:am|are|have)(?: \w+)? (?:doing|running|entered|signed up for)\b"
    r"|\b(?:got|have)(?: a)? RUN\d+ (?:race|run)\b"
)
_HOW_MUCH_MORE = re.compile(r"\bhow (?:many|much)(?: calories)? (?:more|less|further|fewer)\b")
_WRONG = re.compile(
    r"\b(?:is not|are not|not|cannot be|does not make) (?:RUN|NUMBER|CALORIES|right|correct)"
    r"|\bis not (?:it|that) (?:about )?[A-Z]|\b(?:is|are) not$|\bcan not be\b"
    r"|\b(?:wrong|add up|should be|correcting|maths?|arithmetic|sums?)\b"
)
_ADDED = re.compile(r"RUN\d+ (?:and|plus) (?:a )?RUN")
_RIGHT = re.compile(
    r".*\b(?:is|be|was|makes|equals|is not (?:it|that)) (?:like |about |actually )?([A-Z]+\d+)"
)
_NOT_THAT = re.compile(r"(RUN\d+) not (?:CALORIES|NUMBER|RUN)\d+")  # "four miles, not 400"
_INSTEAD = re.compile(r"\bused to\b.* now\b|\bfrom RUN\d+(?: OFTEN\d+)?(?: down| up)? to RUN")
_RAN = re.compile(r"\b(?:ran|did|done)\b")
_CHANGING = re.compile(r"\b(?:to|only|just|instead|if)\b")


def run_off(told: Told) -> Iterator[str]:
    """Yield how far to run off what somebody eats, whatever it is: "a piece of cheesecake"."""
    eaten = _RUN_OFF.search(told.text) and _TO_BURN.search(told.text)
    if not told.of(CALORIES) and (eaten or (told.figures and _FOR_FOOD.search(told.text))):
        yield "how far to run off what i ate"


def ahead(told: Told) -> Iterator[str]:
    """Yield a run that is to come, in however long: "we've got a ten mile race in two weeks"."""
    soon = " in OFTEN" in told.text or not told.of(OFTEN)
    if told.run and told.clear and soon and not told.others and _AHEAD.search(told.text):
        yield f"i am doing {told.run}"


def doubted(told: Told) -> Iterator[str]:
    """Yield a doubt of the figure: a watch says otherwise, is it so for everybody."""
    burnt = told.of(CALORIES)
    if burnt and _EVERYBODY.search(told.text):
        yield "are the calories the same for everyone"
    elif told.figures and (_METER if burnt else _THOUGHT).search(told.text):
        yield "i doubt it"


def far_enough(told: Told) -> Iterator[str]:
    """Yield whether a run is long enough."""
    found = _ENOUGH.search(told.text)
    if found and told.run:
        yield f"is {told.run} long enough for {found['goal']}"
        yield f"is {told.run} long enough"


def in_unit(told: Told) -> Iterator[str]:
    """Yield what a run is in another unit."""
    unit, of = told.of(UNIT), told.run or "that"
    if "in UNIT" in told.text and told.clear and len(unit) == 1 and len(told.of(RUN)) < 2:
        yield f"what is {of} in {unit[0].said}"
        yield f"how much is {of} in {unit[0].said}"


def to_burn(told: Told) -> Iterator[str]:
    """Yield how far it is for so many calories."""
    burnt, unit = told.of(CALORIES), told.of(UNIT)
    if len(burnt) == 1 and not told.of(RUN) and told.clear and _TO_BURN.search(told.text):
        yield (f"how many {unit[0].said} to burn {burnt[0]}" if unit else f"how far for {burnt[0]}")


def challenged(told: Told) -> Iterator[str]:
    """Yield that a figure is put right, or doubted: "nine isn't right, it's 8.75 miles"."""
    if not told.figures or not _WRONG.search(told.text) or _ADDED.search(told.text):
        return
    if meant := _NOT_THAT.search(told.text):
        yield f"no i said {told.amounts[meant[1]]}"
    right = _RIGHT.search(told.text)
    one = told.amounts.get(right[1]) if right else None
    if one and one.kind == CALORIES:
        yield f"{told.run or 'so it'} is {one}"
    elif one and one.kind == RUN and not one.bare:
        yield f"no i said {one}"
    yield "that does not add up"


def instead(told: Told) -> Iterator[str]:
    """Yield one run in the place of another: "used to do twenty miles a week, now it's eight"."""
    runs, often = told.of(RUN), told.of(OFTEN)
    if len(runs) == 2 and len(often) < 2 and _INSTEAD.search(told.text):
        before, now = runs
        over = f" {often[0].said}" if often else ""
        yield f"i used to run {before}{over} now {now}"


def either(told: Told) -> Iterator[str]:
    """Yield both ends of a range: "two miles, maybe two and a half"."""
    runs = told.of(RUN)
    if told.clear and len(runs) == 2 and _EITHER.search(told.text):
        near, far = runs
        least = near.words if near.said != far.said else near.words[:-1]
        yield f"{' '.join(least)} or {far}"


def how_much_more(told: Told) -> Iterator[str]:
    """Yield how much more a run is, told of somebody, supposed, or asked about."""
    if told.figures and told.run and _HOW_MUCH_MORE.search(told.text):
        lead = "i ran" if _RAN.search(told.text) else "if i ran"
        if lead == "i ran" or _CHANGING.search(told.text):
            yield f"{lead} {told.run} how much more is that"
        yield f"how much more is {told.run}"
