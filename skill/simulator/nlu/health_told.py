"""A question with something of one's health told beside it: an illness, an age, a doctor's word."""

import re
from collections.abc import Mapping
from dataclasses import replace
from operator import itemgetter

from skill.simulator.nlu.asides import ASKING_NOTHING
from skill.simulator.nlu.feelings import DESPAIR, STARVING
from skill.simulator.nlu.grammar import NUMBER, Filled, SlotTypes
from skill.simulator.nlu.health_acts import ADVISED, FORBIDDEN, allowed
from skill.simulator.nlu.intents import DECLINING, LIFTING, SUBJECT
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.numbers import numbers_in
from skill.simulator.nlu.stories import Named, aged, young
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding

_AILMENT, _ILL = "AILMENT", "ConditionIntent"
# What no ailment is told beside; only a birth, for which there's a kind word.
_OF_A_DOCTOR = {"JogOrSprintIntent", "CanISkipLegDayIntent"}
_HELPING = {"RunningForGoalIntent", "LegDayForGoalIntent"}
_ALLOWED, _WELL = "allowed", "well"  # AILMENT values
_BIRTH, _PREGNANCY = "birth", "pregnancy"  # and others of them
_STATES = {
    _BIRTH: re.compile(
        r"\b(?:had (?:a|my|our) (?:baby|little one)|(?:gave|given) birth|postpartum)\b"
    ),
    _PREGNANCY: re.compile(
        r"\b(?:pregnant|pregnancy|expecting|trimester|having a baby"
        r"|(?:months|weeks) (?:along|gone)|maternity leave|bump)\b"
    ),
}
_TO_DO = {  # questions of what to do, which an age may change, and what isn't understood
    *DECLINING,
    "IsItSafeIntent",
    "JoggingIntent",
    "SprintingIntent",
    "JogOrSprintIntent",
    "DoesRunningCountIntent",
}
TO_BE_ALLOWED = _TO_DO | {  # and of what a child or a patient asks if they may
    "CanISkipLegDayIntent",
    "ShouldIKeepLegDayIntent",
    "CanISkipRunningIntent",
    "WhatAboutIntent",
    "YesOrNoIntent",
    "RunOrLegDayIntent",
}
_FOR_WHICH = {"JoggingIntent": "cardio", "SprintingIntent": "muscle"}  # the goals of a run
# What is told of somebody's health, who may be named: "my dad's heart is a bit dodgy",
_OF_HEALTH = {
    DESPAIR,
    STARVING,
    "EmergencyIntent",
    "PainIntent",
    "ConditionIntent",
    "PregnancyIntent",
    "AgeIntent",
    LIFTING,
}
_WHOSE = {"his": "he", "her": "she", "hers": "she"}  # "with his bad back"
_ABOUT = [[word] for word in "for of about think worried with".split()]
_SAYING = [
    [word] for word in "says said thinks reckons told tells wants wanted asked keeps".split()
]
_GROWN_UP = 18
_MAY_I = re.compile(
    r"\b(?:can|could|should|may|must|am) i\b"
    r"|\bis (?:it|that|this) (?:okay|safe|bad|fine|good|too)\b"
)
_MAY_THEY = re.compile(
    r"\b(?:can|could|should|may|must|will|would|is|does) (?:he|she)\b"
    r"|\b(?:okay|safe|bad|fine|good|right|wise|too much) for (?:him|her|them)\b"
    r"|\bis (?:that|it|this) (?:okay|safe|bad|fine|good|right|alright|wise|normal|too)\b"
    r"|\b(?:let|make|have|get) (?:him|her)\b|\b(?:he|she) (?:ran|runs|jogs|jogged|does|did)\b"
)


def of_age(question: Understanding, asked: list[str], told: list[str]) -> Understanding | None:
    """Return what is asked by somebody whose age is told, where it's of what to do; or None."""
    if not aged(told):
        return None
    years = next((digits for _, digits in numbers_in(told)), "")
    child = years != "" and int(years) < _GROWN_UP
    may = child and _MAY_I.search(" ".join(asked))
    if not may and question.intent not in (TO_BE_ALLOWED if child else _TO_DO):
        return None
    age = {"age": Filled(NUMBER, years)} if years else {}
    score = 1.0 if child else question.score  # a child's age comes before all else
    return replace(question, intent="AgeIntent", slots=age, score=score)


