"""Rules for a piece of speech: SSML that Alexa reads, and words that it reads aright."""

import re
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

from skill.dialog.speech import strip_ssml

_LONGEST = 8_000
_SECONDS = 10
_LEVELS = ("strong", "moderate", "reduced")
_STRENGTHS = ("none", "x-weak", "weak", "medium", "strong", "x-strong")
# Abbreviations, capitals that are spelled out, signs that are named or skipped, digits.
_MISREAD = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|approx|min|hrs?|kcals?|lbs?|kms?|mph)\b\.?|\b[A-Z]{2,}\b|\d+"
    r"|\.\.\.|[^A-Za-z0-9 .,?!'-]"
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


def sentences(words: str) -> list[str]:
    """Return the sentences of plain words."""
    return [part for part in _SENTENCE.split(words) if part]


def speech_faults(document: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one SSML document, as (rule, what is wrong)."""
    if len(document) > _LONGEST:
        yield "reply-speech", f"{len(document):,} characters of speech"
    for says in _ssml(document):
        yield "reply-ssml", f"{says}: {document}"
    words = strip_ssml(document)
    for wrong in dict.fromkeys(_MISREAD.findall(words)):
        yield "reply-characters", f"'{wrong}' in \"{words}\""


def _ssml(document: str) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(document)
    except ElementTree.ParseError as fault:
        yield str(fault)
        return
    if root.tag != "speak":
        yield f"<{root.tag}> instead of <speak>"
    for element in root.iter():
        if element is not root:
            yield from _element(element)


def _element(element: ElementTree.Element) -> Iterator[str]:
    known = _KNOWN.get(element.tag)
    if known is None:
        yield f"<{element.tag}> is no tag of Alexa's"
        return
    for name, value in element.attrib.items():
        if name not in known or not known[name](value):
            yield f'<{element.tag} {name}="{value}">'


def _pause(value: str) -> bool:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s)", value)
    return found is not None and float(found[1]) / (1000 if found[2] == "ms" else 1) <= _SECONDS


_KNOWN: Mapping[str, Mapping[str, Callable[[str], bool]]] = {
    "break": {"time": _pause, "strength": _STRENGTHS.__contains__},
    "emphasis": {"level": _LEVELS.__contains__},
    "p": {},
    "s": {},
    "say-as": {"interpret-as": bool, "format": bool},
    "sub": {"alias": bool},
    "phoneme": {"alphabet": bool, "ph": bool},
    "prosody": {"rate": bool, "pitch": bool, "volume": bool},
    "w": {"role": bool},
    "lang": {"{http://www.w3.org/XML/1998/namespace}lang": bool},
}
