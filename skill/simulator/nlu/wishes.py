"""Whose wish words tell, and whether it is one more: "i also want abs", "marcus wants big legs".

A row of words is here without articles, as the values found in it are counted.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from skill.simulator.nlu.asides import ASKING_NOTHING, GOALS_TOLD
from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import conditions, far
from skill.simulator.nlu.features import ARTICLES, Spot, stems
from skill.simulator.nlu.grammar import NUMBER, Filled
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.slots import Slots
from skill.simulator.nlu.sureness import Guess
from skill.simulator.nlu.tuning import DECIDING

_Meant = list[tuple[Spot, bool]]  # values in words, and which are turned down
GOAL, _PERSON = "GOAL", "PERSON"  # slot types
ONE, SEVERAL, _OF_TWO = "SetGoalIntent", "AddGoalIntent", "GoalsOfTwoIntent"  # where a model has it
OF_MORE = {"EXERCISE", "PERSON", "UNIT", "RACE"}  # slot types of what is no goal
NOT_TRAINED_FOR = {"health", "not-known"}  # values that are no goal by being named
WISHING = {*stems("want need like love wish hope try after rather sooner fancy goal".split())}
WISHING |= {*stems("lose shift rid gone should aiming keen fix sort could".split())}
LEGS = {"leg", "my leg"}  # beside a goal a goal too: bigger ones
_PRONOUNS = {"she": {"she", "her", "hers"}, "he": {"he", "him", "his"}}  # of values of PERSON
_ADVERB = "just|only|also|really|actually|mostly|mainly|still|now|do|kind of|quite|definitely"
_OWN = re.compile(  # said right before what one wants
    rf"^(?:no |yes |well )?it(?:s| is)$|(?:^|(\w+) )i (?:(?:{_ADVERB}) )*(?:want|need|fancy|"
    rf"care about|hope|would (?:(?:{_ADVERB}) )*(?:like|love)|am (?:(?:{_ADVERB}) )*(?:after|"
    r"going for|trying|aiming|hoping|looking|working on|training for|in it for))"
    r"(?: (?!(?:i|he|she|they|it|but|because|if|know|hear|ask|talk|learn|run|jog|skip)\b)\w+){0,4}$"
)
_NOT_OWN = re.compile(  # right before what one does not want, and is meant as its opposite
    r"(?:^|\b(?:but|so|and|well|no|because) )i (?:do|did|would|am) not "
    rf"(?:(?:{_ADVERB}|even|ever) )*"
    r"(?:want|need|fancy|care about|like|after|looking for|bothered about|interested in)"
    r"(?: (?!(?:to know|to hear|to ask|just|only)\b)\w+){0,2}$"
)
_OWN_AFTER = re.compile(  # and right after it
    r"(?:though )?(?:that )?(?:(?:is|are) )?(?:what i (?:want|need|am after|am going for)|"
    r"(?:my )?main thing\b|my (?:main )?goal)"
    r"|(?:off |that )?(?:to (?:get rid of|lose|shift|work on)"
    r"|i (?:want|would like)(?: it)? (?:rid of|gone|off))$"
)
_SUPPOSED = {"if", "when", "suppose", "say", *"do did would should can could will".split()}
_SOMEBODY = "he|she|they|who|someone|somebody|anyone|anybody|people"
_OTHERS = re.compile(
    r"(?<!of me )(?<!body )\b(?:wants|needs)\b(?! (?:me|us|you|to know|to hear|to ask)\b)"
    rf"|\b(?:{_SOMEBODY}) (?:(?:{_ADVERB}|is|are|does|would) )*"
    r"(?:want|wanting|need|after|like|love|going for|trying|aiming|chasing)\b"
    rf"|\b(?!it|that|what|goal)\w+ is (?:(?:{_ADVERB}) )*(?:after|going for|trying|chasing)\b"
)
_LEFT_OUT = re.compile(r"\bnot forget\b|\byou (?:forgot|left out|missed|left off|skipped)\b")
_ADDING = re.compile(
    r"\b(?:too|also|as well|both|plus|on top of that|that and|(?:yes|yeah|oh) and)\b"
    rf"|{_LEFT_OUT.pattern}"
)
_INSTEAD = re.compile(r"\b(?:instead|rather|not both|changed? my mind|no longer|any ?more)\b")
_EXPLAINED = re.compile(r"\b(?:mean by|what (?:is|are|does|do you mean by))(?: \w+)?$")
_JOINED = re.compile(  # said between two goals of one wish
    r"(?:(?:also|then|maybe|really|some|more|my|to|get|have|build|better|big|bigger|huge|strong|"
    r"and|plus)(?: |$))+"
)
_JOINING = {"and", "also", "plus"}
_ASIDE = re.compile(  # asks nothing beside a wish
    r"\b(?:what|how) about (?:me|us|him|her|them|someone|somebody|anyone|people)\b|\bguess what\b"
    r"|\bdo you (?:still )?remember\b"
    r"|\bwhat (?:do|should|would|can) i (?:do|tell (?:him|her|them))\b"
)


class Wishes:
    """Finds what people say they want of the goals of one model, and what they say others want."""

    def __init__(self, model: InteractionModel, slots: Slots) -> None:
        self._model = model
        self._slots = slots
        values = model.types.get(GOAL, ())
        self.muscle = next((value for value in values if value.id == "muscle"), None)
        self._people = {value.id: value for value in model.types.get(_PERSON, ())}

    def told(self, words: list[str], guess: Guess) -> Guess | None:
        """Return the goals that words wish for, beside whatever else they say; None for none."""
        if conditions(words):
            return None
        meant = self._slots.meant(stems(words))
        return self._of_other(words, meant, guess) or self._own(words, meant, guess)

    def goals(self, words: list[str]) -> list[Spot]:
        """Return the goals that words name and don't turn down; "legs" beside one are one too."""
        row = _row(words)
        spots = [spot for spot, down in self._slots.meant(stems(words)) if not down]
        spots = [spot for spot in spots if not _EXPLAINED.search(" ".join(row[: spot.start]))]
        goals = [spot for spot in spots if spot.filled.type == GOAL and _known(spot)]
        for spot in spots:
            if spot.filled.heard in LEGS and not any(_overlap(spot, goal) for goal in goals):
                bigger = replace(spot.filled, type=GOAL, match=self.muscle)
                goals.append(replace(spot, filled=bigger))
        return sorted(goals, key=lambda spot: spot.start)

    def _of_other(self, words: list[str], meant: _Meant, guess: Guess) -> Guess | None:
        """Return what words tell of somebody else's goal, or ask for it; None where they don't."""
        row, goals = _row(words), self.goals(words)
        at = _others(row)
        mine = _wished(row, goals)
        after = [goal for goal in goals if at is not None and goal.end > at]
        theirs = [goal.filled for goal in after if goal not in mine or goal == after[0]]
        if not theirs or (guess.intent == _OF_TWO and guess.slots):
            return None
        slots = {"person": self._whose(row, meant), "goal": theirs[0]}
        declared = self._model.intents[guess.intent].slots if guess.intent else {}
        if asks(_to_the_point(words)) and guess.intent not in GOALS_TOLD:
            if "wish" not in guess.slots or "person" not in declared:
                return None
            kept = {name: one for name, one in guess.slots.items() if name != "wish"}
            return replace(guess, slots={"person": slots["person"], **kept})
        if mine := [goal for goal in mine if goal.filled not in theirs]:
            person, goal = slots.values()
            slots = {"goal": mine[0].filled, "other_person": person, "other_goal": goal}
            return as_told(_OF_TWO, slots, words, guess)
        return as_told(ONE, slots, words, guess)

    def _own(self, words: list[str], meant: _Meant, guess: Guess) -> Guess | None:
        """Return the goals that somebody says they want, one in place of others or one more."""
        goals = self.goals(words)
        wanted = self._once(_wished(_row(words), goals))
        asked, told = asks(_to_the_point(words)), guess.intent in GOALS_TOLD
        if far(words) or not goals:
            return None
        if len(wanted) > 1 and (told or not asked or "wish" in guess.slots):
            return self._several(wanted, words, guess)
        plain = told or guess.intent in {None, *ASKING_NOTHING}
        other = [one for one in meant if one[0].filled.heard not in LEGS]
        if asked or not (plain or not beside(other, stems(words))):
            return None
        said = " ".join(words)
        one_more = _ADDING.search(said) and not _INSTEAD.search(said)
        named = [] if {"unwanted", "person"} & guess.slots.keys() else self._once(goals)
        if named and one_more and (plain or wanted or len(named) > 1 or _LEFT_OUT.search(said)):
            return self._several(named, words, guess)
        return as_told(ONE, {"goal": wanted[0]}, words, guess) if wanted and not told else None

    def _whose(self, row: list[str], meant: _Meant) -> Filled:
        """Return whose wish somebody else's is: by who they are, or "she"; else not known."""
        people = [spot.filled for spot, _ in meant if spot.filled.type == _PERSON]
        known = (one for one in people if one.match and one.match.id not in _PRONOUNS)
        she = next((name for name, words in _PRONOUNS.items() if not words.isdisjoint(row)), "")
        return next(known, Filled(_PERSON, she or "someone", self._people.get(she)))

    def _once(self, goals: Iterable[Spot]) -> list[Filled]:
        """Return each of the goals once, and of two opposites the last."""
        return self._slots.at_once(goal.filled for goal in goals)

    def _several(self, goals: list[Filled], words: list[str], guess: Guess) -> Guess:
        slots = dict(zip(self._model.intents[SEVERAL].slots, goals, strict=False))
        return as_told(SEVERAL, slots, words, guess)


