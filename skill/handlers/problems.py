"""When a handler fails: an apology, never a traceback."""

from skill.handlers.turn import Turn
from skill.reply import Reply


def apology(turn: Turn) -> Reply:
    """Say that something went wrong and ask to hear the question again."""
    return turn.line("apology")
