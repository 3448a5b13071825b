"""Rules for samples among each other: one utterance, two intents.

Every utterance that the model can make is followed by two readers at once, word by word
(phrases.py): a pair of places is left as soon as both can only end in one intent. The pairs are at
most the square of the places, and the search ends at a bound that is far above what models need.
Of two samples that share an utterance, the one with more words of its own is taken to win; where
they have as many, nobody knows who does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from skill.lint.finding import Finding
from skill.lint.intents import IN_BRACES
from skill.lint.located import Text
from skill.lint.model import Intent, Model
from skill.lint.package import Package
from skill.lint.phrases import OF_AMAZON, Node, Phrases, Place, machine

_MOST_PAIRS = 400_000
_MOST_CLASHES = 20_000
_Sample = tuple[str, Text]  # (intent, sample)
_Clashes = Mapping[tuple[_Sample, _Sample], str]  # with an utterance that both can mean
_Pair = tuple[Place, Place]


def check(package: Package) -> Iterator[Finding]:
    """Yield the samples that share an utterance with another intent's."""
    explored: dict[str, tuple[_Clashes, bool]] = {}
    for model in package.models.values():
        # Locales of a language are often the same, line by line.
        content = repr((model.intents, model.types, [_lines(one) for one in model.intents]))
        if content not in explored:
            search = _Search(machine(model))
            explored[content] = (search.clashes, search.whole)
        clashes, whole = explored[content]
        yield from _findings(model, clashes)
        if not whole:
            says = "too many slots that fit into each other: not all conflicts were looked for"
            yield Finding("conflicts-unfinished", model.file, model.line, says)


def _findings(model: Model, clashes: _Clashes) -> Iterator[Finding]:
    """One finding for two samples that are the same, one for all of two intents' that meet."""
    met: dict[tuple[str, str], list[Finding]] = {}
    for ((intent, sample), (other, same)), utterance in clashes.items():
        found = _clash(model, (intent, sample), (other, same), utterance)
        if found.rule in ("sample-conflict", "sample-overlap"):
            pair = f"{min(intent, other)} {max(intent, other)}"
            met.setdefault((found.rule, pair), []).append(found)
        else:
            yield found
    for group in met.values():
        first = min(group, key=lambda one: one.line)
        more = f"; {len(group) - 1} more of their samples meet so" if len(group) > 1 else ""
        yield replace(first, says=f"{first.says}{more}")


def _clash(model: Model, first: _Sample, second: _Sample, utterance: str) -> Finding:
    """One finding, at the sample that comes later in the file."""
    (intent, sample), (other, same) = sorted((first, second), key=lambda one: -one[1].line)
    heard = "" if utterance == sample == same else f', both "{utterance}"'
    if same.line == OF_AMAZON:
        says = f'{intent}: "{sample}" takes "{same}" from {other}'
        return Finding("builtin-taken", model.file, sample.line, says)
    says = f'{intent}: "{sample}" and {other}: "{same}"{heard}'
    rule = "sample-shared" if "{" not in sample + same else "sample-conflict"
    if _own_words(sample) != _own_words(same):
        rule = "sample-overlap"
    return Finding(rule, model.file, sample.line, says)


class _Search:
    """Breadth first, so that the utterance that is shown is a short one."""

    def __init__(self, phrases: Phrases) -> None:
        self.clashes: dict[tuple[_Sample, _Sample], str] = {}
        self.whole = True
        self._phrases = phrases
        self._came: dict[_Pair, tuple[_Pair | None, str]] = {}  # pair -> from where, by which words
        self._todo: list[_Pair] = []
        self._meet(phrases.entered(phrases.root), phrases.entered(phrases.root), None, "")
        for pair in self._todo:  # grows as it goes
            if len(self._came) > _MOST_PAIRS or len(self.clashes) > _MOST_CLASHES:
                self.whole = False
                break
            self._ends(pair)
            self._go_on(pair)

    def _meet(
        self, first: Iterable[Place], second: Iterable[Place], come: _Pair | None, words: str
    ) -> None:
        for one, other in product(first, second):
            same = one is other or one == other
            intents = _node(one).intents | _node(other).intents
            # In a value both are at the same place only where they were before it; see _go_on.
            if len(intents) < 2 or (same and not isinstance(one, Node)):
                continue
            pair = (one, other)
            if pair not in self._came and (other, one) not in self._came:
                self._came[pair] = (come, words)
                self._todo.append(pair)

    def _go_on(self, pair: _Pair) -> None:
        one, other = pair
        if one is other and isinstance(one, Node):
            for word in sorted(one.words):
                entered = self._phrases.entered(one.words[word])
                self._meet(entered, entered, pair, word)
            # A value of the same slot for both: as a whole, or one reads on in a longer value.
            for slot_type, node in one.slots.items():
                for spoken, place in self._phrases.skips(slot_type, node):
                    self._meet(self._phrases.entered(node), place, pair, spoken)
            return
        # Words that a type of Amazon's takes beside the known ones would fit everywhere.
        for word in sorted(set(self._phrases.words(one)) & set(self._phrases.words(other))):
            self._meet(self._phrases.after(one, word), self._phrases.after(other, word), pair, word)

    def _ends(self, pair: _Pair) -> None:
        one, other = pair
        if not isinstance(one, Node) or not isinstance(other, Node):
            return
        for first, second in product(one.ends, other.ends):
            ordered = (first, second) if _key(first) <= _key(second) else (second, first)
            if first[0] != second[0] and ordered not in self.clashes:
                self.clashes[ordered] = self._utterance(pair)

    def _utterance(self, pair: _Pair) -> str:
        words: list[str] = []
        at: _Pair | None = pair
        while at is not None:
            at, word = self._came[at]
            words.append(word)
        return " ".join(filter(None, reversed(words)))


def _lines(intent: Intent) -> list[int]:
    return [sample.line for sample in intent.samples]


def _own_words(sample: Text) -> int:
    return len(IN_BRACES.sub(" ", sample).split())


def _key(sample: _Sample) -> tuple[str, str, int]:
    return sample[0], str(sample[1]), sample[1].line


def _node(place: Place) -> Node:
    return place if isinstance(place, Node) else place[1]
