"""What stands beside the amounts that count, in a text with their names: left out of it.

A race trained for, what was only misheard or is taken back, a unit said otherwise, a name called.
"""

import re

from skill.simulator.nlu.put_right import DENIED

_LAST = re.compile(r".*\bhow (?:much|many)(?: calories)? (?:for|in|is) (?=RUN\d+$)")
_ASIDE = re.compile(
    r"\bcouch to RUN\d+|"
    r"\b(?:instead of|rather than)(?: the| my| a)? RUN\d+"
    r"|\bwalked RUN\d+(?= (?:and|then|but) (?:then )?(?:i )?(?:jogged|ran) RUN)"
    r"|\b(?:training|train|ready|preparing|prepping) for(?: \w+){0,2} RUN\d+"
    r"|(?:RUN|NUMBER)\d+ (?=(?:\w+ ){0,3}(?:barely|hardly|can only)\b(?: \w+){0,2} RUN)"  # refused
    r"|\b(?:can not|could not|could never|never)(?: \w+){0,2} RUN\d+(?=.*RUN)"
    r"|\byou are not (?:even )?(?:listening|hearing(?: me)?)\b"
    r"|\b(?:i am )?(?:planning(?: on| to)?|aiming for)(?= RUN)"
)
_WALKED_TOO = re.compile(
    r"(\b(?:ran|jogged|run) RUN\d+)(?: and| then| but)+(?: i)? walked(?: the| another)?"
    r" (?:last |rest |other )?(?:RUN\d+|NUMBER\d+|one|rest|half)$"
)
_VOCATIVE = re.compile(r"(?<!my )(?<!a )(?<!the )\b(?:woman|dear|mate|pal|bro|dude|honey|babe) ?\b")
_ECHOED = re.compile(r"^OFTEN\d+ (?=no\b)")  # "a week, no, ..."
_NAME = re.compile(r"[A-Z]+\d+")  # of an amount
_MEANT = re.compile(  # what comes after it counts, and of what came before how often
    r"^.*\b(?:RUN|NUMBER)\d+.*?"
    r"(?= (?:no )?(?:i mean|i meant|i said|make that|no wait|wait no)\b.*(?:RUN|NUMBER|CALORIES))"
)
_NOT_SO_OFTEN = re.compile(r"\bnot OFTEN\d+")
_TELLING = re.compile(r"^did (?=(?:that|it) (?:DAY|OFTEN))")
_WHENEVER = re.compile(r"\bwhen(?:ever)? (?:i|we) can\b")
_DOUBLE = re.compile(r"(RUN\d+) is (?:\w+ ){0,2}(OFTEN\d+)$")  # "the full one is double that"
_ALIKE = re.compile(r"(RUN\d+) is (?:like|about|around|roughly) RUN\d+")  # "5 k is like 3 miles"
_MADE = re.compile(  # what somebody makes it: "is ten", "so nine and a half"; not of a day
    r"(?P<day>DAY\d+ )?\b(?:so|is|makes|equals)(?: about| like| around| roughly)?"
    r" (?P<made>(?:RUN|NUMBER)\d+)(?= (?:yeah|yes|right|then|correct|how|what)\b|$)"
)


def without_asides(text: str, *, several: bool) -> str:
    """Return a text with what counts of its amounts; `several` runs are named in it."""
    text = _VOCATIVE.sub("", _ECHOED.sub("", text))
    text = _WALKED_TOO.sub(r"\1", text)
    text = text if DENIED.search(text) else _MEANT.sub(_meant, text)
    text = _TELLING.sub("i did ", _NOT_SO_OFTEN.sub(" NEVER ", text))
    text = _DOUBLE.sub(r"\1", _ALIKE.sub(r"\1", _WHENEVER.sub(" ", text)))
    return _LAST.sub("how many for ", _MADE.sub(_made, _ASIDE.sub(" ", text))) if several else text


def _made(found: re.Match[str]) -> str:
    """Return what a day is told to be, and nothing of what something comes to."""
    return f"{found['day']}is {found['made']}" if found["day"] else " "


def _meant(taken_back: re.Match[str]) -> str:
    """Return how often is told in what is taken back."""
    return " ".join(one for one in _NAME.findall(taken_back[0]) if one.startswith("OFTEN"))
