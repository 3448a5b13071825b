"""When something fails: an apology, never a traceback."""

from skill.dialog.reply import Reply
from skill.handlers.turn import Turn


def apology(turn: Turn) -> Reply:
    """Say that something went wrong and ask to hear the question again."""
    return turn.line("apology")
