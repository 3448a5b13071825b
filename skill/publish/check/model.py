"""An interaction model as the rules see it, every part with its line.

Read leniently: what has the wrong shape is left out and noted in `misshapen`, so that one fault
does not hide the others.
"""

from dataclasses import dataclass, field
from typing import Any

from skill.publish.check.located import Row, Table, Text, text


@dataclass(slots=True)
class Slot:
    """A slot of an intent."""

    name: Text
    type: Text
    samples: list[Text]


@dataclass(slots=True)
class Intent:
    """An intent with its slots and samples."""

    name: Text
    slots: list[Slot]
    samples: list[Text]

    @property
    def built_in(self) -> bool:
        """Whether it is one of Amazon's."""
        return self.name.startswith("AMAZON.")


@dataclass(slots=True)
class Value:
    """A value of a slot type: its id, if it has one, and the ways to say it."""

    id: Text | None
    name: Text
    synonyms: list[Text]

    @property
    def phrases(self) -> list[Text]:
        """The name, then the synonyms."""
        return [self.name, *self.synonyms]


@dataclass(slots=True)
class SlotType:
    """A custom slot type, or values added to one of Amazon's."""

    name: Text
    values: list[Value]
    supplied: bool  # its values come from a catalog


@dataclass(slots=True)
class Model:
    """The interaction model of one locale."""

    locale: str
    file: str
    size: int  # bytes
    line: int = 1
    invocation: Text | None = None
    intents: list[Intent] = field(default_factory=list)
    types: list[SlotType] = field(default_factory=list)
    in_dialog: set[tuple[str, str]] = field(default_factory=set)  # (intent, slot) that is asked for
    misshapen: list[tuple[int, str]] = field(default_factory=list)  # (line, what is expected)

    @property
    def language(self) -> str:
        """The locale's language, as in "en"."""
        return self.locale.partition("-")[0]


def read_model(locale: str, file: str, document: Any, size: int) -> Model:
    """Return the model that a parsed file holds, as far as it can be read."""
    model = Model(locale, file, size)
    reader = _Reader(model.misshapen)
    whole = reader.table(document, "interactionModel", "languageModel")
    model.line = whole.line
    name = whole.get("invocationName")
    model.invocation = name if isinstance(name, Text) else None
    for row in reader.rows(whole, "intents"):
        if intent := reader.intent(row):
            model.intents.append(intent)
    for row in reader.rows(whole, "types"):
        if kind := reader.slot_type(row):
            model.types.append(kind)
    dialog = document["interactionModel"].get("dialog") if whole else None
    for row in reader.rows(dialog, "intents") if isinstance(dialog, Table) else ():
        slots = reader.rows(row, "slots")
        model.in_dialog |= {(str(row.get("name")), str(slot.get("name"))) for slot in slots}
    return model


class _Reader:
    def __init__(self, misshapen: list[tuple[int, str]]) -> None:
        self._misshapen = misshapen

    def table(self, value: Any, *path: str) -> Table:
        for key in path:
            inner = value.get(key) if isinstance(value, Table) else None
            if not isinstance(inner, Table):
                return self._nothing(getattr(value, "line", 1), f"{key} is not an object")
            value = inner
        assert isinstance(value, Table)
        return value

    def rows(self, table: Table, key: str) -> list[Table]:
        return [
            row for row in self._items(table, key) if self._is(row, Table, f"an object in {key}")
        ]

    def texts(self, table: Table, key: str) -> list[Text]:
        return [item for item in self._items(table, key) if self._is(item, Text, f"text in {key}")]

    def intent(self, row: Table) -> Intent | None:
        name = self._name(row, "intent")
        slots = [found for slot in self.rows(row, "slots") if (found := self._slot(slot))]
        return Intent(name, slots, self.texts(row, "samples")) if name else None

    def slot_type(self, row: Table) -> SlotType | None:
        name = self._name(row, "slot type")
        values = [found for value in self.rows(row, "values") if (found := self._value(value))]
        return SlotType(name, values, "valueSupplier" in row) if name else None

    def _slot(self, row: Table) -> Slot | None:
        name, type = self._name(row, "slot"), row.get("type")
        if name and not isinstance(type, Text):
            self._misshapen.append((row.line, f"slot {name} has no type"))
            return None
        return Slot(name, type, self.texts(row, "samples")) if name and type else None

    def _value(self, row: Table) -> Value | None:
        name = row.get("name")
        if not isinstance(name, Table) or not isinstance(name.get("value"), Text):
            self._misshapen.append((row.line, "a value has no name.value"))
            return None
        id = row.get("id")
        known = text(id, getattr(id, "line", row.line)) if isinstance(id, str) and id else None
        return Value(known, name["value"], self.texts(name, "synonyms"))

    def _name(self, row: Table, what: str) -> Text | None:
        name = row.get("name")
        if isinstance(name, Text) and name:
            return name
        self._misshapen.append((row.line, f"the name of this {what} is missing"))
        return None

    def _items(self, table: Table, key: str) -> Row:
        items = table.get(key)
        if items is not None and not isinstance(items, Row):
            self._misshapen.append((table.line, f"{key} is not a list"))
        return items if isinstance(items, Row) else Row()

    def _is(self, value: Any, kind: type, what: str) -> bool:
        if not isinstance(value, kind):
            self._misshapen.append((getattr(value, "line", 1), f"{what} expected"))
        return isinstance(value, kind)

    def _nothing(self, line: int, reason: str) -> Table:
        self._misshapen.append((line, reason))
        empty = Table()
        empty.line, empty.repeated = line, []
        return empty
