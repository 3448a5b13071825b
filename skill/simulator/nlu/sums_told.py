"""What the runs of a turn come to: added up, each so often, one more or one less, put right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from skill.simulator.nlu import figures_asked, put_right, runs_compared
from skill.simulator.nlu.amounts import CALORIES, DAY, OFTEN, RUN, Amount
from skill.simulator.nlu.told import TIMES, Request, Run, Told

_PREFIXES = ("", "other_", "third_", "fourth_")  # of the slots of several runs
_MINUS = re.compile(
    r"\b(?:minus|less|off|away|without|drop|lose|subtract"
    r"|scrap|scratch|remove|cancel)(?: the| a)? RUN"
    r"|RUN\d+ (?:less|off|shorter)\b"
)
_LEFT_OUT = re.compile(
    r"\b(?:skip\w*|scratch|drop\w*|take|leave|left|forget|miss\w*|without|cancel\w*|lose|not"
    r"|except|but) .*DAY|^(?:not|except|but)(?: on)? DAY"
)
_IN_ALL = re.compile(
    r"\b(?:total|altogether|all (?:of )?(?:that |it |them |those )?together|whole week|my week"
    r"|add\w* up|in all|so far)\b"
)
_BOTH = re.compile(r"\b(?:both|together|between us)\b")
_ON_TOP = re.compile(
    r"\b(?:plus|add\w*|another|also|other|on top|as well|extra|with(?= RUN| DAY\d+ RUN))\b"
    r"|\bRUN\d+ more\b"
    r"|^and (?:then )?(?:i (?:did|ran) )?RUN\d+ DAY\d+$"
)
_ON_TOP_FIRST = re.compile(r"[^A-Z]*\b(?:plus|add\w*|another|also|with|on top of that) RUN")
VAGUE = re.compile(
    r"OFTEN\d+ (?:or|sometimes|maybe|perhaps)(?: \w+)? OFTEN"
    r"|RUN\d+ and (?:lift|squat|train|walk|cycle|bike|swim|row|gym)\w*\b.*OFTEN"
)
_WORKED_OUT = re.compile(r"\b(?:divid\w+|split|times|multipl\w+|half|double|by)\b")
_NOT_ADDED = re.compile(
    r"\b(?:or|not(?! right)|than|every|from)\b|RUN\d+ (?:to|of my|of the)(?: about)? RUN"
)
_AS_ONE = re.compile(r"\b(?:warm\w*|cool\w*|there|back|each time|every time)\b")  # one outing
_CORRECTING = re.compile(
    r"\b(?:no|wrong|said|meant|mean|scrap|scratch|should|only|wait|sorry|actually|oops)\b"
)
_CLAIMED = re.compile(r"\b(?:so|is|makes|about|that) CALORIES")
_USUAL = re.compile(
    r"(?:(?:so|well|and|now|right|okay|no|yes) )*(?:i|we) (?:\w+ ){0,2}(?:run|go|jog|do)\b"
)
_TOLD_AGAIN = re.compile(rf"{_USUAL.pattern}|no i (?:mean|meant|said)\b")
_ROUND = re.compile(r"\b(?:it|which|that|one) is RUN\d+ (?:round|around|each|a lap|long)\b")
_RUNS = re.compile(_USUAL.pattern + r"(?: about| around)? RUN\d+$")
_DONE = re.compile(
    r"(?:^|\b(?:i|we|have|and|just|only) )(?:did|ran|done|jogged|managed)"
    r"(?: (?:like|about|the|a|my|another|only))* RUN"
)
_THAT_AND = re.compile(r"\b(?:that|it|same)(?: \w+){0,2} (?:DAY|OFTEN)\d+.* and\b.*(?= RUN)")
_DO_IT = re.compile(r"^(?:so )?is (?:that|it)\b.* i (?:do|run|jog) (?:it|that) (OFTEN\d+)")
_ANEW = re.compile(r"(?:\w+ )?(?:start(?:ing)? (?:over|again)|from scratch)\b")
_ONLY_SO_MANY = re.compile(
    r"\b(?:only|just)(?: \w+){0,2} (?:the (?:first |last )?)?RUN\d+(?: of \w+| DAY\d+)?$"
)
_EACH_OF_US = re.compile(r"\b(?:and i|we|both of us|the two of us) (?:each|both)\b")
_HALF = re.compile(
    r"\bhalf (?:of )?(?:the|a|my|that) \w+|\b(?:want|did|do|does|ran|eat|had) half$"
    r"|\bhalf of (?:\w+ )?(?:RUN|NUMBER)"
)
_EATEN = re.compile(r"\b(?:the|a|my) \w+ (?:is|was|has|had) CALORIES")
_SEVERAL = "SeveralRunsIntent"


def requests(told: Told, *, done: bool = False) -> Iterator[Request]:
    """Yield what is asked of amounts, the likeliest first.

    `done`: the amounts are understood, if only by themselves, and what isn't is done with them.
    """
    for way in _WITH if done else (*_WITH, *_BY_THEMSELVES):
        yield from way(told)


def _several(runs: Sequence[Run], span: Sequence[Amount]) -> Iterator[Request]:
    """Yield that runs are added up, those of a few times one by one; nothing where it can't be."""
    weekdays = len(runs) == 1 and all(day.id.endswith("day") for day in runs[0].days)
    if weekdays and len(runs[0].days) > 1 and not runs[0].often:
        week = Amount(OFTEN, "a week", "week")  # "mondays, wednesdays and fridays"
        runs = [replace(runs[0], often=(week,))]
    if len(runs) > 1 and not any(run.often for run in runs):
        yield from _side_by_side([one for run in runs for one in run.single], span)
    if not _of_which(runs):
        yield from _side_by_side(runs, span)


