"""The skill to probe: its package, and the code beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.lint import package
from skill.lint.finding import BadPackageError
from skill.lint.package import Package, child

_CODE = ("lambda", "lambda/custom", "lambda/py", "src", ".")  # as ask-cli lays it out
_SUFFIXES = {".py": "python", ".js": "node", ".cjs": "node", ".mjs": "node"}
_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ANYBODY = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True, slots=True)
class Handler:
    """A function that answers requests as AWS Lambda calls it."""

    language: str  # "python" or "node"
    file: Path
    function: str
    module: str  # as Python imports it


@dataclass(frozen=True, slots=True)
class Subject:
    """What there is to say to a skill, by locale."""

    application: str
    models: Mapping[str, Mapping[str, Any]]  # locale -> languageModel
    examples: Mapping[str, list[str]]  # locale -> example phrases


def read_subject(folder: Path, handler: Handler) -> Subject:
    """Read the skill package in a folder, an ask-cli project's too, for the handler beside it.

    Raises `BadPackageError` where there is no model, or none that can be read.
    """
    found = [one for one in package.load(folder) if one.models]
    if not found:
        raise BadPackageError(f"{folder}: no interaction model beside the handler")
    return subject_of(found[0], _application(folder, handler.file))


def subject_of(given: Package, application: str) -> Subject:
    """Return what there is to say to the skill of a package."""
    models = {
        locale: child(given.documents[model.file], "interactionModel", "languageModel")
        for locale, model in given.models.items()
    }
    listed = child(given.manifest, "manifest", "publishingInformation", "locales")
    rows = {locale: child(listed, locale).get("examplePhrases") for locale in listed}
    examples = {
        locale: [one for one in phrases if isinstance(one, str)]
        for locale, phrases in rows.items()
        if isinstance(phrases, list)
    }
    return Subject(application, models, examples)


def find_handler(spec: str, folder: Path) -> Handler:
    """Find `module:function` or `file.function` in a project or here. Raises `BadPackageError`."""
    module, colon, function = spec.partition(":") if ":" in spec else spec.rpartition(".")
    if not module or not function:
        raise BadPackageError(f"--handler {spec}: module:function (Python) or file.function (Node)")
    folder, module = folder / Path(module).parent, Path(module).name
    stem = module.replace(".", "/") if colon else module
    for place in [*(folder / one for one in _CODE), Path.cwd()]:
        for suffix, language in _SUFFIXES.items():
            file = (place / f"{stem}{suffix}").resolve()
            if file.is_file():
                return Handler(language, file, function, module)
            package = place / stem / "__init__.py"
            if suffix == ".py" and package.is_file():
                return Handler(language, package.resolve(), function, module)
    raise BadPackageError(f"--handler {spec}: no {stem}.py and no {stem}.js in {folder}")


def _application(folder: Path, code: Path) -> str:
    """Return the skill's id: as ask-cli noted it, or as the code asks for it; else a blank one."""
    for file in (folder / ".ask" / "ask-states.json", folder / ".ask" / "config", code):
        words = file.read_text("utf-8", "replace") if file.is_file() else ""
        if found := _ID.search(words):
            return found[0]
    return ANYBODY
