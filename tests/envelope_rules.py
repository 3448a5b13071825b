"""What Alexa and its certification ask of every answer, checked on the JSON that is sent."""

import json
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

LONGEST_SPEECH = 8_000  # characters
LARGEST_RESPONSE = 24 * 1024  # bytes


def keeps_the_rules(envelope: Mapping[str, Any]) -> None:
    """Fail where an answer to a launch or an intent breaks a rule of the platform or of ours."""
    assert envelope["version"] == "1.0"
    assert len(json.dumps(envelope).encode()) <= LARGEST_RESPONSE
    assert isinstance(envelope.get("sessionAttributes", {}), dict)
    response = envelope["response"]
    speech = _ssml(response["outputSpeech"])
    asks = speech.rstrip().endswith("?")
    assert response["shouldEndSession"] is (not asks), speech
    assert ("reprompt" in response) is asks, speech
    if asks:
        assert _ssml(response["reprompt"]["outputSpeech"]).rstrip().endswith("?")
    if card := response.get("card"):
        assert card["type"] == "Standard"
        assert len(card["title"]) + len(card["text"]) <= LONGEST_SPEECH


def _ssml(speech: Mapping[str, Any]) -> str:
    """The words of a speech, which has to be well formed, short enough and not empty."""
    assert speech["type"] == "SSML"
    assert len(speech["ssml"]) <= LONGEST_SPEECH
    words = "".join(ElementTree.fromstring(speech["ssml"]).itertext())
    assert words.strip()
    return words
