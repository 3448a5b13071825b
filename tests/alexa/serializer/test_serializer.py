"""What is written, in literals."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import DialogState, Response, ResponseEnvelope, Slot
from ask_sdk_model.ui import SimpleCard, SsmlOutputSpeech

from skill.alexa.serializer import ModelSerializer

serializer = ModelSerializer()


def test_what_a_user_said_is_not_in_the_message() -> None:
    with pytest.raises(SerializationException) as caught:
        serializer.deserialize('{"value": "my secret" oops}', "object")
    assert "secret" not in str(caught.value)


def test_a_response() -> None:
    envelope = ResponseEnvelope(
        version="1.0",
        session_attributes={"heard": ["a", "é"], "empty": None, 7: "seven"},  # type: ignore[dict-item]
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
    model = serializer.deserialize('{"picture": {"smallImageUrl": "u"}, "count": 3}', Partial)
    assert (model.image.small_image_url, model.count) == ("u", 3)
    assert serializer.serialize(model) == {"picture": {"smallImageUrl": "u"}, "count": 3}


def test_classes_are_left_as_they_are() -> None:
    serializer.serialize(serializer.deserialize('{"count": 3}', Partial))
    assert Partial.attribute_map == {"image": "picture"}