def as_told(intent: str, slots: Mapping[str, Filled], words: list[str], guess: Guess) -> Guess:
    """Return the guess of what tells goals, in the place of another."""
    return Guess(intent, slots, DECIDING.clause, tuple(words), guess.runners_up)


def beside(meant: _Meant, words: list[str]) -> bool:
    """Tell whether what is no goal is named in a row of stems, and not within one.

    A race may be what somebody wants it for: "I want better cardio for a ten k".
    """
    numbers = {spot.start for spot, _ in meant if spot.filled.type == NUMBER}
    aims = {at for at, word in enumerate(words, 1) if word == "for"}
    aims |= {at + 1 for at in aims & numbers}  # "for ten k"
    if not WISHING.isdisjoint(words):
        meant = [one for one in meant if one[0].start not in aims]
    goals = [spot for spot, _ in meant if spot.filled.type == GOAL and spot.filled.match]
    others = [spot for spot, _ in meant if spot.filled.type in OF_MORE]
    return any(not any(_overlap(one, goal) for goal in goals) for one in others)


def _row(words: list[str]) -> list[str]:
    return [word for word in words if word not in ARTICLES]


def _to_the_point(words: list[str]) -> list[str]:
    """Return words without what only looks like a question beside a wish: "what about me"."""
    return _ASIDE.sub("", " ".join(words)).split()


def _wished(row: list[str], spots: Sequence[Spot]) -> list[Spot]:
    """Return what one wants oneself of the values in a row: "i want abs and huge quads"."""
    found: list[Spot] = []
    for spot in spots:
        before = " ".join(row[: spot.start])
        said = _OWN.search(before)
        after = _OWN_AFTER.match(" ".join(row[spot.end :]))
        wished = after or (said and said[1] not in _SUPPOSED) or _NOT_OWN.search(before)
        between = row[found[-1].end : spot.start] if found else []
        joined = _JOINED.fullmatch(" ".join(between)) and not _JOINING.isdisjoint(between)
        if wished or joined:
            found.append(spot)
    return found


def _others(row: list[str]) -> int | None:
    """Return where in a row somebody else's wish begins, or None where there's none."""
    found = _OTHERS.search(" ".join(row))
    return found.string.count(" ", 0, found.end()) if found else None


def _known(goal: Spot) -> bool:
    return goal.filled.match is not None and goal.filled.match.id not in NOT_TRAINED_FOR


def _overlap(one: Spot, other: Spot) -> bool:
    return one.start < other.end and other.start < one.end
