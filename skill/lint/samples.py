"""Rules for single samples; conflicts.py has those for samples among each other."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from skill.lint.finding import Finding
from skill.lint.intents import IN_BRACES
from skill.lint.located import Text
from skill.lint.model import Intent, Model
from skill.lint.package import Package

_PHRASE_TYPE = "AMAZON.SearchQuery"
_PUNCTUATION = ".'’_-"  # noqa: RUF001 - the apostrophe that editors put in
_PLAIN = re.compile(r"[\w\s.'’-]*")  # noqa: RUF001 - the same, for most samples at once
_OPENERS = ("open", "launch", "start", "ask", "tell", "play", "begin", "run", "use", "resume")
_ENDS_THE_SKILL = {"exit"}


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with single samples."""
    for model in package.models.values():
        for intent in model.intents:
            phrase_slots = {str(slot.name) for slot in intent.slots if slot.type == _PHRASE_TYPE}
            seen: set[str] = set()
            for sample in intent.samples:
                if (same := normal(sample)) in seen and same:
                    says = f'{intent.name} has "{sample}" already'
                    yield Finding("sample-repeated", model.file, sample.line, says)
                seen.add(same)
                for rule, says in _faults(model, intent, sample, phrase_slots):
                    yield Finding(rule, model.file, sample.line, f"{intent.name}: {says}")
            for slot in intent.slots:
                for sample in slot.samples:
                    for rule, says in _written(sample):
                        says = f"{intent.name}, asked for {{{slot.name}}}: {says}"
                        yield Finding(rule, model.file, sample.line, says)


@lru_cache(1 << 16)
def normal(sample: str) -> str:
    """Return a sample as it is heard: case, hyphens and spacing make no difference."""
    return " ".join(re.sub(r"(?<=\w)-(?=\w)", " ", sample.lower()).replace("’", "'").split())  # noqa: RUF001


def _faults(
    model: Model, intent: Intent, sample: Text, phrase_slots: set[str]
) -> Iterator[tuple[str, str]]:
    yield from _written(sample)
    slots, words = IN_BRACES.findall(sample), IN_BRACES.sub(" ", sample)
    if phrase_slots & set(slots) and (len(slots) > 1 or not words.strip()):
        alone = "another slot beside" if len(slots) > 1 else "no words around"
        yield "sample-phrase-slot", f'"{sample}" has {alone} an {_PHRASE_TYPE}'
    if reason := _unheard(model, intent, normal(sample)):
        yield "sample-unheard", f'"{sample}" {reason}'


def _written(sample: Text) -> Iterator[tuple[str, str]]:
    slots, words = IN_BRACES.findall(sample), IN_BRACES.sub(" ", sample)
    if not sample.strip():
        yield "sample-empty", "a sample is empty"
    if "{" in words or "}" in words or any(not name or name != name.strip() for name in slots):
        yield "sample-braces", f'"{sample}" has braces that hold no slot'
    if wrong := _wrong_characters(words):
        yield "sample-characters", f'"{sample}" has {wrong}'
    if any(sign.isdigit() for sign in words):
        yield "sample-digits", f'"{sample}" has digits'


def fold(sample: str) -> str:
    """Return a sample without punctuation and accents: "a. p. l." and "APL" are the same."""
    letters = unicodedata.normalize("NFD", sample)
    sample = "".join(sign for sign in letters if unicodedata.category(sign) != "Mn")
    words = normal(re.sub(r"[^\w\s'’-]|_", " ", sample))  # noqa: RUF001
    return re.sub(r"(?<!\S)\w(?: \w(?!\S))+", lambda run: run[0].replace(" ", ""), words)


def _wrong_characters(words: str) -> str:
    if _PLAIN.fullmatch(words):
        return ""
    wrong = dict.fromkeys(
        sign
        for sign in words
        if not (sign.isalnum() or sign.isspace() or sign in _PUNCTUATION or sign in "{}")
        and not unicodedata.category(sign).startswith("M")
    )
    return " and ".join(f'"{sign}"' for sign in wrong)


def _unheard(model: Model, intent: Intent, sample: str) -> str:
    """Say why Alexa would never send this sample to the skill; empty where it would."""
    if sample in _ENDS_THE_SKILL and not intent.built_in:
        return "ends the skill before it hears of it"
    name = (model.invocation or "").lower()
    if sample.split()[:1] == ["alexa"]:
        return "begins with the wake word"
    if name and any(sample == f"{opener} {name}" for opener in _OPENERS):
        return "opens the skill"
    return ""