def _side_by_side(runs: Sequence[Run], span: Sequence[Amount]) -> Iterator[Request]:
    """Yield the runs, each in slots of its own; nothing where they are too many."""
    if len(runs) > len(_PREFIXES) or any(run.multiple is None for run in runs):
        return
    slots = {"span": span[0].said} if span else {}
    for prefix, run in zip(_PREFIXES, runs, strict=False):
        slots |= run.slots(prefix)
        slots |= {f"{prefix}multiple": run.multiple} if run.multiple else {}
    yield _SEVERAL, slots


def _of_which(runs: Sequence[Run]) -> bool:
    """Tell whether it isn't clear what is so often: "a five k and a ten k twice a week"."""
    *others, last = runs
    return bool(others) and last.counted and not any(run.often or run.days for run in others)


def _that_and(told: Told) -> Iterator[Request]:
    """Yield the run spoken of, on so many days, and another: "that on two days and a five k"."""
    found = _THAT_AND.search(told.text)
    if told.figures and told.clear and told.run and found:
        days = ("once", "twice", "three times", "four times")[found[0].count("DAY") - 1]
        often = next((one.said for one in told.of(OFTEN)), days)
        yield _SEVERAL, {"multiple": often, **told.run.slots("other_")}


def _so_often_done(told: Told) -> Iterator[Request]:
    """Yield how often the run spoken of is done: "is that a day, I do it six days a week"."""
    found = _DO_IT.search(told.text)
    if told.figures and found and not told.lengths:
        yield _SEVERAL, {"multiple": told.amounts[found[1]].said}


def _taken_off(told: Told) -> Iterator[Request]:
    """Yield that a run is taken off, or the one of a day: "minus two miles"."""
    days = told.of(DAY)
    if not (told.figures and told.clear):
        return
    if told.run and _MINUS.search(told.text):
        yield _SEVERAL, {"multiple": "minus", **told.run.slots()}
    elif len(told.amounts) == len(days) == 1 and _LEFT_OUT.search(told.text):
        yield "LeaveOutIntent", {"when": days[0].said}


def _in_all(told: Told) -> Iterator[Request]:
    """Yield that the runs spoken of are to be added up."""
    if told.figures and "NEVER" in told.text and _IN_ALL.search(told.text):
        yield "CorrectRunIntent", {"multiple": "in total"}
    elif told.figures and told.asked and not told.amounts:
        if _IN_ALL.search(told.text):
            yield _SEVERAL, {"multiple": "all together"}
        elif _BOTH.search(told.text):
            yield _SEVERAL, {"multiple": "both together"}


def _added_up(told: Told) -> Iterator[Request]:
    """Yield several runs that are told: each by itself, or one of them so many times."""
    runs = told.runs
    if _EACH_OF_US.search(told.text) and _together(told) and len(runs) == 1:
        runs = runs * 2
    if told.of(CALORIES) or sum(run.times for run in runs) < 2:
        return
    if not told.clear or _NOT_ADDED.search(told.text) or len(told.span) > 1:
        return
    if told.figures and _ON_TOP_FIRST.match(told.text):
        return
    if told.others and not _together(told):
        return
    if _AS_ONE.search(told.text) and len(runs) > 1 and not any(run.often for run in runs[:-1]):
        runs = tuple(replace(run, often=runs[-1].often) for run in runs)
    often, days = (any(run.often for run in runs), all(run.days for run in runs))
    if told.span and len(runs) > 1 and not often and not days:
        return
    yield from _several(runs, () if days and not often else told.span)


def _together(told: Told) -> bool:
    """Tell whether what several people ran is asked about together."""
    return bool(_BOTH.search(told.text) or _IN_ALL.search(told.text))


def _on_top(told: Told) -> Iterator[Request]:
    """Yield one more run, or more calories, beside what was spoken of."""
    runs = told.runs
    if not (told.figures and told.clear and _ON_TOP.search(told.text)):
        return
    if told.others or told.of(OFTEN):
        return
    if len(runs) == 1 and runs[0].times == 1:
        yield "AnotherRunIntent", runs[0].slots()
    elif len(runs) == 1 and runs[0].multiple:  # "and two more five ks"
        yield _SEVERAL, {**runs[0].slots("other_"), "other_multiple": runs[0].multiple}
    elif told.burnt and not runs:
        yield "AnotherRunIntent", {"distance": told.burnt.number}


