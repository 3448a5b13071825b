"""Repairs: a number or a distance taken back for another: "three, no, four miles", "not two"."""

from itertools import product

from skill.simulator.nlu.grammar import SlotTypes
from skill.simulator.nlu.numbers import number_at

_TAKING_BACK = set("no mean meant sorry wait rather scratch make actually".split())
_BESIDE = {*_TAKING_BACK, *"i oh it was is that or well hang on say".split()}
_WHICH = set("first second third last other".split())
# What comes before a distance that was never said,
_DENYING = [
    line.split() for line in ("not", "did not say", "never said", "heard", "hear", "thought")
]
# and what else whoever takes it back may say.
_CORRECTING = set(
    (
        "no nah nope not i you it that is was said meant mean say never did do heard hear got "
        "wrong thought think sorry oops wait hang on actually but because make change to be asking "
        "about a mate my mistake misheard correct let me oh ah and so just really for only do does "
        "run ran"
    ).split()
)
_CORRECTION = "no i said".split()
_RESTARTED = 4  # words that begin anew, with the "never mind" before them, at least
_THINGS = set("the a that this it about all".split())  # "never mind the abs"


def undenied(words: list[str], types: SlotTypes) -> list[str]:
    """Return a correction without the distance that it takes back: "not two, I said three miles".

    Any words that do more than correct one are returned as they are.
    """
    for start, denying in product(range(len(words)), _DENYING):
        begin = start + len(denying)
        if words[start:begin] != denying:
            continue
        end = distance_end(words, begin, types)
        rest = words[:start] + words[end:]
        found = [(at, _several(rest, at, types)) for at in range(len(rest))]
        first, last = max(found, key=lambda one: one[1] - one[0], default=(0, 0))
        corrects = {*rest[:first], *rest[last:]} <= _CORRECTING
        if begin < end and first < last and corrects:
            return [*_CORRECTION, *rest[first:last]]
    return words


def restarted(words: list[str]) -> list[str]:
    """Return what is said after a "never mind" that takes back all before it: "how, never mind, i".

    Of "never mind the abs" it is no more than a part.
    """
    for at in range(1, len(words) - _RESTARTED):
        if words[at : at + 2] == ["never", "mind"] and words[at + 2] not in _THINGS:
            return restarted(words[at + 2 :])
    return words


def repaired(words: list[str], types: SlotTypes) -> list[str]:
    """Return the words with the last of the numbers that are said for one another, in their place.

    What the first one counts, the last one does: "two miles, I mean three" is "three miles".
    """
    for start in range(len(words)):
        number, end = _amount(words, start, types)
        again = _taken_back(words, end)
        last_number, last = _amount(words, again, types)
        if start < end < again < last:
            counted = words[number:end] if last == last_number else []
            said = [*words[again:last], *counted]
            return repaired([*words[:start], *said, *words[last:]], types)
    return words


def _amount(words: list[str], start: int, types: SlotTypes) -> tuple[int, int]:
    """Return where a number that begins at `start` ends, and where what it counts does."""
    [number, *_] = [end for end, _ in number_at(words, start)] or [start]
    if words[start : start + 1] == ["one"] and words[:start] and words[start - 1] in _WHICH:
        return start, start  # "the first one was actually three miles"
    if words[start : start + 1] == ["a"]:
        number = max(number, start + 1)
    if number == start:
        return start, start
    if words[number : number + 1] == ["point"]:
        number = max((end for end, _ in number_at(words, number + 1)), default=number)
    for end, _ in types.at("FRACTION", words, number) if number < len(words) else ():
        number = max(number, end)
    whole = [end for end, _ in types.at("MULTIPLE", words, start)]
    unit = [end for end, _ in types.at("UNIT", words, number)] if number < len(words) else []
    end = max([number, *whole, *unit])
    if words[end : end + 1] == ["calories"]:
        end += 1
    return (number, end) if end > number or words[start] != "a" else (start, start)


def distance_end(words: list[str], start: int, types: SlotTypes) -> int:
    """Return where a distance that begins at `start` ends: "a mile and a half", "half a mile"."""
    _, end = _amount(words, start, types) if start < len(words) else (start, start)
    part = _end("FRACTION", words, start, types)
    unit = _end("UNIT", words, part, types)
    end = max(end, _end("RACE", words, start, types), unit if start < part < unit else start)
    return _end("FRACTION", words, end, types) if start < end else start


def _several(words: list[str], start: int, types: SlotTypes) -> int:
    """Return where a distance that begins at `start` ends, with how often: "two miles times five".

    `start` where there is none.
    """
    end = distance_end(words, start, types)
    return _end("MULTIPLE", words, end, types) if start < end else start


def _end(name: str, words: list[str], start: int, types: SlotTypes) -> int:
    """Return where the longest value of a slot type ends; `start` where there is none."""
    found = types.at(name, words, start) if start < len(words) else ()
    return max((end for end, _ in found), default=start)


def _taken_back(words: list[str], start: int) -> int:
    """Return where the words that take back what was said before end; `start` where none do."""
    end = start
    while words[end : end + 1] and words[end] in _BESIDE:
        end += 1
    return start if _TAKING_BACK.isdisjoint(words[start:end]) else end
