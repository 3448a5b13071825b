"""Rules for the words of our speech: Alexa has to read them aright."""

import re
from collections.abc import Iterator

# Abbreviations, capitals that are spelled out, signs that are named or skipped, digits.
_MISREAD = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|approx|min|hrs?|kcals?|lbs?|kms?|mph)\b\.?|\b[A-Z]{2,}\b|\d+"
    r"|\.\.\.|[^A-Za-z0-9 .,?!'-]"
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


def sentences(words: str) -> list[str]:
    """Return the sentences of plain words."""
    return [part for part in _SENTENCE.split(words) if part]


def misread(words: str) -> Iterator[tuple[str, str]]:
    """Yield what Alexa would not read as it is meant, as (rule, what is wrong)."""
    for wrong in dict.fromkeys(_MISREAD.findall(words)):
        yield "reply-characters", f"'{wrong}' in \"{words}\""
