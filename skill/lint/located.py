"""JSON whose values know the line they stand on.

Strings, tables and lists are str, dict and list with a `line`; everything else is as in json. A
table also lists the keys that it has twice, of which JSON readers keep the last.
"""

import json
import json.decoder
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

# json's own reader of strings, which its type stubs leave out.
_scan: Callable[[str, int, bool], tuple[str, int]] = vars(json.decoder)["scanstring"]
_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")


class Text(str):
    """A string of the document."""

    __slots__ = ("line",)
    line: int


class Table(dict[str, Any]):
    """An object of the document."""

    line: int
    repeated: list[Text]


class Row(list[Any]):
    """An array of the document."""

    line: int


def tables_in(rows: object) -> list[Table]:
    """Return the objects of an array; none where it is no array."""
    return [row for row in rows if isinstance(row, Table)] if isinstance(rows, list) else []


def empty(line: int) -> Table:
    """Return a table with nothing in it that stands on `line`."""
    table = Table()
    table.line, table.repeated = line, []
    return table


def read(document: str) -> Any:
    """Return the value that a JSON document holds.

    Raises ValueError, with the line, where the document is not JSON, and RecursionError where it is
    nested too deep.
    """
    return _Reader(document).whole()


def text(words: str, line: int = 1) -> Text:
    """Return `words` as a string that stands on `line`."""
    located = Text(words)
    located.line = line
    return located


class _Reader:
    def __init__(self, document: str) -> None:
        self._document = document
        self._breaks = [found.start() for found in re.finditer("\n", document)]
        self._at = 0

    def whole(self) -> Any:
        value = self._value()
        if self._next():
            raise self._fault("something after the end")
        return value

    def _value(self) -> Any:
        sign = self._next()
        if sign == "{":
            return self._table()
        if sign == "[":
            return self._row()
        return self._text() if sign == '"' else self._plain()

    def _table(self) -> Table:
        table = empty(self._line())
        self._at += 1
        while self._next() != "}":
            if self._next() != '"':
                raise self._fault("a key expected")
            key = self._text()
            if key in table:
                table.repeated.append(key)
            self._take(":")
            table[key] = self._value()
            self._separator("}")
        self._at += 1
        return table

    def _row(self) -> Row:
        row = Row()
        row.line = self._line()
        self._at += 1
        while self._next() != "]":
            row.append(self._value())
            self._separator("]")
        self._at += 1
        return row

    def _text(self) -> Text:
        line = self._line()
        try:
            words, self._at = _scan(self._document, self._at + 1, True)
        except json.JSONDecodeError as fault:
            raise self._fault(fault.msg) from None
        return text(words, line)

    def _plain(self) -> Any:
        found = _PLAIN.match(self._document, self._at)
        if not found:
            raise self._fault("a value expected")
        self._at = found.end()
        return json.loads(found[0])

    def _separator(self, end: str) -> None:
        """After an item: a comma and then no end, or the end."""
        if self._next() == ",":
            self._at += 1
            if self._next() == end:
                raise self._fault("a comma before the end")
        elif self._next() != end:
            raise self._fault("a comma expected")

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise self._fault(f"a {sign!r} expected")
        self._at += 1

    def _next(self) -> str:
        """Skip space and return the next character, none at the end."""
        space = _SPACE.match(self._document, self._at)
        self._at = space.end() if space else self._at
        return self._document[self._at : self._at + 1]

    def _line(self) -> int:
        return bisect_right(self._breaks, self._at) + 1

    def _fault(self, reason: str) -> ValueError:
        return ValueError(f"line {self._line()}: {reason}")