def _often(told: Told) -> Iterator[Request]:
    """Yield one run that is told, or the one spoken of, with how often and in what time."""
    run, amounts = told.run, [*told.amounts.values()]
    at = amounts.index(run) if run else 0  # how often it's run stands behind it
    often = [*dict.fromkeys(o.said for o in amounts[at:] + amounts[:at] if o.kind == OFTEN)]
    if (
        not told.clear
        or VAGUE.search(told.text)
        or not 1 <= len(often) <= 2
        or (told.of(RUN) and not run)
    ):
        return
    if runs_compared.COMPARED.search(told.text) or (told.others and len(often) > 1 and run):
        return
    laps = any(one.id.endswith("-laps") for one in told.of(OFTEN))  # how long is one?
    if (run and told.of(CALORIES)) or not (
        told.figures
        or laps
        or (run and (told.asked or _ROUND.search(told.text) or _TOLD_AGAIN.match(told.text)))
    ):
        return
    slots = dict(zip(("multiple", "span"), often, strict=False))
    yield _SEVERAL, {**(run.slots() if run else {}), **slots}


def _fewer(told: Told) -> Iterator[Request]:
    """Yield how often something is run, of so often: "this week only two", of three times five."""
    run, often = told.run, told.of(OFTEN)
    if not (told.figures and told.repeated):
        return
    if run and run.bare and _ONLY_SO_MANY.search(told.text):
        times = TIMES.get(int(run.number or 0), "?")
        yield _SEVERAL, {"multiple": "once a week" if times == "once" else times}
    elif not told.lengths and [one.id for one in often] == ["once"]:
        yield _SEVERAL, {"multiple": "once a week"}


def _one_run(told: Told) -> Iterator[Request]:
    """Yield one run that is told, asked about or put right."""
    run, days = told.run, told.of(DAY)
    if "including" in told.text:  # what else, is not told
        return
    if not run or not told.clear or told.of(OFTEN) or _WORKED_OUT.search(told.text):
        return
    burns = "CaloriesBurnedIntent"
    if _ANEW.match(told.text):
        yield burns, {"told": "start over", **run.slots()}
    if told.burnt and _CLAIMED.search(told.text):
        yield burns, {**run.slots(), **told.burnt.slots()}
    if told.asked:
        slots = told.runs[0].slots() if told.runs else run.slots()
        yield _SEVERAL if "when" in slots else burns, slots
    if told.figures and _CORRECTING.search(told.text):
        yield "CorrectRunIntent", (told.runs[0] if told.runs else run).slots()
    if _DONE.search(told.text) and not told.others:
        day = {"when": days[0].said} if days else {}
        yield burns, {"told": "i did", **run.slots(), **day}
    if _RUNS.match(told.text):
        yield burns, {"told": "i run", **run.slots()}
    if told.figures:
        yield "WhatAboutIntent", run.slots()
    if told.runs and told.runs[0].theirs and run.number:
        yield burns, run.slots()


def _eaten(told: Told) -> Iterator[Request]:
    """Yield what several told numbers of calories come to: "the beer is 150, the cake was 250"."""
    burnt = told.of(CALORIES)
    if len(burnt) < 2 or not (told.figures and told.clear) or told.lengths:
        return
    if len(_EATEN.findall(told.text)) == len(burnt) and not _NOT_ADDED.search(told.text):
        yield "DistanceForCaloriesIntent", {"calories": f"{sum(int(b.number) for b in burnt)}"}


def _calories(told: Told) -> Iterator[Request]:
    """Yield so many calories that are told, or half of them."""
    named = {name: one.number for name, one in told.amounts.items() if one.kind == CALORIES}
    halved = {name for name in named if f"half of {name}" in told.text}
    numbers = {str(int(named[name]) // 2) if name in halved else named[name] for name in named}
    if not told.figures or not told.clear or len(numbers) != 1 or told.of(RUN):
        return
    if _CLAIMED.search(told.text) and not told.asked:  # "so that's five hundred"
        yield "CaloriesBurnedIntent", {"calories": min(numbers)}
    yield "WhatAboutIntent", {"calories": min(numbers)}


def _half(told: Told) -> Iterator[Request]:
    """Yield half of what was spoken of: "if I only eat half the slice"."""
    if told.figures and _HALF.search(told.text) and len(told.lengths) <= 1:
        run = told.run.slots() if told.run else {}
        yield _SEVERAL, {**run, "multiple": "half of that"}


_WITH = (
    put_right.denied,
    put_right.challenged,
    runs_compared.instead,
    *figures_asked.ASKED,
    runs_compared.how_much_more,
    runs_compared.side_by_side,
    _fewer,
    _that_and,
    _so_often_done,
    put_right.one_changed,
    put_right.only_once,
    _taken_off,
    _in_all,
    _on_top,
)
_BY_THEMSELVES = _half, _added_up, _often, _one_run, _eaten, _calories
