"""Rules for intents and their slots."""

import re
from collections.abc import Iterator

from skill.lint.amazon import STANDARD_INTENTS
from skill.lint.finding import Finding, meant
from skill.lint.model import Intent, Model
from skill.lint.package import Package

REQUIRED = ("AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent")
EXPECTED = "AMAZON.FallbackIntent"
IN_BRACES = re.compile(r"\{([^{}]*)\}")

_NAME = re.compile(r"[A-Za-z](?:[A-Za-z_]*[A-Za-z])?")
_SLOT_NAME = re.compile(r"[A-Za-z](?:[A-Za-z_.]*[A-Za-z])?")
_MANY = ("en-AU", "en-CA", "en-GB", "en-US")  # where a slot collects several values


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the intents and slots."""
    if not package.conversations and not package.component:
        yield from _lacking(package)
    for model in package.models.values():
        yield from _whole(model)
        for intent in model.intents:
            yield from _intent(model, intent)
            yield from _slots(model, intent)


def _lacking(package: Package) -> Iterator[Finding]:
    """Yield what models lack, the same lack once; a model in another shape is not asked."""
    lacks: dict[tuple[str, str], list[Model]] = {}
    for model in package.models.values():
        if model.misshapen:
            continue
        names = [intent.name for intent in model.intents]
        if missing := [name for name in REQUIRED if name not in names]:
            says = f"there is no {' and no '.join(missing)}"
            lacks.setdefault(("builtin-missing", says), []).append(model)
        if EXPECTED not in names:
            lacks.setdefault(("fallback-missing", f"there is no {EXPECTED}"), []).append(model)
        if not any(intent.samples for intent in model.intents):
            says = "no intent has a sample"
            lacks.setdefault(("intents-none", says), []).append(model)
    for (rule, says), models in lacks.items():
        where = ", ".join(model.locale or model.file for model in models)
        says = f"{where}: {says}" if len(models) > 1 else says
        yield Finding(rule, models[0].file, models[0].line, says)


def _whole(model: Model) -> Iterator[Finding]:
    names = [intent.name for intent in model.intents]
    for place, name in enumerate(names):
        if name in names[:place]:
            yield Finding("intent-repeated", model.file, name.line, f"{name} is there already")
    for intent in model.intents:
        for slot in intent.slots:
            if slot.name in names:
                says = f"{{{slot.name}}} of {intent.name} has the name of an intent"
                yield Finding("name-overlap", model.file, slot.name.line, says)


def _intent(model: Model, intent: Intent) -> Iterator[Finding]:
    name = intent.name
    if intent.built_in:
        # Intents of Amazon's own domains: AMAZON.SearchAction<object@WeatherForecast>.
        if name not in STANDARD_INTENTS and "<" not in name:
            says = f"Amazon has no {name}{meant(name, STANDARD_INTENTS, 0.88)}"
            yield Finding("builtin-unknown", model.file, name.line, says)
        if intent.slots and name in STANDARD_INTENTS:
            says = f"{name} has slots of its own"
            yield Finding("builtin-slots", model.file, intent.slots[0].name.line, says)
        return
    if not _NAME.fullmatch(name):
        says = f'"{name}" is no name for an intent: {_asked("letters and underscores")}'
        yield Finding("intent-name", model.file, name.line, says)
    if not intent.samples and not any(slot.samples for slot in intent.slots):
        yield Finding("intent-empty", model.file, name.line, f"{name} has no samples")


def _slots(model: Model, intent: Intent) -> Iterator[Finding]:
    types = {known.name for known in model.types}
    used = {name for sample in intent.samples for name in IN_BRACES.findall(sample)}
    declared: set[str] = set()
    for slot in intent.slots:
        line = slot.name.line
        if slot.name in declared:
            says = f"{intent.name} declares {{{slot.name}}} twice"
            yield Finding("slot-repeated", model.file, line, says)
        declared.add(slot.name)
        if not _SLOT_NAME.fullmatch(slot.name):
            reason = _asked("letters, underscores and full stops")
            says = f'"{slot.name}" is no name for a slot of {intent.name}: {reason}'
            yield Finding("slot-name", model.file, line, says)
        if slot.type and not slot.type.startswith("AMAZON.") and slot.type not in types:
            says = f"{{{slot.name}}} of {intent.name} is a {slot.type}, which is defined nowhere"
            yield Finding("type-undefined", model.file, slot.type.line, says)
        asked_for = slot.samples or (intent.name, slot.name) in model.asked_for
        if intent.samples and slot.name not in used and not asked_for:
            says = f"no sample of {intent.name} has {{{slot.name}}}"
            yield Finding("slot-unused", model.file, line, says)
        if slot.many and model.locale and model.locale not in _MANY:
            says = f"{{{slot.name}}} collects several values, which {model.locale} does not have"
            yield Finding("slot-many", model.file, line, says)
    for sample in (*intent.samples, *(one for slot in intent.slots for one in slot.samples)):
        for name in IN_BRACES.findall(sample):
            if name not in declared and _SLOT_NAME.fullmatch(name):
                says = f'{intent.name} declares no {{{name}}}: "{sample}"'
                yield Finding("slot-undeclared", model.file, sample.line, says)


def _asked(allowed: str) -> str:
    return f"it may have {allowed}, and begins and ends with a letter"
