"""What is done with amounts by the words around them: "minus two", "two fives and a ten"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from skill.simulator.nlu import figures_asked
from skill.simulator.nlu.amounts import CALORIES, DAY, OFTEN, RUN, Amount, Told

_COUNTS = "three four five six seven eight nine ten".split()
_TIMES = {2: "twice", **{n: f"{word} times" for n, word in enumerate(_COUNTS, 3)}}
_SPANS = {"day", "week", "month", "year"}  # MULTIPLE ids
_MOST = 3  # runs that are added up, one by one
_ONE_OF = re.compile(r"\bone of (?:them's|the runs)\b")
_MINUS = re.compile(
    r"\b(?:minus|less|off|away|without|drop|lose|subtract)(?: the| a)? RUN"
    r"|RUN\d+ (?:less|off|shorter)\b"
)
_LEFT_OUT = re.compile(
    r"\b(?:skip\w*|scratch|drop\w*|take|leave|left|forget|miss\w*|without|cancel\w*|lose|not) .*DAY"
)
_IN_ALL = re.compile(
    r"\b(?:total|altogether|all together|whole week|my week|add\w* up|in all|so far)\b"
)
_BOTH = re.compile(r"\b(?:both|together|between us)\b")
_ON_TOP = re.compile(r"\b(?:plus|add\w*|another|also|other|on top|as well|extra|with(?= RUN))\b")
_ON_TOP_FIRST = re.compile(r"[^A-Z]*\b(?:plus|add\w*|another|also|with|on top of that) RUN")
_WORKED_OUT = re.compile(r"\b(?:divid\w+|split|times|multipl\w+|half|double|by)\b")
_NOT_ADDED = re.compile(r"\b(?:or|not|than|every)\b")
_CORRECTING = re.compile(r"\b(?:no|wrong|said|meant)\b")
_CLAIMED = re.compile(r"\b(?:so|is|makes|about) CALORIES")
_USUAL = re.compile(
    r"(?:(?:so|well|and|now|right|okay|no|yes) )*(?:i|we) (?:\w+ ){0,2}(?:run|go|jog|do)\b"
)
_RUNS = re.compile(_USUAL.pattern + r"(?: about| around)? RUN\d+$")
_DONE = re.compile(
    r"(?:^|\b(?:i|we|have|and|just|only) )(?:did|ran|done|jogged|managed)"
    r"(?: (?:like|about|the|a|my|another|only))* RUN"
)
_THAT_AND = re.compile(r"\b(?:that|it|same)(?: \w+){0,2} (?:DAY|OFTEN)\d+.* and\b.*(?= RUN)")
_ONLY_ONCE = re.compile(r"\b(?:only|just|not|in|no)\b.* DAY\d+|\bDAY\d+ (?:only|alone)\b")
_DO_IT = re.compile(r"^(?:so )?is (?:that|it)\b.* i (?:do|run|jog) (?:it|that) (OFTEN\d+)")
_DAY_WAS = re.compile(r"DAY\d+ (?:was|is)(?: only| actually| just| really)? RUN")
_ANEW = re.compile(r"(?:\w+ )?(?:start(?:ing)? (?:over|again)|from scratch)\b")
_HALF = re.compile(r"\bhalf (?:of )?(?:the|a|my|that) \w+")


def few_words(told: Told, *, done: bool = False) -> Iterator[list[str]]:
    """Yield what amounts come to as samples may have it, the likeliest wording first.

    `done`: the amounts are understood, if only by themselves, and what isn't is done with them.
    """
    found = ([*way(told)] for way in (_WITH if done else (*_WITH, *_BY_THEMSELVES)))
    return (said.split() for said in next(filter(None, found), []))


def _one_changed(told: Told) -> Iterator[str]:
    """Yield that one of several is another run."""
    one_of = _ONE_OF.search(told.text) or any(day.id == "one" for day in told.of(DAY))
    if told.figures and told.clear and told.run and one_of:
        yield f"make one of them {told.run}"
    elif told.figures and told.run and len(told.of(DAY)) == 1 and _DAY_WAS.search(told.text):
        yield f"{told.of(DAY)[0].said} was {told.run}"


def _that_and(told: Told) -> Iterator[str]:
    """Yield the run spoken of, on so many days, and another: "that on two days and a five k"."""
    found = _THAT_AND.search(told.text)
    if told.figures and told.clear and told.run and found:
        often = [one.said for one in told.of(OFTEN)[:1]] or [_TIMES.get(found[0].count("DAY"), "")]
        yield f"that {often[0]} and {told.run}"


def _only_once(told: Told) -> Iterator[str]:
    """Yield a run of one day, however often it was told before: "not a week, only today"."""
    if told.run and told.clear and not told.of(OFTEN) and _ONLY_ONCE.search(told.text):
        yield f"only {told.run} today"


def _so_often_done(told: Told) -> Iterator[str]:
    """Yield how often the run spoken of is done: "is that a day, I do it six days a week"."""
    found = _DO_IT.search(told.text)
    if told.figures and found and not told.lengths:
        yield f"if i do it {told.amounts[found[1]].said}"


def _taken_off(told: Told) -> Iterator[str]:
    """Yield that a run is taken off, or the one of a day: "minus two miles"."""
    days = told.of(DAY)
    if not (told.figures and told.clear):
        return
    if told.run and _MINUS.search(told.text):
        yield f"minus {told.run}"
    elif len(told.amounts) == len(days) == 1 and _LEFT_OUT.search(told.text):
        yield f"leave out {days[0].said}"


def _in_all(told: Told) -> Iterator[str]:
    """Yield that the runs spoken of are to be added up."""
    if told.figures and told.asked and not told.amounts:
        if _IN_ALL.search(told.text):
            yield "all together"
        elif _BOTH.search(told.text):
            yield "both together"


def _added_up(told: Told) -> Iterator[str]:
    """Yield several runs that are told: each by itself, or one of them so many times."""
    runs, days, often = told.of(RUN), told.of(DAY), told.of(OFTEN)
    single = [one for one in runs for _ in range(one.count)]
    if told.of(CALORIES):  # "ten miles is a thousand and a marathon is ..."
        return
    if len(single) < 2 or not told.clear or _NOT_ADDED.search(told.text):
        return
    if (told.figures and _ON_TOP_FIRST.match(told.text)) or (told.others and not _together(told)):
        return
    if len(runs) == 1 and len(often) <= 1:
        yield f"{runs[0]} {_so_often(runs[0].count, *often)}"
    elif not often:
        each = zip(single, days, strict=False) if len(days) == len(single) else ()
        ones = [f"{run} {day.said}" for run, day in each] or [*map(str, single)]
        for row in permutations(ones) if len(ones) <= _MOST else ():
            yield f"{' '.join(row[:-1])} and {row[-1]}"
        for one, other in (runs, runs[::-1]) if len(runs) == 2 else ():
            if other.count == 1:
                yield f"{one} {_so_often(one.count)} and {other}"


def _together(told: Told) -> bool:
    """Tell whether what several people ran is asked about together."""
    return bool(_BOTH.search(told.text) or _IN_ALL.search(told.text))


def _on_top(told: Told) -> Iterator[str]:
    """Yield one more run, or more calories, beside what was spoken of."""
    runs, burnt = told.of(RUN), told.of(CALORIES)
    if not (told.figures and told.clear and _ON_TOP.search(told.text)):
        return
    if told.others or told.of(OFTEN):
        return
    if len(runs) == 1 and (run := _whole(runs[0])):
        yield f"plus {run}"
        yield f"and another {run}"
    elif len(burnt) == 1 and not runs:
        yield f"plus {burnt[0].number}"


def _often(told: Told) -> Iterator[str]:
    """Yield one run that is told, or the one spoken of, with how often and in what time."""
    run, amounts = told.run, [*told.amounts.values()]
    at = amounts.index(run) if run else 0  # how often it's run stands behind it
    often = [*dict.fromkeys(o.said for o in amounts[at:] + amounts[:at] if o.kind == OFTEN)]
    if not told.clear or not 1 <= len(often) <= 2 or (told.of(RUN) and not run):
        return
    if told.of(CALORIES):
        return
    first, all_told, span = often[0], " ".join(often), often[1:]
    if run and (told.asked or told.figures or _USUAL.match(told.text)):
        yield f"i run {run} {first} what is that {span[0]}" if span else f"{run} {first}"
        yield f"{run} {all_told}"
        yield f"i run {run} {all_told}"
        yield f"how many calories is {run} {all_told}"
    elif not run and told.figures:
        yield f"if i do it {all_told}"
        yield all_told
        yield f"and {first}"


def _one_run(told: Told) -> Iterator[str]:
    """Yield one run that is told, asked about or put right."""
    run, burnt, days = told.run, told.of(CALORIES), told.of(DAY)
    if "including" in told.text:  # what else, is not told
        return
    if not run or not told.clear or told.of(OFTEN) or _WORKED_OUT.search(told.text):
        return
    if _ANEW.match(told.text):
        yield f"start over {run}"
    if len(burnt) == 1 and _CLAIMED.search(told.text):
        yield f"{run} is {burnt[0]}"
    if told.asked:
        yield f"how many calories is {run}"
    if told.figures and _CORRECTING.search(told.text):
        yield f"no i said {run}"
    if _DONE.search(told.text) and not told.others:
        yield f"i did {run} {' '.join(day.said for day in days[:1])}"
        yield f"i did {run}"
    if _RUNS.match(told.text):
        yield f"i run {run}"
    if told.figures or told.asked:
        yield str(run)


def _calories(told: Told) -> Iterator[str]:
    """Yield so many calories that are told, or half of them."""
    named = {name: one.number for name, one in told.amounts.items() if one.kind == CALORIES}
    halved = {name for name in named if f"half of {name}" in told.text}
    numbers = {str(int(named[name]) // 2) if name in halved else named[name] for name in named}
    if told.figures and told.clear and len(numbers) == 1 and not told.of(RUN):
        yield f"{min(numbers)} calories"


def _half(told: Told) -> Iterator[str]:
    """Yield half of what was spoken of: "if I only eat half the slice"."""
    if told.figures and not told.amounts and _HALF.search(told.text):
        yield "half of that"


def _whole(run: Amount) -> Amount | None:
    """Return what so many runs of one length are together; None where that has no number."""
    if run.count == 1:
        return run
    number = str(int(run.number or 0) * run.count)
    return replace(run, number=number, count=1) if run.number and not run.part else None


def _so_often(count: int, over: Amount | None = None) -> str:
    """Return in words how many times it is, in a time where it's told of one; "" for too many."""
    times = _TIMES.get(count, "")
    if over is None:
        return times
    return f"{times} a {over.id}" if times and over.id in _SPANS else ""


_WITH = (
    figures_asked.challenged,
    figures_asked.instead,
    figures_asked.run_off,
    figures_asked.ahead,
    figures_asked.doubted,
    figures_asked.far_enough,
    figures_asked.to_burn,
    figures_asked.in_unit,
    figures_asked.either,
    figures_asked.how_much_more,
    _that_and,
    _so_often_done,
    _only_once,
    _one_changed,
    _taken_off,
    _in_all,
    _on_top,
)
_BY_THEMSELVES = _added_up, _often, _one_run, _calories, _half
