"""Right JSON for any type that the SDK's models name."""

from __future__ import annotations

from enum import Enum
from importlib import import_module
from typing import Any

PLAIN = {
    "str": "some text",
    "int": 7,
    "float": 2.5,
    "bool": True,
    "datetime": "2026-11-23T20:29:42.125Z",
    "object": {"free": ["form", 1, None]},
}


def load(name: str) -> Any:
    module, _, own_name = name.rpartition(".")
    return getattr(import_module(module), own_name)


def full(kind: str, depth: int = 6) -> Any:
    """Right JSON for a type name: every attribute is there, down to `depth` models."""
    if kind in PLAIN:
        return PLAIN[kind]
    if kind.startswith("list["):
        return [full(kind[5:-1], depth)]
    if kind.startswith("dict("):
        return {"key": full(kind[10:-1], depth)}
    cls = load(kind)
    if issubclass(cls, Enum):
        return next(iter(cls)).value
    if depth == 0:
        return None
    if "discriminator_value_class_map" in vars(cls):
        value, child = next(iter(cls.discriminator_value_class_map.items()))
        return full_model(load(child), depth) | {cls.json_discriminator_key: value}
    return full_model(cls, depth)


def full_model(cls: Any, depth: int = 6) -> dict[str, Any]:
    """Right JSON for a class, without regard to the subclass it may ask for."""
    types = cls.deserialized_types
    return {key: full(types[name], depth - 1) for name, key in cls.attribute_map.items()}
