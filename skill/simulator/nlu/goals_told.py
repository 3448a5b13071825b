"""Goals that words tell, or turn down, in whatever words: "i'd love to lose these love handles"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from skill.simulator.nlu.acceptance import KEPT, Guess
from skill.simulator.nlu.asides import GOALS_TOLD
from skill.simulator.nlu.asking import may_ask
from skill.simulator.nlu.background import conditions, far
from skill.simulator.nlu.features import Spot, stems
from skill.simulator.nlu.grammar import NUMBER, Filled
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.slots import Slots
from skill.simulator.nlu.tuning import DECIDING

OF_MORE = {"EXERCISE", "PERSON", "UNIT", "RACE"}  # slot types of what is no goal
_TYPE = "GOAL"  # the slot type of goals
_SEVERAL = "AddGoalIntent"  # what tells several: where a model has it
_ONE, _NONE = "SetGoalIntent", "DropGoalIntent"  # what tells one, and what turns it down
_NOT_TRAINED_FOR = {"health", "not-known"}  # values that are no goal by being named
_WISHING = {*stems("want need like love wish hope try after rather sooner fancy goal".split())}
_WISHING |= {*stems("lose shift rid gone should aiming keen fix sort could".split())}
_GIVING_UP = {"forget", "drop", "scrap", "ditch", "remove"}
_KEEPING = {"keep", "just", "only", "want", "care", "rather"}
_LEGS = {"leg", "legs", "the legs", "my legs"}  # beside a goal that is given up, a goal too
_RATHER = {"than", "over"}  # "I care more about endurance than muscle"
_MEANT = re.compile(r"\b(?:no|oh|wait) sorry\b|\bi mean\b|\bmeant\b")
_PLANNED = re.compile(  # what is asked for several goals at once
    r"\bmy plan\b|\bwhat (?:do|should|would|can) i do(?: then| now)?$"
)
_NO_WISH = {*stems("hear know ask tell talk learn done been".split())}  # "i want to hear about abs"


class GoalsTold:
    """Knows the goals of one model, and how its users tell them."""

    def __init__(self, model: InteractionModel, slots: Slots, own: Mapping[str, set[str]]) -> None:
        """Tell goals by what `slots` finds; `own` are the stems that each intent uses."""
        self._model = model
        self._slots = slots
        self._own = own
        values = model.types.get(_TYPE, ())
        self._muscle = next((value for value in values if value.id == "muscle"), None)

    def told(self, words: list[str], guess: Guess) -> Guess:
        """Return the goals that words tell or turn down, where they ask nothing and name some.

        `guess` is what the words were taken for, and is returned where it is surer, or there are
        none: "cardio but also my belly" is no question about cardio.
        """
        planned = _PLANNED.search(" ".join(words))
        asks = may_ask(words) and not planned
        if guess.score == 1 or _SEVERAL not in self._model.intents or asks:
            return guess
        meant = self._slots.meant(stems(words))
        if contrasted := self._contrasted(words, meant):
            return _told(*contrasted, words, guess)
        if guess.intent in GOALS_TOLD - {_SEVERAL}:
            return guess
        if _beside(meant, stems(words)) or conditions(words) or far(words):
            return guess
        goals = [spot for spot, down in meant if spot.filled.type == _TYPE and not down]
        named = {goal.filled.match: goal.filled for goal in goals if goal.filled.match}
        unsure = guess.score < DECIDING.brief_clause or guess.intent == _SEVERAL
        if not named:
            return self._turned_down(words, guess)
        if not unsure or (planned and len(named) == 1):
            return guess
        if len(named) == 1:
            wished = all(self._wished(words, goal) for goal in goals)
            return _told(_ONE, self._slots.filled(_ONE, words), words, guess) if wished else guess
        wanted, *others = named.values()
        if _MEANT.search(" ".join(words)):  # "cardio, no sorry, muscle"
            return _told(_ONE, {"goal": others[-1]}, words, guess)
        if len(others) == 1 and not _RATHER.isdisjoint(words):
            slots = {"goal": wanted, "instead_of": others[0]}
            return _told(_ONE, slots, words, guess)
        slots = dict(zip(self._model.intents[_SEVERAL].slots, named.values(), strict=False))
        return _told(_SEVERAL, slots, words, guess)

    def _contrasted(
        self, words: list[str], meant: list[tuple[Spot, bool]]
    ) -> tuple[str, Mapping[str, Filled]] | None:
        """Return what words tell that give up one goal for another: "legs, not abs"; or None.

        Whoever gives up one, and wants "the legs", is after bigger ones.
        """
        named = [one for one in meant if one[0].filled.type == _TYPE and one[0].filled.match]
        down = [spot for spot, turned_down in named if turned_down]
        gives_up = words[0] in _GIVING_UP
        if not named or not (down or gives_up):
            return None
        given_up = down[0] if down else named[0][0]
        others = [spot.filled for spot, _ in named if spot.filled.match != given_up.filled.match]
        legs = [spot for spot, _ in meant if spot.filled.heard in _LEGS]
        if legs and gives_up and legs[0].start < given_up.start:  # "forget the legs, I want abs"
            return _ONE, {"goal": named[0][0].filled}
        if legs and not others:
            others = [replace(given_up.filled, heard=legs[0].filled.heard, match=self._muscle)]
        if others and not (gives_up and _KEEPING.isdisjoint(words)):
            slots = {"goal": others[0], "instead_of": given_up.filled}
            return (_ONE, slots) if legs or gives_up else None
        both = {"goal": given_up.filled, **({"unwanted": others[0]} if others else {})}
        return (_NONE, both) if gives_up else None

    def named_in(self, words: list[str]) -> tuple[str, Mapping[str, Filled]] | None:
        """Return the intent that tells the goals that words name, and its slots; None for none."""
        meant = [spot for spot, down in self._slots.meant(stems(words)) if not down]
        found = [spot.filled for spot in meant if spot.filled.type == _TYPE]
        named = {one.match.id: one for one in found if one.match}
        goals = [goal for name, goal in named.items() if name not in _NOT_TRAINED_FOR]
        if not goals or conditions(words):
            return None
        if len(goals) == 1 or _SEVERAL not in self._model.intents:
            return _ONE, {"goal": goals[0]}
        return _SEVERAL, dict(zip(self._model.intents[_SEVERAL].slots, goals, strict=False))

    def _turned_down(self, words: list[str], guess: Guess) -> Guess:
        """Return the goal that words turn down, or the guess: "you can't see my abs" complains."""
        slots = self._slots.filled(_NONE, words)
        down = slots.get("unwanted")
        kept = KEPT.search(" ".join(words))  # "and cardio, don't forget cardio"
        if kept or "can" in words or not (down and down.match) or down.match.id in _NOT_TRAINED_FOR:
            return guess
        return _told(_NONE, slots, words, guess)

    def _wished(self, words: list[str], goal: Spot) -> bool:
        """Tell whether words wish for the one goal they name: "i need a size twelve" does not."""
        said = stems(words)
        wishing = _NO_WISH.isdisjoint(said) and not _WISHING.isdisjoint(said)
        trained_for = goal.filled.match and goal.filled.match.id not in _NOT_TRAINED_FOR
        follows = self._own[_ONE].issuperset(said[goal.end : goal.end + 1])
        return bool(wishing and trained_for and len(words) > DECIDING.brief and follows)


def _beside(meant: list[tuple[Spot, bool]], words: list[str]) -> bool:
    """Tell whether what is no goal is named in a row of stems, and not within one.

    A race may be what somebody wants it for: "I want better cardio for a ten k".
    """
    numbers = {spot.start for spot, _ in meant if spot.filled.type == NUMBER}
    aims = {at for at, word in enumerate(words, 1) if word == "for"}
    aims |= {at + 1 for at in aims & numbers}  # "for ten k"
    if not _WISHING.isdisjoint(words):
        meant = [one for one in meant if one[0].start not in aims]
    goals = [spot for spot, _ in meant if spot.filled.type == _TYPE and spot.filled.match]
    others = [spot for spot, _ in meant if spot.filled.type in OF_MORE]
    return any(
        all(one.end <= goal.start or goal.end <= one.start for goal in goals) for one in others
    )


def _told(intent: str, slots: Mapping[str, Filled], words: list[str], guess: Guess) -> Guess:
    return Guess(intent, slots, DECIDING.clause, tuple(words), guess.runners_up)
