"""Goals that words tell, or turn down, in whatever words: "i'd love to lose these love handles"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from skill.simulator.nlu.asides import GOALS_TOLD
from skill.simulator.nlu.asking import inverted, may_ask
from skill.simulator.nlu.background import conditions, far
from skill.simulator.nlu.features import ARTICLES, Spot, stems
from skill.simulator.nlu.grammar import Filled
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.slots import Slots
from skill.simulator.nlu.stories import last_question
from skill.simulator.nlu.sureness import KEPT, OF_YOU, Guess
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.wishes import (
    GOAL,
    LEGS,
    NOT_TRAINED_FOR,
    ONE,
    SEVERAL,
    WISHING,
    Wishes,
    as_told,
    beside,
)

_NONE = "DropGoalIntent"  # what turns one down
_GIVING_UP = re.compile(r"(?:forget|drop|scrap|ditch|remove)\b|.*\b(?:gave|given|giving) up on\b")
_GIVING_UP_LATER = re.compile(r".+ (?:forget|drop|scrap|ditch)(?: about)?\b")
_KEEPING = set("keep just only want care rather like love need prefer now instead".split())
_RATHER = {"than", "over"}  # "I care more about endurance than muscle"
_MEANT = re.compile(r"\b(?:no|oh|wait) sorry\b|\bi mean\b|\bmeant\b")
_PLANNED = re.compile(  # what is asked for several goals at once
    r"\bmy plan\b|\bwhat (?:do|should|would|can) i do(?: then| now)?$"
)
_CARED_FOR = re.compile(r"\bi (?:only |just )?care about (?:the|my|our|her|his) \w+$")
_NO_WISH = {*stems("hear know ask tell talk learn done been".split())}  # "i want to hear about abs"


class GoalsTold:
    """Knows the goals of one model, and how its users tell them."""

    def __init__(self, model: InteractionModel, slots: Slots, own: Mapping[str, set[str]]) -> None:
        """Tell goals by what `slots` finds; `own` are the stems that each intent uses."""
        self._model = model
        self._slots = slots
        self._own = own
        self._wishes = Wishes(model, slots)

    def _cares_otherwise(self, words: list[str]) -> bool:
        """Tell whether what somebody cares for is named last, and is no goal: "about the baby"."""
        cared = _CARED_FOR.search(" ".join(words))
        return bool(cared) and not self._slots.meant(stems(words[-1:]))

    def told(self, words: list[str], guess: Guess) -> Guess:
        """Return the goals that words tell or turn down, where they ask nothing and name some.

        `guess` is what the words were taken for, and is returned where it is surer, or there are
        none: "cardio but also my belly" is no question about cardio.
        """
        if guess.intent in GOALS_TOLD and self._cares_otherwise(words):
            return replace(guess, intent=None, slots={}, score=DECIDING.doubted)
        if guess.score == 1 or SEVERAL not in self._model.intents:
            return guess
        if wish := self._wishes.told(words, guess):
            return wish
        meant = self._slots.meant(stems(words))
        planned = _PLANNED.search(" ".join(words))
        if may_ask(words) and not planned:
            return guess
        if contrasted := self.contrasted(words, guess):
            return contrasted
        kept = guess.intent in GOALS_TOLD - {SEVERAL} or beside(meant, stems(words))
        if kept or conditions(words) or far(words):
            return guess
        return self._named(words, meant, guess)

    def _named(self, words: list[str], meant: list[tuple[Spot, bool]], guess: Guess) -> Guess:
        """Return the goals that words name or turn down, where the guess is not surer of more."""
        planned = _PLANNED.search(" ".join(words))
        goals = [spot for spot, down in meant if spot.filled.type == GOAL and not down]
        named = self._slots.at_once(goal.filled for goal in goals if goal.filled.match)
        unsure = guess.score < DECIDING.brief_clause or guess.intent == SEVERAL
        if not named:
            return self._turned_down(words, guess)
        if not unsure or (planned and len(named) == 1):
            return guess
        if len(named) == 1:
            wished = all(self._wished(words, goal) for goal in goals)
            return as_told(ONE, self._slots.filled(ONE, words), words, guess) if wished else guess
        wanted, *others = named
        if _MEANT.search(" ".join(words)):  # "cardio, no sorry, muscle"
            return as_told(ONE, {"goal": others[-1]}, words, guess)
        if len(others) == 1 and not _RATHER.isdisjoint(words):
            slots = {"goal": wanted, "instead_of": others[0]}
            return as_told(ONE, slots, words, guess)
        slots = dict(zip(self._model.intents[SEVERAL].slots, named, strict=False))
        return as_told(SEVERAL, slots, words, guess)

    def contrasted(self, words: list[str], guess: Guess) -> Guess | None:
        """Return what words tell that give up one goal for another, or None where they don't."""
        if guess.score == 1 or SEVERAL not in self._model.intents or inverted(words):
            return None
        found = self._contrasted(words, self._slots.meant(stems(words)))
        return as_told(*found, words, guess) if found else None

    def _contrasted(
        self, words: list[str], meant: list[tuple[Spot, bool]]
    ) -> tuple[str, Mapping[str, Filled]] | None:
        """Return what words tell that give up one goal for another: "legs, not abs"; or None.

        Whoever gives up one, and wants "the legs", is after bigger ones.
        """
        named = [one for one in meant if one[0].filled.type == GOAL and one[0].filled.match]
        down = [spot for spot, turned_down in named if turned_down]
        gives_up = _gives_up([word for word in words if word not in ARTICLES], named)
        if not named or not (down or gives_up):
            return None
        at = len(gives_up[0].split()) if gives_up else len(words)
        after = (spot for spot, _ in named if spot.start >= at)
        given_up = next(iter([*down, *after]), named[0][0])
        others = [spot.filled for spot, _ in named if spot.filled.match != given_up.filled.match]
        legs = [spot for spot, _ in meant if spot.filled.heard in {*LEGS, "do leg"}]
        legs_first = bool(legs and gives_up) and at <= legs[0].start < given_up.start
        if legs_first:  # "forget the legs, I want abs"
            return ONE, {"goal": named[0][0].filled}
        if legs and not others:
            others = [
                replace(given_up.filled, heard=legs[0].filled.heard, match=self._wishes.muscle)
            ]
        told_first = [spot for spot, _ in named if spot.end < at and spot.filled in others]
        if others and not (gives_up and not told_first and _KEEPING.isdisjoint(words)):
            if _kept(stems(words), named):
                return _NONE, {"goal": given_up.filled}
            slots = {"goal": others[0], "instead_of": given_up.filled}
            return (ONE, slots) if legs or gives_up else None
        both = {"goal": given_up.filled, **({"unwanted": others[0]} if others else {})}
        return (_NONE, both) if gives_up else None

    def named_in(
        self, words: list[str], legs: bool = False
    ) -> tuple[str, Mapping[str, Filled]] | None:
        """Return the intent that tells the goals that words name, and its slots; None for none.

        `legs` tells whether "legs" by themselves are a goal too, as where one was asked for.
        """
        found = [spot.filled for spot in self._wishes.goals(words)]
        goals = self._slots.at_once(found)
        named = legs or any(one.heard not in LEGS for one in goals)
        if not goals or not named or conditions(words):
            return None
        if len(goals) == 1 or SEVERAL not in self._model.intents:
            return ONE, {"goal": goals[0]}
        return SEVERAL, dict(zip(self._model.intents[SEVERAL].slots, goals, strict=False))

    def _turned_down(self, words: list[str], guess: Guess) -> Guess:
        """Return the goal that words turn down, or the guess: "you can't see my abs" complains."""
        slots = self._slots.filled(_NONE, words)
        down = slots.get("unwanted")
        kept = KEPT.search(" ".join(words))  # "and cardio, don't forget cardio"
        kept = kept or OF_YOU.search(" ".join(words))
        asked = "can" in words or last_question(words)  # "... is my goal still cardio"
        if kept or asked or not (down and down.match) or down.match.id in NOT_TRAINED_FOR:
            return guess
        return as_told(_NONE, slots, words, guess)

    def _wished(self, words: list[str], goal: Spot) -> bool:
        """Tell whether words wish for the one goal they name: "i need a size twelve" does not."""
        said = stems(words)
        wishing = _NO_WISH.isdisjoint(said) and not WISHING.isdisjoint(said)
        trained_for = goal.filled.match and goal.filled.match.id not in NOT_TRAINED_FOR
        follows = self._own[ONE].issuperset(said[goal.end : goal.end + 1])
        return bool(wishing and trained_for and len(words) > DECIDING.brief and follows)


def _kept(row: list[str], named: list[tuple[Spot, bool]]) -> bool:
    """Tell whether something is to be kept, and that's no goal itself: "keep legs, drop cardio"."""
    at = [place for place, word in enumerate(row) if word == "keep"]
    return any(not any(spot.start <= place < spot.end for spot, _ in named) for place in at)


def _gives_up(row: list[str], named: list[tuple[Spot, bool]]) -> re.Match[str] | None:
    """Return where a row gives something up: at its start, or right before a goal."""
    said = " ".join(row)
    found = _GIVING_UP_LATER.match(said)
    right_before = found and any(spot.start == len(found[0].split()) for spot, _ in named)
    return _GIVING_UP.match(said) or (found if right_before else None)
