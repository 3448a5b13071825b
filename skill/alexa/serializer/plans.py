"""How to read each type that the SDK's models name, worked out at its first use.

A plan is a function from parsed JSON, not null, to a value. Plans are made only for what a request
holds, because making one imports the class's module, and the SDK has 475 classes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import partial
from importlib import import_module
from typing import Any

from ask_sdk_core.exceptions import SerializationException

from skill.alexa.serializer.dates import read_date, read_datetime

_Plan = Callable[[Any], Any]
# Of a model: (attribute, JSON key, the JSON type that needs no reading, the type's name).
_Field = tuple[str, str, type | None, str]

_NATIVE = {
    "int": int,
    "long": int,
    "float": float,
    "str": str,
    "bool": bool,
    "date": date,
    "datetime": datetime,
    "object": object,
}
_PRIMITIVES = (float, bool, bytes, str, int)
_LIST = re.compile(r"list\[(.*)\]")
_DICT = re.compile(r"dict\(([^,]*), (.*)\)")


class Plans(dict[Any, _Plan]):
    """A plan for each type: a class, or a name as the SDK writes them. Missing ones are made."""

    def __init__(self) -> None:
        super().__init__({kind: partial(_primitive, kind) for kind in _PRIMITIVES})
        self.update({object: _as_it_is, date: read_date, datetime: read_datetime})
        self._children: dict[str, _Plan] = {}

    def read(self, kind: Any, value: Any) -> Any:
        """Parsed JSON as a `kind`; null stays None."""
        return None if value is None else self[kind](value)

    def __missing__(self, kind: Any) -> _Plan:
        """Errors: SerializationException for a name that leads to no class."""
        plan = self[kind] = self._named(kind) if isinstance(kind, str) else self._of_class(kind)
        return plan

    def _named(self, kind: str) -> _Plan:
        if kind.startswith("list["):
            return self._list(kind)
        if kind.startswith("dict("):
            return self._dict(kind)
        return self[_NATIVE.get(kind) or _load(kind)]

    def _list(self, kind: str) -> _Plan:
        found = _LIST.match(kind)
        if found is None:
            return lambda value: []
        kinds = [each.strip() for each in found[1].split(",")]
        if len(kinds) > 1:  # a type for each place
            return lambda value: [
                self.read(each, item) for item, each in zip(value, kinds, strict=False)
            ]
        return lambda value: [self.read(kinds[0], item) for item in value]

    def _dict(self, kind: str) -> _Plan:
        found = _DICT.match(kind)
        if found is None:
            return lambda value: {}
        inner = found[2]
        return lambda value: {key: self.read(inner, item) for key, item in value.items()}

    def _of_class(self, cls: Any) -> _Plan:
        if not isinstance(cls, type):
            raise SerializationException("issubclass() arg 1 must be a class")
        if issubclass(cls, Enum):
            return partial(_enum, cls, {member.value: member for member in cls})
        if not hasattr(cls, "deserialized_types"):
            return _as_it_is
        if hasattr(cls, "get_real_child_model"):
            return partial(self._discriminated, cls)
        return self._model(cls)

    def _discriminated(self, cls: Any, value: Any) -> Any:
        """The subclass of `cls` that the value itself names, in its "type" for example."""
        try:
            name = cls.get_real_child_model(value)
        except Exception as fault:
            raise SerializationException(str(fault)) from fault
        if not name:
            raise SerializationException(
                f"Couldn't resolve object by discriminator type for {cls} class"
            )
        plan = self._children.get(name)
        if plan is None:
            plan = self._children[name] = self._model(_load(name))
        return plan(value)

    def _model(self, cls: Any) -> _Plan:
        """How to fill a new `cls`: its own attributes by their types, then any other key as is."""
        types = cls.deserialized_types
        keys = {**getattr(cls, "attribute_map", {})}
        keys |= {name: name for name in types if name not in keys}
        fields = [(name, key, _NATIVE.get(types[name]), types[name]) for name, key in keys.items()]
        return partial(self._fill, cls, fields, frozenset(keys.values()))

    def _fill(self, cls: Any, fields: list[_Field], known: frozenset[str], value: Any) -> Any:
        try:
            model = cls()
            for name, key, native, kind in fields:
                if key in value:
                    item = value[key]
                    # Most values are strings for strings: they, and null, need no reading.
                    if type(item) is not native and item is not None:
                        item = self[kind](item)
                    setattr(model, name, item)
            if type(value) is not dict or not known.issuperset(value):
                for key in value:
                    if type(key) is not str or key not in known:
                        setattr(model, key, value[key])
        except SerializationException:
            raise
        except Exception as fault:
            raise SerializationException(str(fault)) from fault
        return model


def _as_it_is(value: Any) -> Any:
    return value


def _primitive(kind: Any, value: Any) -> Any:
    try:
        return kind(value)
    except TypeError:
        return value
    except ValueError:
        raise SerializationException(
            f"Failed to parse {value} into '{kind.__name__}' object"
        ) from None


def _enum(cls: type[Enum], members: dict[Any, Enum], value: Any) -> Enum:
    if type(value) is str and value in members:
        return members[value]
    try:
        return cls(value)
    except Exception as fault:
        raise SerializationException(str(fault)) from fault


def _load(name: str) -> Any:
    """The class with this full name. Errors: SerializationException."""
    module, _, own_name = name.rpartition(".")
    try:
        return getattr(import_module(module), own_name)
    except Exception as fault:
        raise SerializationException(
            f"Unable to resolve class {name} from installed modules: {fault}"
        ) from fault
