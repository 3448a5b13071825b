"""Repairs: a number or a distance taken back for another: "three, no, four miles"."""

from skill.simulator.nlu.grammar import SlotTypes
from skill.simulator.nlu.numbers import number_at

_TAKING_BACK = set("no mean meant sorry wait rather scratch make actually".split())
_BESIDE = {*_TAKING_BACK, *"i oh it was is that or well hang on say think".split()}
_WHICH = set("first second third last other".split())


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
    if whole and words[start] == "a":  # "a week" counts nothing
        return start, start
    unit = [end for end, _ in types.at("UNIT", words, number)] if number < len(words) else []
    end = max([number, *whole, *unit])
    if words[end : end + 1] == ["calories"]:
        end += 1
    return (number, end) if end > number or words[start] != "a" else (start, start)


def _taken_back(words: list[str], start: int) -> int:
    """Return where the words that take back what was said before end; `start` where none do."""
    end = start
    while words[end : end + 1] and words[end] in _BESIDE:
        end += 1
    return start if _TAKING_BACK.isdisjoint(words[start:end]) else end
