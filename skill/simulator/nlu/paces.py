"""A pace, or a speed, and a time make a distance, and so do laps: "16 laps of 400 meters".

Only where that comes to whole halves of a mile or a kilometer; else it isn't worked out.
"""

import re
from fractions import Fraction

from skill.simulator.nlu.numbers import number_at

_UNIT = r"(?P<unit>miles?|k|kms?|kilometers?|kilometres?)"
_TIME = (
    r"(?:for|in|over) (?:about |around )?"
    r"(?:(?P<half>half an hour)|(?P<hour>an hour(?P<more> and a half)?)"
    r"|(?P<minutes>\d+) (?:minutes|mins)|(?P<hours>\d+) hours?(?P<extra> and a half)?)\b"
)
_PACE = rf"\b(?:a |at )?(?P<pace>\d+) minutes?(?: per| a| for each)? {_UNIT}\b(?: pace)?"
_SPEED = rf"\b(?:at )?(?P<speed>\d+) {_UNIT} (?:an|per) hour\b"
_BETWEEN = r"\W+(?:on the treadmill |and i (?:go|run) |that is )?"
_FORMS = [
    re.compile(f"{first}{_BETWEEN}{second}")
    for rate in (_PACE, _SPEED)
    for first, second in ((rate, _TIME), (_TIME, rate))
]
_LAP = r"(?P<lap>\d+) (?P<unit>meters|metres|yards)\b"
_OF_LAPS = [
    re.compile(rf"(?P<laps>\d+) laps (?:\w+ ){{0,5}}?{_LAP}(?: (?:each|long|round|a lap))?"),
    re.compile(
        rf"\b(?:1|the|each|a|one) (?:lap|track) is {_LAP}(?: (?:and|so|then))?"
        r" i (?:did|ran|run|do) (?P<laps>\d+)(?: laps| of them)?(?! (?:k|kms?|m\w+|times))\b"
    ),
]
_TIMED = {"minute", "minutes", "mins", "hour", "hours"}


def with_distances(words: list[str]) -> list[str]:
    """Return words with the distance in the place of a pace and how long it is run."""
    laps = {"lap", "laps"} & {*words}
    if _TIMED.isdisjoint(words) and not laps:
        return words
    text = " ".join(_digits(words))
    for found in filter(None, (form.search(text) for form in _OF_LAPS if laps)):
        length = f"{int(found['laps']) * int(found['lap'])} {found['unit']}"
        return f"{text[: found.start()]}i ran {length}{text[found.end() :]}".split()
    if _TIMED.isdisjoint(words):
        return words
    for found in filter(None, (form.search(text) for form in _FORMS)):
        if length := _length(found.groupdict()):
            unit = "miles" if found["unit"].startswith("mile") else "kilometers"
            return f"{text[: found.start()]}{length} {unit}{text[found.end() :]}".split()
    return words


def _length(told: dict[str, str | None]) -> str:
    """Return the distance in words that samples have, or "" where it isn't a simple one."""
    minutes = Fraction(int(told["minutes"] or 0)) + 60 * int(told["hours"] or 0)
    minutes += 30 * bool(told["half"]) + 60 * bool(told["hour"])
    minutes += 30 * bool(told["more"] or told["extra"])
    pace, speed = (int(told.get(name) or 0) for name in ("pace", "speed"))
    length = minutes / pace if pace else minutes * speed / 60
    whole, rest = divmod(length, 1)
    if not length or rest not in (0, Fraction(1, 2)):
        return ""
    return f"{whole}{' and a half' if rest else ''}" if whole else "half a"


def _digits(words: list[str]) -> list[str]:
    """Return words with their numbers as digits, "a hundred" too."""
    found, at = list[str](), 0
    while at < len(words):
        end, said = next(iter(number_at(words, at)), (at + 1, words[at]))
        found.append(said)
        at = end
    return found
