"""Parsed JSON as the SDK's models, each attribute made when it is first read.

A skill reads a dozen of the hundred values of a request. So a model made here holds the JSON it
stands for, and turns an attribute into its own type (a model, an enum member, a datetime) on first
access. What nobody reads costs nothing, and cannot be wrong: a word that Alexa has added since the
SDK's release is met only by whoever reads that very attribute, and read as it is:

    an enum value that is not known                   the value itself
    a polymorphic object of a type that is not known  the base class
    a part of another JSON type than the model says   None, as if it were absent
"""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import cache, partial
from importlib import import_module
from typing import Any

_Reader = Callable[[Any], Any]
# Types whose values are what JSON makes of them.
_PLAIN = frozenset(("str", "int", "long", "float", "bool", "object"))


def read(kind: Any, value: Any) -> Any:
    """Return `value`, parsed JSON, as a `kind`: a class, or a type as the SDK's models name it.

    Names are "str", "datetime", "list[NAME]", "dict(str, NAME)" or a class's full name. Raises
    ImportError or AttributeError for a name that leads to no class.
    """
    return None if value is None else _reader(kind)(value)


class Lazy:
    """Mixed into a model's class. `_json` is the object that it stands for."""

    _json: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        """Return what the model does not know, but the JSON has: so does the SDK's serializer."""
        if name.startswith("_") or name not in self._json:
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
        return self._json[name]


class _Attribute:
    """An attribute of a model that is made when it is first read; None where the JSON has none."""

    def __init__(self, name: str, key: str, kind: str) -> None:
        self._name, self._key, self._kind = name, key, None if kind in _PLAIN else kind

    def __get__(self, model: Lazy, _owner: type) -> Any:
        value = model._json.get(self._key)
        if self._kind is not None and value is not None:
            value = _reader(self._kind)(value)
        model.__dict__[self._name] = value  # found there from now on
        return value


@cache
def _reader(kind: Any) -> _Reader:
    """Return a function that reads JSON, not null, as a `kind`. Made once a type."""
    if not isinstance(kind, str):
        return _class_reader(kind)
    if kind.startswith("list["):
        return partial(_list, kind[5:-1])
    if kind.startswith("dict("):
        return partial(_dict, kind.partition(",")[2].strip(" )"))
    if kind == "datetime":
        return _datetime
    return (lambda value: value) if kind in _PLAIN else _class_reader(_load(kind))


def _list(kind: str, value: Any) -> Any:
    return [read(kind, each) for each in value] if isinstance(value, list) else None


def _dict(kind: str, value: Any) -> Any:
    if not isinstance(value, dict):
        return None
    return {key: read(kind, each) for key, each in value.items()}


def _load(name: str) -> Any:
    module, _, own_name = name.rpartition(".")
    return getattr(import_module(module), own_name)


def _class_reader(cls: Any) -> _Reader:
    if issubclass(cls, Enum):
        members = {member.value: member for member in cls}
        return lambda value: members.get(value, value) if isinstance(value, str) else None
    if not hasattr(cls, "deserialized_types"):
        return lambda value: value
    return _polymorphic(cls) if hasattr(cls, "discriminator_value_class_map") else _model(cls)


def _polymorphic(cls: Any) -> _Reader:
    """Return a reader of the subclass that the JSON itself names, in its "type" for example."""
    names, key = cls.discriminator_value_class_map, cls.json_discriminator_key

    def found(value: Any) -> Any:
        named = value.get(key) if isinstance(value, dict) else None
        name = names.get(named) if isinstance(named, str) else None
        return (_subclass(name) if name else base)(value)

    base = _model(cls)
    return found


@cache
def _subclass(name: str) -> _Reader:
    return _model(_load(name))


def _model(cls: Any) -> _Reader:
    attributes = {
        name: _Attribute(name, cls.attribute_map[name], kind)
        for name, kind in cls.deserialized_types.items()
    }
    lazy: Any = type(cls.__name__, (Lazy, cls), {**attributes, "__module__": cls.__module__})

    def made(value: Any) -> Any:
        if not isinstance(value, dict):
            return None
        model = lazy.__new__(lazy)
        model._json = value
        return model

    return made


def _datetime(value: Any) -> Any:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value
