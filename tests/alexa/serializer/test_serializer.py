"""What is written, in literals."""

import json

import pytest
from ask_sdk_model import DialogState, Response, ResponseEnvelope
from ask_sdk_model.ui import SimpleCard, SsmlOutputSpeech

from skill.alexa.serializer import dumps, serialize


def test_a_response() -> None:
    envelope = ResponseEnvelope(
        version="1.0",
        session_attributes={"heard": ["a", "é"], "empty": None, "state": DialogState.STARTED},
        response=Response(
            output_speech=SsmlOutputSpeech(ssml="<speak>Sprint.</speak>"),
            card=SimpleCard(title="Legs", content="Sprint."),
            should_end_session=False,
        ),
    )
    expected = {
        "version": "1.0",
        "sessionAttributes": {"heard": ["a", "é"], "empty": None, "state": "STARTED"},
        "response": {
            "outputSpeech": {"type": "SSML", "ssml": "<speak>Sprint.</speak>"},
            "card": {"type": "Simple", "title": "Legs", "content": "Sprint."},
            "shouldEndSession": False,
        },
    }
    assert json.loads(dumps(envelope)) == serialize(envelope) == expected


def test_it_writes_text_in_utf_8_without_spaces() -> None:
    assert dumps({"a": "é", "b": [1]}) == '{"a":"é","b":[1]}'.encode()


def test_what_is_no_model() -> None:
    with pytest.raises(AttributeError, match="attribute_map"):
        serialize(object())
    with pytest.raises(TypeError, match="bytes"):
        dumps(b"raw")
