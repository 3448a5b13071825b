"""Two runs side by side: which is more, each by itself, one in the place of another."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.amounts import OFTEN, RUN
from skill.simulator.nlu.told import Request, Told

_TWO = 2
_TOGETHER = re.compile(r"\b(?:both|together|between us|total|altogether|in all)\b")
_EITHER = re.compile(
    r"(?<!from )RUN\d+ (?:or|to|maybe|perhaps)(?: \w+)? RUN\d+|\bbetween RUN\d+ and RUN\d+"
)
_HOW_MUCH_MORE = re.compile(
    r"\bhow (?:many|much)(?: calories)? (?:more|less|further|fewer)\b"
    r"|\bwho (?:\w+ )?(?:more|further|farther|most|furthest)\b|\bdifference\b|\bby how much$"
    r"|\b(?:versus|vs)\b"
)
_MORE_THAN = re.compile(r"\b(?:more|less|further) than (?:my|his|her|their) RUN")
_UP_FROM = re.compile(r"\b(?:up|down) to (?:about )?RUN\d+(?: OFTEN\d+)? from RUN")
_APART = re.compile(r"\b(?:beat|beats|ahead of|behind|catch \w+ up|catch up)\b")
_INSTEAD = re.compile(r"\bused to\b.* now\b|\bfrom RUN\d+(?: OFTEN\d+)?(?: down| up)? to RUN")
_ONLY_NOW = re.compile(r"(DAY\d+)\b.*RUN\d+.*(DAY\d+) (?:\w+ )*(?:only|just) (?:\w+ )*RUN")
_EACH = re.compile(
    r"\beach of|\b(?:each|apiece)\b.* burn|\bburn\w*(?: \w+)? (?:each|apiece)\b"
    r"|\bhow (?:much|many)(?: calories)? (?:each|apiece)$"
)
COMPARED = re.compile(r"\bcompar\w+ (?:to|with)\b|\bthan (?:me|mine|him|her|hers|his|them)\b")
_WAY_ROUND = re.compile(r"\b(?:other way (?:round|around)|swap\w*|mixed (?:them|those|that) up)\b")
_RAN = re.compile(r"\b(?:ran|did|done)\b")
_CHANGING = re.compile(r"\b(?:to|only|just|instead|if)\b")


def instead(told: Told) -> Iterator[Request]:
    """Yield one run in the place of another: "used to do twenty miles a week, now it's eight"."""
    runs, often = told.of(RUN), told.of(OFTEN)
    if len(runs) == 2 and (found := _ONLY_NOW.search(told.text)):
        first, last = (told.amounts[name] for name in found.groups())
        if first.said == "last week" and last.said == "this week":
            before = {"told": "i used to run", **runs[0].slots(), "span": "a week"}
            yield "CompareRunsIntent", {**before, **runs[1].slots("other_")}
    up_from = _UP_FROM.search(told.text)
    if len(runs) == 2 and len(often) < 2 and (up_from or _INSTEAD.search(told.text)):
        runs = runs[::-1] if up_from else runs
        over = {"span": often[0].said} if often else {}
        before = {"told": "i used to run", **runs[0].slots(), **over}
        yield "CompareRunsIntent", {**before, **runs[1].slots("other_")}


def side_by_side(told: Told) -> Iterator[Request]:
    """Yield two runs, each by itself: both ends of a range, or what two people ran.

    With no run told, it's those spoken of: "what did each of us burn".
    """
    runs, text = told.runs, told.text
    each, more = _EACH.search(text), _HOW_MUCH_MORE.search(text)
    swapped = _WAY_ROUND.search(text)
    again = each or more or swapped or COMPARED.search(text) or _APART.search(text)
    if told.figures and again and not told.lengths and not told.of(OFTEN):
        yield "CompareRunsIntent", {"when": "other way round"} if swapped else {}
    if not told.clear or len(runs) != _TWO or any(run.multiple is None for run in runs):
        return
    own = {run.theirs for run in runs} == {True, False} and (more or not _TOGETHER.search(text))
    if own or each or more or (_EITHER.search(text) and "from" not in text.split()):
        runs = runs[::-1] if own and runs[0].theirs else runs  # one's own comes first
        near, far = (
            one.amount.slots(prefix) for one, prefix in zip(runs, ("", "other_"), strict=True)
        )
        beside = {"when": "one of them" if each else "hers"} if own or each or more else {}
        often = {"span": runs[0].multiple or "", "other_span": runs[1].multiple or ""}
        often = {name: said for name, said in often.items() if said}
        yield "CompareRunsIntent", near | far | beside | often


def how_much_more(told: Told) -> Iterator[Request]:
    """Yield how much more a run is, told of somebody, supposed, or asked about."""
    more = _HOW_MUCH_MORE.search(told.text) or COMPARED.search(told.text)
    more = more or _MORE_THAN.search(told.text)
    if told.figures and told.run and more:
        ran, slots = _RAN.search(told.text), told.run.slots()
        supposed = _CHANGING.search(told.text)
        kind = {"told": "i ran"} if ran else {"told": "if i ran"} if supposed else {}
        yield "CompareRunsIntent", {**kind, **slots}
