"""Findings about our own models, at the lines of TOML that the models are built from."""

from collections.abc import Iterable
from dataclasses import replace

from skill.alexa.interaction_model import Place, places
from skill.lint.finding import Finding
from skill.lint.package import Package


def moved(findings: Iterable[Finding], package: Package) -> list[Finding]:
    """Return the findings on our own package where their intents and samples are written.

    What is found in several locales is found once. What is no intent and no sample stays where it
    is, in the model as it is built.
    """
    written = {model.file: _lines(package, locale) for locale, model in package.models.items()}
    found = []
    for one in findings:
        place = written.get(one.file, {}).get(one.line)
        found.append(replace(one, file=place.file, line=place.line) if place else one)
    return list(dict.fromkeys(found))


def _lines(package: Package, locale: str) -> dict[int, Place]:
    """The line of a model -> where it comes from."""
    known, lines = places(locale), {}
    for intent in package.models[locale].intents:
        if head := known.get((intent.name, "")):
            lines[intent.name.line] = head
        for sample in intent.samples:
            if place := known.get((intent.name, sample), head):
                lines[sample.line] = place
    return lines
