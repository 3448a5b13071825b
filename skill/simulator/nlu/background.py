"""What the world has beside the subject: words of food, gear, ailments and so on."""

import tomllib
from functools import cache
from importlib.resources import files

from skill.simulator.nlu.words import tokens

_LONGEST = 3  # words of one thing


@cache
def _kinds() -> dict[tuple[str, ...], str]:
    text = files(__package__).joinpath("background.toml").read_text("utf-8")
    return {
        tuple(tokens(thing)): kind
        for kind, named in tomllib.loads(text).items()
        for thing in " ".join(named.split()).split(", ")
    }


def kinds(words: list[str]) -> set[str]:
    """Return the kinds of the things that the words name."""
    return {_kinds()[thing] for thing in things(words)}


def conditions(words: list[str]) -> bool:
    """Tell whether the words name what people suffer from: an illness, an injury, a pain."""
    return "condition" in kinds(words)


def things(words: list[str]) -> list[tuple[str, ...]]:
    """Return the things of the world that the words name, none inside another, left to right."""
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            if tuple(words[at:end]) in _kinds():
                found.append(tuple(words[at:end]))
                at = end
                break
        else:
            at += 1
    return found
