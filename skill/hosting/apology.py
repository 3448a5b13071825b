"""What is said when the skill itself failed, and could not even apologise."""

from typing import Any

_SORRY = "<speak>Sorry, something went wrong on my side. Please try that again.</speak>"
_SPOKEN = {"outputSpeech": {"type": "SSML", "ssml": _SORRY}, "shouldEndSession": True}
# The request types of a custom skill that may be answered with speech.
_SPEECH_ALLOWED = {"LaunchRequest", "IntentRequest", "Alexa.Presentation.APL.UserEvent"}


def apology(kind: object) -> dict[str, Any]:
    """Return a response envelope for a request of type `kind`: spoken where speech is allowed.

    The session ends, because nobody knows what state it is in.
    """
    spoken = isinstance(kind, str) and kind in _SPEECH_ALLOWED
    return {"version": "1.0", "response": _SPOKEN if spoken else {}}
