"""Requests are read as the SDK reads them, except that nothing new in one costs an answer."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.utils import get_slot_value_v2
from ask_sdk_model import (
    Context,
    DialogState,
    Intent,
    IntentRequest,
    LaunchRequest,
    Request,
    RequestEnvelope,
    Session,
    SimpleSlotValue,
    Slot,
)

from skill.alexa.serializer import dumps, read
from tests.alexa.serializer.generate import full_model, load

SDK = DefaultSerializer()
REQUESTS = Request.discriminator_value_class_map


def everything(value: Any) -> Any:
    """A model as dictionaries, every attribute read, with the class of each part."""
    if isinstance(value, list):
        return [everything(each) for each in value]
    if isinstance(value, dict):
        return {key: everything(each) for key, each in value.items()}
    if hasattr(value, "deserialized_types"):
        return type(value).__name__, {
            name: everything(getattr(value, name)) for name in value.deserialized_types
        }
    return value.isoformat() if isinstance(value, datetime) else value


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_each_request_type_with_everything_in_it(name: str) -> None:
    value = {
        "version": "1.0",
        "session": full_model(Session),
        "context": full_model(Context),
        "request": full_model(load(REQUESTS[name])) | {"type": name},
    }
    ours = read(RequestEnvelope, value)
    theirs = SDK.deserialize(json.dumps(value), RequestEnvelope)
    assert everything(ours) == everything(theirs)
    assert json.loads(dumps(ours)) == json.loads(json.dumps(SDK.serialize(theirs)))


def test_an_intent_request() -> None:
    request = read(
        Request,
        json.loads("""{
        "type": "IntentRequest", "requestId": "r", "timestamp": "2026-11-23T20:29:42Z",
        "locale": "en-US", "dialogState": "IN_PROGRESS", "novelty": [1],
        "intent": {"name": "JogOrSprintIntent", "slots": {"goal": {"value": "legs"}}}
        }"""),
    )
    assert isinstance(request, IntentRequest)
    assert (request.object_type, request.request_id) == ("IntentRequest", "r")
    assert request.timestamp == datetime(2026, 11, 23, 20, 29, 42, tzinfo=UTC)
    assert request.dialog_state is DialogState.IN_PROGRESS
    assert request.novelty == [1]  # type: ignore[attr-defined]
    assert request.intent is request.intent
    assert isinstance(request.intent, Intent)
    slots = request.intent.slots
    assert slots is not None
    assert (slots["goal"].value, slots["goal"].confirmation_status) == ("legs", None)
    with pytest.raises(AttributeError, match="'no_such_thing'"):
        request.no_such_thing  # type: ignore[attr-defined]  # noqa: B018


SLOTS = {"goal": {"value": "abs", "slotValue": {"type": "Simple", "value": "abs"}}}


def test_the_sdks_helpers_work_on_it() -> None:
    event = {"request": {"type": "IntentRequest", "intent": {"slots": SLOTS}}}
    envelope = read(RequestEnvelope, event)

    class Input:
        request_envelope = envelope

    value = get_slot_value_v2(Input, "goal")  # type: ignore[arg-type]
    assert isinstance(value, SimpleSlotValue)
    assert value.value == "abs"
    assert envelope.request.to_dict()["intent"]["slots"]["goal"]["value"] == "abs"


def test_a_request_of_a_type_that_nobody_knows() -> None:
    request = read(Request, {"type": "Tomorrow", "locale": "en-US", "new": 1})
    assert isinstance(request, Request)
    assert (request.object_type, request.locale) == ("Tomorrow", "en-US")


def places(kind: str, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Where in a request an enum value or the name of a type stands, as paths of JSON keys."""
    if kind.startswith("list["):
        return places(kind[5:-1], (*way, "*"))
    if kind.startswith("dict("):
        return places(kind[10:-1], (*way, "any"))
    if "." not in kind or len(way) > 9:
        return []
    cls = load(kind)
    if issubclass(cls, Enum):
        return [way]
    found = [(*way, "type")] if "discriminator_value_class_map" in vars(cls) else []
    for name, key in cls.attribute_map.items():
        found += places(cls.deserialized_types[name], (*way, key))
    return found


NEW_WORDS = sorted(
    {
        *places("ask_sdk_model.context.Context", ("context",)),
        *places("ask_sdk_model.intent_request.IntentRequest", ("request",)),
        *places("ask_sdk_model.session_ended_request.SessionEndedRequest", ("request",)),
    }
)


def test_the_places_where_alexa_may_add_a_word_are_found() -> None:
    assert ("context", "Viewport", "video", "codecs", "*") in NEW_WORDS
    assert ("context", "AudioPlayer", "playerActivity") in NEW_WORDS
    assert ("request", "reason") in NEW_WORDS
    assert len(NEW_WORDS) > 20


def holding(way: tuple[str, ...], word: str) -> Any:
    """JSON with nothing but this word at the end of a path."""
    if not way:
        return word
    inner = holding(way[1:], word)
    return [inner] if way[0] == "*" else {way[0]: inner}


@pytest.mark.parametrize("way", NEW_WORDS, ids=".".join)
def test_a_new_word_is_read_as_it_is(way: tuple[str, ...]) -> None:
    kind = Context if way[0] == "context" else load(_request_of(way))
    model = read(kind, holding(way[1:], "NEW_WORD"))
    assert "NEW_WORD" in json.dumps(everything(model))


def _request_of(way: tuple[str, ...]) -> str:
    intent = way[1] in ("intent", "dialogState")
    return REQUESTS["IntentRequest" if intent else "SessionEndedRequest"]


@pytest.mark.parametrize("wrong", [5, "text", [], True, [{}]])
def test_what_is_no_object_is_no_model(wrong: Any) -> None:
    assert read(Slot, wrong) is None
    assert read(IntentRequest, {"intent": wrong}).intent is None
    assert read(Intent, {"slots": wrong}).slots is None


def test_nulls_in_a_list_stay() -> None:
    assert read("list[int]", [None, 1]) == [None, 1]
    assert read(RequestEnvelope, None) is None


def test_what_was_not_sent_is_none() -> None:
    session = read(Session, {})
    assert (session.user, session.attributes, session.new) == (None, None, None)


def test_a_date_that_is_none_is_read_as_it_is() -> None:
    assert read(LaunchRequest, {"timestamp": "soon"}).timestamp == "soon"


def test_free_form_values_are_not_copied() -> None:
    heard: list[str] = []
    event = {"session": {"attributes": {"heard": heard}}, "request": {"type": "LaunchRequest"}}
    envelope = read(RequestEnvelope, event)
    assert isinstance(envelope.request, LaunchRequest)
    assert envelope.session.attributes["heard"] is heard
