"""Rules for intents and their slots."""

import re
from collections.abc import Iterator

from skill.lint.amazon import STANDARD_INTENTS
from skill.lint.finding import Finding
from skill.lint.model import Intent, Model
from skill.lint.package import Package

REQUIRED = (
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
)
EXPECTED = "AMAZON.FallbackIntent"
IN_BRACES = re.compile(r"\{([^{}]*)\}")

_NAME = re.compile(r"[A-Za-z](?:[A-Za-z_]*[A-Za-z])?")


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the intents and slots."""
    for model in package.models.values():
        yield from _whole(model)
        for intent in model.intents:
            yield from _intent(model, intent)
            yield from _slots(model, intent)


def _whole(model: Model) -> Iterator[Finding]:
    names = [intent.name for intent in model.intents]
    for missing in (name for name in REQUIRED if name not in names):
        yield Finding("builtin-missing", model.file, model.line, f"there is no {missing}")
    if EXPECTED not in names:
        yield Finding("fallback-missing", model.file, model.line, f"there is no {EXPECTED}")
    for place, name in enumerate(names):
        if name in names[:place]:
            yield Finding("intent-repeated", model.file, name.line, f"{name} is there already")


def _intent(model: Model, intent: Intent) -> Iterator[Finding]:
    name = intent.name
    if intent.built_in:
        # Intents of Amazon's own domains: AMAZON.SearchAction<object@WeatherForecast>.
        if name not in STANDARD_INTENTS and "<" not in name:
            yield Finding("builtin-unknown", model.file, name.line, f"Amazon has no {name}")
        return
    if not _NAME.fullmatch(name):
        yield Finding("intent-name", model.file, name.line, f'"{name}" is no name for an intent')
    if not intent.samples:
        yield Finding("intent-empty", model.file, name.line, f"{name} has no samples")


def _slots(model: Model, intent: Intent) -> Iterator[Finding]:
    types = {type.name for type in model.types}
    used = {name for sample in intent.samples for name in IN_BRACES.findall(sample)}
    declared: set[str] = set()
    for slot in intent.slots:
        if slot.name in declared:
            says = f"{intent.name} declares {{{slot.name}}} twice"
            yield Finding("slot-repeated", model.file, slot.name.line, says)
        declared.add(slot.name)
        if not _NAME.fullmatch(slot.name):
            says = f'"{slot.name}" is no name for a slot of {intent.name}'
            yield Finding("slot-name", model.file, slot.name.line, says)
        if not slot.type.startswith("AMAZON.") and slot.type not in types:
            says = f"{{{slot.name}}} of {intent.name} is a {slot.type}, which is defined nowhere"
            yield Finding("type-undefined", model.file, slot.type.line, says)
        asked_for = slot.samples or (intent.name, slot.name) in model.in_dialog
        if slot.name not in used and not asked_for:
            says = f"no sample of {intent.name} has {{{slot.name}}}"
            yield Finding("slot-unused", model.file, slot.name.line, says)
    for sample in intent.samples:
        for name in IN_BRACES.findall(sample):
            if name not in declared and _NAME.fullmatch(name):
                says = f'{intent.name} declares no {{{name}}}: "{sample}"'
                yield Finding("slot-undeclared", model.file, sample.line, says)
