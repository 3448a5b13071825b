"""All utterances of a model as one machine: a tree of samples, whose slots hold trees of values.

A place is where the words so far may have led to. Samples share their way as long as their words
and slot types are the same, and a slot's values are gone through once for a place in the tree, so
that slots are never multiplied with one another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from skill.lint.amazon import MORE_PHRASES, NUMBER_TYPES, NUMBERS, OWN_PHRASES
from skill.lint.intents import IN_BRACES
from skill.lint.located import Text, text
from skill.lint.model import Model
from skill.lint.samples import fold, normal

OF_AMAZON = 0  # the line of what Amazon's intents understand without samples


@dataclass(slots=True, eq=False)
class Node:
    """A place in the tree of samples."""

    words: dict[str, "Node"] = field(default_factory=dict)
    slots: dict[str, "Node"] = field(default_factory=dict)  # slot type -> where it goes on
    ends: list[tuple[str, Text]] = field(default_factory=list)  # (intent, sample)
    intents: set[str] = field(default_factory=set)  # of the samples that go through here


@dataclass(slots=True, eq=False)
class Letters:
    """A place in the tree of a slot type's values."""

    words: dict[str, "Letters"] = field(default_factory=dict)
    end: bool = False
    open: bool = False  # other words than these fit as well


Place = Node | tuple[Letters, Node]  # in a sample; in a value, with the node that follows the slot
_Skips = list[tuple[str, Letters | None]]


class Phrases:
    """The machine of one model.

    In a `loose` one, values that no slot type lists fit too, and punctuation makes no difference.
    """

    def __init__(self, model: Model, loose: bool = False) -> None:
        self.root = Node()
        self._loose = loose
        self._heard = fold if loose else normal
        self._values: dict[str, Letters] = {}
        self._entries: dict[Node, tuple[Place, ...]] = {}
        self._skips: dict[str, _Skips] = {}
        for slot_type in model.types:
            for value in slot_type.values:
                for phrase in value.phrases:
                    self._add_value(slot_type.name, self._heard(phrase))
        for intent in model.intents:
            types = {str(slot.name): str(slot.type or "") for slot in intent.slots}
            for sample in intent.samples:
                self._add(intent.name, sample, types)
            # Without samples of its own language, only English ones are known.
            known = {**OWN_PHRASES, **MORE_PHRASES} if loose else OWN_PHRASES
            for own in known.get(intent.name, ()) if model.language in ("en", "") else ():
                self._add(intent.name, text(own, OF_AMAZON), {})

    def has(self, utterance: str) -> bool:
        """Whether an utterance is a sample, its slots filled. Amazon's own types take any words."""
        places = set(self.entered(self.root))
        for word in utterance.split():
            places = {
                new
                for place in places
                for new in (*self.after(place, word), *self._anything(place))
            }
        return any(isinstance(place, Node) and place.ends for place in places)

    def words(self, place: Place) -> Mapping[str, object]:
        """Return the words that are known to come next."""
        return place.words if isinstance(place, Node) else place[0].words

    def after(self, place: Place, word: str) -> tuple[Place, ...]:
        """Return where a word that is known leads to."""
        if isinstance(place, Node):
            node = place.words.get(word)
            return self.entered(node) if node else ()
        letters, following = place
        if (found := letters.words.get(word)) is None:
            return ()
        inside: tuple[Place, ...] = ((found, following),) if found.words else ()
        return (*inside, *self.entered(following)) if found.end else inside

    def entered(self, node: Node) -> tuple[Place, ...]:
        """Return where coming to a node leads to: itself, and the slots that begin there."""
        if (known := self._entries.get(node)) is None:
            slots = ((self._values.get(kind), after) for kind, after in node.slots.items())
            known = (node, *((values, after) for values, after in slots if values))
            self._entries[node] = known
        return known

    def skips(self, slot_type: str, node: Node) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """Yield what one reader may be at when the other has read a value of the same slot.

        At the same node, by the type's first value; or in a longer value, by the shorter one.
        """
        if slot_type not in self._skips:
            values = self._values.get(slot_type)
            self._skips[slot_type] = list(_skips(values)) if values else []
        for words, letters in self._skips[slot_type]:
            yield words, self.entered(node) if letters is None else ((letters, node),)

    def _anything(self, place: Place) -> tuple[Place, ...]:
        """Where any word leads to in a type that takes other words too."""
        if isinstance(place, Node) or not place[0].open:
            return ()
        return (place, *self.entered(place[1]))

    def _add(self, intent: str, sample: Text, types: dict[str, str]) -> None:
        node = self.root
        node.intents.add(intent)
        # Split at the braces: words and slots take turns.
        for place, part in enumerate(IN_BRACES.split(sample)):
            if place % 2:
                slot_type = types.get(part, "")
                self._know(slot_type)
                node = node.slots.setdefault(slot_type, Node())
                node.intents.add(intent)
                continue
            for word in self._heard(part).split():
                node = node.words.setdefault(word, Node())
                node.intents.add(intent)
        node.ends.append((intent, sample))

    def _know(self, slot_type: str) -> None:
        """Give a type of Amazon's, or without values, the values that stand for it."""
        if slot_type.startswith("AMAZON.") or slot_type not in self._values:
            for phrase in NUMBERS if slot_type in NUMBER_TYPES else [f"{{{slot_type or 'slot'}}}"]:
                self._add_value(slot_type, phrase)
            self._values[slot_type].open = True
        self._values[slot_type].open |= self._loose

    def _add_value(self, slot_type: str, phrase: str) -> None:
        letters = self._values.setdefault(slot_type, Letters())
        for word in phrase.split():
            letters = letters.words.setdefault(word, Letters())
        letters.end = True


def _skips(values: Letters) -> Iterator[tuple[str, Letters | None]]:
    todo = [(values, "")]
    first = ""
    while todo:
        letters, words = todo.pop()
        if letters.end and words:
            if not first:
                first = words
                yield words, None
            if letters.words:
                yield words, letters
        todo += [
            (letters.words[word], f"{words} {word}".strip())
            for word in sorted(letters.words, reverse=True)
        ]


@lru_cache(8)
def machine(model: Model, loose: bool = False) -> Phrases:
    """Return the machine of a model, made once."""
    return Phrases(model, loose)
