"""Which request an example phrase becomes: exactly by the model's samples, as Alexa would at best.

A slot takes any words; the sample with the most words of its own wins.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

_MOST_LEFT_OUT = 2  # connecting words: "to", "and ask for"
_TOKEN = re.compile(r"\{\w[\w.]*\}|[^\W_][\w'\u2019.]*")


def is_launch(phrase: str, model: Mapping[str, Any]) -> bool:
    """Whether a phrase opens the skill and says no more: "Alexa, open tea time"."""
    _, after = _parted(phrase, model)
    return after == []


def is_one_shot(phrase: str, model: Mapping[str, Any]) -> bool:
    """Whether a phrase names the skill."""
    return _parted(phrase, model)[1] is not None


def intent(phrase: str, model: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the intent of a request for this phrase; None where no sample is like it."""
    before, after = _parted(phrase, model)
    said = after if after is not None else before
    for words in (*_without_connectors(said), *_around(before, after)):
        if found := _matched(words, model):
            return found
    return None


def _without_connectors(words: list[str]) -> Iterator[list[str]]:
    for left_out in range(min(_MOST_LEFT_OUT, len(words)) + 1):
        yield words[left_out:]


def _around(before: list[str], after: list[str] | None) -> Iterator[list[str]]:
    """Yield the words of "a recipe from tea time": what stands before the name."""
    if after == [] and len(before) > 1:
        yield before[:-1]


def _parted(phrase: str, model: Mapping[str, Any]) -> tuple[list[str], list[str] | None]:
    """Return the words before and after the skill's name; None after where it is not named."""
    words, name = _words(phrase), _words(str(model.get("invocationName", "")))
    if words and words[0] == "alexa":
        words = words[1:]
    for at in range(len(words) - len(name) + 1):
        if name and words[at : at + len(name)] == name:
            return words[:at], words[at + len(name) :]
    return words, None


def _matched(words: list[str], model: Mapping[str, Any]) -> dict[str, Any] | None:
    best: tuple[int, dict[str, Any]] | None = None
    for row in _rows(model, "intents"):
        types = {str(slot.get("name")): str(slot.get("type")) for slot in _rows(row, "slots")}
        for sample in row.get("samples") or ():
            parts = _words(str(sample))
            if not {part for part in parts if not part.startswith("{")} <= set(words):
                continue  # most of them, and quickly
            found = re.fullmatch(" ".join(map(_pattern, parts)), " ".join(words))
            literal = sum(not part.startswith("{") for part in parts)
            if parts and found and (best is None or literal > best[0]):
                names = [part[1:-1] for part in parts if part.startswith("{")]
                heard = dict(zip(names, found.groups(), strict=True))
                best = literal, _json(str(row.get("name")), types, heard, model)
    return best[1] if best else None


def _pattern(part: str) -> str:
    return r"(\S+(?: \S+)*?)" if part.startswith("{") else re.escape(part)


def _json(
    name: str, types: Mapping[str, str], heard: Mapping[str, str], model: Mapping[str, Any]
) -> dict[str, Any]:
    slots: dict[str, Any] = {}
    for slot, slot_type in types.items():
        slots[slot] = {"name": slot, "confirmationStatus": "NONE"}
        if slot in heard:
            slots[slot] |= {"value": heard[slot], "source": "USER"}
            if not slot_type.startswith("AMAZON."):
                slots[slot]["resolutions"] = _resolutions(slot_type, heard[slot], model)
    return {"name": name, "confirmationStatus": "NONE", "slots": slots}


def _resolutions(kind: str, words: str, model: Mapping[str, Any]) -> dict[str, Any]:
    """Return what Alexa adds to a slot of a custom type: the values that these words name."""
    row: Mapping[str, Any] = next((t for t in _rows(model, "types") if t.get("name") == kind), {})
    found = []
    for value in _rows(row, "values"):
        named = value.get("name")
        if isinstance(named, dict) and words in map(_joined, _names(named)):
            found.append({"value": {"name": named.get("value"), "id": str(value.get("id") or "")}})
    status = {"code": "ER_SUCCESS_MATCH" if found else "ER_SUCCESS_NO_MATCH"}
    one = {"authority": f"amzn1.er-authority.echo-sdk.probe.{kind}", "status": status}
    return {"resolutionsPerAuthority": [one | ({"values": found} if found else {})]}


def _names(named: Mapping[str, Any]) -> list[str]:
    synonyms = named.get("synonyms")
    return [str(named.get("value")), *map(str, synonyms if isinstance(synonyms, list) else [])]


def _joined(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text).lower().replace("\u2019", "'"))


def _rows(table: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = table.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
