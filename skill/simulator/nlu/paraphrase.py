"""The paraphrase tier: an utterance that is no sample, but is like the samples of one intent.

It is heard first: read as it stands, and with the words that may have been misheard put right
(hearing.py), whichever the classifier makes clearly more sense of. What was taken has then to
answer what was asked (verifier.py).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from heapq import nlargest

from skill.simulator.nlu.asides import ASKING_NOTHING, GOALS_TOLD
from skill.simulator.nlu.asking import may_ask
from skill.simulator.nlu.background import aching, conditions, denied, things
from skill.simulator.nlu.classifier import Likeness, train
from skill.simulator.nlu.context import Context
from skill.simulator.nlu.features import Features, Spotter, of_utterance, stem, stems
from skill.simulator.nlu.features import of_sample as features_of_sample
from skill.simulator.nlu.framing import bare, clauses
from skill.simulator.nlu.grammar import FIRST_NAME, Filled, Grammar
from skill.simulator.nlu.hearing import Ear
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.negation import averse
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.slots import Slots
from skill.simulator.nlu.tuning import DECIDING, HEARING, LEARNING
from skill.simulator.nlu.verifier import Verifier
from skill.simulator.nlu.words import FUNCTION_WORDS, of_sample

FALLBACK = "AMAZON.FallbackIntent"
BEYOND = "UnknownQuestionIntent"  # near the subject, and not answered: where a model has it
REMARK = "RemarkIntent"  # nothing is asked: where a model has it
_DECLINING = {FALLBACK, BEYOND, REMARK}
_LIFTING = "RecoveredIntent"  # what sets an ailment aside
_OTHER = "OtherActivityIntent"
_GOALS = "AddGoalIntent"  # what tells several goals: where a model has it
_NO_RUN = "NotARunIntent"  # "that was on my bike"
_UNANSWERED = {*_DECLINING, _OTHER, _NO_RUN}  # of which nothing is heard into an utterance
_CLOSING = {  # what nobody wants by mistake
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.StartOverIntent",
    "ForgetMeIntent",
}
_ABOUT_SOMETHING = re.compile(r"(is|was|do|does|did|would|will|could) (it|that|this|he|she|they) ")
_OF_MORE = {"EXERCISE", "PERSON", "UNIT", "RACE"}  # slot types of what is no goal
_AGREEING = {"AMAZON.YesIntent", "AMAZON.NoIntent"}
_FOLLOWING = {  # what is asked of the answer before, or of all there is
    "AlternateIntent",
    "ComparedIntent",
    "EnoughThenIntent",
    "FasterIntent",
    "FunFactIntent",
    "HowToIntent",
    "IfNotIntent",
    "IsThatALotIntent",
    "IsThatBadIntent",
    "KeepThenIntent",
    "LegDayWinsIntent",
    "MoreIntent",
    "NoUseThenIntent",
    "OpinionIntent",
    "PerWhatIntent",
    "RunSlowerIntent",
    "SecondThingIntent",
    "SkipThenIntent",
    "SomeThenIntent",
    "SourceIntent",
    "SummaryIntent",
    "WhoIsRightIntent",
    "WhyIntent",
    "WinnerThenIntent",
    "YesOrNoIntent",
}
_OF_FIGURES = {"SourceIntent", "WhyIntent"}  # of these, what is asked of a figure too
_ACTIVITY = "ACTIVITY"
_SEVERAL = 2  # goals
_LITTLE = FUNCTION_WORDS | NUMBER_WORDS  # words that say little by themselves
_SUBJECT = {_ACTIVITY, "GOAL", "EXERCISE", "RACE", "UNIT"}  # slot types of what is spoken of


@dataclass(frozen=True, slots=True)
class Guess:
    """The best reading; `intent` is None where none is good enough. `words` are what was read."""

    intent: str | None = None
    slots: Mapping[str, Filled] = field(default_factory=dict)
    score: float = 0.0
    words: tuple[str, ...] = ()
    runners_up: tuple[tuple[str, float], ...] = ()
    likeness: Likeness | None = None  # None where the words are a sample, or were refused


class Paraphraser:
    """Knows what the intents of one model are asked like."""

    def __init__(self, model: InteractionModel, grammar: Grammar, seed: int = 0) -> None:
        self._model = model
        self._grammar = grammar
        self._spotter = Spotter(model)
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
        asked = [intent for name, intent in model.intents.items() if name not in _UNANSWERED]
        counts = sum((said[intent.name] for intent in asked), Counter())
        spoken = {word for word, count in counts.items() if count >= HEARING.often}.union(
            *(values.get(kind, ()) for intent in asked for kind in intent.slots.values())
        )
        spoken = {word for word in spoken if not averse(word)}
        self._known = set().union(*(own[name] for name in own.keys() - _DECLINING))
        self._answered = {name for name in model.intents if not name.startswith("AMAZON.")}
        self._answered -= _UNANSWERED
        self._slots = Slots(model, grammar, self._spotter, own)
        known = set().union(*said.values(), *values.values())
        known -= {word for word in FUNCTION_WORDS if len(word) <= HEARING.short}
        self._ear = Ear(spoken | NUMBER_WORDS, known, Context(model, without=_UNANSWERED))
        self._verifier = Verifier(model, stemmed, self._ear.misheard, _DECLINING)

    def guess(self, words: list[str]) -> Guess:
        """Return the best reading of an utterance's words."""
        words = self._slots.wanted(words)
        best = self._verified(self._read(words))
        if best.score < 1:
            best = self._heard(best, words)
        if len(words) > DECIDING.brief and best.intent in {None, *_DECLINING}:
            best = self._within(best, words)
        corrected = list(best.words) != words
        doubted = best.score < (DECIDING.doubted_correction if corrected else 1)
        if doubted and (found := self._slots.unresolved(words)):
            runner_up = (best.intent or FALLBACK, best.score)
            return Guess(found.intent, found.slots, DECIDING.unresolved, tuple(words), (runner_up,))
        heard = best.score >= DECIDING.least and best.intent != FALLBACK
        if best.intent in self._answered - ASKING_NOTHING and self._mostly_foreign(best):
            heard = False
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
        spots = self._spotter.spots(stems(words))
        return any(spot.filled.match and len(spot.filled.heard) > 2 for spot in spots)

    def speaks_of_more(self, words: list[str]) -> bool:
        """Tell whether words name an ailment, an exercise, a person or a measure."""
        return bool(self._named(words, _OF_MORE)) or conditions(words)

    def goals_told(self, words: list[str], guess: Guess) -> Guess:
        """Return the goals that words name, where they ask nothing and name several.

        `guess` is what the words were taken for, and is returned where it is surer, or there are
        none: "cardio but also my belly" is no question about cardio.
        """
        surer = guess.intent in GOALS_TOLD or guess.score >= DECIDING.brief_clause
        if surer or _GOALS not in self._model.intents or may_ask(words):
            return guess
        if self._slots.wanted(words) != words or self.speaks_of_more(words):
            return guess
        told = [*self._slots.filled(_GOALS, words).values()]
        if len({goal.match.id for goal in told if goal.match}) < _SEVERAL:
            return guess
        told.sort(key=lambda goal: " ".join(stems(words)).find(" ".join(stems(goal.heard.split()))))
        slots = dict(zip(self._model.intents[_GOALS].slots, told, strict=False))
        return Guess(_GOALS, slots, DECIDING.clause, tuple(words), guess.runners_up)

    def _heard(self, best: Guess, words: list[str]) -> Guess:
        """Return the reading of what may have been said, where it makes clearly more sense."""
        heard = self._ear.corrected(words)
        if heard.words == words or conditions(heard.words) != conditions(words):
            return best  # an ailment is neither talked away nor talked into somebody
        if best.intent == _OTHER and _ACTIVITY in self._named(words):
            return best  # nor is what somebody does instead
        said = self._read(heard.words)
        said = self._verified(replace(said, score=said.score * DECIDING.corrected))
        said = replace(said, score=said.score * heard.likeness)
        if said.intent is None or said.intent in _UNANSWERED:
            return best
        if said.intent in _CLOSING | _FOLLOWING and said.score < DECIDING.closing:
            return best
        if said.intent == best.intent and len(said.slots) > len(best.slots):
            least = DECIDING.slot
        elif best.intent is None or best.intent in _DECLINING:
            least = best.score * DECIDING.refused + DECIDING.gain
        else:
            least = best.score + DECIDING.gain
        if said.likeness is None:  # a sample, word for word
            least = min(least, DECIDING.sample)
        return said if said.score > least else best

    def _within(self, best: Guess, words: list[str]) -> Guess:
        """Return the surest reading of a question within a story, where one is sure enough.

        In a short one it must be surer, and of what is beyond the article, be what that was likest.
        """
        read = [self._verified(self._read(clause)) for clause in clauses(words, DECIDING.long)]
        found = [one for one in read if one.intent in self._answered]
        least = DECIDING.clause
        if len(words) <= DECIDING.long:
            least = DECIDING.brief_clause
            likest = {name for name, _ in best.runners_up[:1]}
            found = [one for one in found if best.intent != BEYOND or one.intent in likest]
        surest = max(found, key=lambda one: one.score, default=best)
        if surest is best or surest.score < least or self._elsewhere(surest, words):
            return best
        if unwell := self._unwell(best):
            return replace(best, intent=unwell, slots={})
        told = self._slots.filled(str(surest.intent), words)
        score = surest.score * DECIDING.corrected
        kept = {
            n: told[n] for n in told if told[n].type == "PERSON" or _moved(n, told, surest.slots)
        }
        return replace(surest, slots={**told, **surest.slots, **kept}, score=score)

    def _elsewhere(self, clause: Guess, words: list[str]) -> bool:
        """Tell whether the story around a clause has more of other subjects than of the model's."""
        others, _ = self._verifier.strange(str(clause.intent), words)
        return others > len(self._named(words))

    def _verified(self, best: Guess) -> Guess:
        """Return the reading, or a refusal where its intent does not answer what was asked."""
        intent = best.intent or FALLBACK
        if best.likeness is None or (intent == FALLBACK and not aching(list(best.words))):
            return best
        if intent in _DECLINING:
            unwell = self._unwell(best)
            return replace(best, intent=unwell, slots={}) if unwell else best
        if intent == _LIFTING and not denied(list(best.words)):
            return self._not_lifted(best)
        if (
            (intent in _CLOSING and not self._closes(intent, best))
            or (intent in _AGREEING and not self._agrees(intent, best))
            or (intent in _FOLLOWING and not self._follows(intent, best))
        ):
            return replace(best, intent=None, slots={}, score=min(best.score, DECIDING.doubted))
        if self._verifier.accepts(intent, list(best.words), best.score, best.likeness):
            return best
        likely = best.likeness.probabilities
        beyond = max(likely.keys() & {BEYOND, REMARK}, key=likely.__getitem__, default=None)
        if beyond == BEYOND and not any(self._verifier.strange(intent, list(best.words))):
            beyond = None  # what it asks may be answered: it was not understood, no more
        beyond = self._unwell(best) or beyond
        ranked = ((intent, best.score), *best.runners_up)
        return Guess(beyond, {}, min(best.score, DECIDING.doubted), best.words, ranked)

    def _not_lifted(self, best: Guess) -> Guess:
        """Return what is meant by words that are like those that lift an ailment, and don't."""
        if best.likeness is None or not (conditions(list(best.words)) or "not" in best.words):
            return replace(best, intent=None, slots={}, score=min(best.score, DECIDING.doubted))
        chances = best.likeness.probabilities  # "my knee is not fine"
        return replace(best, intent=max(self._verifier.ailing, key=chances.__getitem__), slots={})

    def _unwell(self, best: Guess) -> str | None:
        """Return the likeliest intent that is about ailments, where the words name one."""
        if best.likeness is None or not conditions(list(best.words)):
            return None
        return max(self._verifier.ailing, key=best.likeness.probabilities.__getitem__, default=None)

    def _closes(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, and surer where its samples lack a word: "stop Tom".

        A question about something is no wish to end ("would it kill me"), nor is what speaks of an
        activity: "I walk to the bus stop".
        """
        words = list(best.words)
        if _ACTIVITY in self._named(words) or _ABOUT_SOMETHING.match(" ".join(words)):
            return False
        if not self._only_own(intent, best):
            others = (set(stems(thing)) - self._own[intent] for thing in things(words))
            return best.score >= DECIDING.closing_beside and not any(others)
        brief = len(best.words) <= DECIDING.brief
        return best.score >= (DECIDING.closing_briefly if brief else DECIDING.closing)

    def _agrees(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, or nothing else is spoken of: "so if i'm even i'm ok"."""
        return best.score >= DECIDING.closing or self._only_own(intent, best)

    def _follows(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, or only the subject is spoken of, and no number."""
        words = list(best.words)
        counted = intent not in _OF_FIGURES and NUMBER_WORDS.intersection(words) - {"one"}
        return self._agrees(intent, best) or (bool(self._named(words)) and not counted)

    def _named(self, words: list[str], of: Collection[str] = _SUBJECT) -> list[str]:
        """Return the types of the values that the words name, of some slot types."""
        types = (spot.filled.type for spot in self._spotter.spots(stems(words)))
        return [name for name in types if name in of]

    def _only_own(self, intent: str, best: Guess) -> bool:
        about = stems(word for word in best.words if word not in FUNCTION_WORDS)
        return self._own[intent].issuperset(about)

    def _read(self, words: list[str]) -> Guess:
        if parse := self._grammar.parse(words) or self._grammar.parse(bare(words)):
            return Guess(parse.intent, parse.slots, 1.0, tuple(words))
        likeness = self._classifier.likeness(of_utterance(words, self._spotter))
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
                yield intent.name, features_of_sample(sample, intent.slots, self._spotter)


def _moved(name: str, whole: Mapping[str, Filled], clause: Mapping[str, Filled]) -> bool:
    """Tell whether what fills a slot of a clause fills another of the whole: "twice, in total"."""
    match = clause[name].match if name in clause else None
    others = (slot.match for other, slot in whole.items() if other != name)
    return match is not None and match != whole[name].match and match in others


def _words(phrases: Iterable[str]) -> Iterator[str]:
    """Yield the words of samples or of slot values."""
    return (word for phrase in phrases for word in of_sample(phrase) if "{" not in word)
