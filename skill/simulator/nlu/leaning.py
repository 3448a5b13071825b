"""What is done with what was counted: together, half each, what's left, a part that was walked."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.amounts import RUN
from skill.simulator.nlu.told import Request, Told

_SUM = "SeveralRunsIntent"
_TWO = 2
_LEAD = r"(?:(?:so|and|no|yes|but|well|just|okay|what about|how about|i mean|i just want) )*"
_TOGETHER = re.compile(
    rf"{_LEAD}(?:(?:is )?(?:that|it|the|for|of|my|his|her|their|all|both|us|them|those|runs|we"
    r"|(?:RUN|NUMBER)\d+) )*(?P<all>together|added up|(?<=both )(?:(?:his|her|their|my) )?runs)"
    r"(?: (?:that|is|what|how|much|many|far|calories|i|mean|then|please|would|be|it))*"
)
_PAIR = re.compile(r"\b(?:both|(?:the|us) two|of us)\b")
_FOR = re.compile(rf"{_LEAD}(?:for |over |in )?(?:the|one|a|whole) (?P<time>week|month|year)")
_ONE_DAY = re.compile(
    rf"{_LEAD}(?:only )?(?:for |on )?(?:the |a )?(?:one|single) day"
    rf"|{_LEAD}(?:just|only) (?:the |in )?(?:DAY\d+|morning|evening)(?: in the end)?"
)
_HALF_EACH = re.compile(r"\bhalf (?:of it |of that )?(?:each|apiece)$")
_SHARED = re.compile(
    rf"{_LEAD}(?:if )?(?:i|we)? ?(?:did|do|run|split)? ?(?:that|it)?(?: up)? ?(?:in|into|over)"
    r" (?:RUN|NUMBER)\d+ (?:runs?|goes|parts|lots)"
)
_MINE = re.compile(
    rf"{_LEAD}(?:what|how (?:many|much)(?: calories)?) (?:is|was|did)"
    r" (?:mine|(?:the|my|that) run)(?: burn)?"
)
_WHO_IS_RIGHT = re.compile(
    rf"{_LEAD}(?:which|who)(?: \w+)? is (?:wrong|right)(?: (?:you or|then)\b.*)?"
    rf"|{_LEAD}(?:he|she|they|you|it) (?:is|are) wrong(?: then)?"
    r"|.*\b(?:believe|trust) you or\b.*"
)
_PARTS = "two three four five six seven".split()
_AHEAD = re.compile(
    r"\b(?:RUN\d+ )?(?:more|less|further) than (?:me|mine|i did|i ran|her|hers|him|his|them)\b"
    r"|\b(?:beats?|ahead of) (?:me|him|her|them)\b|\bhow far (?:ahead|behind)\b|\bby how much$"
    r"|^(?:and |so )?who (?:\w+ )?(?:more|further|farther|furthest|farthest|most)\b"
)
_LEFT = re.compile(
    r"\b(?:is|are|have i|i have)(?: \w+){0,2} left\b|\bleft to (?:run|go|burn|do)\b"
    r"|\bhow (?:many|much|far) (?:UNIT\d+ )?(?:left|to go)\b"
    r"|\bhow (?:many|much|far) (?:more|further)(?: UNIT\d+| to go)?"
    r"(?=$| (?:if i|to (?:\w+ )?(?:CALORIES|RUN|that|go)|till|until|do i|have i|should i)\b)"
    r"|\bhow far (?:is (?:that|it) )?(?:off|from|short of) CALORIES"
    r"|\bCALORIES\d+ if i have (?:done|run) RUN"
)
_AIMED = re.compile(
    r"\b(?:want|wanted|aim\w*|goal|target|need|trying|supposed|going for|out of)\b.*?RUN.*RUN"
)
_WALKED = re.compile(
    r"\bwalk(?:ed|ing|s)? (?:(?:for )?(?:the )?(?:last|first|final|other) (?P<last>\w+)"
    r"|(?P<of>RUN\d+) of (?:it|them|that|those|the))"
)
_ONE_LESS = re.compile(r"\b(?:skip|miss|drop|cut|lose)\w*(?: out)? one\b")
_AGREED = re.compile(
    r"\b(?:what i (?:thought|said|figured|reckoned|guessed)|i thought (?:so|as much))\b"
    r"(?: \w+){0,2}? (?P<burnt>CALORIES\d+)"
)


def requests(told: Told, words: str) -> Iterator[Request]:
    """Yield what is asked of the last sum; `words` are those of the text, its amounts too."""
    text = told.text
    if not told.figures:
        yield from _left(told)
        return
    if _TOGETHER.fullmatch(text) and all(run.bare for run in told.lengths if run.kind == "run"):
        two = _PAIR.search(words) or re.search(r"\b(?:two|2)\b", words)
        yield _SUM, {"multiple": "both together" if two else "all together"}
    if found := _FOR.fullmatch(words):
        yield _SUM, {"multiple": f"a {found['time']}"}
    if _MINE.fullmatch(text):
        yield _SUM, {}
    if _WHO_IS_RIGHT.fullmatch(text):
        yield "DoubtIntent", {}
    if _ONE_DAY.fullmatch(words) or _ONE_DAY.fullmatch(text):
        yield _SUM, {"multiple": "just once"}
    if _HALF_EACH.search(text) and not told.amounts:
        yield _SUM, {"multiple": "half of that"}
    if _SHARED.fullmatch(text) and (parts := _parts(told)):
        yield _SUM, {"multiple": f"divided by {parts}"}
    if found := _AGREED.search(text):
        yield "CaloriesBurnedIntent", told.amounts[found["burnt"]].slots()
    if _ONE_LESS.search(words) and len(told.lengths) <= 1:
        yield "LeaveOutIntent", {"when": "one of them"}
    yield from _walked(told)
    yield from _left(told)
    if _AHEAD.search(text) and len(told.runs) <= 1 and all(run.amount.bare for run in told.runs):
        yield "CompareRunsIntent", {}


def _walked(told: Told) -> Iterator[Request]:
    """Yield that a part of the run spoken of was walked: "he walked the last two"."""
    found = _WALKED.search(told.text)
    if not found or len(told.lengths) > 1:
        return
    last, of = found["last"], found["of"]
    part = told.amounts.get(of or last)
    run = part.slots() if part and part.kind == RUN else {"distance": last or ""}
    yield _SUM, {**run, "multiple": "less walked", **({"when": "hers"} if told.others else {})}


def _left(told: Told) -> Iterator[Request]:
    """Yield what is left of so many calories, or miles, without what was run."""
    runs = told.runs
    if not _LEFT.search(told.text) or any(run.multiple is None for run in runs):
        return
    if len(runs) == _TWO and _AIMED.search(told.text):
        slots = {**runs[0].amount.slots(), **runs[1].amount.slots("other_")}
        yield _SUM, {**slots, "multiple": "minus"}
    elif len(runs) <= 1 and (told.figures or (runs and told.burnt)):
        burnt = told.burnt.slots() if told.burnt else {}
        run = runs[0].amount.slots() if runs else {}
        yield "RunsForCaloriesIntent", {**burnt, **run, "multiple": "minus"}


def _parts(told: Told) -> str:
    """Return in a word how many parts are told; "" where samples have no word for it."""
    at = next((int(one.number or 0) - 2 for one in told.lengths if not one.part), -1)
    return _PARTS[at] if 0 <= at < len(_PARTS) else ""
