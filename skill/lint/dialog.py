"""Rules for the dialog model and its prompts."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from skill.lint.finding import Finding
from skill.lint.intents import IN_BRACES
from skill.lint.located import Table, Text, tables_in
from skill.lint.model import Intent, Model
from skill.lint.package import Package

_STRATEGIES = ("ALWAYS", "SKILL_RESPONSE")
_SENSITIVITIES = ("LOW", "MEDIUM", "HIGH")
_PROMPT_TYPES = ("SSML", "PlainText")
_Fault = tuple[str, int, str]


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the dialogs and the prompts of every model."""
    for model in package.models.values():
        for rule, line, says in (*_dialog(model), *_prompts(model), *_values(model)):
            yield Finding(rule, model.file, line, says)


def _dialog(model: Model) -> Iterator[_Fault]:
    if model.dialog is None:
        return
    intents = {str(intent.name): intent for intent in model.intents}
    prompts = {str(prompt.get("id")) for prompt in model.prompts}
    for row in tables_in(model.dialog.get("intents")):
        name = str(row.get("name"))
        if name not in intents:
            yield "dialog-unknown", row.line, f"the dialog has {name}, which the model lacks"
            continue
        yield from _asks(row, f"{name}", prompts)
        for slot in tables_in(row.get("slots")):
            yield from _slot(slot, intents[name])
            yield from _asks(slot, f"{{{slot.get('name')}}} of {name}", prompts)


def _slot(slot: Table, intent: Intent) -> Iterator[_Fault]:
    name, kind = slot.get("name"), slot.get("type")
    declared = next((one for one in intent.slots if one.name == name), None)
    if declared is None:
        says = f"the dialog has {{{name}}}, which {intent.name} lacks"
        yield "dialog-unknown", slot.line, says
    elif isinstance(kind, Text) and declared.type and kind != declared.type:
        says = f"{{{name}}} of {intent.name} has the type {kind} here, and {declared.type} above"
        yield "dialog-type", kind.line, says


def _asks(row: Table, what: str, prompts: set[str]) -> Iterator[_Fault]:
    """Yield what is wrong with the prompts that an intent or a slot of the dialog names."""
    given = row.get("prompts")
    named: Mapping[str, object] = given if isinstance(given, Table) else {}
    for need in ("elicitation", "confirmation"):
        if row.get(f"{need}Required") is True and not named.get(need):
            yield "prompt-missing", row.line, f"{what} needs {need}, and names no prompt for it"
    checks = [
        (str(one.get("type")), one.get("prompt")) for one in tables_in(row.get("validations"))
    ]
    for need, prompt in (*named.items(), *checks):
        if isinstance(prompt, Text) and prompt not in prompts:
            says = f"{what} has the prompt {prompt} for {need}, which is not there"
            yield "prompt-undefined", prompt.line, says


def _prompts(model: Model) -> Iterator[_Fault]:
    seen: set[str] = set()
    owners = _owners(model)
    for prompt in model.prompts:
        name = str(prompt.get("id"))
        if name in seen:
            yield "prompt-repeated", prompt.line, f"the prompt {name} is there already"
        seen.add(name)
        variations = tables_in(prompt.get("variations"))
        if not variations:
            yield "prompt-empty", prompt.line, f"the prompt {name} has no variations"
        for one in variations:
            kind, value = one.get("type"), one.get("value")
            if kind not in _PROMPT_TYPES:
                says = f'the prompt {name} has the type "{kind}", not SSML or PlainText'
                yield "model-value", one.line, says
            if isinstance(value, Text):
                yield from _words(name, str(kind), value, owners.get(name))


def _words(prompt: str, kind: str, value: Text, owner: Intent | None) -> Iterator[_Fault]:
    if kind == "SSML" and not _well_formed(value):
        yield "prompt-ssml", value.line, f"the prompt {prompt} is no well-formed SSML"
    for name in IN_BRACES.findall(value) if owner else ():
        if owner and name not in {str(slot.name) for slot in owner.slots}:
            says = f"the prompt {prompt} has {{{name}}}, which {owner.name} lacks"
            yield "prompt-slot", value.line, says


def _owners(model: Model) -> dict[str, Intent]:
    """Return the intent that asks with a prompt, by the prompt's id."""
    intents = {str(intent.name): intent for intent in model.intents}
    owners = {}
    for row in tables_in(model.dialog.get("intents")) if model.dialog else ():
        for part in (row, *tables_in(row.get("slots"))):
            named = part.get("prompts")
            for prompt in named.values() if isinstance(named, Table) else ():
                if (intent := intents.get(str(row.get("name")))) is not None:
                    owners[str(prompt)] = intent
    return owners


def _values(model: Model) -> Iterator[_Fault]:
    if model.sensitivity is not None and model.sensitivity not in _SENSITIVITIES:
        says = f'the sensitivity "{model.sensitivity}" is not {_either(_SENSITIVITIES)}'
        yield "model-value", model.sensitivity.line, says
    dialog = model.dialog
    for table in (dialog, *tables_in(dialog.get("intents"))) if dialog is not None else ():
        strategy = table.get("delegationStrategy")
        if strategy is not None and strategy not in _STRATEGIES:
            says = f'the delegationStrategy "{strategy}" is not {_either(_STRATEGIES)}'
            yield "model-value", getattr(strategy, "line", table.line), says


def _well_formed(ssml: str) -> bool:
    """Whether speech, with or without <speak> around it, is XML; prefixes need no declaration."""
    inner = re.sub(r"</?(\w+):(\w+)", lambda tag: tag[0].replace(":", "-"), ssml)
    whole = inner if inner.lstrip().startswith("<speak") else f"<speak>{inner}</speak>"
    try:
        ElementTree.fromstring(whole)
    except ElementTree.ParseError:
        return False
    return True


def _either(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
