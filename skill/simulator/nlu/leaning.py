"""What leans on the last sum and tells no amount itself: together, half each, just one day."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.told import Request, Told

_SUM = "SeveralRunsIntent"
_LEAD = r"(?:(?:so|and|no|yes|but|well|just|okay|what about|how about|i mean|i just want) )*"
_TOGETHER = re.compile(
    rf"{_LEAD}(?:(?:is )?(?:that|it|the|for|of|my|his|her|their|all|both|us|them|those|runs|we"
    r"|(?:RUN|NUMBER)\d+) )*(?P<all>together|added up|(?<=both )(?:(?:his|her|their|my) )?runs)"
    r"(?: (?:that|is|what|how|much|many|far|calories|i|mean|then|please|would|be|it))*"
)
_PAIR = re.compile(r"\b(?:both|(?:the|us) two|of us)\b")
_FOR = re.compile(rf"{_LEAD}(?:for |over |in )?(?:the|one|a|whole) (?P<time>week|month|year)")
_ONE_DAY = re.compile(
    rf"{_LEAD}(?:only )?(?:for |on )?(?:the |a )?(?:one|single) day|{_LEAD}(?:just|only) DAY\d+"
)
_HALF_EACH = re.compile(r"\bhalf (?:of it |of that )?(?:each|apiece)$")
_SHARED = re.compile(
    rf"{_LEAD}(?:if )?(?:i|we)? ?(?:did|do|run|split)? ?(?:that|it)?(?: up)? ?(?:in|into|over)"
    r" (?:RUN|NUMBER)\d+ (?:runs?|goes|parts|lots)"
)
_PARTS = "two three four five six seven".split()
_AHEAD = re.compile(
    r"\b(?:RUN\d+ )?(?:more|less|further) than (?:me|mine|i did|i ran|her|hers|him|his|them)\b"
    r"|\b(?:beats?|ahead of) (?:me|him|her|them)\b"
)


def requests(told: Told, words: str) -> Iterator[Request]:
    """Yield what is asked of the last sum; `words` are those of the text, its amounts too."""
    text = told.text
    if not told.figures:
        return
    if _TOGETHER.fullmatch(text) and all(run.bare for run in told.lengths if run.kind == "run"):
        two = _PAIR.search(words) or re.search(r"\b(?:two|2)\b", words)
        yield _SUM, {"multiple": "both together" if two else "all together"}
    if found := _FOR.fullmatch(words):
        yield _SUM, {"multiple": f"a {found['time']}"}
    if _ONE_DAY.fullmatch(words):
        yield _SUM, {"multiple": "just once"}
    if _HALF_EACH.search(text) and not told.amounts:
        yield _SUM, {"multiple": "half of that"}
    if _SHARED.fullmatch(text) and (parts := _parts(told)):
        yield _SUM, {"multiple": f"divided by {parts}"}
    if _AHEAD.search(text) and len(told.runs) <= 1 and all(run.amount.bare for run in told.runs):
        yield "CompareRunsIntent", {}


def _parts(told: Told) -> str:
    """Return in a word how many parts are told; "" where samples have no word for it."""
    at = next((int(one.number or 0) - 2 for one in told.lengths if not one.part), -1)
    return _PARTS[at] if 0 <= at < len(_PARTS) else ""
