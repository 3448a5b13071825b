"""The paraphrase tier: an utterance that is no sample, but is like the samples of one intent.

It is heard first: read as it stands, and with the words that may have been misheard put right
(hearing.py), whichever the classifier makes clearly more sense of. What was taken has then to
answer what was asked (verifier.py).
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from heapq import nlargest

from skill.simulator.nlu.classifier import trained
from skill.simulator.nlu.context import Context
from skill.simulator.nlu.features import Features, Spotter, of_utterance, stems
from skill.simulator.nlu.features import of_sample as features_of_sample
from skill.simulator.nlu.grammar import Filled, Grammar
from skill.simulator.nlu.hearing import Ear
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.slots import Slots
from skill.simulator.nlu.tuning import DECIDING, LEARNING
from skill.simulator.nlu.verifier import Verifier
from skill.simulator.nlu.words import bare, of_sample, tokens

FALLBACK = "AMAZON.FallbackIntent"
_BEYOND = "UnknownQuestionIntent"  # near the subject, and not answered: where a model has it
_DECLINING = {FALLBACK, _BEYOND}
_UNANSWERED = {*_DECLINING, "OtherActivityIntent"}  # of which nothing is heard into an utterance
_CLOSING = {  # what nobody wants by mistake
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.StartOverIntent",
    "ForgetMeIntent",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """The best reading; `intent` is None where none is good enough. `words` are what was read."""

    intent: str | None = None
    slots: Mapping[str, Filled] = field(default_factory=dict)
    score: float = 0.0
    words: tuple[str, ...] = ()
    runners_up: tuple[tuple[str, float], ...] = ()


class Paraphraser:
    """Knows what the intents of one model are asked like."""

    def __init__(self, model: InteractionModel, grammar: Grammar, seed: int = 0) -> None:
        self._model = model
        self._grammar = grammar
        self._spotter = Spotter(model)
        self._classifier = trained(lambda: self._samples(model), model.digest, seed)
        vocabulary = {name: _vocabulary(model, name) for name in model.intents}
        own = {name: set(stems(words)) for name, words in vocabulary.items()}
        spoken = {w for name in model.intents.keys() - _UNANSWERED for w in vocabulary[name]}
        self._known = set().union(*(own[name] for name in model.intents.keys() - _DECLINING))
        self._slots = Slots(model, grammar, self._spotter, own)
        self._ear = Ear(spoken | NUMBER_WORDS, Context(model, without=_UNANSWERED))
        self._verifier = Verifier(
            model, self._classifier, self._spotter, self._ear.misheard, _DECLINING
        )

    def guess(self, words: list[str]) -> Guess:
        """Return the best reading of an utterance's words."""
        best = self._verified(self._read(words))
        if best.score < 1:
            best = self._heard(best, words)
        corrected = list(best.words) != words
        doubted = best.score < (DECIDING.doubted_correction if corrected else 1)
        if doubted and (found := self._slots.unresolved(words)):
            runner_up = (best.intent or FALLBACK, best.score)
            return Guess(found.intent, found.slots, DECIDING.unresolved, tuple(words), (runner_up,))
        if best.score < DECIDING.least or best.intent in (None, FALLBACK):
            return replace(best, intent=None, slots={})
        return best

    def _heard(self, best: Guess, words: list[str]) -> Guess:
        """Return the reading of what may have been said, where it makes clearly more sense."""
        heard = self._ear.corrected(words)
        if heard.words == words:
            return best
        said = self._read(heard.words)
        said = self._verified(replace(said, score=said.score * DECIDING.corrected))
        said = replace(said, score=said.score * heard.likeness)
        if said.intent is None or said.intent in _UNANSWERED:
            return best
        if said.intent == best.intent and len(said.slots) > len(best.slots):
            least = DECIDING.slot
        elif best.intent is None or best.intent in _DECLINING:
            least = best.score * DECIDING.refused + DECIDING.gain
        else:
            least = best.score + DECIDING.gain
        return said if said.score > least else best

    def _verified(self, best: Guess) -> Guess:
        """Return the reading, or a refusal where its intent does not answer what was asked."""
        intent = best.intent or FALLBACK
        if best.score == 1 or intent in _DECLINING:
            return best
        brief = len(best.words) <= DECIDING.brief
        if intent in _CLOSING and best.score < (
            DECIDING.closing_briefly if brief else DECIDING.closing
        ):
            return replace(best, intent=None, slots={})
        if self._verifier.accepts(intent, list(best.words), best.score):
            return best
        beyond = _BEYOND if _BEYOND in self._model.intents else None
        ranked = ((intent, best.score), *best.runners_up)
        return Guess(beyond, {}, min(best.score, DECIDING.doubted), best.words, ranked)

    def _read(self, words: list[str]) -> Guess:
        if parse := self._grammar.parse(words) or self._grammar.parse(bare(words)):
            return Guess(parse.intent, parse.slots, 1.0, tuple(words))
        chances = self._classifier.probabilities(of_utterance(words, self._spotter))
        known = sum(word.isdigit() or word in self._known for word in stems(words))
        certain = (1 - (len(stems(words)) - known) / max(len(words), 1)) ** LEARNING.unknown
        likeliest = nlargest(4, chances, key=chances.__getitem__)
        (intent, score), *others = [(name, chances[name] * certain) for name in likeliest]
        slots = self._slots.filled(intent, words)
        return Guess(intent, slots, score, tuple(words), tuple(others))

    def _samples(self, model: InteractionModel) -> list[tuple[str, Features]]:
        return [
            (intent.name, features_of_sample(sample, intent.slots, self._spotter))
            for intent in model.intents.values()
            for sample in intent.samples
        ]


def _vocabulary(model: InteractionModel, intent: str) -> Collection[str]:
    """Return the words of an intent's samples, and of the values of their slots."""
    found = Counter(w for s in model.intents[intent].samples for w in of_sample(s) if "{" not in w)
    for value in (
        v for name in {*model.intents[intent].slots.values()} for v in model.types.get(name, ())
    ):
        for phrase in (value.name, *value.synonyms):
            found.update(tokens(phrase))
    return found.keys()
