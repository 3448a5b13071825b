"""The exact tier: an utterance that is a sample word for word, its slots filled.

Samples with slots share a tree of words; at a slot, the tree goes on after every value that the
slot's type has at that place. Where several fit, the one with the most words of its own wins. A
sample without slots is more certain than any of them, and is looked up as a whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from skill.simulator.nlu.first_names import FIRST_NAMES
from skill.simulator.nlu.model import InteractionModel, SlotValue
from skill.simulator.nlu.numbers import number_at
from skill.simulator.nlu.words import of_sample

NUMBER, FIRST_NAME = "AMAZON.NUMBER", "AMAZON.FirstName"
_LONGEST_UNMATCHED = 4  # words of a slot that its type has no value for


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot with what was heard for it.

    `match` is None for a number or a name, and where the slot's type has no such value
    (ER_SUCCESS_NO_MATCH).
    """

    type: str
    heard: str
    match: SlotValue | None = None

    @property
    def unmatched(self) -> bool:
        """Whether the slot's type has no such value."""
        return self.match is None and self.type not in (NUMBER, FIRST_NAME)


@dataclass(frozen=True, slots=True)
class Parse:
    """One way to read an utterance as a sample."""

    intent: str
    sample: str
    slots: dict[str, Filled]
    literal: int  # words that the sample itself has


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[tuple[str, str], "_Node"] | None = None  # (name, type); most nodes have none
    ends: tuple[tuple[str, str], ...] = ()  # (intent, sample)


class SlotTypes:
    """Finds the values of slot types in a row of words, as they are or in another form.

    `form` is what becomes of a value's words, and of those it is looked for in: their stems, say.
    """

    def __init__(
        self, model: InteractionModel, form: Callable[[list[str]], list[str]] = list
    ) -> None:
        self._values: dict[str, dict[tuple[str, ...], SlotValue]] = {}
        for name, values in model.types.items():
            table = self._values.setdefault(name, {})
            for value in values:
                for phrase in value.phrases:
                    if key := tuple(form([*of_sample(phrase)])):
                        table.setdefault(key, value)
        self._lengths: dict[str, dict[str, list[int]]] = {}  # type -> first word -> longest first
        for name, table in self._values.items():
            lengths: dict[str, set[int]] = {}
            for key in table:
                lengths.setdefault(key[0], set()).add(len(key))
            self._lengths[name] = {word: sorted(of, reverse=True) for word, of in lengths.items()}

    def beginning_in(self, words: Sequence[str]) -> list[str]:
        """Return the types of which a value may begin with one of the words, and the numbers."""
        of = self._lengths.items()
        return [*(name for name, first in of if not first.keys().isdisjoint(words)), NUMBER]

    def at(self, slot_type: str, words: list[str], start: int) -> Iterator[tuple[int, Filled]]:
        """Yield (end, filled) for each value of the type that begins at `start`, longest first."""
        if slot_type == NUMBER:
            for end, digits in number_at(words, start):
                yield end, Filled(slot_type, digits)
            return
        if slot_type == FIRST_NAME:
            if words[start] in FIRST_NAMES:
                yield start + 1, Filled(slot_type, words[start])
            return
        for length in self._lengths.get(slot_type, {}).get(words[start], ()):
            phrase = tuple(words[start : start + length])
            if len(phrase) == length and (match := self._values[slot_type].get(phrase)):
                yield start + length, Filled(slot_type, " ".join(phrase), match)


class Grammar:
    """All samples of a model."""

    def __init__(self, model: InteractionModel, types: SlotTypes) -> None:
        self._types = types
        self._whole: dict[str, str] = {}  # words -> intent
        self._written: dict[str, str] = {}  # words -> the sample, where it is written otherwise
        self._root = _Node()
        for intent in model.intents.values():
            for sample in intent.samples:
                self._add(intent.name, intent.slots, sample)

    def parse(self, words: list[str]) -> Parse | None:
        """Return the best way to read all the words as one sample, or None."""
        text = " ".join(words)
        if intent := self._whole.get(text):
            return Parse(intent, self._written.get(text, text), {}, len(words))
        found = self._walk(self._root, words, 0, {}, 0)
        return max(found, key=lambda parse: parse.literal, default=None)

    def parse_unmatched(self, words: list[str]) -> Iterator[Parse]:
        """Yield the ways to read the words as a sample, one slot of it with no known value.

        "do squats help with depression" is "do {exercise} help with {goal}", and no goal we know.
        """
        for parse in self._walk(self._root, words, 0, {}, 0, unmatched=True):
            if any(filled.unmatched for filled in parse.slots.values()):
                yield parse

    def _add(self, intent: str, slots: Mapping[str, str], sample: str) -> None:
        words = of_sample(sample)
        if "{" not in sample:
            text = " ".join(words)
            if text == sample:
                self._whole.setdefault(sample, intent)  # the model's own string, once in memory
            elif text not in self._whole:
                self._whole[text], self._written[text] = intent, sample
            return
        node = self._root
        for word in words:
            if word.startswith("{"):
                name = word.strip("{}")
                node.slots = node.slots or {}
                node = node.slots.setdefault((name, slots.get(name, "")), _Node())
            else:
                node = node.words.setdefault(word, _Node())
        node.ends += ((intent, sample),)

    def _walk(
        self,
        node: _Node,
        words: list[str],
        at: int,
        slots: dict[str, Filled],
        literal: int,
        unmatched: bool = False,  # whether one slot may still be filled with what it does not know
    ) -> Iterator[Parse]:
        if at == len(words):
            for intent, sample in node.ends:
                yield Parse(intent, sample, slots, literal)
            return
        if child := node.words.get(words[at]):
            yield from self._walk(child, words, at + 1, slots, literal + 1, unmatched)
        for (name, slot_type), child in (node.slots or {}).items():
            for end, filled in self._types.at(slot_type, words, at):
                yield from self._walk(child, words, end, slots | {name: filled}, literal, unmatched)
            if unmatched and slot_type != NUMBER:
                for end in range(at + 1, min(len(words), at + _LONGEST_UNMATCHED) + 1):
                    filled = Filled(slot_type, " ".join(words[at:end]))
                    yield from self._walk(child, words, end, slots | {name: filled}, literal)
