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
from functools import cache
from importlib import import_module
from typing import Any

_Reader = Callable[[Any], Any]


def read(kind: Any, value: Any) -> Any:
    """Return `value`, parsed JSON, as a `kind`: a class, or a type as the SDK's models name it.

    Names are "str", "datetime", "list[NAME]", "dict(str, NAME)" or a class's full name. Raises
    ImportError or AttributeError for a name that leads to no class.
    """
    return None if value is None else _reader(kind)(value)


class Lazy:
    """Mixed into a model's class. `_json` is the object that it stands for."""

    _json: dict[str, Any]
    _fields: dict[str, tuple[str, Any]]  # attribute -> JSON key, type

    def __getattr__(self, name: str) -> Any:
        """Return an attribute that has not been read before; None where the request has none.

        Keys that the model does not know are attributes too, as with the SDK's own serializer.
        """
        if name in self._fields:
            key, kind = self._fields[name]
            value = self.__dict__[name] = read(kind, self._json.get(key))
            return value
        if name.startswith("_") or name not in self._json:
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
        return self._json[name]


@cache
def _reader(kind: Any) -> _Reader:
    """Return a function that reads JSON, not null, as a `kind`. Made once a type."""
    if not isinstance(kind, str):
        return _class_reader(kind)
    if kind.startswith("list["):
        inner = kind[5:-1]
        return lambda value: [read(inner, each) for each in value] if _is(list, value) else None
    if kind.startswith("dict("):
        inner = kind.partition(",")[2].strip(" )")
        return lambda value: (
            {key: read(inner, each) for key, each in value.items()} if _is(dict, value) else None
        )
    if kind == "datetime":
        return _datetime
    module, _, name = kind.rpartition(".")
    return _class_reader(getattr(import_module(module), name)) if module else lambda value: value


def _class_reader(cls: Any) -> _Reader:
    if issubclass(cls, Enum):
        members = {member.value: member for member in cls}
        return lambda value: members.get(value, value) if _is(str, value) else None
    if not hasattr(cls, "deserialized_types"):
        return lambda value: value
    return _polymorphic(cls) if hasattr(cls, "discriminator_value_class_map") else _model(cls)


def _polymorphic(cls: Any) -> _Reader:
    """Return a reader of the subclass that the JSON itself names, in its "type" for example."""
    names, key = cls.discriminator_value_class_map, cls.json_discriminator_key

    def found(value: Any) -> Any:
        named = value.get(key) if _is(dict, value) else None
        name = names.get(named) if _is(str, named) else None
        return (_subclass(name) if name else base)(value)

    base = _model(cls)
    return found


@cache
def _subclass(name: str) -> _Reader:
    module, _, own_name = name.rpartition(".")
    return _model(getattr(import_module(module), own_name))


def _model(cls: Any) -> _Reader:
    keys = getattr(cls, "attribute_map", {})
    fields = {name: (keys.get(name, name), kind) for name, kind in cls.deserialized_types.items()}
    lazy: Any = type(cls.__name__, (Lazy, cls), {"_fields": fields, "__module__": cls.__module__})

    def made(value: Any) -> Any:
        if not _is(dict, value):
            return None
        model = lazy.__new__(lazy)
        model._json = value
        return model

    return made


def _is(kind: type, value: Any) -> bool:
    return isinstance(value, kind)


def _datetime(value: Any) -> Any:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value
