"""An answer on a display: which document draws it, and the words the document shows.

The documents lie in apl/: APL 1.4, of primitives and the layouts that common.json defines, so
that nothing is fetched. A screen adds to what is heard: a headline, a key word or a figure, two
columns where two things are weighed, and what to ask next, which can be touched.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from skill.content.loader import load_content

INTERFACE = "Alexa.Presentation.APL"
TOUCHED = f"{INTERFACE}.UserEvent"
_FOLDER = f"{os.path.dirname(__file__)}/apl"
_FIGURE = re.compile(r"(?P<before>[A-Za-z ]*?) ?(?P<number>\d[\d,.]*) ?(?P<unit>[A-Za-z ]*)")


_LARGE = 40  # letters of a menu's headline that stand large, in two lines


class Choice(NamedTuple):
    """Something to touch: the words it shows, what touching them asks, a label before them."""

    words: str
    ask: str
    label: str = ""


class Display(NamedTuple):
    """What is to be shown: an answer by its key word, or without one a headline and choices."""

    headline: str
    choices: tuple[Choice, ...] = ()
    key_fact: str = ""
    columns: tuple[str, ...] = ()  # title, note, title, note

    def reworded(self, words: Callable[[str], str]) -> "Display":
        """Return the same with each of its texts as `words` has it; what is asked stays."""
        choices = tuple(one._replace(words=words(one.words)) for one in self.choices)
        return Display(
            words(self.headline), choices, words(self.key_fact), tuple(map(words, self.columns))
        )


class Screen(NamedTuple):
    """One picture: the document's name, and the data it is drawn with."""

    document: str
    data: Mapping[str, Any]

    def directive(self) -> dict[str, Any]:
        """Return the fields of Alexa's RenderDocument directive."""
        return {
            "token": f"leg-day-{self.document}",
            "document": document(self.document),
            "datasources": {"screen": {"type": "object", "properties": self.data}},
        }


class Document(dict[str, Any]):
    """An APL document. It never changes, so it is written as JSON once (skill.alexa.serializer)."""

    @cached_property
    def json(self) -> bytes:
        """The document as compact JSON in UTF-8."""
        return json.dumps(self, separators=(",", ":"), ensure_ascii=False).encode()


@lru_cache
def document(name: str) -> Document:
    """Return the APL document apl/NAME.json, with what all of them share."""
    return Document(_part("common") | _part(name))


def _part(name: str) -> dict[str, Any]:
    with open(f"{_FOLDER}/{name}.json", encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found


@lru_cache(256)
def drawn(display: Display) -> Screen:
    """Return the screen of a display: two columns, a figure, a key word, or a menu."""
    words = load_content().screen
    data: dict[str, Any] = {"mark": words["mark"], "headline": display.headline}
    data["choices"] = [choice._asdict() for choice in display.choices]
    if display.columns:
        picked = _columns(display.columns, picked=display.key_fact)
        return Screen("comparison", data | {"columns": picked})
    if figure := _FIGURE.fullmatch(display.key_fact):
        return Screen("figure", data | figure.groupdict() | {"note": words["estimate"]})
    if display.key_fact:
        return Screen("answer", data | {"key_fact": display.key_fact})
    return Screen("menu", data | {"long": len(display.headline) > _LARGE})


def _columns(contrast: tuple[str, ...], picked: str) -> list[dict[str, Any]]:
    pairs = list(zip(contrast[::2], contrast[1::2], strict=True))
    decided = any(title == picked for title, _ in pairs)
    return [
        {
            "title": title,
            "note": note,
            "picked": title == picked,
            "dim": decided and title != picked,
        }
        for title, note in pairs
    ]
