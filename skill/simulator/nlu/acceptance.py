"""Is a reading accepted? By what kind of intent it is, and by whether it answers the words.

What closes, agrees or leans on the answer before needs to be surer than a question; an ailment is
neither talked away nor missed. What else was taken has to answer what was asked (verifier.py).
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from skill.simulator.nlu.acts import URGENT, act_of
from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import aching, conditions, denied, things
from skill.simulator.nlu.classifier import Likeness
from skill.simulator.nlu.features import Spotter, stems
from skill.simulator.nlu.grammar import Filled
from skill.simulator.nlu.intents import (
    ACTIVITY,
    BEYOND,
    CLOSING,
    DECLINING,
    FALLBACK,
    FOLLOWING,
    LIFTING,
    REMARK,
    SUBJECT,
)
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.verifier import Verifier
from skill.simulator.nlu.words import FUNCTION_WORDS

_ABOUT_SOMETHING = re.compile(
    r"(is|was|do|does|did|would|will|could) (it|that|this|he|she|they) "
    r"|(it|that|this|he|she) (cancels|stops|ends|quits|forgets)\b"  # told of it, and no wish
)
KEPT = re.compile(
    r"(not|never|did|have|i|keep|you) (you |i )?(forget|forgot|forgotten|forgetting)\b"
)
OF_YOU = re.compile(r"\byou (?:do|did|have|can|could|are|will) not\b")  # "you don't know about abs"
# What these are asked by, among words that many say: "is it the same one", "and for the weight".
_ASKED_BY = {
    "RepetitiveIntent": re.compile(
        r"\b(?:mo(?:tion|ve)\w*|repeti\w*|repeat\w*|over and over|again|steps?|strides?|pattern"
        r"|monoton\w*|thing|running|run|runs|jog\w*)\b"
    ),
    "HateRunningIntent": re.compile(r"^(?!.*\b(?:love|loving|adore|enjoy)\b)"),
    "AddWeightIntent": re.compile(
        r"\b(?:add\w*|more|heav\w*|load\w*|bar\w*|lift\w*|up|plates?|increas\w*|weights|kilos?)\b"
    ),
}
_AGREEING = {"AMAZON.YesIntent", "AMAZON.NoIntent"}
# Of the movement in running, and not in rowing.
_OF_MOTION = {
    "RepetitiveIntent",
    "ResistanceIntent",
    "MuscleFibresIntent",
    "DoubtIntent",
    "DisagreeIntent",
    "WhatAboutIntent",
}
_NOD = "AcknowledgeIntent"  # asks for nothing
_KIND = {_NOD, "PraiseIntent", "WaitIntent", "GreetingIntent"}  # a word that asks for nothing
_OF_FEW_WORDS = {"AMAZON.RepeatIntent", *_KIND}  # or surely said
_STEPPING = {  # from one thing said to another, whatever it is
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "FirstThingIntent",
    "SecondThingIntent",
}
# What takes back a goal, or adds one; all of them, or the last, where it names none.
_OF_GOALS = {"DropGoalIntent", "AddGoalIntent"}
_OF_THE_SKILL = {  # asked or said of the skill itself, and nothing that half the words may be
    "BoredIntent",
    "GoalBeforeIntent",
    "JokeIntent",
    "LastTimeIntent",
    "LouderIntent",
    "MyGoalIntent",
    "NormalSpeedIntent",
    "PrivacyIntent",
    "QuizIntent",
    "ScoreIntent",
    "SpeakerIntent",
    "TourIntent",
}
# The slot types of what people do by words, each of a slot of its name.
_OF_ACT = {
    "PainIntent": "PERSON",
    "AgeIntent": "PERSON",
    "ForWhomIntent": "PERSON",
    "ConditionIntent": "AILMENT",
}
_OF_FIGURES = {"SourceIntent", "WhyIntent"}  # of these, what is asked of a figure too


@dataclass(frozen=True, slots=True)
class Guess:
    """The best reading; `intent` is None where none is good enough. `words` are what was read."""

    intent: str | None = None
    slots: Mapping[str, Filled] = field(default_factory=dict)
    score: float = 0.0
    words: tuple[str, ...] = ()
    runners_up: tuple[tuple[str, float], ...] = ()
    likeness: Likeness | None = None  # None where the words are a sample, or were refused


class Acceptance:
    """Accepts readings, or says what they are instead."""

    def __init__(self, verifier: Verifier, spotter: Spotter, own: Mapping[str, set[str]]) -> None:
        """Accept what `verifier` does; `own` are the stems that each intent uses."""
        self._verifier = verifier
        self._spotter = spotter
        self._own = own

    def verified(self, best: Guess) -> Guess:
        """Return the reading, or a refusal where its intent does not answer what was asked."""
        best = self._about(best) if best.intent in _STEPPING else best
        intent = best.intent or FALLBACK
        named = bool(best.slots)
        act = act_of(list(best.words), intent, named) if best.score < 1 else None
        if act and act in self._own:
            slots = self._of_act(act, list(best.words))
            return replace(best, intent=act, slots=slots, score=DECIDING.beside)
        words = list(best.words)
        ill = aching(words) or (conditions(words) and asks(words))
        if best.likeness is None or (intent == FALLBACK and not ill):
            return best
        if intent in DECLINING:
            unwell = self.unwell(best)
            return replace(best, intent=unwell, slots={}) if unwell else best
        if intent == LIFTING and not denied(list(best.words)):
            return self._not_lifted(best)
        if (
            (intent in CLOSING and not self._closes(intent, best))
            or (intent in _AGREEING and not self._agrees(intent, best))
            or (intent in _OF_GOALS and not best.slots and not self._agrees(intent, best))
            or (intent in _OF_GOALS and OF_YOU.search(" ".join(best.words)))
            or (intent in FOLLOWING and not self._follows(intent, best))
            or (intent in _OF_FEW_WORDS and not self._says_no_more(intent, best))
            or (intent in _OF_THE_SKILL and best.score < DECIDING.doubted_correction)
            or (intent in _ASKED_BY and not _ASKED_BY[intent].search(" ".join(best.words)))
        ):
            return replace(best, intent=None, slots={}, score=min(best.score, DECIDING.doubted))
        if intent in _OF_MOTION and self._moves_otherwise(list(best.words)):
            return replace(best, intent=BEYOND, slots={}, score=DECIDING.doubted)
        if self._verifier.accepts(intent, list(best.words), best.score, best.likeness):
            return best
        likely = best.likeness.probabilities
        beyond = max(likely.keys() & {BEYOND, REMARK}, key=likely.__getitem__, default=None)
        if beyond == BEYOND and not any(self._verifier.strange(intent, list(best.words))):
            beyond = None  # what it asks may be answered: it was not understood, no more
        beyond = self.unwell(best) or beyond
        ranked = ((intent, best.score), *best.runners_up)
        return Guess(beyond, {}, min(best.score, DECIDING.doubted), best.words, ranked)

    def _of_act(self, act: str, words: list[str]) -> dict[str, Filled]:
        """Return the slots of what words do: who hurts, or what they take for it."""
        spots = [spot.filled for spot in self._spotter.spots(stems(words))]
        told = [filled for filled in spots if filled.type == _OF_ACT.get(act)]
        return {filled.type.lower(): filled for filled in reversed(told)}

    def _about(self, best: Guess) -> Guess:
        """Return what is asked for by its name, where some is: "what was that overload thing"."""
        if best.likeness is None:
            return best
        said = {*stems(word for word in best.words if word not in FUNCTION_WORDS)}
        named = said - self._own[str(best.intent)]
        chances = best.likeness.probabilities
        others = [
            name
            for name in chances.keys() - FOLLOWING - DECLINING - _STEPPING
            if named and not name.startswith("AMAZON") and self._own[name] >= named
        ]
        if not others:
            return best
        found = max(others, key=chances.__getitem__)
        return replace(best, intent=found, slots={}, score=max(best.score, DECIDING.clause))

    def _not_lifted(self, best: Guess) -> Guess:
        """Return what is meant by words that are like those that lift an ailment, and don't."""
        if best.likeness is None or not (conditions(list(best.words)) or "not" in best.words):
            return replace(best, intent=None, slots={}, score=min(best.score, DECIDING.doubted))
        return replace(best, intent=self._ailing(best.likeness), slots={})  # "my knee is not fine"

    def unwell(self, best: Guess) -> str | None:
        """Return the likeliest intent that is about ailments, where the words name one.

        Where they deny it, as "I'm not injured, you said I might be" does, it is that all is well.
        """
        if best.likeness is None or not conditions(list(best.words)):
            return None
        if LIFTING in best.likeness.probabilities and denied(list(best.words)):
            return LIFTING
        return self._ailing(best.likeness)

    def _ailing(self, likeness: Likeness) -> str | None:
        """Return the likeliest intent that is about ailments; what can't wait, only where sure."""
        chances = likeness.probabilities
        ailing = [one for one in self._verifier.ailing if one != URGENT or chances[one] > 0.5]
        return max(ailing, key=chances.__getitem__, default=None)

    def _moves_otherwise(self, words: list[str]) -> bool:
        """Tell whether words are about another activity, and not about running or legs."""
        said = self.named(words)
        return ACTIVITY in said and "EXERCISE" not in said

    def _closes(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, and surer where its samples lack a word: "stop Tom".

        A question about something is no wish to end ("would it kill me"), nor is what speaks of an
        activity: "I walk to the bus stop".
        """
        words = list(best.words)
        if ACTIVITY in (named := self.named(words)) or _ABOUT_SOMETHING.match(" ".join(words)):
            return False
        if "EXERCISE" in named and "want" in words:
            return False  # "I want to kill it at leg day"
        if FUNCTION_WORDS.issuperset(words):
            return False  # "on all this", of "give me the bottom line on all this"
        if intent == "ForgetMeIntent" and KEPT.search(" ".join(words)):
            return False  # "don't forget what I told you"
        if not self._only_own(intent, best):
            others = (set(stems(thing)) - self._own[intent] for thing in things(words))
            return best.score >= DECIDING.closing_beside and not any(others)
        brief = len(words) <= DECIDING.brief and "EXERCISE" not in named  # "so I gotta lift"
        return best.score >= (DECIDING.closing_briefly if brief else DECIDING.closing)

    def _agrees(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, or nothing else is spoken of: "so if i'm even i'm ok"."""
        return best.score >= DECIDING.closing or self._only_own(intent, best)

    def _says_no_more(self, intent: str, best: Guess) -> bool:
        """Tell whether it is brief or sure, and no more than its samples say."""
        if len(best.words) <= DECIDING.brief:
            return True
        if intent in _KIND:
            least = DECIDING.least if intent == _NOD else DECIDING.doubted_correction
            return not asks([*best.words]) and best.score >= least
        return best.score >= DECIDING.elsewhere or self._only_own(intent, best)

    def _follows(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, or only the subject is spoken of, and no number."""
        words = list(best.words)
        counted = intent not in _OF_FIGURES and NUMBER_WORDS.intersection(words) - {"one"}
        return self._agrees(intent, best) or (bool(self.named(words)) and not counted)

    def named(self, words: list[str], of: Collection[str] = SUBJECT) -> list[str]:
        """Return the types of the values that the words name, of some slot types."""
        types = (spot.filled.type for spot in self._spotter.spots(stems(words)))
        return [name for name in types if name in of]

    def _only_own(self, intent: str, best: Guess) -> bool:
        about = stems(word for word in best.words if word not in FUNCTION_WORDS)
        return self._own[intent].issuperset(about)

    def elsewhere(self, clause: Guess, words: list[str]) -> bool:
        """Tell whether the story around a clause has more of other subjects than of the model's."""
        others, _ = self._verifier.strange(str(clause.intent), words)
        return others > len(self.named(words))
