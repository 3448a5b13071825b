"""Comparisons, in the few words of a sample: "do squats do as much for cardio as jogging"."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.grammar import Grammar, Parse

_FOR = r"(?:for|at|with|to|in|when it comes to|in terms of|as far as)"
_DEGREE = r"(?:(?:just|nearly|almost|really|any|actually|much|way|even|half) )*"
_LIKE = "good|great|effective|efficient|useful|helpful|beneficial|much|well|valuable"
_ASKS = "(?:is|are|does|do|will|would|can|could) (?P<one>.+?) "
_GOAL = rf"(?: (?:do|does|is|are|would|will))?(?: {_FOR} (?P<goal>.+))?"
_AS_GOOD = re.compile(
    rf"{_ASKS}{_DEGREE}(?:(?:be|do|work) )?{_DEGREE}"
    rf"as (?:{_LIKE})(?: {_FOR} (?P<between>.+?))? as (?P<other>.+?){_GOAL}"
)
_BETTER = re.compile(
    rf"{_ASKS}(?:(?:be|do|work) )?{_DEGREE}(?:(?:better|worse|more effective)"
    rf"(?: {_FOR} (?P<between>.+?))? than|beat|outdo|top) (?P<other>.+?){_GOAL}"
)
_NOT_AS_GOOD = re.compile(  # told, to be agreed with: "but it's still not as good as squats"
    r"(?:(?:but|so|and) )?(?P<one>\w+(?: \w+)?) (?:is|are) (?:still |just )*not (?:really |quite )?"
    rf"as (?:{_LIKE}) as (?P<other>.+?){_GOAL}"
)
_BURNS = re.compile(
    rf"{_ASKS}(?:burn|burn off|get rid of) (?:as much|as many|the same|more|less|fewer)"
    r"(?: (?:calories|fat|energy))?(?: than| as) (?P<other>.+?)(?: (?:do|does|would|will))?"
)
_WHICH = re.compile(
    rf"(?:which|what)(?: one)? is (?:better|best|quicker|faster|more effective) {_FOR} "
    r"(?P<goal_and_one>.+) or (?P<other>.+)"
)
_DOING = re.compile(r"^(?:on|with|from|by|during|doing|going for) ")


def comparison(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the comparison that words ask for, as a sample has it; None where it's none.

    Only what has a name in the model is compared: of "better than rowing" nothing is known here.
    """
    return next(filter(None, (grammar.parse(way.split()) for way in _ways(" ".join(words)))), None)


def _ways(text: str) -> Iterator[str]:
    """Yield a comparison as samples may have it, the likeliest wording first."""
    if found := _BURNS.fullmatch(text):
        yield f"does {found['one']} burn more than {_DOING.sub('', found['other'])}"
    if found := _WHICH.fullmatch(text):
        row = [word for word in found["goal_and_one"].split() if word not in ("then", "though")]
        for end in range(1, len(row)):
            one = _DOING.sub("", " ".join(row[end:]))
            yield f"which is better for {' '.join(row[:end])} {one} or {found['other']}"
    alike = _AS_GOOD.fullmatch(text) or _NOT_AS_GOOD.fullmatch(text)
    if found := alike or _BETTER.fullmatch(text):
        one, other = (_DOING.sub("", found[name]) for name in ("one", "other"))
        goal = found["goal"] or found.groupdict().get("between")
        ending = f"{other} for {goal}" if goal else other
        if alike:
            yield f"is {one} as good as {ending}"
        yield f"is {one} better than {ending}"
