"""Nothing about a request is lost: what the SDK's DefaultSerializer makes of it, ours makes too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Context, Directive, Request, RequestEnvelope, Session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.alexa.serializer import ModelSerializer
from tests.alexa.serializer.compare import bare, outcome
from tests.alexa.serializer.generate import (
    ANYTHING,
    full_model,
    load,
    some,
    some_of_model,
)

SDK = DefaultSerializer()
OURS = ModelSerializer()
REQUESTS = Request.discriminator_value_class_map
DIRECTIVES = Directive.discriminator_value_class_map
THOROUGH = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_read_alike(value: Any, kind: Any) -> None:
    text = json.dumps(value)
    expected = outcome(SDK.deserialize, text, kind)
    assert outcome(OURS.deserialize, text, kind) == expected
    assert outcome(OURS.deserialize, text.encode(), kind) == expected
    assert outcome(OURS.read, value, kind) == expected


def assert_written_alike(model: Any) -> None:
    expected = SDK.serialize(model)
    assert OURS.serialize(model) == expected
    assert json.loads(OURS.dumps(model)) == json.loads(json.dumps(expected))


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_each_request_type_with_everything_in_it(name: str) -> None:
    value = {
        "version": "1.0",
        "session": full_model(Session),
        "context": full_model(Context),
        "request": full_model(load(REQUESTS[name])) | {"type": name},
    }
    assert_read_alike(value, RequestEnvelope)
    assert_written_alike(SDK.deserialize(json.dumps(value), RequestEnvelope))


@pytest.mark.parametrize("name", sorted(DIRECTIVES))
def test_each_directive_with_everything_in_it(name: str) -> None:
    value = full_model(load(DIRECTIVES[name])) | {"type": name}
    assert_read_alike(value, Directive)
    assert_written_alike(SDK.deserialize(json.dumps(value), Directive))


@THOROUGH
@given(some_of_model(RequestEnvelope))
def test_requests_with_anything_wrong_in_them(value: Any) -> None:
    assert_read_alike(value, RequestEnvelope)


@THOROUGH
@given(st.sampled_from(sorted(REQUESTS)).flatmap(lambda name: some(REQUESTS[name])))
def test_request_types_with_anything_wrong_in_them(value: Any) -> None:
    assert_read_alike(value, Request)


@THOROUGH
@given(
    ANYTHING,
    st.sampled_from(
        [
            RequestEnvelope,
            Request,
            "ask_sdk_model.dialog_state.DialogState",
            "ask_sdk_model.slot.Slot",
            "list[str]",
            "list[int, str]",
            "list[ask_sdk_model.slot.Slot]",
            "list[broken",
            "dict(str, float)",
            "dict(str, list[datetime])",
            "dict(broken",
            *("str", "int", "long", "float", "bool", "date", "datetime", "object"),
            *(str, int, float, bool, object),
        ]
    ),
)
def test_anything_read_as_anything(value: Any, kind: Any) -> None:
    assert_read_alike(value, kind)


@settings(THOROUGH, max_examples=50)
@given(some_of_model(RequestEnvelope))
def test_what_was_read_is_written_alike(value: Any) -> None:
    try:
        model = SDK.deserialize(json.dumps(value), RequestEnvelope)
    except Exception:
        return  # only what can be read can be written
    assert bare(OURS.serialize(model)) == bare(SDK.serialize(model))
