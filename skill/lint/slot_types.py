"""Rules for slot types and their values."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from skill.lint.finding import Finding, data
from skill.lint.model import Model, SlotType
from skill.lint.package import Package, tables
from skill.lint.samples import normal

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_LONGEST = 140
_UNSPOKEN = set('{}[]<>|\\^~`"')


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the slot types."""
    for model in package.models.values():
        used = {str(slot.type) for intent in model.intents for slot in intent.slots}
        if model.dialog is not None:
            used |= {str(table.get("type")) for table in tables(model.dialog)}
        seen: set[str] = set()
        for slot_type in model.types:
            for rule, says in _whole(slot_type, used, seen, package.conversations):
                yield Finding(rule, model.file, slot_type.name.line, says)
            seen.add(slot_type.name)
            yield from _values(model, slot_type)
        for intent in model.intents:
            for slot in intent.slots:
                if slot.type and slot.type.startswith("AMAZON."):
                    for rule, says in _amazons(model, slot.type):
                        says = f"{{{slot.name}}} of {intent.name} {says}"
                        yield Finding(rule, model.file, slot.type.line, says)


def _amazons(model: Model, name: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a built-in type as the type of a slot."""
    types = data("slot_types")
    known = [one for kind in ("fixed", "listed", "former") for one in types[kind]["names"]]
    if name in types["gone"]["names"]:
        yield "type-withdrawn", f"is an {name}, which Amazon has withdrawn"
    elif name not in known:
        near = [one for one in known if one.lower() == name.lower()]
        near += get_close_matches(name, known, 1, 0.85)
        meant = f" (did you mean {near[0]}?)" if near else ""
        # In other capitals it may well build.
        sure = near and near[0].lower() != name.lower()
        yield "type-builtin" if sure else "type-unlisted", f"is an {name}{meant}"
    else:
        for start, languages in types["languages"].items():
            if name.startswith(f"AMAZON.{start}_") and model.language not in (*languages, ""):
                yield "type-locale", f"is an {name}, which is not for {model.locale}"


def _whole(
    slot_type: SlotType, used: set[str], seen: set[str], conversations: bool
) -> Iterator[tuple[str, str]]:
    name, built_in = slot_type.name, slot_type.name.startswith("AMAZON.")
    if name in seen:
        yield "type-repeated", f"{name} is defined already"
    if not built_in and not _NAME.fullmatch(name):
        yield "type-name", f'"{name}" is no name for a slot type'
    if built_in and name in data("slot_types")["fixed"]["names"]:
        yield "type-fixed", f"{name} cannot be extended"
    if conversations:  # whose files use types too, and define some by their parts
        return
    if not slot_type.values and not slot_type.supplied:
        yield "type-empty", f"{name} has no values"
    if name not in used:
        yield "type-unused", f"no slot has the type {name}"


def _values(model: Model, slot_type: SlotType) -> Iterator[Finding]:
    ids: set[str] = set()
    owner: dict[str, tuple[int, str]] = {}  # phrase -> which value says it
    for place, value in enumerate(slot_type.values):
        if value.id is not None:
            if value.id in ids:
                says = f'{slot_type.name} has the id "{value.id}" twice'
                yield Finding("value-id-repeated", model.file, value.id.line, says)
            ids.add(value.id)
        for phrase in value.phrases:
            for rule, says in _phrase(slot_type, phrase):
                yield Finding(rule, model.file, phrase.line, says)
            first, name = owner.setdefault(normal(phrase), (place, value.name))
            if first != place and phrase is value.name and normal(phrase) == normal(name):
                says = f'{slot_type.name} has the value "{phrase}" already'
                yield Finding("value-repeated", model.file, phrase.line, says)
            elif first != place:
                says = f'{slot_type.name}: "{phrase}" means both "{name}" and "{value.name}"'
                yield Finding("synonym-shared", model.file, phrase.line, says)
        seen: set[str] = set()
        for phrase in value.phrases:
            if phrase.lower() in seen:
                says = f'{slot_type.name}: "{value.name}" has "{phrase}" twice'
                yield Finding("synonym-repeated", model.file, phrase.line, says)
            seen.add(phrase.lower())


def _phrase(slot_type: SlotType, phrase: str) -> Iterator[tuple[str, str]]:
    if not phrase.strip():
        yield "value-empty", f"{slot_type.name} has an empty value"
    if len(phrase) > _LONGEST:
        yield "value-length", f'{slot_type.name}: "{phrase[:20]}…" has {len(phrase)} characters'
    if wrong := [sign for sign in dict.fromkeys(phrase) if sign in _UNSPOKEN]:
        signs = " and ".join(f"'{sign}'" for sign in wrong)
        yield "value-characters", f"{slot_type.name}: {phrase!r} has {signs}"
