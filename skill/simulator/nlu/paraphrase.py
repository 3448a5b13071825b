"""The paraphrase tier: an utterance that is no sample, but is like the samples of one intent.

It is heard first: read as it stands, and with the words that may have been misheard put right
(hearing.py, rehearing.py), whichever the classifier makes clearly more sense of. What was taken has
then to answer what was asked (acceptance.py).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from heapq import nlargest

from skill.simulator.nlu.acceptance import Acceptance
from skill.simulator.nlu.asides import ASKING_NOTHING
from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.classifier import train
from skill.simulator.nlu.context import Context
from skill.simulator.nlu.features import Features, Spotter, of_utterance, stem, stems
from skill.simulator.nlu.features import of_sample as features_of_sample
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.goals_told import GoalsTold
from skill.simulator.nlu.grammar import FIRST_NAME, Filled, Grammar
from skill.simulator.nlu.hearing import Ear
from skill.simulator.nlu.intents import ACTIVITY, BEYOND, CLOSING, DECLINING, FALLBACK
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.negation import averse
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.rehearing import UNANSWERED, Rehearing
from skill.simulator.nlu.slots import Slots
from skill.simulator.nlu.stories import after_stories, clauses, points_back
from skill.simulator.nlu.sureness import Guess
from skill.simulator.nlu.tuning import DECIDING, HEARING, LEARNING
from skill.simulator.nlu.verifier import Verifier
from skill.simulator.nlu.wishes import OF_MORE
from skill.simulator.nlu.words import FUNCTION_WORDS, of_sample

_LITTLE = FUNCTION_WORDS | NUMBER_WORDS  # words that say little by themselves


class Paraphraser:
    """Knows what intents of one model are asked like, its `vocabulary`, `goals` and `spotter`."""

    def __init__(self, model: InteractionModel, grammar: Grammar, seed: int = 0) -> None:
        self._model = model
        self._grammar = grammar
        self.spotter = Spotter(model)
        self._classifier = train(self._samples(model), seed)
        values = {name: {*_words(model.phrases(name))} for name in model.types}
        stemmed = {name: set(stems(words)) for name, words in values.items()}
        said = {
            intent.name: Counter(w for sample in intent.samples for w in {*_words([sample])})
            for intent in model.intents.values()
        }
        self._own = own = {
            name: set(stems(words)).union(
                *(stemmed.get(kind, ()) for kind in model.intents[name].slots.values())
            )
            for name, words in said.items()
        }
        asked = [intent for name, intent in model.intents.items() if name not in UNANSWERED]
        counts = sum((said[intent.name] for intent in asked), Counter())
        spoken = {word for word, count in counts.items() if count >= HEARING.often}.union(
            *(values.get(kind, ()) for intent in asked for kind in intent.slots.values())
        )
        spoken = {word for word in spoken if not averse(word)}
        self._known = set().union(*(own[name] for name in own.keys() - DECLINING))
        self._answered = {name for name in model.intents if not name.startswith("AMAZON.")}
        self._answered -= UNANSWERED
        self._slots = Slots(model, grammar, self.spotter, own)
        known = set().union(*said.values(), *values.values())
        known -= {word for word in FUNCTION_WORDS if len(word) <= HEARING.short}
        self.vocabulary = frozenset(known)
        self._ear = Ear(spoken | NUMBER_WORDS, self.vocabulary, Context(model, without=UNANSWERED))
        verifier = Verifier(model, stemmed, self._ear.misheard, DECLINING)
        self._acceptance = Acceptance(verifier, self.spotter, own)
        self._again = Rehearing(self._ear, self._acceptance, self._read, self._sample)
        self.goals = GoalsTold(model, self._slots, own)

    def guess(self, words: list[str]) -> Guess:
        """Return the best reading of an utterance's words."""
        wanted = self._slots.wanted(words)
        best = self._likeliest(wanted)
        given_up = None if wanted == words or asks(words) else self.goals.contrasted(words, best)
        return given_up or self.goals.told(wanted, best)

    def _likeliest(self, words: list[str]) -> Guess:
        """Return the likeliest reading of words, by all that is known of them."""
        unwell = conditions(words)
        best = self._acceptance.verified(self._read(words))
        if best.score < 1:
            best = self._again.heard(best, words)
        if best.intent in {None, *DECLINING} and not unwell:
            best = self._again.nearly(best, words)
        weak = best.score < DECIDING.doubted_correction and not unwell
        weak = weak or best.intent in {None, *DECLINING}
        if len(words) > DECIDING.brief and weak:
            best = self._within(best, words)
        corrected = list(best.words) != words
        doubted = best.score < (DECIDING.doubted_correction if corrected else 1)
        settled = unwell or best.intent in CLOSING  # "tidy, ta, bye now" is nobody's name
        if doubted and not settled and (found := self._slots.unresolved(words)):
            runner_up = (best.intent or FALLBACK, best.score)
            return Guess(found.intent, found.slots, DECIDING.unresolved, tuple(words), (runner_up,))
        ailing = unwell and best.intent == self._acceptance.unwell(best)  # however unsure
        heard = (best.score >= DECIDING.least or ailing) and best.intent != FALLBACK
        if best.intent in self._answered - ASKING_NOTHING and self._mostly_foreign(best):
            heard = heard and unwell  # an ailment may have any name
        if best.intent == BEYOND and best.score < DECIDING.beyond and not self._of_field(words):
            heard = False
        return best if heard else replace(best, intent=None, slots={})

    def _mostly_foreign(self, best: Guess) -> bool:
        """Tell whether an intent has hardly half of a few words: "resistance is futile"."""
        said = [word for word in best.words if word not in _LITTLE and not word.isdigit()]
        intent = str(best.intent)
        if best.score >= DECIDING.elsewhere or not 0 < len(said) <= DECIDING.few:
            return False
        if FIRST_NAME in self._model.intents[intent].slots.values():
            return False  # any word may be a name
        own = self._own[intent]
        foreign = sum(stem(word) not in own and not self._ear.misheard(word) for word in said)
        return 2 * foreign >= len(said)

    def _of_field(self, words: list[str]) -> bool:
        """Tell whether the words name what the model is about: a value of its slot types."""
        spots = self.spotter.spots(stems(words))
        return any(spot.filled.match and len(spot.filled.heard) > 2 for spot in spots)

    def speaks_of_more(self, words: list[str]) -> bool:
        """Tell whether words name an ailment, an exercise, an activity, a person or a measure."""
        return bool(self.named(words, OF_MORE | {ACTIVITY})) or conditions(words)

    def named(self, words: list[str], of: Collection[str]) -> list[str]:
        """Return the types of the values that the words name, of some slot types."""
        return self._acceptance.named(words, of)

    def _within(self, best: Guess, words: list[str]) -> Guess:
        """Return the surest reading of a question within a story, where one is sure enough.

        In a short one it must be surer, and of what is beyond the article, be what that was likest.
        """
        parts = [*after_stories(words)]
        if best.intent in {None, *DECLINING}:
            parts += clauses(words, DECIDING.long)
        parts = [one for one in parts if not points_back(one, words, self.named)]
        read = [self._acceptance.verified(self._read(clause)) for clause in parts]
        found = [one for one in read if one.intent in self._answered]
        least = DECIDING.clause
        if len(words) <= DECIDING.long:
            least = DECIDING.brief_clause
            likest = {name for name, _ in best.runners_up[:1]}
            found = [one for one in found if best.intent != BEYOND or one.intent in likest]
        surest = max(found, key=lambda one: one.score, default=best)
        near = (one for one in found if one.score >= surest.score - DECIDING.gain)
        surest = max(near, key=lambda one: len(one.words), default=best)
        if surest is best or surest.score < least or self._acceptance.elsewhere(surest, words):
            return best
        if unwell := self._acceptance.unwell(best):
            return replace(best, intent=unwell, slots={})
        told = self._slots.filled(str(surest.intent), words)
        score = surest.score * DECIDING.corrected
        kept = {
            n: told[n] for n in told if told[n].type == "PERSON" or _moved(n, told, surest.slots)
        }
        return replace(surest, slots={**told, **surest.slots, **kept}, score=score)

    def _sample(self, words: list[str]) -> Guess | None:
        """Return the sample that words are, with or without what is around them; or None."""
        parse = self._grammar.parse(words) or self._grammar.parse(bare(words))
        return Guess(parse.intent, parse.slots, 1.0, tuple(words)) if parse else None

    def _read(self, words: list[str]) -> Guess:
        if sample := self._sample(words):
            return sample
        likeness = self._classifier.likeness(of_utterance(words, self.spotter))
        chances = likeness.probabilities
        unknown = sum(not word.isdigit() and word not in self._known for word in stems(words))
        certain = (1 - unknown / max(len(words), 1)) ** LEARNING.unknown
        likeliest = nlargest(4, chances, key=chances.__getitem__)
        (intent, score), *others = [(name, chances[name] * certain) for name in likeliest]
        if len(words) == 1 and intent in self._answered:  # a word that is no sample says too little
            score *= DECIDING.one_word
        slots = self._slots.filled(intent, words)
        return Guess(intent, slots, score, tuple(words), tuple(others), likeness)

    def _samples(self, model: InteractionModel) -> Iterator[tuple[str, Features]]:
        for intent in model.intents.values():
            for sample in intent.samples:
                yield intent.name, features_of_sample(sample, intent.slots, self.spotter)


def _moved(name: str, whole: Mapping[str, Filled], clause: Mapping[str, Filled]) -> bool:
    """Tell whether what fills a slot of a clause fills another of the whole: "twice, in total"."""
    match = clause[name].match if name in clause else None
    others = (slot.match for other, slot in whole.items() if other != name)
    return match is not None and match != whole[name].match and match in others


def _words(phrases: Iterable[str]) -> Iterator[str]:
    """Yield the words of samples or of slot values."""
    return (word for phrase in phrases for word in of_sample(phrase) if "{" not in word)
