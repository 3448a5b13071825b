"""All utterances of a model as one machine: a tree of samples, whose slots hold trees of values.

A state is the set of places that the words so far may have led to. Samples share their way as long
as their words and slot types are the same, and a slot's values are gone through once for a place in
the tree, so that slots are never multiplied with one another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from skill.lint.amazon import NUMBER_TYPES, NUMBERS, OWN_PHRASES
from skill.lint.intents import IN_BRACES
from skill.lint.located import Text, text
from skill.lint.model import Model
from skill.lint.samples import normal

OF_AMAZON = 0  # the line of what Amazon's intents understand without samples


@dataclass(slots=True, eq=False)
class Node:
    """A place in the tree of samples."""

    words: dict[str, "Node"] = field(default_factory=dict)
    slots: dict[str, "Node"] = field(default_factory=dict)  # slot type -> where it goes on
    ends: list[tuple[str, Text]] = field(default_factory=list)  # (intent, sample)
    intents: set[str] = field(default_factory=set)  # of the samples that go through here

    def below(self) -> Iterator["Node"]:
        """Yield this node and all that come after it."""
        yield self
        for node in (*self.words.values(), *self.slots.values()):
            yield from node.below()


@dataclass(slots=True, eq=False)
class Letters:
    """A place in the tree of a slot type's values."""

    words: dict[str, "Letters"] = field(default_factory=dict)
    end: bool = False
    open: bool = False  # a type of Amazon's: other words than these fit as well


Place = Node | tuple[Letters, Node]  # in a sample; in a value, with the node that follows the slot
State = frozenset[Place]
_NOWHERE: State = frozenset()


class Phrases:
    """The machine of one model."""

    def __init__(self, model: Model) -> None:
        self.root = Node()
        self._values: dict[str, Letters] = {}
        self._entries: dict[Node, State] = {}
        for type in model.types:
            for value in type.values:
                for phrase in value.phrases:
                    self._add_value(type.name, normal(phrase))
        for intent in model.intents:
            types = {str(slot.name): str(slot.type) for slot in intent.slots}
            for sample in intent.samples:
                self._add(intent.name, sample, types)
            for own in OWN_PHRASES.get(intent.name, ()):
                self._add(intent.name, text(own, OF_AMAZON), {})

    @property
    def start(self) -> State:
        """The state before the first word."""
        return self._entered(self.root)

    def steps(self, state: State) -> Iterator[tuple[str, State]]:
        """Yield every word that may come next, in order, with the state it leads to."""
        if len(state) == 1:  # most are
            (place,) = state
            for word in sorted(_tree(place).words):
                yield word, self._after(place, word)
            return
        ways: dict[str, set[Place]] = {}
        for place in state:
            for word in _tree(place).words:
                ways.setdefault(word, set()).update(self._after(place, word))
        for word in sorted(ways):
            yield word, frozenset(ways[word])

    def has(self, utterance: str) -> bool:
        """Whether an utterance is a sample, its slots filled. Amazon's own types take any words."""
        state = self.start
        for word in utterance.split():
            state = frozenset(new for place in state for new in self._after(place, word))
        return any(isinstance(place, Node) and place.ends for place in state)

    def _after(self, place: Place, word: str) -> State:
        if isinstance(place, Node):
            node = place.words.get(word)
            return self._entered(node) if node else _NOWHERE
        letters, following = place
        found = letters.words.get(word)
        if found is None:
            return frozenset((place, *self._entered(following))) if letters.open else _NOWHERE
        inside = frozenset(((found, following),)) if found.words else _NOWHERE
        return inside | self._entered(following) if found.end else inside

    def _entered(self, node: Node) -> State:
        """The places that coming to a node leads to: itself, and the slots that begin there."""
        if (known := self._entries.get(node)) is None:
            places: list[Place] = [node]
            for type, following in node.slots.items():
                if values := self._values.get(type):
                    places.append((values, following))
            known = self._entries[node] = frozenset(places)
        return known

    def _add(self, intent: str, sample: Text, types: dict[str, str]) -> None:
        node = self.root
        node.intents.add(intent)
        # Split at the braces: words and slots take turns.
        for place, part in enumerate(IN_BRACES.split(sample)):
            if place % 2:
                type = types.get(part, "")
                self._know(type)
                node = node.slots.setdefault(type, Node())
                node.intents.add(intent)
                continue
            for word in normal(part).split():
                node = node.words.setdefault(word, Node())
                node.intents.add(intent)
        node.ends.append((intent, sample))

    def _know(self, type: str) -> None:
        """Give a type of Amazon's the values that stand for it."""
        if type.startswith("AMAZON."):
            for phrase in NUMBERS if type in NUMBER_TYPES else [f"{{{type}}}"]:
                self._add_value(type, phrase)
            self._values[type].open = True

    def _add_value(self, type: str, phrase: str) -> None:
        letters = self._values.setdefault(type, Letters())
        for word in phrase.split():
            letters = letters.words.setdefault(word, Letters())
        letters.end = True


@lru_cache(8)
def machine(model: Model) -> Phrases:
    """Return the machine of a model, made once."""
    return Phrases(model)


def _tree(place: Place) -> Node | Letters:
    return place if isinstance(place, Node) else place[0]
