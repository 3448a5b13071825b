"""What the paraphrase tier sees of an utterance: word stems, neighbours, and slot values by kind.

An utterance is looked at twice, as its words and with every slot value replaced by its slot type,
so that "running for my heart" is like a sample about "{goal}" and like one about hearts. Samples
are looked at in the same two ways.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

from skill.simulator.nlu.background import kinds
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import Filled, SlotTypes
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.tuning import LEARNING
from skill.simulator.nlu.words import of_sample as tokens_of

Features = dict[str, float]

_STEMMER = snowballstemmer.stemmer("english")
_KEPT = 200  # rows of words whose values are remembered: one utterance is asked about many times
ARTICLES = {"a", "an", "the"}
_PERSONS = dict.fromkeys(
    ("you", "we", "they", "me", "us", "someone", "somebody"), "i"
) | dict.fromkeys(("your", "our", "his", "their"), "my")


@dataclass(frozen=True, slots=True)
class Spot:
    """A slot value at words[start:end]."""

    start: int
    end: int
    filled: Filled


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word, by Snowball: "running" and "runs" are both "run"."""
    if word in NUMBER_WORDS:
        return word
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


def stems(words: Iterable[str]) -> list[str]:
    """Return the stems of the words, without articles and whoever it is about."""
    return [stem(_PERSONS.get(word, word)) for word in words if word not in ARTICLES]


class Spotter:
    """Finds slot values anywhere in an utterance, whatever their endings."""

    def __init__(self, model: InteractionModel) -> None:
        self._types = SlotTypes(model, stems)
        self._found = lru_cache(maxsize=_KEPT)(self._find)

    def spots(self, words: list[str]) -> tuple[Spot, ...]:
        """Return the longest values of every slot type in a row of stems, from left to right."""
        return self._found(*words)

    def _find(self, *words: str) -> tuple[Spot, ...]:
        names = self._types.beginning_in(words)
        return tuple(spot for name in names for spot in self._of_type(name, [*words]))

    def _of_type(self, slot_type: str, words: list[str]) -> Iterable[Spot]:
        at = 0
        while at < len(words):
            end, filled = next(self._types.at(slot_type, words, at), (at + 1, None))
            if filled:
                yield Spot(at, end, filled)
            at = end


def of_utterance(words: list[str], spotter: Spotter) -> Features:
    """Return the features of an utterance's words."""
    found = stems(words)
    return _seen(found, spotter.spots(found), words)


def of_sample(sample: str, slots: Mapping[str, str], spotter: Spotter) -> Features:
    """Return the features of a sample; `slots` maps its slots to their types."""
    words = bare([_mark(slots[w.strip("{}")]) if "{" in w else w for w in tokens_of(sample)])
    found = [word if word.startswith("<") else stem(_PERSONS.get(word, word)) for word in words]
    found = [word for word in found if word not in ARTICLES]
    return _seen(found, spotter.spots(found), words)


def _seen(words: list[str], spots: Sequence[Spot], said: list[str]) -> Features:
    features: Features = {f"kind {kind}": LEARNING.kind for kind in sorted(kinds(said))}
    _add(features, words)
    if spots:
        _add(features, _replaced(words, spots))
    for spot in spots:
        match = spot.filled.match
        features[f"value {spot.filled.type} {match.id if match else '#'}"] = LEARNING.value
    return features


def _add(features: Features, words: list[str]) -> None:
    features.update(dict.fromkeys(words, LEARNING.word))
    framed = ["^", *words, "$"]
    for first, second in pairwise(framed):
        features[f"{first} {second}"] = LEARNING.pair
    for first, third in zip(words, words[2:], strict=False):
        features[f"{first} _ {third}"] = LEARNING.skip


def _replaced(words: list[str], spots: Sequence[Spot]) -> list[str]:
    """Return the words with the longest slot values, none inside another, as their types."""
    taken: set[int] = set()
    marks: dict[int, Spot] = {}
    for spot in sorted(spots, key=lambda spot: spot.start - spot.end):
        places = range(spot.start, spot.end)
        if taken.isdisjoint(places):
            taken.update(places)
            marks[spot.start] = spot
    found: list[str] = []
    for at, word in enumerate(words):
        if at in marks:
            found.append(_mark(marks[at].filled.type))
        elif at not in taken:
            found.append(word)
    return found


def _mark(slot_type: str) -> str:
    return f"<{slot_type}>"
