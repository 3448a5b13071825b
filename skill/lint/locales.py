"""Which locale a model is for: its file says so, or the manifest, or what is said in it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from skill.lint.finding import Finding, data

LOCALES = frozenset(
    (
        *("ar-SA", "de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX"),
        *("es-US", "fr-CA", "fr-FR", "hi-IN", "it-IT", "ja-JP", "nl-NL", "pt-BR"),
    )
)
_SHAPE = re.compile(r"[A-Za-z]{2}[-_][A-Za-z]{2}")
_AT_THE_END = re.compile(r"(?:^|[-_. ])([A-Za-z]{2})(?:[-_]([A-Za-z]{2}))?$")
_SCRIPTS = (("ja", "぀", "ヿ"), ("ar", "؀", "ۿ"), ("hi", "ऀ", "ॿ"))


def locale_of(file: str, listed: Iterable[str] = ()) -> str:
    """Return the locale that a file's name tells, or its folder's, or the only one listed.

    A name that looks like a locale and is none is returned as it is; "" where nothing tells.
    """
    path = PurePath(file)
    for name in (path.stem, path.parent.name):
        if name in LOCALES or (_SHAPE.fullmatch(name) and name == path.stem):
            return next((one for one in LOCALES if _plain(one) == _plain(name)), name)
    if ended := _AT_THE_END.search(path.stem):
        wanted = "-".join(filter(None, ended.groups())).lower()
        if found := sorted(one for one in LOCALES if one.lower().startswith(wanted)):
            return "en-US" if wanted == "en" else found[0]
    listed = list(listed)
    return listed[0] if len(listed) == 1 else ""


def nearest(locale: str) -> str:
    """Return " (did you mean en-GB?)" for a locale in another spelling, else nothing."""
    language, _, country = locale.replace("_", "-").lower().partition("-")
    wanted = f"{language}-{'gb' if country == 'uk' else country}"
    near = [one for one in LOCALES if one.lower() == wanted]
    return f" (did you mean {near[0]}?)" if near else ""


def language_in(samples: Iterable[str]) -> str:
    """Return the language that samples are in, by their script and little words; "" if unclear."""
    text = " ".join(samples).lower()
    for language, first, last in _SCRIPTS:
        if sum(first <= sign <= last for sign in text) > len(text) / 4:
            return language
    words = Counter(re.findall(r"\w+", text))
    known = data("words")
    hits = {
        language: sum(words[word] for word in {*row["little"], *row["connecting"]})
        for language, row in known.items()
    }
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] else ""


def _plain(name: str) -> str:
    return name.replace("_", "-").lower()


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with those that models of several locales share once, at the first."""
    first: dict[tuple[str, str, str], Finding] = {}
    also: dict[tuple[str, str, str], list[str]] = {}
    for one in findings:
        locale = locale_of(one.file)
        shared = locale in LOCALES
        folder = str(PurePath(one.file).parent)
        key = (one.rule, one.says, folder if shared else f"{one.file}:{one.line}")
        if shared and key in first and first[key].file != one.file:
            also.setdefault(key, []).append(locale)
        else:
            first[key if key not in first else (*key[:2], f"{one.file}:{one.line}")] = one
    return [
        replace(one, says=f"{one.says} (and in {', '.join(dict.fromkeys(also[key]))})")
        if key in also
        else one
        for key, one in first.items()
    ]