def of_child(words: list[str], named: Named, person: Mapping[str, Filled]) -> Understanding | None:
    """Return the age that a child tells, where nothing of the subject is spoken of; or None.

    Or that of another, the `person`, who may do something: "my son's twelve, can he do leg day".
    """
    if not (years := young(words)):
        return None
    others = _MAY_THEY.search(" ".join(words))
    if not others and named(words, SUBJECT):
        return None
    slots = {"age": Filled(NUMBER, years), **(person if others else {})}
    return Understanding("", "AgeIntent", slots, "paraphrase", 1.0, None)


class HealthTold:
    """Finds the question of one model that something of one's health is told beside."""

    def __init__(self, model: InteractionModel, types: SlotTypes) -> None:
        self._model = model
        self._types = types
        self._values = model.types.get(_AILMENT, ())

    def advised(
        self, question: Understanding, told: list[str], goal: Mapping[str, Filled]
    ) -> Understanding | None:
        """Return a question of somebody who tells what a professional said of it; or None.

        A `goal` in what they said is that of the question: "physio says my legs are weak". Whether
        one may do it is theirs to say, and so is what they have spoken against.
        """
        if question.intent not in TO_BE_ALLOWED:
            return None
        if not allowed(told):
            return replace(question, intent=FORBIDDEN, slots={})
        if run := _FOR_WHICH.get(question.intent):
            wanted = next((one for one in self._model.types.get("GOAL", ()) if one.id == run), None)
            aim = {"goal": Filled("GOAL", run, wanted)} if wanted else {}
            question = replace(question, intent="JogOrSprintIntent", slots=aim)
        intent = self._model.intents[question.intent]
        if "goal" in intent.slots:
            question = replace(question, slots={**goal, **question.slots})
        if "ailment" not in intent.slots:
            return replace(question, intent=ADVISED, slots={})
        return self._with(question, _ALLOWED, " ".join(told))

    def ailing(self, question: Understanding, told: list[str]) -> Understanding | None:
        """Return a question with the illness that is told beside it; None where it has no slot."""
        intent = self._model.intents.get(question.intent)
        if (
            question.score < DECIDING.doubted_correction
            or not intent
            or "ailment" not in intent.slots
        ):
            return None
        if question.intent == _ILL or "ailment" in question.slots:
            return None
        if question.intent in _HELPING and "goal" not in question.slots:
            return None  # "my wife's got MS, would running help" asks about that
        said = " ".join(told)
        state = next((state for state, form in _STATES.items() if form.search(said)), "")
        if question.intent in _OF_A_DOCTOR and state != _BIRTH:
            return None
        return self._with(question, state, said)

    def well(self, question: Understanding, told: list[str]) -> Understanding | None:
        """Return a question of somebody who says that nothing ails them; None where it's unclear.

        What takes no word of health is asked as it is.
        """
        if question.intent in ASKING_NOTHING or question.score < DECIDING.clause:
            return None
        if "ailment" not in self._model.intents[question.intent].slots:
            return question
        return self._with(question, _WELL, " ".join(told))

    def whose(self, own: Understanding, words: list[str]) -> Understanding:
        """Return what is told of health with whose it is, where they are named and not oneself."""
        intent = self._model.intents[own.intent]
        if own.intent not in _OF_HEALTH or "person" not in {*intent.slots} - own.slots.keys():
            return own
        words = [_WHOSE.get(word, word) for word in words]
        named = [
            (len(filled.heard), filled)
            for start in range(len(words))
            if words[start - 1 : start] in ([], *_ABOUT) or "i" not in words[:start]
            for end, filled in self._types.at("PERSON", words, start)
            if words[end : end + 1] not in _SAYING
        ]
        theirs = {"person": max(named, key=itemgetter(0))[1]} if named else {}
        return replace(own, slots={**own.slots, **theirs})

    def _with(self, question: Understanding, ailment: str, said: str) -> Understanding:
        """Return a question with an ailment, by the id of its value or "", and what was said."""
        match = next((one for one in self._values if one.id == ailment), None)
        filled = Filled(_AILMENT, said, match)
        return replace(question, slots={**question.slots, "ailment": filled})
