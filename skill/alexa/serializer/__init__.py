"""Requests to the SDK's models and back.

    ModelSerializer().read(event, RequestEnvelope)         parsed JSON -> model
    ModelSerializer().deserialize(body, RequestEnvelope)   JSON text -> model
    ModelSerializer().serialize(envelope)                  model -> dictionaries and lists
    ModelSerializer().dumps(envelope)                      model -> JSON text

The SDK's DefaultSerializer fills every attribute of every model, and refuses the whole request for
one value that its release does not know. Here attributes are made as they are read (reading.py),
and what is not known is read as it is. The SDK's classes are left as they are.
"""

import json
from datetime import date
from enum import Enum
from typing import Any

from ask_sdk_core.exceptions import SerializationException

from skill.alexa.serializer.reading import read

__all__ = ["ModelSerializer"]

_AS_THEY_ARE = (str, int, float, bytes, list, tuple, dict)
_MODEL = object()


class ModelSerializer:
    """Stands in for DefaultSerializer in CustomSkill.serializer. Safe for many threads.

    It has the methods of the SDK's Serializer, but not that base: importing it imports the client
    of every Alexa service, a third of a cold start.
    """

    def __init__(self) -> None:
        self._keys: dict[type, list[tuple[str, str]]] = {}

    def deserialize(self, payload: str | bytes | None, obj_type: Any) -> Any:
        """Return the value that the JSON text `payload` holds as an `obj_type`; None for None.

        Raises SerializationException for text that is not JSON in UTF-8.
        """
        if payload is None:
            return None
        # Imported here because it takes 10 ms and Lambda, which parses events itself, never asks.
        import orjson

        try:
            value = orjson.loads(payload)
        except ValueError as fault:
            raise SerializationException(f"Couldn't parse response body: {fault}") from None
        return read(obj_type, value)

    def read(self, value: Any, obj_type: Any) -> Any:
        """Return parsed JSON as an `obj_type`: see reading.read. It is not copied."""
        return read(obj_type, value)

    def serialize(self, obj: Any) -> Any:
        """Return dictionaries, lists and plain values for a model, without what is None.

        Raises AttributeError for an object that is no model.
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
        """Return the same as compact JSON in UTF-8. Raises as `serialize`; TypeError for bytes.

        An object that has its own JSON, as bytes in an attribute `json`, is written as that.
        """
        import orjson

        def outline(value: Any) -> Any:
            if type(value) not in self._keys:
                written = getattr(value, "json", None)
                if type(written) is bytes:
                    return orjson.Fragment(written)
            return self._outline(value)

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
        """Return `obj` as JSON, one level deep: a model is a dictionary that may hold models."""
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
