"""What is said on the tour or in the quiz, where it means something else by itself."""

import re

from skill.simulator.nlu.asides import NO, YES
from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import conditions, kinds
from skill.simulator.nlu.grammar import NUMBER, Filled
from skill.simulator.nlu.intents import DECLINING
from skill.simulator.nlu.numbers import numbers_in
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding, put_to

TOUR = re.compile(r"\b(?:tour|next one|go on\?)")  # asks whether to go on with all there is
_ON = {"next", "tour", "story", "part", "parts", "continue", "carry", "more", "couple", "go"}
_FIRST = 5  # words, one of which goes on with a tour
STOPPING = {"no", "nah", "nope", "naw", "not", "never", "stop", "forget", "but"}
_END = re.compile(
    r"\b(?:to the (?:very )?end|(?:just|only) (?:\w+ ){0,2}the last (?:one|part|bit|stop))\b"
)
_ENOUGH = re.compile(
    r"\b(?:stop|end|quit|leave|out of|enough of) (?:the|this|that) (?:whole )?tour\b|\btoo long\b"
)
_GUESSING = re.compile(r"(?:first one|second|last one), ")  # a question of the quiz
# It's too hard, or is to be another one.
_NO_IDEA = re.compile(
    r"\b(?:do not (?:even |really )?know|no (?:idea|clue)|(?:too|is) hard|give up)\b"
)
_OTHER_ONE = re.compile(r"\b(?:a different|the other|another) (?:one|question)\b")
_STUCK = {*DECLINING, "InsultIntent", "AcknowledgeIntent", "PlainWordsIntent", "DoubtIntent"}
_OF_CALORIES = re.compile(r"\bcalories\b")
_GUESS = "WhatAboutIntent"  # names what it may be, and asks nothing of its own
_LEGS = {"leg", "legs"}
_PARTS = {"back", "core", "heart", "stomach", "bum", "butt"}  # of the body, and more of them


def under_way(own: Understanding, said: list[str], asked: str) -> Understanding | None:
    """Return what words mean to the question of the tour or the quiz, or None for their `own`."""
    if TOUR.search(asked):
        intent = _on_tour(own, said)
        return put_to(own, intent) if intent else None
    if not _GUESSING.match(asked):
        return None
    if guess := _guessed(own, said, asked):
        return guess
    words = " ".join(said)
    if _OTHER_ONE.search(words):
        return put_to(own, "AMAZON.NextIntent")
    stuck = own.intent in _STUCK and _NO_IDEA.search(words)
    return put_to(own, "DontKnowIntent") if stuck else None


def _on_tour(own: Understanding, said: list[str]) -> str:
    """Return the intent of words on the tour: to leave it, to end it, to go on; or ""."""
    words = " ".join(said)
    if _ENOUGH.search(words):
        return NO
    if _END.search(words):
        return "SummaryIntent"
    known = own.score >= DECIDING.beside or said[0] in STOPPING
    about = "goal" in own.slots and not own.slots["goal"].unmatched
    return "" if known or about or _ON.isdisjoint([*said[:_FIRST], said[-1]]) else YES


def _guessed(own: Understanding, said: list[str], asked: str) -> Understanding | None:
    """Return the guess that words hold to a question of the quiz, or None for none."""
    if conditions(said):
        return None
    if _OF_CALORIES.search(asked):
        numbers = [digits for _, digits in numbers_in(said)]
        if len(numbers) != 1 or not {"mile", "miles", "k"}.isdisjoint(said):
            return None
        told = {"distance": Filled(NUMBER, numbers[0])}
        return put_to(own, _GUESS, told)
    if "muscle group" in asked and not _LEGS.isdisjoint(said) and not asks(said):
        return put_to(own, "LargestMuscleIntent")  # "legs obviously, I'm not thick"
    part = "body" in kinds(said) or not _PARTS.isdisjoint(said)
    if not part or "muscle group" not in asked or own.slots.get("exercise"):
        return None
    return put_to(own, _GUESS)
