"""Is a reading accepted? By what kind of intent it is (sureness.py), and what the words do.

An ailment is neither talked away nor missed. What else was taken has to answer what was asked
(verifier.py).
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from skill.simulator.nlu.acts import URGENT, act_of
from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import aching, conditions, denied
from skill.simulator.nlu.classifier import Likeness
from skill.simulator.nlu.features import Spotter, stems
from skill.simulator.nlu.grammar import Filled
from skill.simulator.nlu.intents import (
    ACTIVITY,
    BEYOND,
    DECLINING,
    FALLBACK,
    FOLLOWING,
    LIFTING,
    REMARK,
    SUBJECT,
)
from skill.simulator.nlu.sureness import Guess, Sureness
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.verifier import Verifier
from skill.simulator.nlu.words import FUNCTION_WORDS

# Of running, and no answer where rowing is spoken of.
_OF_RUNNING = {
    "RepetitiveIntent",
    "ResistanceIntent",
    "MuscleFibresIntent",
    "DoubtIntent",
    "DisagreeIntent",
    "WhatAboutIntent",
}
_STEPPING = {  # from one thing said to another, whatever it is
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "FirstThingIntent",
    "SecondThingIntent",
}
# The slot types of what people do by words, each of a slot of its name.
_OF_ACT = {
    "PainIntent": "PERSON",
    "AgeIntent": "PERSON",
    "ForWhomIntent": "PERSON",
    "ConditionIntent": "AILMENT",
}


class Acceptance:
    """Accepts readings, or says what they are instead."""

    def __init__(self, verifier: Verifier, spotter: Spotter, own: Mapping[str, set[str]]) -> None:
        """Accept what `verifier` does; `own` are the stems that each intent uses."""
        self._verifier = verifier
        self._spotter = spotter
        self._own = own
        self._sureness = Sureness(spotter, own)

    def verified(self, best: Guess) -> Guess:
        """Return the reading, or a refusal where its intent does not answer what was asked."""
        best = self._about(best) if best.intent in _STEPPING else best
        intent, words = best.intent or FALLBACK, list(best.words)
        act = act_of(words, intent, bool(best.slots)) if best.score < 1 else None
        if act and act in self._own:
            slots = self._of_act(act, words)
            return replace(best, intent=act, slots=slots, score=DECIDING.beside)
        ill = aching(words) or (conditions(words) and asks(words))
        if best.likeness is None or (intent == FALLBACK and not ill):
            return best
        if intent in DECLINING:
            unwell = self.unwell(best)
            return replace(best, intent=unwell, slots={}) if unwell else best
        if intent == LIFTING and not denied(words):
            return self._not_lifted(best)
        if self._sureness.unsure(intent, best):
            return replace(best, intent=None, slots={}, score=min(best.score, DECIDING.doubted))
        if intent in _OF_RUNNING and self._moves_otherwise(words):
            return replace(best, intent=BEYOND, slots={}, score=DECIDING.doubted)
        if self._verifier.accepts(intent, words, best.score, best.likeness):
            return best
        likely = best.likeness.probabilities
        beyond = max(likely.keys() & {BEYOND, REMARK}, key=likely.__getitem__, default=None)
        if beyond == BEYOND and not any(self._verifier.strange(intent, words)):
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
        said = self._sureness.named(words)
        return ACTIVITY in said and "EXERCISE" not in said

    def elsewhere(self, clause: Guess, words: list[str]) -> bool:
        """Tell whether the story around a clause has more of other subjects than of the model's."""
        others, _ = self._verifier.strange(str(clause.intent), words)
        return others > len(self._sureness.named(words))

    def named(self, words: list[str], of: Collection[str] = SUBJECT) -> list[str]:
        """Return the types of the values that the words name, of some slot types."""
        return self._sureness.named(words, of)
