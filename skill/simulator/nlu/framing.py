"""What is said around a request without changing it: greetings, politeness, who wants to know."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from skill.alexa.interaction_model import expand
from skill.simulator.nlu.words import tokens

# What a question's verb is followed by.
SUBJECTS = frozenset("i you he she it we they that this there who which what running".split())
_BEING = frozenset("is are am be".split())


def bare(words: list[str]) -> list[str]:
    """Return the words without what was only said around them: greetings, fillers, politeness.

    Never returns an empty list for a non-empty one: whoever says only "hello" has said that.
    """
    return [words, *unframed(words)][-1]


def unframed(words: list[str]) -> Iterator[list[str]]:
    """Yield the words with ever less of what was only said around them, until they are bare."""
    while words and (shorter := _without_opener(words) or _without_closer(words)):
        words = shorter
        yield words


def _without_opener(words: list[str]) -> list[str]:
    phrases, lengths = _phrases("before", 0)
    for length in lengths.get(words[0], ()):
        if tuple(words[:length]) in phrases:
            return words[length:]
    return []


def _without_closer(words: list[str]) -> list[str]:
    if words[-1] == "okay" and not _BEING.isdisjoint(words[-4:-1]):
        return []  # it's what was asked: "is skipping okay"
    phrases, lengths = _phrases("after", -1)
    for length in lengths.get(words[-1], ()):
        if tuple(words[-length:]) in phrases:
            return words[:-length]
    return []


@cache
def _phrases(side: str, at: int) -> tuple[set[tuple[str, ...]], dict[str, list[int]]]:
    """Return a side's phrases, and how long they are by their first word or last, longest first."""
    folded = tomllib.loads(files(__package__).joinpath("framing.toml").read_text("utf-8"))[side]
    phrases = {tuple(tokens(one)) for line in folded for one in expand(line)}
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[at], set()).add(len(phrase))
    return phrases, {word: sorted(found, reverse=True) for word, found in lengths.items()}
