"""Requests to the SDK's models and back, by plans made once for each class.

    ModelSerializer().deserialize(body, RequestEnvelope)   JSON text -> model
    ModelSerializer().read(event, RequestEnvelope)         parsed JSON -> model
    ModelSerializer().serialize(envelope)                  model -> dictionaries and lists
    ModelSerializer().dumps(envelope)                      model -> JSON text

    plans.py  what to do for each class and type name
    dates.py  Alexa's dates at once, all others as the SDK reads them

The SDK's DefaultSerializer matches patterns, imports modules and copies tables for every value of
every request, which is four fifths of its time. Nothing about a request is lost here: attributes,
values and errors are the same (tests/serializer compares them). What differs, on purpose:

- Text. Only what JSON allows, in UTF-8, is read: NaN, a lone surrogate, a byte order mark and
  nesting deeper than 1,024 are errors. The last of two equal keys wins and an integer of more than
  64 bits becomes a float; who has to refuse those does so before (skill.alexa.verification.strict).
- Dates written as Alexa writes them carry datetime's own time zones, not dateutil's.
- The message for text that is not JSON says where it breaks, but does not repeat what a user said.
- The SDK's classes are left as they are; DefaultSerializer adds to their attribute_map.
"""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from typing import Any

from ask_sdk_core.exceptions import SerializationException

from skill.alexa.serializer.plans import Plans

__all__ = ["ModelSerializer"]

_AS_THEY_ARE = (str, int, float, bytes, list, tuple, dict)
_MODEL = object()


class ModelSerializer:
    """Stands in for DefaultSerializer in CustomSkill.serializer and in the SDK's service clients.

    It has the methods of the SDK's Serializer, but not that base: importing it imports the client
    of every Alexa service, a third of a cold start.

    Safe for many threads: two that meet a class at once make the same plan.
    """

    def __init__(self) -> None:
        self._plans = Plans()
        self._keys: dict[type, list[tuple[str, str]]] = {}

    def deserialize(self, payload: str | bytes | None, obj_type: Any) -> Any:
        """The value that the JSON text `payload` holds, as an `obj_type`; None for None.

        `obj_type` is a class, a class's full name, "list[NAME]" or "dict(str, NAME)".
        Errors: SerializationException for text that is not JSON; see `read` for the rest.
        """
        if payload is None:
            return None
        # Imported here because it takes 10 ms and Lambda, which parses events itself, never asks.
        import orjson

        try:
            value = orjson.loads(payload)
        except ValueError as fault:
            raise SerializationException(f"Couldn't parse response body: {fault}") from None
        return self._plans.read(obj_type, value)

    def read(self, value: Any, obj_type: Any) -> Any:
        """As `deserialize`, from JSON that is parsed already.

        What the models leave free (each session attribute) is in the model itself, not copied.
        Errors: SerializationException for what a model cannot hold; TypeError or AttributeError
        where `obj_type` is a list or dict and `value` is not, as with the SDK.
        """
        return self._plans.read(obj_type, value)

    def serialize(self, obj: Any) -> Any:
        """Dictionaries, lists and plain values for a model; attributes that are None are left out.

        Errors: AttributeError for an object that is no model.
        """
        flat = self._outline(obj)
        if isinstance(flat, dict):
            return {key: self.serialize(value) for key, value in flat.items()}
        if isinstance(flat, list):
            return [self.serialize(value) for value in flat]
        if isinstance(flat, tuple):
            return tuple(self.serialize(value) for value in flat)
        return flat

    def dumps(self, obj: Any) -> bytes:
        """The same as compact JSON in UTF-8. Errors: as `serialize`; TypeError for bytes.

        An object that has its own JSON, as bytes in an attribute `json`, is written as that.
        """
        import orjson

        def outline(value: Any) -> Any:
            written = getattr(value, "json", None)
            return orjson.Fragment(written) if type(written) is bytes else self._outline(value)

        options = (
            orjson.OPT_PASSTHROUGH_DATETIME
            | orjson.OPT_PASSTHROUGH_DATACLASS
            | orjson.OPT_PASSTHROUGH_SUBCLASS
        )
        try:
            return orjson.dumps(obj, outline, options)
        except TypeError:
            # Keys that are numbers, integers of more than 64 bits: Python's writer has them.
            return json.dumps(self.serialize(obj), separators=(",", ":")).encode()

    def _outline(self, obj: Any) -> Any:
        """`obj` one level deep in terms of JSON: a model is a dictionary that may hold models."""
        keys = self._keys.get(type(obj))
        if keys is None:
            if (flat := _flat(obj)) is not _MODEL:
                return flat
            keys = self._keys[type(obj)] = _keys(type(obj))
        return {key: value for name, key in keys if (value := getattr(obj, name)) is not None}


def _flat(obj: Any) -> Any:
    """The JSON for an object that is no model; _MODEL for one that must be."""
    if obj is None or isinstance(obj, _AS_THEY_ARE):
        return obj
    if isinstance(obj, date):
        return obj.isoformat()
    if isinstance(obj, Enum):
        return obj.value
    if hasattr(obj, "deserialized_types"):
        return _MODEL
    from decimal import Decimal  # after the models: 1 ms that no answer needs

    if isinstance(obj, Decimal):
        return int(obj) if obj % 1 == 0 else float(obj)
    return _MODEL


def _keys(model: Any) -> list[tuple[str, str]]:
    """(attribute, JSON key) of each attribute of a model class, in its order."""
    renamed = getattr(model, "attribute_map", {})
    return [(name, renamed.get(name, name)) for name in model.deserialized_types]
