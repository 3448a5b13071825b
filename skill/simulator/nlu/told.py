"""What a turn tells of runs: how far each is, on which days, how often, and whose it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from skill.simulator.nlu.amounts import CALORIES, DAY, NUMBER, OFTEN, RUN, Amount

_SPANS = {"day", "week", "month", "year"}  # MULTIPLE ids
_EACH = "once-a-"  # how the MULTIPLE id of "every week" begins
_COUNTS = "three four five six seven eight nine ten".split()
TIMES = {1: "once", 2: "twice", **{n: f"{word} times" for n, word in enumerate(_COUNTS, 3)}}
_OTHERS = re.compile(
    r"\b(?:he|she|they|(?:the|my|our|a) (?!two|three|last|first)\w+) "
    r"(?=(?:\w+ )?(?:ran|run|runs|did|do|does|done|went)\b)"
    r"|\b(?:his|hers|theirs)\b"
)
_OWN = re.compile(r"\b(?:i|we|mine|my(?= RUN))\b")
_NO_DAY = "day"  # the WHEN id of "this week", "the other day"


Request = tuple[str, dict[str, str]]  # an intent, and the words of its slots


@dataclass(frozen=True, slots=True)
class Run:
    """One run that is told, with its days, how often it's run, and whether it's somebody else's."""

    amount: Amount
    often: tuple[Amount, ...] = ()
    days: tuple[Amount, ...] = ()
    theirs: bool = False

    @property
    def single(self) -> list["Run"]:
        """Return it once for each time that it's told, each with its own day."""
        once = replace(self.amount, count=1)
        days: list[tuple[Amount, ...]] = [(day,) for day in self.days] or [()]
        return [Run(once, (), day, self.theirs) for day in days for _ in range(self.amount.count)]

    @property
    def times(self) -> int:
        """How many times it's told, by a count or by its days."""
        return self.amount.count * max(len(self.days), 1)

    @property
    def counted(self) -> bool:
        """Whether it's told to be run more than once in a time, or so often with no time."""
        over = [often.id.removeprefix(_EACH) for often in self.often]
        return any(time not in _SPANS for time in over)

    @property
    def multiple(self) -> str | None:
        """Return how often it is in words, "" for once; None where there are no such words."""
        if not self.often:
            return TIMES.get(self.times) if self.times > 1 else ""
        [often, *more] = self.often
        over = often.id.removeprefix(_EACH)
        if more or (self.times > 1 and over not in _SPANS):
            return None
        return f"{TIMES.get(self.times, '?')} a {over}" if self.times > 1 else often.said

    def slots(self, prefix: str = "") -> dict[str, str]:
        """Return the words for its slots in a sample; how often it's run is not among them."""
        day = "hers" if self.theirs else self.days[0].said if len(self.days) == 1 else ""
        return {**self.amount.slots(prefix), **({f"{prefix}when": day} if day else {})}


@dataclass(frozen=True, slots=True)
class Told:
    """Amounts, by the names that they have in the text in their place: "RUN0 and RUN2".

    `figures`: the skill has just spoken of some, and `repeated`: of so many a week, say; or
    `compared` two runs. `asked`:
    what they come to; `clear`: nothing else. `others`: somebody else is spoken of. `marked` is the
    text with "ASK" for what is asked.
    """

    text: str
    marked: str
    amounts: Mapping[str, Amount]
    figures: bool
    asked: bool
    clear: bool
    others: bool
    repeated: bool
    compared: bool = False
    runs: tuple[Run, ...] = field(default=(), init=False)
    span: tuple[Amount, ...] = field(default=(), init=False)  # in what time it's asked about

    def __post_init__(self) -> None:
        """Tell the runs apart."""
        runs, span = _apart(self.marked, self.amounts)
        object.__setattr__(self, "runs", runs)
        object.__setattr__(self, "span", span)

    def of(self, kind: str) -> list[Amount]:
        """Return the amounts of a kind."""
        return [one for one in self.amounts.values() if one.kind == kind]

    @property
    def lengths(self) -> list[Amount]:
        """The runs, and the numbers that may be of some."""
        return [*self.of(RUN), *self.of(NUMBER)]

    @property
    def run(self) -> Amount | None:
        """The one run that is told, once; None where it's none, or several."""
        runs = self.of(RUN)
        return runs[0] if len(runs) == 1 and runs[0].count == 1 else None

    @property
    def burnt(self) -> Amount | None:
        """The one number of calories that is told; None where it's none, or several."""
        burnt = self.of(CALORIES)
        return burnt[0] if len(burnt) == 1 else None


def _apart(
    marked: str, amounts: Mapping[str, Amount]
) -> tuple[tuple[Run, ...], tuple[Amount, ...]]:
    """Return the runs of a text, each with what is told of it, and the time that is asked about.

    Days and how often stand behind their run, or before it where the first of them does.
    """
    words = _OWN.sub("OWN", _OTHERS.sub("OTHERS ", marked)).split()
    amounts = {name: one for name, one in amounts.items() if one.id != _NO_DAY or one.kind != DAY}
    told = [amounts[word] for word in words if word in amounts]
    lead = next((one.kind for one in told if one.kind in (RUN, DAY)), RUN) == DAY
    runs, span = list[Run](), list[Amount]()
    days, often = tuple[Amount, ...](), tuple[Amount, ...]()
    theirs = asked = False
    for at, word in enumerate(words):
        one = amounts.get(word)
        theirs = word == "OTHERS" or (theirs and word != "OWN")
        asked = word == "ASK" or asked
        if one is None:
            continue
        if one.kind == RUN:
            runs.append(Run(one, often, days, theirs))
            days, often, asked = (), (), False
        elif one.kind == DAY and (lead or not runs or _of_next(words[at + 1 :], amounts)):
            days += (one,)
        elif one.kind == DAY:
            runs[-1] = replace(runs[-1], days=(*runs[-1].days, one))
        elif one.kind == OFTEN and asked:
            span.append(one)
        elif one.kind == OFTEN and runs:
            runs[-1] = replace(runs[-1], often=(*runs[-1].often, one))
        elif one.kind == OFTEN:
            often += (one,)
    if days and runs and not runs[-1].days:  # "monday three, and four on tuesday"
        runs[-1] = replace(runs[-1], days=days)
    if {run.theirs for run in runs} == {True, False}:  # "me and my husband: I ran three, he five"
        runs = [replace(run, often=_not_double(run.often)) for run in runs]
        return tuple(runs), _not_double((*span, *often))
    return tuple(runs), (*span, *often)


def _of_next(words: list[str], amounts: Mapping[str, Amount]) -> bool:
    """Tell whether a day before these words is that of the run after it: "on friday i ran six"."""
    until = next((at for at, word in enumerate(words) if word in amounts), None)
    if until is None or amounts[words[until]].kind != RUN:
        return False
    between = words[:until]
    return not {"OWN", "OTHERS"}.isdisjoint(between) and {"and", "then"}.isdisjoint(between)


def _not_double(often: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Return how often without what only tells that there are two, or twice as much."""
    return tuple(one for one in often if one.id != "double")
