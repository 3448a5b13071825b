"""All utterances of a model as one machine: a tree of samples, whose slots hold trees of values.

A state is the set of places that the words so far may have led to. Samples share their way as long
as their words and slot types are the same, and a slot's values are gone through once for a place in
the tree, so that slots are never multiplied with one another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from skill.publish.check.intents import IN_BRACES
from skill.publish.check.located import Text, text
from skill.publish.check.model import Model
from skill.publish.check.samples import normal

# Numbers have no end; these stand for all of them.
_NUMBERS = (
    *[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
    ],
    *("thirty", "fifty", "a hundred", "one hundred", "five hundred", "a thousand", "twenty five"),
)
_NUMBER_TYPES = {"AMAZON.NUMBER", "AMAZON.FOUR_DIGIT_NUMBER"}
# What Amazon's intents understand without samples, from its list of standard built-in intents.
_OWN = {
    "AMAZON.CancelIntent": ("cancel", "never mind", "forget it"),
    "AMAZON.HelpIntent": ("help", "help me", "can you help me"),
    "AMAZON.NoIntent": ("no", "no thanks"),
    "AMAZON.RepeatIntent": ("repeat", "say that again", "repeat that"),
    "AMAZON.StartOverIntent": ("start over", "restart", "start again"),
    "AMAZON.StopIntent": ("stop", "off", "shut up"),
    "AMAZON.YesIntent": ("yes", "yes please", "sure"),
}
OF_AMAZON = 0  # the line of those


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


class Phrases:
    """The machine of one model."""

    def __init__(self, model: Model) -> None:
        self.root = Node()
        self._values: dict[str, Letters] = {}
        for type in model.types:
            for value in type.values:
                for phrase in value.phrases:
                    self._add_value(type.name, normal(phrase))
        for intent in model.intents:
            types = {str(slot.name): str(slot.type) for slot in intent.slots}
            for sample in intent.samples:
                self._add(intent.name, sample, types)
            for own in _OWN.get(intent.name, ()):
                self._add(intent.name, text(own, OF_AMAZON), {})

    @property
    def start(self) -> State:
        """The state before the first word."""
        return frozenset(self._entered(self.root))

    def steps(self, state: State) -> Iterator[tuple[str, State]]:
        """Yield every word that may come next, in order, with the state it leads to."""
        ways: dict[str, set[Place]] = {}
        for place in state:
            tree = place if isinstance(place, Node) else place[0]
            for word in tree.words:
                ways.setdefault(word, set()).update(self._after(place, word))
        for word, places in sorted(ways.items()):
            yield word, frozenset(places)

    def has(self, utterance: str) -> bool:
        """Whether an utterance is a sample, its slots filled. Amazon's own types take any words."""
        state = self.start
        for word in utterance.split():
            state = frozenset(new for place in state for new in self._after(place, word))
        return any(isinstance(place, Node) and place.ends for place in state)

    def _after(self, place: Place, word: str) -> Iterator[Place]:
        if isinstance(place, Node):
            if node := place.words.get(word):
                yield from self._entered(node)
            return
        letters, following = place
        if letters.open and word not in letters.words:
            yield place
            yield from self._entered(following)
        if found := letters.words.get(word):
            if found.words:
                yield found, following
            if found.end:
                yield from self._entered(following)

    def _entered(self, node: Node) -> Iterator[Place]:
        yield node
        for type, following in node.slots.items():
            if values := self._values.get(type):
                yield values, following

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
            for phrase in _NUMBERS if type in _NUMBER_TYPES else [f"{{{type}}}"]:
                self._add_value(type, phrase)
            self._values[type].open = True

    def _add_value(self, type: str, phrase: str) -> None:
        letters = self._values.setdefault(type, Letters())
        for word in phrase.split():
            letters = letters.words.setdefault(word, Letters())
        letters.end = True
