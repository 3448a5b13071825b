"""Rules for files and locales: that they can be read, and that they go together."""

from collections import Counter
from collections.abc import Iterator

from skill.lint.finding import Finding
from skill.lint.locales import LOCALES, nearest
from skill.lint.located import Row, Table
from skill.lint.package import Package, child, tables

_LARGEST = 1_500_000  # bytes of one model
_UNCOMPARED = {"AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent"}  # rules of their own ask


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the files, and between listing and models."""
    yield from package.faults
    for file, document in package.documents.items():
        for table in tables(document):
            for key in table.repeated:
                yield Finding("key-repeated", file, key.line, f'the key "{key}" is there twice')
    for model in package.models.values():
        causes: dict[str, list[int]] = {}
        for line, says in model.misshapen:
            causes.setdefault(says, []).append(line)
        for says, lines in causes.items():
            more = f", here and {len(lines) - 1} times more" if len(lines) > 1 else ""
            yield Finding("shape", model.file, lines[0], f"{says}{more}")
        if model.size > _LARGEST:
            says = f"the model has {model.size:,} bytes"
            yield Finding("model-size", model.file, 1, says)
    yield from _locales(package)
    yield from _parity(package)


def _locales(package: Package) -> Iterator[Finding]:
    models = package.models
    for model in models.values():
        if model.locale and model.locale not in LOCALES:
            says = f"Alexa has no locale {model.locale}{nearest(model.locale)}"
            yield Finding("locale-unknown", model.file, 1, says)
    if package.manifest is None:
        return
    listed = child(package.manifest, "manifest", "publishingInformation", "locales")
    cloned = _cloned(package)
    missing = []
    for locale in listed:
        if locale not in LOCALES:
            says = f"Alexa has no locale {locale}{nearest(locale)}"
            line = child(listed, locale).line
            yield Finding("locale-unknown", package.manifest_file, line, says)
        elif locale not in models and locale not in cloned:
            missing.append(locale)
    if missing and package.custom and not _kept(package):
        says = f"{', '.join(missing)}: listed, and without an interaction model"
        line = child(listed, missing[0]).line
        yield Finding("model-missing", package.manifest_file, line, says)
    for model in models.values():
        if model.locale in LOCALES and listed and model.locale not in listed:
            says = f"{model.locale} has a model but no listing"
            yield Finding("listing-missing", model.file, 1, says)


def _kept(package: Package) -> bool:
    """Whether there is no model at all: they are kept in the console, or made by a program."""
    return not package.models and not package.faults


def _cloned(package: Package) -> set[str]:
    """The locales whose models Amazon makes of another's."""
    publishing = child(package.manifest, "manifest", "publishingInformation")
    rows = child(publishing, "automaticClonedLocale").get("locales")
    return {
        str(target)
        for row in (rows if isinstance(rows, Row) else ())
        if isinstance(row, Table) and isinstance(row.get("targets"), Row)
        for target in row["targets"]
    }


def _parity(package: Package) -> Iterator[Finding]:
    """One program answers all locales: name the few that differ from the many."""
    models = package.models.values()
    names = {model.file: {str(intent.name) for intent in model.intents} for model in models}
    if not all(model.locale for model in models) or any(model.misshapen for model in models):
        return  # loose models may be of several skills
    having = Counter(name for here in names.values() for name in here)
    causes: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for name, count in sorted(having.items()):
        if count < len(names) and name not in _UNCOMPARED:
            only = count * 2 <= len(names)
            few = tuple(one.file for one in models if (name in names[one.file]) == only)
            causes.setdefault((only, few), []).append(name)
    for (only, few), missing in causes.items():
        first = next(one for one in models if one.file == few[0])
        where = ", ".join(sorted(one.locale for one in models if one.file in few))
        verb = ("is" if len(missing) == 1 else "are") + (" only" if only else " not")
        line = next((i.name.line for i in first.intents if i.name == missing[0]), first.line)
        says = f"{', '.join(missing)} {verb} in {where}, of {len(names)} locales"
        yield Finding("intents-differ", first.file, line, says)
