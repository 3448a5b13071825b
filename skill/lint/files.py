"""Rules for files and locales: that they can be read, and that they go together."""

from collections.abc import Iterator

from skill.lint.amazon import LOCALES
from skill.lint.finding import Finding
from skill.lint.package import Package, child, tables

_LARGEST = 1_500_000  # bytes of one model


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the files, and between listing and models."""
    for file, document in package.documents.items():
        for table in tables(document):
            for key in table.repeated:
                yield Finding("key-repeated", file, key.line, f'the key "{key}" is there twice')
    for model in package.models.values():
        for line, says in model.misshapen:
            yield Finding("shape", model.file, line, says)
        if model.size > _LARGEST:
            says = f"the model has {model.size:,} bytes"
            yield Finding("model-size", model.file, 1, says)
    yield from _locales(package)
    yield from _parity(package)


def _locales(package: Package) -> Iterator[Finding]:
    models = package.models
    for locale in (locale for locale in models if locale not in LOCALES):
        yield Finding("locale-unknown", models[locale].file, 1, f"Alexa has no locale {locale}")
    if package.manifest is None:
        return
    listed = child(package.manifest, "manifest", "publishingInformation", "locales")
    for locale in listed:
        line = child(listed, locale).line
        if locale not in LOCALES:
            says = f"Alexa has no locale {locale}"
            yield Finding("locale-unknown", package.manifest_file, line, says)
        elif locale not in models:
            says = f"{locale} is listed but has no interaction model"
            yield Finding("model-missing", package.manifest_file, line, says)
    for locale, model in models.items():
        if locale not in listed:
            yield Finding("listing-missing", model.file, 1, f"{locale} has a model but no listing")


def _parity(package: Package) -> Iterator[Finding]:
    """Compare every model's intents with those of most: one program answers them all."""
    names = {locale: {i.name for i in model.intents} for locale, model in package.models.items()}
    everywhere = set().union(*names.values())
    for locale, here in names.items():
        for missing in sorted(everywhere - here):
            model = package.models[locale]
            where = ", ".join(sorted(other for other in names if missing in names[other]))
            says = f"{missing} is missing in {locale}, not in {where}"
            yield Finding("intents-differ", model.file, model.line, says)
