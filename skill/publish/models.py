"""The interaction models of the other Englishes, made from en-US.json by two rules.

en-US.json is the only model that anyone edits. The others are spelled as their readers spell, and
where a run is measured in kilometers, every sample about miles has a sibling about kilometers that
stands first. `python -m skill.publish.models` writes them; a test holds that they are up to date.
"""

import json
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from skill.dialog.quantities import KILOMETER_LOCALES
from skill.simulator.nlu.model import folder

SOURCE = "en-US"
LOCALES = ("en-AU", "en-CA", "en-GB", "en-IN")

_RESPELLED = {
    "fiber": "fibre",
    "fibers": "fibres",
    "kilometer": "kilometre",
    "kilometers": "kilometres",
    "meter": "metre",
    "meters": "metres",
    "center": "centre",
    "program": "programme",
}
_WORD = re.compile(r"[a-z']+")
_MILES = re.compile(r"\bmile(s?)\b")


def model_for(locale: str, source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the model document of `locale`, made from the en-US one."""
    document: dict[str, Any] = deepcopy(dict(source))
    language = document["interactionModel"]["languageModel"]
    metric = locale in KILOMETER_LOCALES
    taken = {_respelled(sample) for row in language["intents"] for sample in row.get("samples", ())}
    for row in language["intents"]:
        samples = map(_respelled, row.get("samples", ()))
        row["samples"] = _unique(_with_kilometers(samples, taken) if metric else samples)
    for kind in language.get("types", ()):
        for value in kind["values"]:
            name = value["name"]["value"] = _respelled(value["name"]["value"])
            synonyms = _unique(map(_respelled, value["name"].get("synonyms", ())))
            value["name"]["synonyms"] = [synonym for synonym in synonyms if synonym != name]
    return document


def write_all(into: Path | None = None) -> list[Path]:
    """Write every locale's model beside en-US.json, or into another folder; return the files."""
    into = into or folder()
    source = json.loads((folder() / f"{SOURCE}.json").read_text("utf-8"))
    written = []
    for locale in LOCALES:
        path = into / f"{locale}.json"
        path.write_text(json.dumps(model_for(locale, source), indent=2) + "\n", "utf-8")
        written.append(path)
    return written


def _respelled(text: str) -> str:
    return _WORD.sub(lambda word: _RESPELLED.get(word[0], word[0]), text)


def _with_kilometers(samples: Iterable[str], taken: set[str]) -> Iterable[str]:
    for sample in samples:
        sibling = _MILES.sub(r"kilometre\1", sample)
        if sibling != sample and sibling not in taken:
            yield sibling
        yield sample


def _unique(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


if __name__ == "__main__":
    for path in write_all():
        print(path.name)
