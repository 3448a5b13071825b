"""Rules for the example phrases of the listing.

How a request is put around a name is known well for English; in other languages a phrase counts as
heard when any end of it is a sample.
"""

import re
from collections.abc import Iterator
from textwrap import shorten

from skill.lint.finding import Finding
from skill.lint.invocation import words_of
from skill.lint.located import Row, Text
from skill.lint.model import Model
from skill.lint.package import Package, child
from skill.lint.phrases import Phrases, machine
from skill.lint.samples import fold

_MOST = 4
_WAKE = (
    "alexa",
    "amazon",
    "echo",
    "computer",
    "ziggy",
    "アレクサ",
    "एलेक्सा",
    "अलेक्सा",
    "أليكسا",
    "اليكسا",
)
_FORBIDDEN = re.compile(r"[/*@#$%^&(){}_\[\]|<>:;+=\\]")
_OPENERS = "please|open|launch|start|ask|tell|play|begin|run|use|resume|load|talk to|enable"
_JOINTS = "to|for|about|that|if|whether|and"
_BEFORE_NAME = "with|using|from|in|on|via|by|to"
_UNSPACED = "ja"


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the example phrases of every listed locale that has a model."""
    if not package.custom:
        return
    locales = child(package.manifest, "manifest", "publishingInformation", "locales")
    for locale in locales:
        page = child(locales, locale)
        given = page.get("examplePhrases")
        phrases = [one for one in given if isinstance(one, Text)] if isinstance(given, Row) else []
        line = given.line if isinstance(given, Row) else page.line
        if not phrases or len(phrases) > _MOST:
            says = f"{locale}: {len(phrases) or 'no'} example phrases"
            yield Finding("example-count", package.manifest_file, line, says)
        model = package.models.get(locale)
        matched = model is not None and not package.conversations
        for place, phrase in enumerate(phrases):
            for rule, says in _faults(model, phrase, place == 0, matched):
                says = f'{locale}: "{shorten(phrase, 80, placeholder=" …")}" {says}'
                yield Finding(rule, package.manifest_file, phrase.line, says)


def _faults(
    model: Model | None, phrase: Text, first: bool, matched: bool
) -> Iterator[tuple[str, str]]:
    if wrong := dict.fromkeys(_FORBIDDEN.findall(phrase)):
        yield "example-characters", "has " + " and ".join(f"'{sign}'" for sign in wrong)
        return
    if model is None or not model.invocation:
        return
    words, name = fold(phrase), fold(model.invocation)
    wake, _, rest = words.partition(" ")
    named = name.replace(" ", "") in words.replace(" ", "")
    woken = any(words.startswith(one) for one in _WAKE)
    if first and not (woken and named):
        lacking = [] if woken else ["the wake word"]
        lacking += [] if named else [f'the invocation name "{model.invocation}"']
        yield "example-first", f"lacks {' and '.join(lacking)}"
        return
    if not matched or model.language == _UNSPACED:
        return
    words = rest if wake in _WAKE else words
    known = machine(model, loose=True)
    if model.language == "en":
        if not any(not one or known.has(one) for one in _requests(words, name)):
            yield "example-unmatched", "is no sample of the model"
    elif not _heard(words, name, model.language, known):
        yield "example-unheard", "holds no sample of the model"


def _requests(words: str, name: str) -> Iterator[str]:
    """Yield what a phrase may ask: "ask NAME to X", "X using NAME" and "X" all give "X"."""
    named = re.escape(name)
    if opened := re.fullmatch(rf"(?:(?:{_OPENERS}) )*{named}(?:$| (.*))", words):
        request = opened[1] or ""
        yield request
        yield re.sub(rf"^(?:{_JOINTS})(?: |$)", "", request)
    if closed := re.fullmatch(rf"(?:(?:{_OPENERS}) )?(.*) (?:{_BEFORE_NAME}) {named}", words):
        yield closed[1]
        yield re.sub(rf"^(?:{_OPENERS}) ", "", words[: closed.end(1)])
    yield words


def _heard(words: str, name: str, language: str, known: Phrases) -> bool:
    """Whether what is left beside the name begins or ends with a sample, or is a mere opening."""
    before, found, after = words.partition(name)
    if found:
        parts = [before.split(), after.split()]
        opening = {*words_of(language, "launch"), *words_of(language, "little")}
        if not parts[1] and len(parts[0]) <= 2 and (not parts[0] or parts[0][0] in opening):
            return True
    else:
        parts = [words.split()]
    return any(
        known.has(" ".join(part[start:end]))
        for part in parts
        for start in range(len(part))
        for end in range(start + 1, len(part) + 1)
        if start == 0 or end == len(part)
    )
