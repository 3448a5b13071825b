"""An interaction model, read from a parsed file.

Leniently: what has the wrong shape is left out and noted in `misshapen`, so that one fault does not
hide the others.
"""

from typing import Any

from skill.lint.located import Row, Table, Text, empty, text
from skill.lint.model import Intent, Model, Slot, SlotType, Value


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
    model.sensitivity = reader.sensitivity(whole)
    outer = document["interactionModel"]
    if isinstance(outer, Table):
        dialog = outer.get("dialog")
        model.dialog = dialog if isinstance(dialog, Table) else None
        model.prompts = reader.rows(outer, "prompts")
        for row in reader.rows(dialog, "intents") if isinstance(dialog, Table) else ():
            reader.rows(row, "slots")
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

    def sensitivity(self, whole: Table) -> Text | None:
        """Return the level of modelConfiguration.fallbackIntentSensitivity."""
        inner: Any = whole
        for key in ("modelConfiguration", "fallbackIntentSensitivity", "level"):
            inner = inner.get(key) if isinstance(inner, Table) else None
        return inner if isinstance(inner, Text) else None

    def _slot(self, row: Table) -> Slot | None:
        name, named = self._name(row, "slot"), row.get("type")
        known = named if isinstance(named, Text) and named else None
        if name and known is None and "slotTypeReference" not in row:
            self._misshapen.append((row.line, "a slot has no type"))
            return None
        many = row.get("multipleValues")
        collects = isinstance(many, Table) and many.get("enabled") is True
        return Slot(name, known, self.texts(row, "samples"), collects) if name else None

    def _value(self, row: Table) -> Value | None:
        name = row.get("name")
        if not isinstance(name, Table) or not isinstance(name.get("value"), Text):
            self._misshapen.append((row.line, "a value has no name.value"))
            return None
        given = row.get("id")
        line = getattr(given, "line", row.line)
        known = text(given, line) if isinstance(given, str) and given else None
        return Value(known, name["value"], self.texts(name, "synonyms"))

    def _name(self, row: Table, what: str) -> Text | None:
        name = row.get("name")
        if isinstance(name, Text) and name:
            return name
        self._misshapen.append((row.line, f"the name of the {what} is missing"))
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
        return empty(line)
