"""Somebody may harm themselves: what is said until they say they're safe, or clearly ask on."""

from skill.dialog.health import STATE
from skill.dialog.reply import Reply
from skill.handlers.beyond import MEASURED
from skill.handlers.turn import Turn

_ANSWERS = ("AMAZON.YesIntent", "AMAZON.RepeatIntent")  # taken as after any other question
_LEAVING = ("AMAZON.StopIntent", "AMAZON.NavigateHomeIntent")
# Themes and questions that a word of despair may be mistaken for: "what's the point of it all".
_MISTAKEN = ("enjoyment", "sources")
_LEANING = ("WhatAboutIntent", "AlternateIntent")


def despair(turn: Turn) -> Reply:
    """Name who helps, ask if they're in danger, and nothing else."""
    turn.session.troubled = True
    if turn.of_other:
        turn.health.tell(STATE)
    return turn.line("despair-on" if "despair" in turn.session.forms else "despair")


def stays(turn: Turn) -> Reply | None:
    """Return what is said while somebody may be in danger; None where nobody is.

    Only a clear no and a clear question lift it; whatever else is said is no answer to whether
    they are in danger.
    """
    if not turn.session.troubled or turn.name in _ANSWERS:
        return None
    if turn.name in _LEAVING:
        return turn.line("goodbye-despair")
    safe, misread = turn.name == "AMAZON.NoIntent", turn.name == "RecoveredIntent"
    turn.session.troubled = not (safe or misread or _asks_on(turn))
    if turn.session.troubled:
        return turn.line("despair-on")
    if safe:
        return turn.line("safe-now")
    return turn.line_and_offer("false-alarm") if misread else None


def _asks_on(turn: Turn) -> bool:
    """Tell whether a question about running or leg day is asked, and can't be meant otherwise."""
    if turn.name in MEASURED:
        return True
    found = turn.content.choose(turn.name, turn.slots)
    if found is None or turn.name in _LEANING:
        return False
    return found.theme not in _MISTAKEN
