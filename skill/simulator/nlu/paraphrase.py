"""The paraphrase tier: an utterance that is no sample, but is like the samples of one intent.

The classifier says how like; a word that the model never uses makes it less sure. Where that leaves
doubt, what the words sound like is tried as well, and taken where it makes clearly more sense.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from skill.simulator.nlu.classifier import trained
from skill.simulator.nlu.features import Spotter, of_sample, of_utterance, stem, stems
from skill.simulator.nlu.grammar import Filled, Grammar, Parse
from skill.simulator.nlu.hearing import Ear
from skill.simulator.nlu.model import Intent, InteractionModel
from skill.simulator.nlu.negation import Negation
from skill.simulator.nlu.tuning import TUNING
from skill.simulator.nlu.verifier import Verifier
from skill.simulator.nlu.words import FUNCTION_WORDS, bare, of_word

FALLBACK = "AMAZON.FallbackIntent"
_BEYOND = "UnknownQuestionIntent"  # near the subject, and not answered: where a model has it
_DECLINING = {FALLBACK, _BEYOND}
_CLOSING = {  # what nobody wants by mistake
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.StartOverIntent",
    "ForgetMeIntent",
}

_LEAST = 0.2  # below this, nothing was understood
_SURE = 0.6  # above this, with every word known, nothing else is tried
_UNKNOWN = 2.0  # how strongly unknown words count against an utterance
_MISHEARD = 0.75  # what a proposal costs, beside its own unlikeness,
_MISHEARD_SAMPLE = 0.95  # and what one costs that makes a sample of the utterance
_SAMPLE_ENOUGH = 0.85  # how likely such a sample must be to win over any paraphrase,
_SLOT_ENOUGH = 0.5  # and the same intent with a slot filled, over the same without
_GAIN = 0.08  # by how much a proposal must make more sense
_REFUSED = 0.25  # how sure a refusal counts against what the words sound like
_UNMATCHED = 0.7  # how sure a sample is that has a slot with no value that its type knows


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
        self._negation = Negation(model)
        self._classifier = trained(lambda: self._samples(model), model.digest, seed)
        spoken = _vocabulary(model, without=_DECLINING)
        self._heard = _vocabulary(model, without={_BEYOND})
        self._after = {intent.name: _always_after(intent) for intent in model.intents.values()}
        self._ear = Ear(spoken, self._heard)
        self._verifier = Verifier(model, self._ear.misheard)
        self._known = set(stems(spoken))
        self._own = {name: set(stems(_vocabulary(model, only=name))) for name in model.intents}

    def guess(self, words: list[str]) -> Guess:
        """Return the best reading of an utterance's words."""
        best = self._read(words)
        known = [word for word in words if word in self._heard]
        sure = not known or (best.score >= _SURE and known == words)
        for _ in range(2):  # two words misheard in one utterance, no more
            better = self._reheard(best, samples_only=sure)
            if better is None:
                break
            best = better
        if (best.score < 1 and list(best.words) == words) and (found := self._unmatched(words)):
            return replace(found, runners_up=((best.intent or FALLBACK, best.score),))
        if best.score < _LEAST or best.intent in (None, FALLBACK):
            return Guess(None, {}, best.score, best.words, best.runners_up)
        return best if best.score == 1 else self._verified(best)

    def _verified(self, best: Guess) -> Guess:
        """Return the reading, or a refusal where its intent does not answer what was asked."""
        intent = best.intent or FALLBACK
        brief = len(best.words) <= TUNING.brief
        sure = TUNING.closing_briefly if brief else TUNING.closing
        if intent in _CLOSING and best.score < sure:
            return Guess(None, {}, best.score, best.words, best.runners_up)
        if self._verifier.accepts(intent, list(best.words), best.score):
            return best
        doubted = replace(best, intent=FALLBACK, score=min(best.score, _LEAST))
        other = self._reheard(doubted, samples_only=False)
        if other and self._verifier.accepts(other.intent or FALLBACK, [*other.words], other.score):
            return other
        beyond = _BEYOND if _BEYOND in self._model.intents else None
        return Guess(beyond, {}, best.score, best.words, ((intent, best.score), *best.runners_up))

    def _reheard(self, best: Guess, samples_only: bool) -> Guess | None:
        """Return a reading of what the words sound like, if one makes clearly more sense.

        A word that the model knows is doubted only where that makes a sample of the utterance, or
        fills a slot.
        """
        found: Guess | None = None
        intent = self._model.intents.get(best.intent or "")
        unfilled = intent is not None and len(best.slots) < len(intent.slots)
        least = _GAIN + (min(best.score, _REFUSED) if best.intent in _DECLINING else best.score)
        for proposal in self._ear.proposals(list(best.words)):
            said = proposal.applied(list(best.words))
            guess = self._exact(said)
            if guess is None and (unfilled or not (samples_only or proposal.familiar)):
                guess = self._read(said)
            if guess is None or guess.intent in _DECLINING:
                continue
            if (samples_only or proposal.familiar) and _enough(guess, best) == 1:
                continue
            likely = guess.score * min(1.0, proposal.likeness + 0.15)
            likely *= _MISHEARD_SAMPLE if guess.score == 1 else _MISHEARD
            if likely > (found.score if found else min(least, _enough(guess, best))):
                found = replace(guess, score=likely)
        return found

    def _unmatched(self, words: list[str]) -> Guess | None:
        """Return the words as a sample with a slot that its type has no value for."""
        found = [parse for parse in self._grammar.parse_unmatched(words) if self._foreign(parse)]
        best = max(found, key=lambda parse: parse.literal, default=None)
        return Guess(best.intent, best.slots, _UNMATCHED, tuple(words)) if best else None

    def _foreign(self, parse: Parse) -> bool:
        """Tell whether a slot's value is of words that the intent never has, its sample of others.

        The sample has to say more than "what about {goal}".
        """
        [heard] = [slot.heard.split() for slot in parse.slots.values() if slot.unmatched]
        said = {word for part in parse.sample.split() if "{" not in part for word in of_word(part)}
        content = [word for word in heard if word not in FUNCTION_WORDS]
        return (
            heard[-1:] == content[-1:]
            and heard[0] in [*content, "a", "an", "the", "my", "your"]
            and self._own[parse.intent].isdisjoint(stems(content))
            and not self._spotter.spots(stems(content))
            and not said <= FUNCTION_WORDS
        )

    def _exact(self, words: list[str]) -> Guess | None:
        parse = self._grammar.parse(words) or self._grammar.parse(bare(words))
        return Guess(parse.intent, parse.slots, 1.0, tuple(words)) if parse else None

    def _read(self, words: list[str]) -> Guess:
        if exact := self._exact(words):
            return exact
        chances = self._classifier.probabilities(of_utterance(words, self._spotter))
        doubt = (1 - self._unknown(words) / max(len(words), 1)) ** _UNKNOWN
        order = chances.argsort()[::-1][:4]
        ranked = [(self._classifier.classes[at], float(chances[at]) * doubt) for at in order]
        intent, score = ranked[0]
        return Guess(intent, self._slots(intent, words), score, tuple(words), tuple(ranked[1:]))

    def _unknown(self, words: list[str]) -> int:
        return sum(not word.isdigit() and word not in self._known for word in stems(words))

    def _slots(self, intent: str, words: list[str]) -> dict[str, Filled]:
        """Fill the intent's slots with the values that the words hold for them.

        Long values come before short ones, and those that stand before another before the rest, as
        "five" does in "five miles". A slot that its samples always put after one and the same
        word, as "{tenths}" after "point", is filled there only.
        """
        found = stems(words)
        spots = [self._negation.applied(spot, found) for spot in self._spotter.spots(found)]
        starts = {spot.start for spot in spots}
        spots.sort(key=lambda spot: (spot.start - spot.end, spot.end not in starts))
        slots: dict[str, Filled] = {}
        after = self._after[intent]
        declared = self._model.intents[intent].slots
        for name in sorted(declared, key=lambda name: name not in after):
            for spot in spots:
                before = found[spot.start - 1] if spot.start else ""
                if spot.filled.type == declared[name] and before == after.get(name, before):
                    slots[name] = spot.filled
                    spots.remove(spot)
                    break
        return slots

    def _samples(self, model: InteractionModel) -> list[tuple[str, dict[str, float]]]:
        return [
            (intent.name, of_sample(sample, intent.slots, self._spotter))
            for intent in model.intents.values()
            for sample in intent.samples
        ]


