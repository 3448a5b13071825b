"""JSON for any type the SDK's models name: all of it, or some of it with things wrong in it."""

from __future__ import annotations

from enum import Enum
from importlib import import_module
from typing import Any

from hypothesis import strategies as st

PLAIN = {
    "str": "some text",
    "int": 7,
    "float": 2.5,
    "bool": True,
    "datetime": "2026-11-23T20:29:42.125Z",
    "object": {"free": ["form", 1, None]},
}

DATES = (
    "2026-11-23T20:29:42Z",
    "2026-11-23T20:29:42.125+02:00",
    "2026-11-23T20:29:42",
    "2026-11-23",
    "2026-02-30T20:29:42Z",
    "23 Nov 2026",
    "20261123",
    "2026-W48-1T20:29:42Z",
    "yesterday",
    "",
)

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(DATES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)


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


@st.composite
def some(draw: st.DrawFn, kind: str, depth: int = 5) -> Any:
    """Mostly right JSON for a type name: attributes lack, are null, wrong or more than known."""
    if depth == 0 or draw(st.integers(0, 11)) == 0:
        return draw(ANYTHING)
    if kind == "datetime":
        return draw(st.sampled_from(DATES) | st.datetimes().map(str))
    if kind in PLAIN:
        return draw(st.just(PLAIN[kind]) | ANYTHING)
    if kind.startswith("list["):
        return draw(st.lists(some(kind[5:-1], depth - 1), max_size=2))
    if kind.startswith("dict("):
        return draw(st.dictionaries(st.text(max_size=4), some(kind[10:-1], depth - 1), max_size=2))
    return draw(some_of_class(load(kind), depth))


@st.composite
def some_of_class(draw: st.DrawFn, cls: Any, depth: int) -> Any:
    if issubclass(cls, Enum):
        return draw(st.sampled_from([member.value for member in cls] + ["NEW_VALUE", "", 0]))
    if "discriminator_value_class_map" not in vars(cls):
        return draw(some_of_model(cls, depth))
    children = cls.discriminator_value_class_map
    value = draw(st.sampled_from([*sorted(children), "Alexa.Unknown", None, 3]))
    found = draw(some_of_model(load(children[value]) if value in children else cls, depth))
    return found | {cls.json_discriminator_key: value}


@st.composite
def some_of_model(draw: st.DrawFn, cls: Any, depth: int = 5) -> dict[str, Any]:
    found = draw(st.dictionaries(st.text(max_size=6), ANYTHING, max_size=1))
    for name, key in cls.attribute_map.items():
        if draw(st.integers(0, 3)):
            found[key] = draw(some(cls.deserialized_types[name], depth - 1))
    return found
