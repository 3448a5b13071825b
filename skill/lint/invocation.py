"""Rules for the invocation name; the words that it may not have are in words.toml, by language."""

import re
import unicodedata
from collections.abc import Iterator

from skill.lint.finding import Finding, data
from skill.lint.located import Text
from skill.lint.model import Model
from skill.lint.package import Package

_SHORTEST, _LONGEST = 2, 50
WAKE = ("alexa", "amazon", "echo", "computer")
_ONE_WORD = ("de", "ja")  # compounds; no spaces at all
UNSPACED = ("ja",)


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the invocation names."""
    for model in package.models.values():
        if model.invocation is None:
            if not package.component:
                says = "there is no invocation name"
                yield Finding("invocation-missing", model.file, model.line, says)
            continue
        for rule, says in _faults(model, model.invocation):
            yield Finding(rule, model.file, model.invocation.line, says)


def words_of(language: str, kind: str) -> tuple[str, ...]:
    """Return the words of a kind, "launch" or "places", in a language; none if unknown."""
    table = data("words")
    return tuple(table.get(language, {}).get(kind, ()))


def _faults(model: Model, name: Text) -> Iterator[tuple[str, str]]:
    words = name.lower().replace("'s", "").split()
    if not _SHORTEST <= len(name) <= _LONGEST:
        yield "invocation-length", f'"{name}" has {len(name)} characters'
    if wrong := _wrong_characters(name):
        yield "invocation-characters", f'"{name}" has {wrong}'
    if len(words) == 1 and model.language not in _ONE_WORD:
        yield "invocation-one-word", f'"{name}" is one word'
    if name in words_of(model.language, "places"):
        yield "invocation-place", f'"{name}" is the name of a place and nothing else'
    seen: set[str] = set()
    for rule, forbidden, kind in _forbidden(model, words):
        # Where nothing is put between words, what opens a skill or says what it is comes last.
        last = [one for one in forbidden if model.language in UNSPACED and name.endswith(one)]
        for word in (*dict.fromkeys(words), *last):
            if word in forbidden and word not in seen:
                seen.add(word)
                yield rule, f'"{name}" has the {kind} "{word}"'


def _forbidden(model: Model, words: list[str]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    language = model.language
    yield "invocation-wake-word", (*WAKE, *words_of(language, "wake")), "wake word"
    yield "invocation-launch-word", words_of(language, "launch"), "launch word"
    yield "invocation-reserved", words_of(language, "reserved"), "word"
    if len(words) == 2:
        yield "invocation-little-word", words_of(language, "little"), "little word"
    if language == "en":
        yield "invocation-connecting-word", words_of("en", "connecting"), "connecting word"
    else:
        joining = words_of(language, "connecting")
        yield "invocation-joining-word", joining, "connecting word"


def _wrong_characters(name: str) -> str:
    """Name what may not be in an invocation name; empty where all is well."""
    if name != name.lower():
        return "capital letters"
    if any(sign.isdigit() for sign in name):
        return "digits, which have to be spelled out"
    wrong = dict.fromkeys(
        sign
        for sign in re.sub(r"(?<=\w)\.(?= |$)", "", name)
        if not (sign.isalpha() or sign in " '’")  # noqa: RUF001
        # Marks that belong to the letter before them, as in Hindi.
        and not _is_mark(sign)
    )
    return " and ".join(f'"{sign}"' for sign in wrong)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
