"""Rules for the invocation name. The words that are forbidden are known for English only."""

import re
import unicodedata
from collections.abc import Iterator

from skill.lint.finding import Finding
from skill.lint.located import Text
from skill.lint.model import Model
from skill.lint.package import Package

_SHORTEST, _LONGEST = 2, 50
_LAUNCH = frozenset(
    ("run", "start", "play", "resume", "use", "launch", "ask", "open", "tell", "load", "begin")
)
_CONNECTING = frozenset(
    ("to", "from", "in", "using", "with", "about", "for", "that", "by", "if", "and", "whether")
)
_LITTLE = frozenset(("the", "a", "an", "for", "to", "of", "about", "up", "by", "at", "off", "with"))
_WAKE = frozenset(("alexa", "amazon", "echo", "computer"))
_ONE_WORD = frozenset(("de", "ja"))  # compounds; no spaces at all
_RESERVED = frozenset(("skill", "app"))


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the invocation names."""
    for model in package.models.values():
        if model.invocation is None:
            yield Finding(
                "invocation-missing", model.file, model.line, "there is no invocation name"
            )
            continue
        for rule, says in _faults(model, model.invocation):
            yield Finding(rule, model.file, model.invocation.line, says)


def _faults(model: Model, name: Text) -> Iterator[tuple[str, str]]:
    words = name.lower().replace("'s", "").split()
    if not _SHORTEST <= len(name) <= _LONGEST:
        yield "invocation-length", f'"{name}" has {len(name)} characters'
    if wrong := _wrong_characters(name):
        yield "invocation-characters", f'"{name}" has {wrong}'
    if len(words) == 1 and model.language not in _ONE_WORD:
        yield "invocation-one-word", f'"{name}" is one word'
    for rule, forbidden, kind in _forbidden(model, words):
        for word in dict.fromkeys(words):
            if word in forbidden:
                yield rule, f'"{name}" has the {kind} "{word}"'


def _forbidden(model: Model, words: list[str]) -> Iterator[tuple[str, frozenset[str], str]]:
    yield "invocation-wake-word", _WAKE, "wake word"
    if model.language == "en":
        yield "invocation-launch-word", _LAUNCH, "launch word"
        yield "invocation-reserved", _RESERVED, "word"
        if len(words) == 2:
            yield "invocation-little-word", _LITTLE, "little word"
        else:
            yield "invocation-connecting-word", _CONNECTING, "connecting word"


def _wrong_characters(name: str) -> str:
    """Name what may not be in an invocation name; empty where all is well."""
    if name != name.lower():
        return "capital letters"
    if any(sign.isdigit() for sign in name):
        return "digits, which have to be spelled out"
    wrong = dict.fromkeys(
        sign
        for sign in re.sub(r"(?<=\w)\.(?= |$)", "", name)
        if not (sign.isalpha() or sign in " '")
        # Marks that belong to the letter before them, as in Hindi.
        and not _is_mark(sign)
    )
    return " and ".join(f'"{sign}"' for sign in wrong)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
