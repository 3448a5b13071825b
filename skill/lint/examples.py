"""Rules for the example phrases of the listing."""

import re
from collections.abc import Iterator

from skill.lint.finding import Finding
from skill.lint.located import Row, Text
from skill.lint.model import Model
from skill.lint.package import Package, child
from skill.lint.phrases import Phrases, machine
from skill.lint.samples import normal

_COUNT = 3
_WAKE = ("alexa", "amazon", "echo", "computer", "ziggy")
_OWN_SCRIPT = ("ar", "hi", "ja")  # where the wake word is written in letters of their own
_FORBIDDEN = re.compile(r"[/*@#$%^&(){}_\[\]|<>:;+=\\]")
_OPENERS = "open|launch|start|ask|tell|play|begin|run|use|resume|load|talk to|enable"
_JOINTS = "to|for|about|that|if|whether|and"


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the example phrases of every listed locale that has a model."""
    locales = child(package.manifest, "manifest", "publishingInformation", "locales")
    for locale in locales:
        page = child(locales, locale)
        given = page.get("examplePhrases")
        phrases = [one for one in given if isinstance(one, Text)] if isinstance(given, Row) else []
        model = package.models.get(locale)
        known = machine(model) if model else None
        line = given.line if isinstance(given, Row) else page.line
        if len(phrases) != _COUNT:
            says = f"{locale}: {len(phrases)} example phrases, not three"
            yield Finding("example-count", package.manifest_file, line, says)
        for place, phrase in enumerate(phrases):
            for rule, says in _faults(model, known, phrase, place == 0):
                yield Finding(
                    rule, package.manifest_file, phrase.line, f'{locale}: "{phrase}" {says}'
                )


def _faults(
    model: Model | None, known: Phrases | None, phrase: Text, first: bool
) -> Iterator[tuple[str, str]]:
    if wrong := dict.fromkeys(_FORBIDDEN.findall(phrase)):
        yield "example-characters", "has " + " and ".join(f"'{sign}'" for sign in wrong)
    if model is None or known is None or not model.invocation:
        return
    words = normal(re.sub(r"[^\w\s'’-]", " ", phrase))  # noqa: RUF001
    name = normal(re.sub(r"[^\w\s'’-]", " ", model.invocation))  # noqa: RUF001
    wake, _, rest = words.partition(" ")
    latin = model.language not in _OWN_SCRIPT
    if first and latin and (wake not in _WAKE or name not in words):
        yield "example-first", "lacks the wake word or the invocation name"
    if model.language != "en":
        return  # how a request is put around a name is known for English only
    request = _request(rest if wake in _WAKE else words, name)
    if request and not known.has(request):
        yield "example-unmatched", "is no sample of the model"


def _request(words: str, name: str) -> str:
    """Return what is left of a phrase for the skill: "ask NAME to X" and "X" give "X"."""
    opened = re.fullmatch(rf"(?:(?:{_OPENERS}) )?{re.escape(name)}(?: (?:{_JOINTS})\b)?(.*)", words)
    return opened[1].strip() if opened else words
