"""When something fails: an apology, never a traceback."""

from typing import Any

from skill.dialog.reply import Reply
from skill.handlers.turn import Turn

_SORRY = "<speak>Sorry, something went wrong on my side. Please try that again.</speak>"
_APOLOGY = {"outputSpeech": {"type": "SSML", "ssml": _SORRY}, "shouldEndSession": True}


def apology(turn: Turn) -> Reply:
    """Say that something went wrong and ask to hear the question again."""
    return turn.line("apology")


def last_words(kind: str) -> dict[str, Any]:
    """Return a response envelope for when even that apology failed to a request of type `kind`.

    Spoken where someone listens; nobody does after the end of a session or to an event. The session
    ends: nobody knows what state it is in.
    """
    deaf = kind == "SessionEndedRequest" or kind.startswith("AlexaSkillEvent.")
    return {"version": "1.0", "response": {} if deaf else _APOLOGY}
