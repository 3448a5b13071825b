"""Requests to the SDK's models and back.

    read(RequestEnvelope, event)   parsed JSON -> model
    serialize(envelope)            model -> dictionaries and lists
    dumps(envelope)                model -> JSON text

The SDK's DefaultSerializer fills every attribute of every model, and refuses the whole request for
one value that its release does not know. Here attributes are made as they are read (reading.py),
and what is not known is read as it is. The SDK's classes are left as they are.
"""

from enum import Enum
from functools import cache
from typing import Any

from skill.alexa.serializer.reading import read

__all__ = ["dumps", "read", "serialize"]


def serialize(obj: Any) -> Any:
    """Return dictionaries, lists and plain values for a model, without what is None.

    Raises AttributeError for an object that is no model.
    """
    if obj is None or isinstance(obj, (str, int, float)):
        return obj
    if isinstance(obj, Enum):
        return obj.value
    if isinstance(obj, list):
        return [serialize(value) for value in obj]
    flat = obj if isinstance(obj, dict) else _outline(obj)
    return {key: serialize(value) for key, value in flat.items()}


def dumps(obj: Any) -> bytes:
    """Return the same as compact JSON in UTF-8. Raises TypeError for what cannot be written.

    A dictionary that has its own JSON, as bytes in an attribute `json`, is written as that.
    """
    import orjson  # here because it takes 10 ms, and Lambda, which writes JSON itself, never asks

    def default(value: Any) -> Any:
        if isinstance(value, dict) and (written := getattr(value, "json", None)):
            return orjson.Fragment(written)
        return _outline(value)

    return orjson.dumps(obj, default, orjson.OPT_PASSTHROUGH_SUBCLASS)


def _outline(model: Any) -> dict[str, Any]:
    """Return a model as a dictionary, one level deep: it may hold models."""
    keys = _keys(model.__class__)
    return {key: value for name, key in keys if (value := getattr(model, name)) is not None}


@cache
def _keys(model: Any) -> list[tuple[str, str]]:
    """(attribute, JSON key) of each attribute of a model class, in its order."""
    return list(model.attribute_map.items())
