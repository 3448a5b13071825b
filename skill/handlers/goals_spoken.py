"""How goals are spoken of and shown: "bigger legs and better cardio"."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from skill.dialog.reply import Reply
from skill.handlers.turn import Turn


def spoken(turn: Turn, goals: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """Return goals as they are spoken of, by `names` first: "bigger legs and better cardio"."""
    named = {**turn.content.goals, **(names or {})}
    *first, last = (named[goal] for goal in list(goals)[:4])
    return f"{', '.join(first)} and {last}" if first else last


def with_goals(turn: Turn, line: str, goals: tuple[str, ...], **values: str) -> Reply:
    """Say a line that names goals, and show them."""
    said = turn.line(line, goal=spoken(turn, goals), **values)
    return replace(said, above=shown(turn, goals, line))


def shown(turn: Turn, goals: tuple[str, ...], line: str = "") -> str:
    """Return goals as a display names them, with a line or an answer: "Your goal: bigger legs"."""
    words = turn.content.screen
    form = words.get(line) or words["goals" if len(goals) > 1 else "goal"]
    return form.format(goal=spoken(turn, goals))
