"""An answer on a display: which document draws it, and the words the document shows.

The documents lie in apl/: APL 1.4, of primitives and the layouts that common.json defines, so
that nothing is fetched. A screen adds to what is heard: a headline, a key word or a figure, two
columns where two things are weighed, and what to ask next, which can be touched.
"""

import json
import os
import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, cast

from skill.content.loader import load_content

INTERFACE = "Alexa.Presentation.APL"
TOUCHED = f"{INTERFACE}.UserEvent"
_FOLDER = f"{os.path.dirname(__file__)}/apl"
_FIGURE = re.compile(r"(?P<before>[A-Za-z ]*?) ?(?P<number>\d[\d,.]*) ?(?P<unit>[A-Za-z ]*)")


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
def of_answer(
    headline: str, key_fact: str, hint: str, columns: tuple[str, ...] = (), offers: bool = False
) -> Screen:
    """Return the screen of an answer: two columns, a figure, or its key word.

    `offers` says that a question was asked which a yes answers: that is the first thing to touch.
    """
    words = load_content().screen
    data: dict[str, Any] = {"mark": words["mark"], "headline": headline}
    data["hint"] = {"label": words["try"], "ask": hint}
    data["yes"] = words["yes"] if offers else ""
    if columns:
        return Screen("comparison", data | {"columns": _columns(columns, picked=key_fact)})
    if figure := _FIGURE.fullmatch(key_fact):
        return Screen("figure", data | figure.groupdict() | {"note": words["estimate"]})
    return Screen("answer", data | {"key_fact": key_fact})


@lru_cache(256)
def of_prompt(
    name: str, offer: str | None = None, yes: bool = False, headline: str | None = None
) -> Screen:
    """Return the screen of a line that is no answer: things to touch, first a yes if it fits.

    The menu is the offer's, or the line's own. `headline` takes the place of the menu's.
    """
    content = load_content()
    menus = content.menus
    shown = dict(menus.get(offer or "") or menus.get(name) or menus["any"])
    choices = cast(list[str], shown["choices"])
    if yes and "yes" not in choices:
        shown["choices"] = [content.screen["yes"], *choices[:2]]
    if headline:
        shown["headline"] = headline
    return Screen("menu", {"mark": content.screen["mark"], **shown})


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
