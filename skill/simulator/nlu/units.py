"""Which number counts what: by the unit beside it, or the word that samples put before it."""

from itertools import pairwise

from skill.simulator.nlu.features import Spot, stem, stems
from skill.simulator.nlu.grammar import NUMBER
from skill.simulator.nlu.model import Intent
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.words import FUNCTION_WORDS, of_sample

_UNIT = "UNIT"  # the slot type of what is measured in
_BETWEEN = FUNCTION_WORDS | set(NUMBER_WORDS)  # what parts a number from a unit that isn't its own
_CALORIES = stems(["calories"])
_COUNTED = {*stems(["races", "runs"])}
_OF_CALORIES = "calories"  # the slot for a number of them


def unit_starts(spots: list[Spot]) -> list[int]:
    """Return where the units begin."""
    return [spot.start for spot in spots if spot.filled.type == _UNIT]


def counts(slot: str, number: Spot, units: list[int], words: list[str], apart: bool) -> bool:
    """Tell whether a number may fill a slot, by the unit that it has; `apart` needs none."""
    if words[number.end : number.end + 1] == _CALORIES:
        return slot == _OF_CALORIES
    if not _COUNTED.isdisjoint(words[number.end : number.end + 1]):
        return False  # "the two races together" are no two miles
    if slot == _OF_CALORIES and number.end in units:
        return False
    return apart or not _parted(number, units, words)


def _parted(number: Spot, units: list[int], words: list[str]) -> bool:
    """Tell whether words that say nothing, or numbers, stand between a number and the next unit."""
    between = words[number.end : min((at for at in units if at >= number.end), default=0)]
    return bool(between) and all(word in _BETWEEN or word.isdigit() for word in between)


def unbound(intent: Intent) -> set[str]:
    """Return the slots that a function word follows in one of the intent's samples."""
    return {
        part.strip("{}")
        for sample in intent.samples
        for part, word in pairwise(of_sample(sample))
        if part.startswith("{") and word in FUNCTION_WORDS
    }


def always_after(intent: Intent) -> dict[str, str]:
    """Return the slots that all the intent's samples put after one word's stem, or slot's type.

    What comes after a number may come after any: the unit of a third run.
    """
    before: dict[str, set[str]] = {}
    for sample in intent.samples:
        for word, part in pairwise(["", *of_sample(sample)]):
            if part.startswith("{"):
                before.setdefault(part.strip("{}"), set()).add(word)
    return {
        name: intent.slots.get(word.strip("{}"), stem(word))
        for name, words in before.items()
        for word in words
        if len(words) == 1 and word and intent.slots.get(word.strip("{}")) != NUMBER
    }
