"""How likely words stand side by side in what a model is asked: the bigrams of its samples.

A slot stands for its values: what may stand before or after it in a sample may stand before their
first words and after their last.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise
from math import log

from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import NUMBER
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.tuning import HEARING
from skill.simulator.nlu.words import of_sample

_START, _END = "^", "$"
_KEPT = 50_000  # pairs whose likelihood is remembered


class Context:
    """The word pairs of one model's samples."""

    def __init__(self, model: InteractionModel, without: Collection[str]) -> None:
        """Learn from all intents but those `without`."""
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._first: defaultdict[str, set[str]] = defaultdict(set)  # word -> slots that it begins
        self._last: defaultdict[str, set[str]] = defaultdict(set)
        for intent in model.intents.values():
            marks = {f"{{{slot}}}": f"<{kind}>" for slot, kind in intent.slots.items()}
            for sample in intent.samples if intent.name not in without else ():
                self._add([marks.get(word, word) for word in bare([*of_sample(sample)])])
        for name in model.types:
            for phrase in model.phrases(name):
                if words := of_sample(phrase):
                    self._first[words[0]].add(f"<{name}>")
                    self._last[words[-1]].add(f"<{name}>")
                    self._words.update(words)
                    self._pairs.update(pairwise(words))
        for word in NUMBER_WORDS:
            self._first[word].add(f"<{NUMBER}>")
            self._last[word].add(f"<{NUMBER}>")
        self._total = sum(self._words.values())
        self._beside = lru_cache(maxsize=_KEPT)(self._log_probability)

    def seen(self, first: str, second: str) -> bool:
        """Tell whether the two stand side by side in a sample; "" is its start, and its end."""
        return any(pair in self._pairs for pair in self._read(first or _START, second or _END))

    def likely(self, words: list[str], before: str = "", after: str = "") -> float:
        """Return the log probability of words between two others; "" is the start, and the end."""
        row = [before or _START, *words, after or _END]
        return sum(self._beside(first, second) for first, second in pairwise(row))

    def _log_probability(self, first: str, second: str) -> float:
        seen = max(self._pairs[pair] for pair in self._read(first, second))
        of = max(self._words[word] for word in (first, *self._last.get(first, ())))
        alone = max(self._words[second], 0.5) / self._total
        smooth = HEARING.smoothing
        return log((min(seen, of) + smooth * alone) / (of + smooth))

    def _read(self, first: str, second: str) -> list[tuple[str, str]]:
        befores = (first, *self._last.get(first, ()))
        afters = (second, *self._first.get(second, ()))
        return [(before, after) for before in befores for after in afters]

    def _add(self, words: list[str]) -> None:
        self._words.update([_START, *words])
        self._pairs.update(pairwise([_START, *words, _END]))