def _enough(guess: Guess, other: Guess) -> float:
    """Return how likely a reading must be to be taken over `other`, however sure that is."""
    if guess.score == 1:
        return _SAMPLE_ENOUGH
    fills = guess.intent == other.intent and len(guess.slots) > len(other.slots)
    return _SLOT_ENOUGH if fills else 1.0


def _always_after(intent: Intent) -> dict[str, str]:
    """Return the slots that stand after one and the same word in all the intent's samples."""
    before: dict[str, set[str]] = {}
    for sample in intent.samples:
        parts = sample.split()
        for word, part in zip(["", *parts], parts, strict=False):
            if part.startswith("{"):
                before.setdefault(part.strip("{}"), set()).add(word)
    return {
        name: stem(*words)
        for name, words in before.items()
        if len(words) == 1 and not words & {""} and not any(w.startswith("{") for w in words)
    }


def _vocabulary(
    model: InteractionModel, without: Collection[str] = (), only: str = ""
) -> Counter[str]:
    """Return how often each word stands in the samples, and in the values of their slots."""
    counts: Counter[str] = Counter()
    intents = [model.intents[only]] if only else model.intents.values()
    for intent in intents:
        for sample in intent.samples if intent.name not in without else ():
            for part in sample.split():
                counts.update(() if part.startswith("{") else of_word(part))
    types = {name for intent in intents for name in intent.slots.values()}
    for value in (value for name in types for value in model.types.get(name, ())):
        for phrase in (value.name, *value.synonyms):
            counts.update(word for part in phrase.split() for word in of_word(part))
    return counts
