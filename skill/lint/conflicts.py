"""Rules for samples among each other: one utterance, two intents.

Every utterance that the model can make is followed at once, word by word (phrases.py); a branch is
left as soon as only one intent remains in it. Of two samples that share an utterance, the one with
more words of its own is taken to win; where they have as many, nobody knows who does.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from skill.lint.finding import Finding
from skill.lint.intents import IN_BRACES
from skill.lint.located import Text
from skill.lint.model import Intent, Model
from skill.lint.package import Package
from skill.lint.phrases import OF_AMAZON, Node, Place, State, machine

_Sample = tuple[str, Text]  # (intent, sample)
# The pairs of samples that share an utterance, with it, and the samples that win some.
_Found = tuple[Mapping[tuple[_Sample, _Sample], str], set[tuple[str, str, int]]]


def check(package: Package) -> Iterator[Finding]:
    """Yield the samples that share an utterance with another intent's, and those that never win."""
    explored: dict[str, _Found] = {}
    for model in package.models.values():
        # Locales of a language are often the same, line by line.
        content = repr((model.intents, model.types, [_lines(one) for one in model.intents]))
        if content not in explored:
            explored[content] = _explore(model)
        clashes, winners = explored[content]
        for (first, second), utterance in clashes.items():
            yield _clash(model, first, second, utterance)
        beaten = {sample for pair in clashes for sample in map(_key, pair)}
        for intent in model.intents:
            for sample in intent.samples:
                key = _key((intent.name, sample))
                if IN_BRACES.search(sample) and key in beaten and key not in winners:
                    says = (
                        f'{intent.name}: all that "{sample}" can mean, other intents say outright'
                    )
                    yield Finding("sample-never-wins", model.file, sample.line, says)


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


def _lines(intent: Intent) -> list[int]:
    return [sample.line for sample in intent.samples]


def _explore(model: Model) -> _Found:
    """Return the pairs of samples that share an utterance, with it, and those that win any."""
    phrases = machine(model)
    clashes: dict[tuple[_Sample, _Sample], str] = {}
    winners: set[tuple[str, str, int]] = set()
    free: set[Node] = set()
    seen, todo = {phrases.start}, [(phrases.start, "")]
    for state, utterance in todo:  # grows as it goes
        _judge(state, utterance, clashes, winners)
        for word, following in phrases.steps(state):
            if following in seen:
                continue
            seen.add(following)
            if _decided(following):
                free.update(map(_node, following))
            else:
                todo.append((following, f"{utterance} {word}".strip()))
    winners |= {_key(end) for node in free for under in node.below() for end in under.ends}
    return clashes, winners


def _judge(
    state: State,
    utterance: str,
    clashes: dict[tuple[_Sample, _Sample], str],
    winners: set[tuple[str, str, int]],
) -> None:
    """Note who clashes at the end of an utterance, and who wins: the most words of its own."""
    ends = [end for place in state if isinstance(place, Node) for end in place.ends]
    for first, second in combinations(sorted(ends, key=_key), 2):
        if first[0] != second[0]:
            clashes.setdefault((first, second), utterance)
    most = max((_own_words(sample) for _, sample in ends), default=0)
    winners |= {_key(end) for end in ends if _own_words(end[1]) == most}


def _decided(state: State) -> bool:
    """Whether all that may still come belongs to one intent."""
    ways = [_node(place).intents for place in state]
    return all(len(way) == 1 and way == ways[0] for way in ways)


def _own_words(sample: Text) -> int:
    return len(IN_BRACES.sub(" ", sample).split())


def _key(sample: _Sample) -> tuple[str, str, int]:
    return sample[0], str(sample[1]), sample[1].line


def _node(place: Place) -> Node:
    return place if isinstance(place, Node) else place[1]
