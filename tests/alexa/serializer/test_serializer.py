"""What goes in and comes out, in literals; where we differ from the SDK, that we do."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import (
    DialogState,
    IntentRequest,
    LaunchRequest,
    Request,
    RequestEnvelope,
    Response,
    ResponseEnvelope,
    Slot,
)
from ask_sdk_model.ui import Image, SimpleCard, SsmlOutputSpeech

from skill.alexa.serializer import ModelSerializer

serializer = ModelSerializer()

INTENT = b"""{
    "type": "IntentRequest", "requestId": "r", "timestamp": "2026-11-23T20:29:42Z",
    "locale": "en-US", "dialogState": "IN_PROGRESS", "novelty": [1],
    "intent": {"name": "JogOrSprintIntent", "slots": {"goal": {"name": "goal", "value": "legs"}}}
}"""


def test_an_intent_request() -> None:
    request = serializer.deserialize(INTENT, Request)
    assert type(request) is IntentRequest
    assert (request.object_type, request.request_id, request.locale) == (
        "IntentRequest",
        "r",
        "en-US",
    )
    assert request.timestamp == datetime(2026, 11, 23, 20, 29, 42, tzinfo=UTC)
    assert request.dialog_state is DialogState.IN_PROGRESS
    assert request.novelty == [1]
    assert request.intent.name == "JogOrSprintIntent"
    assert request.intent.slots == {"goal": Slot(name="goal", value="legs")}


def test_the_sdk_calls_it_by_these_names() -> None:
    assert serializer.deserialize(payload="[1, null]", obj_type="list[int]") == [1, None]
    assert serializer.serialize(obj=Slot(name="goal")) == {"name": "goal"}


def test_none_stays_none() -> None:
    assert serializer.deserialize(None, RequestEnvelope) is None
    assert serializer.deserialize("null", RequestEnvelope) is None
    assert serializer.read(None, "no.such.Class") is None
    assert serializer.serialize(None) is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ('{"type": "Alexa.Unknown"}', Request, "Couldn't resolve object by discriminator type"),
        ('{"requestId": "r"}', Request, "^'type'$"),
        ('{"type": "LaunchRequest", "timestamp": 5}', Request, "Parser must be a string"),
        ('{"type": "LaunchRequest", "timestamp": "x"}', Request, "Failed to parse x into 'dat"),
        ('"SLEEPING"', DialogState, "'SLEEPING' is not a valid DialogState"),
        ("[]", DialogState, r"\[\] is not a valid DialogState"),
        ('{"__class__": "int"}', Slot, "__class__ must be set to a class, not 'str' object"),
        ('"text"', Slot, "string indices must be integers"),
        ("5", Slot, "argument of type 'int' is not iterable"),
        ('"x"', "int", "Failed to parse x into 'int' object"),
        ("{}", "no.such.Class", "Unable to resolve class no.such.Class"),
        ("{}", "Nameless", "Unable to resolve class Nameless"),
        ("{}", 5, "issubclass"),
    ],
)
def test_what_a_model_cannot_hold(text: str, kind: Any, words: str) -> None:
    for judge in (serializer, DefaultSerializer()):
        with pytest.raises(SerializationException, match=words):
            judge.deserialize(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[1,]", '{"a" 1}', "NaN", "[Infinity]", "1e999", '"\\ud800"', "\ufeff1"),
        *(b"\xff", b'"\xc3"', "1".encode("utf-16")),
        "[" * 1_100 + "]" * 1_100,
    ],
)
def test_what_is_not_json_in_utf_8(text: str | bytes) -> None:
    with pytest.raises(SerializationException, match="Couldn't parse response body"):
        serializer.deserialize(text, "object")


def test_what_a_user_said_is_not_in_the_message() -> None:
    with pytest.raises(SerializationException) as caught:
        serializer.deserialize('{"value": "my secret" oops}', "object")
    assert "secret" not in str(caught.value)


def test_what_is_left_to_who_reads_strictly() -> None:
    assert serializer.deserialize('{"a": 1, "a": 2}', "object") == {"a": 2}
    assert serializer.deserialize(str(2**64), "object") == float(2**64)


def test_models_nested_without_end_are_refused() -> None:
    text = '{"type": "List", "values": [' * 400 + "]}" * 400
    with pytest.raises(SerializationException, match="recursion"):
        serializer.deserialize(text, "ask_sdk_model.slot_value.SlotValue")


def test_a_response() -> None:
    envelope = ResponseEnvelope(
        version="1.0",
        session_attributes={"heard": ["a", "é"], "empty": None, 7: "seven"},
        response=Response(
            output_speech=SsmlOutputSpeech(ssml="<speak>Sprint.</speak>"),
            card=SimpleCard(title="Legs", content="Sprint."),
            should_end_session=False,
        ),
    )
    expected = {
        "version": "1.0",
        "sessionAttributes": {"heard": ["a", "é"], "empty": None, "7": "seven"},
        "response": {
            "outputSpeech": {"type": "SSML", "ssml": "<speak>Sprint.</speak>"},
            "card": {"type": "Simple", "title": "Legs", "content": "Sprint."},
            "shouldEndSession": False,
        },
    }
    assert json.loads(serializer.dumps(envelope)) == expected
    assert json.loads(json.dumps(serializer.serialize(envelope))) == expected


def test_it_writes_text_in_utf_8_without_spaces() -> None:
    assert serializer.dumps({"a": "é", "b": [1]}) == '{"a":"é","b":[1]}'.encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("3"), 3),
        (Decimal("2.5"), 2.5),
        (DialogState.STARTED, "STARTED"),
        (date(2026, 11, 23), "2026-11-23"),
        (datetime(2026, 11, 23, 20, 29, tzinfo=UTC), "2026-11-23T20:29:00+00:00"),
        ((Slot(name="goal"), "legs"), ({"name": "goal"}, "legs")),
        (2**70, 2**70),
    ],
)
def test_values(value: Any, expected: Any) -> None:
    assert serializer.serialize(value) == DefaultSerializer().serialize(value) == expected
    assert json.loads(serializer.dumps(value)) == json.loads(json.dumps(expected))


def test_what_is_no_model() -> None:
    with pytest.raises(AttributeError, match="deserialized_types"):
        serializer.serialize(object())
    with pytest.raises(TypeError, match="bytes is not JSON serializable"):
        serializer.dumps(b"raw")


class Partial:
    """A model of somebody's own, with names for some of its attributes only."""

    deserialized_types = {"image": "ask_sdk_model.ui.image.Image", "count": "int"}  # noqa: RUF012
    attribute_map = {"image": "picture"}  # noqa: RUF012

    def __init__(self) -> None:
        self.image = self.count = None


def test_models_of_ones_own() -> None:
    model = serializer.deserialize('{"picture": {"smallImageUrl": "u"}, "count": "3"}', Partial)
    assert (model.image, model.count) == (Image(small_image_url="u"), 3)
    assert serializer.serialize(model) == {"picture": {"smallImageUrl": "u"}, "count": 3}


def test_classes_are_left_as_they_are() -> None:
    serializer.serialize(serializer.deserialize('{"count": 3}', Partial))
    assert Partial.attribute_map == {"image": "picture"}


def test_free_form_values_are_not_copied() -> None:
    heard: list[str] = []
    event = {"session": {"attributes": {"heard": heard}}, "request": {"type": "LaunchRequest"}}
    envelope = serializer.read(event, RequestEnvelope)
    assert type(envelope.request) is LaunchRequest
    assert envelope.session.attributes["heard"] is heard
