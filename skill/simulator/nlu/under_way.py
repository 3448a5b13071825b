"""What is said on the tour or in the quiz, where it means something else by itself."""

import re
from dataclasses import replace

from skill.simulator.nlu.asides import NO
from skill.simulator.nlu.background import conditions, kinds
from skill.simulator.nlu.grammar import NUMBER, Filled
from skill.simulator.nlu.numbers import numbers_in
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding

_TOUR = re.compile(
    r"\btour\b|^(?:.* of .*\. )?(?:ready for the next one|should i go on|next one)\?"
)
_END = re.compile(
    r"\b(?:to the (?:very )?end|(?:just|only) (?:\w+ ){0,2}the last (?:one|part|bit|stop))\b"
)
_ENOUGH = re.compile(
    r"\b(?:stop|end|quit|leave|out of|enough of) (?:the|this|that) (?:whole )?tour\b|\btoo long\b"
)
_GUESSING = re.compile(r"^(?:first one|second|last one), ")
_OF_CALORIES = re.compile(r"\bcalories\b")
_GUESS = "WhatAboutIntent"  # names what it may be, and asks nothing of its own
_PARTS = {"back", "core", "heart", "stomach", "bum", "butt"}  # of the body, and more of them


def under_way(own: Understanding, said: list[str], asked: str) -> Understanding | None:
    """Return what words mean to the question of the tour or the quiz, or None for their `own`."""
    words, sure = " ".join(said), DECIDING.beside
    if _TOUR.search(asked):
        if _ENOUGH.search(words):
            return replace(own, intent=NO, slots={}, tier="paraphrase", score=sure)
        last = _END.search(words)
        act = replace(own, intent="SummaryIntent", slots={}, tier="paraphrase", score=sure)
        return act if last else None
    if not _GUESSING.match(asked) or conditions(said):
        return None
    guess = replace(own, intent=_GUESS, slots={}, tier="paraphrase", score=sure)
    numbers = [digits for _, digits in numbers_in(said)]
    if _OF_CALORIES.search(asked):
        named = len(numbers) == 1 and not {"mile", "miles", "k"}.intersection(said)
        told = {"distance": Filled(NUMBER, numbers[0])} if named else {}
        return replace(guess, slots=told) if named else None
    part = "body" in kinds(said) or not _PARTS.isdisjoint(said)
    return guess if part and "muscle group" in asked and not own.slots.get("exercise") else None
